import { blankActivity } from '../domain/blank';
import type { Crm, Found } from '../domain/crm';
import { conversionOf } from '../domain/ids';
import { checkLead, nameOfLead } from '../domain/lead';
import type { Activity, Lead, Opportunity } from '../domain/records';
import { newOpportunity } from './opportunities';

export type Conversion = {
  readonly id: string;
  readonly status: string;
  readonly seen: { readonly status: string };
  readonly opportunity: { readonly id: string; readonly fields: Partial<Opportunity> };
  readonly activityId: string;
};

export type Converted = {
  readonly lead: Found<Lead>;
  readonly opportunity: Found<Opportunity>;
  readonly activity: Activity;
  readonly action: string;
};

/**
 * Makes a deal of a lead: the deal, a note on both, and the lead's status, which is written last; where Google fails in
 * between, the same call again finds the lead as seen and adds what is missing. Throws `NOT_FOUND`, `CONFLICT`, `INVALID`.
 */
export function convertLead(
  crm: Crm,
  { id, status, seen, opportunity: { id: dealId, fields }, activityId }: Conversion,
): Converted {
  crm.goOnWith(conversionOf(id, dealId));
  let person = '';
  let owner = '';
  const converting = crm.leads.changing(
    id,
    seen,
    { status },
    (lead) => {
      person = nameOfLead(lead);
      owner = lead.owner;
      return lead.status === status ? lead : checkLead({ ...lead, status, updatedAt: crm.now }, lead);
    },
    true,
  );
  const deal = newOpportunity(crm, dealId, { owner, ...fields, leadId: id }, person);
  const note: Activity = {
    ...blankActivity(activityId, crm.now),
    leadId: id,
    opportunityId: dealId,
    owner: deal.record.owner,
    subject: `Converted into the deal “${deal.record.title}”`,
    createdBy: crm.user,
  };
  const [opportunity, activity, lead] = crm.carryOut([
    crm.opportunities.creating(deal.record, deal.filledIn),
    crm.activities.creating(note, ['subject']),
    converting,
  ]);
  return { lead, opportunity, activity: activity.record, action: crm.action };
}
