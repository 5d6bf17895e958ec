import { type Agenda, agendaFields, agendaOf } from '../domain/agenda';
import type { Crm } from '../domain/crm';
import { type ActivityLine, activityLineFields } from '../domain/lines';

/** What the day asks for, of one owner or of everybody (''). */
export function todayOf(crm: Crm, owner: string): Agenda<ActivityLine> {
  const records = {
    leads: crm.leads.lines(agendaFields.lead),
    deals: crm.opportunities.lines(agendaFields.opportunity),
    activities: crm.activityFields(activityLineFields),
  };
  return agendaOf(records, owner, crm);
}
