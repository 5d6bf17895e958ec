import type { CaughtUp, Crm } from '../domain/crm';
import { type LookedOver, noticed, type ShownRow } from '../domain/grid';
import type { RecordKind } from '../domain/ids';
import { leadFinder } from '../domain/lead';
import { adopted, recordOf } from '../domain/opportunity';
import type { Opportunity } from '../domain/records';

/** Logs what was changed in the grid, and tells which rows wait for an id or share one. */
export function catchUp(crm: Crm): CaughtUp {
  const tabs: readonly [RecordKind, LookedOver][] = [
    ['lead', crm.leads.lookOver(null)],
    ['opportunity', crm.opportunities.lookOver((found) => noticed(found, crm.now))],
    ['activity', crm.activities.lookOver(null)],
  ];
  return {
    logged: tabs.reduce((sum, [, { logged }]) => sum + logged, 0),
    waiting: tabs.flatMap(([kind, { waiting }]) => (waiting.length > 0 ? [{ kind, rows: waiting }] : [])),
    twice: tabs.flatMap(([kind, { twice }]) => twice.map((one) => ({ kind, ...one }))),
  };
}

/** Gives waiting rows ids and dates. */
export function adoptRows(crm: Crm, kind: RecordKind): { adopted: number } {
  return { adopted: adoptIn(crm, kind) };
}

function adoptIn(crm: Crm, kind: RecordKind): number {
  const { now } = crm;
  switch (kind) {
    case 'lead':
      return crm.leads.adopt((leads) => leads.map((lead) => ({ ...lead, createdAt: now, updatedAt: now })));
    case 'opportunity':
      return crm.opportunities.adopt((deals) => adoptedDeals(crm, deals));
    case 'activity':
      return crm.activities.adopt((activities) => activities.map((activity) => ({ ...activity, createdAt: now })));
  }
}

/** Deals as their rows are completed: in a stage, on the lead that they name. */
export function adoptedDeals(crm: Crm, deals: readonly Opportunity[]): readonly Opportunity[] {
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
