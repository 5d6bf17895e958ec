import { blankOpportunity } from '../domain/blank';
import type { Crm, Found, Saved, Seen } from '../domain/crm';
import { nameOfLead } from '../domain/lead';
import { checkOpportunity, type Moved, moveOpportunity, recordAfter, recordOf } from '../domain/opportunity';
import type { Opportunity } from '../domain/records';
import { filledIn } from './filled-in';

/** The name of a deal's lead as the deal keeps it. Throws `NOT_FOUND` where the lead is gone. */
const nameOf = (crm: Crm, leadId: string): string => (leadId === '' ? '' : nameOfLead(crm.leads.peek(leadId)));

/** The deal with what History will hold it against. Throws `INVALID`. */
function checked(
  crm: Crm,
  opportunity: Opportunity,
  before: Opportunity | null,
  asked: readonly string[] = [],
): Opportunity {
  checkOpportunity(opportunity, before);
  const recorded = before ? recordAfter(opportunity, before, asked, crm.now) : recordOf(opportunity, crm.now);
  return { ...opportunity, recorded };
}

/** A deal that is not in the sheet yet, and which of its fields the user filled in. Throws `INVALID`. */
export function newOpportunity(
  crm: Crm,
  id: string,
  fields: Partial<Opportunity>,
  lead: string,
): { readonly record: Opportunity; readonly filledIn: readonly string[] } {
  const blank = blankOpportunity(id, crm.settings, crm.now);
  const { pipeline = blank.pipeline, stage = blank.stage, ...rest } = fields;
  const opportunity = moveOpportunity({ ...blank, ...rest }, crm.stage(pipeline, stage), crm.now);
  return {
    record: checked(crm, { ...opportunity, lead }, null),
    filledIn: filledIn(crm, crm.opportunities, fields, blank),
  };
}

/** Adds a deal under an id that its maker chose: the same call twice adds one. Throws `INVALID`, `NOT_FOUND`. */
export function createOpportunity(crm: Crm, id: string, fields: Partial<Opportunity>): Found<Opportunity> {
  const { record, filledIn } = newOpportunity(crm, id, fields, nameOf(crm, fields.leadId ?? ''));
  return crm.opportunities.create(record, filledIn);
}

/** Writes the changed fields of a deal. Throws `NOT_FOUND`, `CONFLICT`, `INVALID`. */
export function changeOpportunity(
  crm: Crm,
  id: string,
  changes: Partial<Opportunity>,
  seen: Seen<Opportunity>,
): Saved<Opportunity> {
  // Before the deal is read: between reading and writing it nothing else is asked.
  const lead = changes.leadId === undefined ? {} : { lead: nameOf(crm, changes.leadId) };
  return crm.opportunities.change(id, seen, changes, (opportunity, accepted) => {
    const named = accepted.leadId === undefined ? {} : lead;
    return checked(
      crm,
      { ...opportunity, ...accepted, ...named, updatedAt: crm.now },
      opportunity,
      Object.keys(accepted),
    );
  });
}

type Place = Pick<Opportunity, 'pipeline' | 'stage'>;

/** Puts a deal into another stage: all of the move or nothing. Throws `CONFLICT` where somebody moved it first. */
export function moveToStage(crm: Crm, id: string, to: Place, seen: Place, undone?: Moved): Saved<Opportunity> {
  const stage = crm.stage(to.pipeline, to.stage);
  const asked = { pipeline: stage.pipeline, stage: stage.name };
  return crm.opportunities.act(id, seen, asked, (opportunity) => {
    const moved = moveOpportunity(opportunity, stage, crm.now, undone);
    return moved === opportunity
      ? opportunity
      : checked(crm, { ...moved, updatedAt: crm.now }, opportunity, Object.keys(asked));
  });
}
