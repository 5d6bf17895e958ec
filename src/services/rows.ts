import type { CaughtUp, Crm, Found } from '../domain/crm';
import { type EditedCells, type LookedOver, noticed, type ShownRow } from '../domain/grid';
import type { RecordKind } from '../domain/ids';
import { leadFinder } from '../domain/lead';
import { adopted, recordOf } from '../domain/opportunity';
import type { Activity, Lead, Opportunity } from '../domain/records';

/** Logs what was changed in the grid, and tells which rows wait for an id or share one. */
export function catchUp(crm: Crm): CaughtUp {
  const tabs: readonly [RecordKind, LookedOver][] = [
    ['lead', crm.leads.lookOver(null)],
    ['opportunity', crm.opportunities.lookOver((found) => noticedIn(crm, found))],
    ['activity', crm.activities.lookOver(null)],
  ];
  return {
    logged: tabs.reduce((sum, [, { logged }]) => sum + logged, crm.logHeard()),
    waiting: tabs.flatMap(([kind, { waiting }]) => (waiting.length > 0 ? [{ kind, rows: waiting }] : [])),
    twice: tabs.flatMap(([kind, { twice }]) => twice.map((one) => ({ kind, ...one }))),
  };
}

/** Gives waiting rows ids and dates. */
export function adoptRows(crm: Crm, kind: RecordKind): { adopted: number } {
  return { adopted: adoptIn(crm, kind) };
}

function adoptIn(crm: Crm, kind: RecordKind): number {
  switch (kind) {
    case 'lead':
      return crm.leads.adopt((leads) => adoptedLeads(crm, leads));
    case 'opportunity':
      return crm.opportunities.adopt((deals) => adoptedDeals(crm, deals));
    case 'activity':
      return crm.activities.adopt((activities) => adoptedActivities(crm, activities));
  }
}

/** Takes in what somebody did in the grid a moment ago. `whenFree` runs what writes, unless somebody is saving. */
export function takeEdit(
  crm: Crm,
  kind: RecordKind,
  edit: EditedCells,
  whenFree: (write: () => void) => boolean,
): void {
  const rules = { notice: null, adoptsTyped: () => crm.settings.preferences.adoptTyped, whenFree };
  const notice = (found: Found<Opportunity>) => noticedIn(crm, found);
  if (kind === 'lead') crm.leads.edited(edit, { ...rules, complete: (leads) => adoptedLeads(crm, leads) });
  else if (kind === 'opportunity')
    crm.opportunities.edited(edit, { ...rules, notice, complete: (deals) => adoptedDeals(crm, deals) });
  else crm.activities.edited(edit, { ...rules, complete: (ones) => adoptedActivities(crm, ones) });
}

const noticedIn = (crm: Crm, found: Found<Opportunity>) => noticed(found, () => crm.settings.stages, crm.now);

const adoptedLeads = ({ now }: Crm, leads: readonly Lead[]): readonly Lead[] =>
  leads.map((lead) => ({ ...lead, createdAt: now, updatedAt: now }));

const adoptedActivities = ({ now }: Crm, activities: readonly Activity[]): readonly Activity[] =>
  activities.map((activity) => ({ ...activity, createdAt: now }));

/** Deals as their rows are completed: in a stage, on the lead that they name. */
function adoptedDeals(crm: Crm, deals: readonly Opportunity[]): readonly Opportunity[] {
  const isNamed = ({ leadId, lead }: Opportunity) => leadId === '' && lead.trim() !== '';
  const leads = deals.some(isNamed) ? crm.leads.columns(['id', 'company', 'contact', 'email', 'website']) : [];
  const leadOf = leadFinder(leads);
  return deals.map((deal) => {
    const lead = isNamed(deal) ? leadOf({ name: deal.lead }) : null;
    return adopted(lead ? { ...deal, leadId: lead.id } : deal, crm.settings, crm.now);
  });
}

/** Gives all rows with an id a new one but for the row that keeps it. Throws `CONFLICT`, `INVALID`. */
export function repairIds(crm: Crm, kind: RecordKind, id: string, rows: readonly ShownRow[]): { repaired: number } {
  return { repaired: repairIn(crm, kind, id, rows) };
}

function repairIn(crm: Crm, kind: RecordKind, id: string, rows: readonly ShownRow[]): number {
  switch (kind) {
    case 'lead':
      return crm.leads.giveNewIds(id, rows, (lead) => lead);
    case 'opportunity':
      // It begins anew: what the copy differs in from the first was never a change of its own.
      return crm.opportunities.giveNewIds(id, rows, (deal) => ({ ...deal, recorded: recordOf(deal, crm.now) }));
    case 'activity':
      return crm.activities.giveNewIds(id, rows, (activity) => activity);
  }
}
