import type { CaughtUp } from '../../src/domain/crm';
import type { RecordKind } from '../../src/domain/ids';
import { licenceOf } from './ask-stage';
import { type Asked, pick, type RowOf } from './asked';
import type { Page } from './page';
import type { ActionDraw } from './plan';
import { type Difference, ID, rowsWithId, type State, type Step, TABS, type Tab, textOf } from './sheet-state';

const KIND: Readonly<Record<Tab, RecordKind>> = { Leads: 'lead', Opportunities: 'opportunity', Activities: 'activity' };

/** What the CRM fills in where somebody typed a row by hand, or keeps up of a deal that was changed in the grid. */
const FILLED = [
  'Lead ID',
  'Opportunity ID',
  'Activity ID',
  'Lead',
  'Status',
  'Pipeline',
  'Stage',
  'Currency',
  'Type',
  'When',
  'Done at',
  'Owner',
  'Created by',
];
const KEPT_UP = ['Created at', 'Updated at', 'Stage since', 'Closed at', 'Recorded'];

/** A record with what belongs to it, as many as the user was told. */
export function askDeletion(page: Page, draw: ActionDraw): Asked | null {
  const tab = pick(TABS, draw.fields);
  const id = page.someId(tab, draw.record);
  if (!id) return null;
  const gone = goingWith(page.world.state(), tab, id);
  const seen = {
    deals: gone.filter((one) => one.tab === 'Opportunities' && tab === 'Leads').length,
    activities: gone.filter((one) => one.tab === 'Activities' && tab !== 'Activities').length,
  };
  const deletes = (there: State) => goingWith(there, tab, id);
  return { method: 'deleteRecord', tab, input: { kind: KIND[tab], id, seen }, licence: { deletes } };
}

/** The rows of a record, of its deals, and of all their activities. */
export function goingWith({ tabs }: State, tab: Tab, id: string): readonly RowOf[] {
  const rowsOf = (of: Tab, isGone: (text: (column: string) => string) => boolean) =>
    [...tabs[of]].filter(([, cells]) => isGone((column) => textOf(cells[column]))).map(([row]) => ({ tab: of, row }));
  const itself = rowsOf(tab, (text) => text(ID[tab]) === id);
  if (tab === 'Activities') return itself;
  const deals = tab === 'Leads' ? rowsOf('Opportunities', (text) => text('Lead ID') === id) : itself;
  const found = deals.map(({ row }) => textOf(tabs.Opportunities.get(row)?.[ID.Opportunities])).filter(Boolean);
  // A deal whose row a person deleted meanwhile is still the one whose activities were to go.
  const dealIds = tab === 'Opportunities' ? [...found, id] : found;
  const activities = rowsOf(
    'Activities',
    (text) => (tab === 'Leads' && text('Lead ID') === id) || dealIds.includes(text('Opportunity ID')),
  );
  return [...new Set([...itself, ...(tab === 'Leads' ? deals : []), ...activities])];
}

/** One of the last things that this user did. */
export function askUndo(page: Page, draw: ActionDraw): Asked | null {
  const mine = page.world.done.filter(({ user }) => user === page.user).slice(-5);
  if (mine.length === 0) return null;
  const { action, step, tab, renames, perhaps, ids } = pick(mine, draw.record);
  const licence = { ...(renames && licenceOf(renames)), undoes: step, idOf: ids, perhaps };
  return { method: 'undo', tab, input: { action }, licence };
}

/** What an action did, as far as it can be undone now: where somebody copied a row and deleted the first one, its record is in the copy. */
export function whereverItIs(step: Step, idOf: (tab: Tab, row: string) => string, state: State): Step {
  const rowsOf = ({ tab, row }: Difference) =>
    state.tabs[tab].has(row) ? [row] : [row, ...rowsWithId(state, tab, idOf(tab, row))];
  return { ...step, cells: step.cells.flatMap((one) => rowsOf(one).map((row) => ({ ...one, row }))) };
}

export function askAdoption(draw: ActionDraw): Asked {
  const tab = pick(TABS, draw.fields);
  const licence = { fills: { tab, columns: FILLED }, keepsUp: { tab, columns: KEPT_UP } };
  return { method: 'adoptRows', tab, input: { kind: KIND[tab] }, licence };
}

export function askCatchUp(): Asked {
  const tab = 'Opportunities';
  const licence = { fills: { tab, columns: FILLED }, keepsUp: { tab, columns: KEPT_UP } } as const;
  return { method: 'catchUp', tab, input: {}, licence };
}

/** All ids that stand twice, as the add-on tells of them. */
export function askRepairs(state: State, { twice }: CaughtUp): readonly Asked[] {
  return twice.map(({ kind, id, rows }) => {
    const tab = TABS.find((one) => KIND[one] === kind)!;
    const renumbers = [...state.tabs[tab]]
      .filter(([, cells]) => textOf(cells[ID[tab]]) === id)
      .map(([row]) => ({ tab, row }));
    return {
      method: 'repairIds',
      tab,
      input: { kind, id, rows },
      licence: { renumbers, keepsUp: { tab, columns: KEPT_UP } },
    };
  });
}
