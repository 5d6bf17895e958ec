import { leadFields, opportunityFields } from '../../src/domain/fields';
import type { FieldName } from '../data/shown-field';

type LeadField = keyof typeof leadFields;
type DealField = keyof typeof opportunityFields;

/** What people ask first of a lead; its company and contact stand above. */
export const LEAD_MAIN = ['title', 'email', 'phone', 'status', 'owner'] as const;
export const DEAL_MAIN = ['expectedClose', 'nextStep', 'owner'] as const;

/** The first fields of the forms. */
export const NEW_LEAD = ['contact', 'email', 'phone', 'status', 'source', 'owner'] as const;

/** Shown in places of their own, or kept by the CRM itself. */
const LEAD_ELSEWHERE: readonly LeadField[] = ['id', 'company', 'contact', 'createdAt', 'updatedAt'];
const DEAL_ELSEWHERE: readonly DealField[] = [
  'id',
  'leadId',
  'lead',
  'title',
  'pipeline',
  'stage',
  'value',
  'createdAt',
  'updatedAt',
  'stageSince',
  'closedAt',
  'recorded',
];

/** All other fields, in the order of their columns: a field that is added to the domain shows up by itself. */
function others<Name extends FieldName>(
  fields: Readonly<Record<Name, unknown>>,
  ...known: readonly (readonly Name[])[]
) {
  const taken = new Set(known.flat());
  return (Object.keys(fields) as Name[]).filter((name) => !taken.has(name));
}

export const LEAD_MORE = others<LeadField>(leadFields, LEAD_MAIN, LEAD_ELSEWHERE);
export const DEAL_MORE = others<DealField>(opportunityFields, DEAL_MAIN, DEAL_ELSEWHERE);
export const NEW_LEAD_MORE = others<LeadField>(leadFields, NEW_LEAD, LEAD_ELSEWHERE);
export const NEW_DEAL_MORE = others<DealField>(
  opportunityFields,
  ['currency', 'expectedClose', 'owner', 'lostReason'],
  DEAL_ELSEWHERE,
);
