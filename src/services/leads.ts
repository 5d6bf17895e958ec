import { blankLead } from '../domain/blank';
import type { Crm, Found, Saved, Seen } from '../domain/crm';
import { checkLead } from '../domain/lead';
import type { Lead } from '../domain/records';
import { filledIn } from './filled-in';

/** Adds a lead under an id that its maker chose: the same call twice adds one. Throws `INVALID`. */
export function createLead(crm: Crm, id: string, fields: Partial<Lead>): Found<Lead> {
  const blank = blankLead(id, crm.settings, crm.now);
  const lead = checkLead({ ...blank, ...fields });
  return crm.leads.create(lead, filledIn(crm, crm.leads, fields, blank));
}

/** Writes the changed fields of a lead. Throws `NOT_FOUND`, `CONFLICT`, `INVALID`. */
export function changeLead(crm: Crm, id: string, changes: Partial<Lead>, seen: Seen<Lead>): Saved<Lead> {
  return crm.leads.change(id, seen, changes, (lead, accepted) =>
    checkLead({ ...lead, ...accepted, updatedAt: crm.now }, lead),
  );
}
