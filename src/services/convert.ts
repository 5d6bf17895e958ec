import type { Crm, Found } from '../domain/crm';
import { CrmError } from '../domain/errors';
import type { Activity, Lead, Opportunity } from '../domain/records';

export type Conversion = {
  readonly id: string;
  readonly status: string;
  readonly seen: { readonly status: string };
  readonly opportunity: { readonly id: string; readonly fields: Partial<Opportunity> };
  readonly activityId: string;
};

/** Makes a deal of a lead. */
export function convertLead(
  _crm: Crm,
  _conversion: Conversion,
): { lead: Found<Lead>; opportunity: Found<Opportunity>; activity: Activity } {
  throw new CrmError('INVALID', 'Leads cannot be converted yet.');
}
