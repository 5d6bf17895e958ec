import { blankOpportunity } from '../domain/blank';
import type { Crm, Found, Seen } from '../domain/crm';
import { nameOfLead } from '../domain/lead';
import { checkOpportunity, type Moved, moveOpportunity, recordOf } from '../domain/opportunity';
import type { Opportunity } from '../domain/records';
import { getStage } from '../domain/settings';

/** The deal with its lead's name and what History will hold it against. Throws `NOT_FOUND` where the lead is gone. */
function completed(crm: Crm, opportunity: Opportunity, leadMayHaveChanged: boolean): Opportunity {
  const { leadId } = opportunity;
  const lead = leadMayHaveChanged && leadId !== '' ? nameOfLead(crm.leads.get(leadId).record) : opportunity.lead;
  const named = { ...checkOpportunity(opportunity), lead: leadMayHaveChanged && leadId === '' ? '' : lead };
  return { ...named, recorded: recordOf(named, crm.now) };
}

/** Adds a deal under an id that its maker chose: the same call twice adds one. Throws `INVALID`, `NOT_FOUND`. */
export function createOpportunity(crm: Crm, id: string, fields: Partial<Opportunity>): Found<Opportunity> {
  const blank = blankOpportunity(id, crm.settings, crm.now);
  const { pipeline = blank.pipeline, stage = blank.stage, ...rest } = fields;
  const opportunity = moveOpportunity({ ...blank, ...rest }, getStage(crm.settings.stages, pipeline, stage), crm.now);
  crm.opportunities.add([completed(crm, opportunity, true)]);
  return crm.opportunities.get(id);
}

/** Writes the changed fields of a deal. Throws `NOT_FOUND`, `CONFLICT`, `INVALID`. */
export function changeOpportunity(
  crm: Crm,
  id: string,
  changes: Partial<Opportunity>,
  seen: Seen<Opportunity>,
): Found<Opportunity> {
  return crm.opportunities.change(id, seen, (opportunity) =>
    completed(crm, { ...opportunity, ...changes, updatedAt: crm.now }, 'leadId' in changes),
  );
}

type Place = Pick<Opportunity, 'pipeline' | 'stage'>;

/** Puts a deal into another stage: all of the move or nothing. Throws `CONFLICT` where somebody moved it first. */
export function moveToStage(crm: Crm, id: string, to: Place, seen: Place, undone?: Moved): Found<Opportunity> {
  const stage = getStage(crm.settings.stages, to.pipeline, to.stage);
  return crm.opportunities.change(id, seen, (opportunity) => {
    const moved = moveOpportunity(opportunity, stage, crm.now, undone);
    return moved === opportunity ? opportunity : completed(crm, { ...moved, updatedAt: crm.now }, false);
  });
}
