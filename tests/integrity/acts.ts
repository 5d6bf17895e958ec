import { type Rect, rectOf } from '../../host/engine/rect';
import { type FileSnapshot, fileFrom, fileSnapshot } from '../../host/engine/snapshot';
import type { Host } from '../../host/host';
import { lettersOf, Places } from './places';
import type { Act, AnyCall } from './words';

/** Clicks in other sidebars: a colleague's, and the same user's in a copy of the file. */
export type Others = { readonly colleague: (call: AnyCall) => void; readonly inCopy: (call: AnyCall) => void };

/** Somebody at work in the grid. */
type Hand = {
  readonly host: Host;
  readonly places: Places;
  readonly others: Others;
  remembered: FileSnapshot | null;
};

/** Does in the grid of this window what a situation says. */
export function handOf(host: Host, others: Others): (act: Act) => void {
  const hand: Hand = { host, places: new Places(host), others, remembered: null };
  return (act) => (acts[act.do] as (hand: Hand, act: Act) => void)(hand, act);
}

const acts: { readonly [D in Act['do']]: (hand: Hand, act: Act & { readonly do: D }) => unknown } = {
  type: ({ host, places }, { at, text }) => host.person.type(places.cell(at), text),
  paste: ({ host }, { cell, rows }) => host.person.paste(cell, rows),
  pasteBelow: (hand, { tab, rows }) => {
    const first = hand.places.tab(tab).grid.lastRow() + 2;
    rows.forEach((row, index) => {
      for (const [header, text] of Object.entries(row))
        typeAt(hand, tab, first + index, hand.places.column(tab, header), text);
    });
  },
  deleteRow: ({ host, places }, { tab, row }) => host.person.deleteRows(tab, places.row(tab, row)),
  insertRows: ({ host, places }, { tab, above, count }) => host.person.insertRows(tab, places.row(tab, above), count),
  moveRow: ({ host, places }, { tab, row, above }) =>
    host.person.moveRows(tab, places.row(tab, row), 1, places.row(tab, above)),
  copyRowBelow: ({ host, places }, { tab, row }) => {
    const { id, grid } = places.tab(tab);
    const at = places.row(tab, row);
    host.person.insertRows(tab, at + 1);
    const from = { sheet: id, rect: rectOf(at - 1, 0, 1, grid.width) };
    host.does({ kind: 'copy', from, place: { sheet: id, rect: rectOf(at, 0, 1, grid.width) }, what: 'all' });
  },
  sort: ({ host, places }, { tab, by, descending }) => host.person.sort(tab, places.column(tab, by), !descending),
  hideRow: (hand, { tab, row }) => hide(hand, tab, 'row', hand.places.row(tab, row)),
  hideColumn: (hand, { tab, column }) => hide(hand, tab, 'column', hand.places.column(tab, column)),
  filter: (hand, { tab, column, hides }) => filter(hand, tab, hand.places.column(tab, column), hides),
  insertColumn: (hand, { tab, before, header }) => {
    const at = hand.places.column(tab, before);
    const headerRow = hand.places.headerRow(tab);
    hand.host.person.insertColumns(tab, at);
    if (header) typeAt(hand, tab, headerRow, at, header);
  },
  moveColumn: ({ host, places }, { tab, column, before }) =>
    host.person.moveColumns(tab, places.column(tab, column), 1, places.column(tab, before)),
  deleteColumn: ({ host, places }, { tab, column }) => host.person.deleteColumns(tab, places.column(tab, column)),
  renameColumn: (hand, { tab, column, to }) =>
    typeAt(hand, tab, hand.places.headerRow(tab), hand.places.column(tab, column), to),
  renameTab: ({ host }, { tab, to }) => host.person.renameTab(tab, to),
  copyTab: ({ host, places }, { tab }) => host.does({ kind: 'copy-tab', sheet: places.tab(tab).id }),
  deleteTab: ({ host }, { tab }) => host.person.deleteTab(tab),
  moveTabFirst: ({ host, places }, { tab }) => {
    const { id } = places.tab(tab);
    const others = host.file.sheets.map((sheet) => sheet.id).filter((one) => one !== id);
    host.does({ kind: 'order', order: [id, ...others] });
  },
  makeTable: ({ host, places }, { tab }) => {
    const { grid } = places.tab(tab);
    host.person.makeTable(`${tab}!A1:${lettersOf(grid.lastColumn() + 1)}${grid.lastRow() + 1}`);
  },
  protectColumn: (hand, { tab, column }) => {
    const at = hand.places.column(tab, column) - 1;
    protect(hand, tab, rectOf(0, at, hand.places.tab(tab).grid.height, 1));
  },
  protectRow: (hand, { tab, row }) => {
    const at = hand.places.row(tab, row) - 1;
    protect(hand, tab, rectOf(at, 0, 1, hand.places.tab(tab).grid.width));
  },
  undo: ({ host }) => host.person.undo(),
  remember: (hand) => {
    hand.remembered = fileSnapshot(hand.host.file);
  },
  restore: (hand) => restore(hand),
  evict: ({ host }) => host.evict(),
  wait: ({ host }, { seconds }) => host.passTime(seconds * 1000),
  colleague: ({ others }, { call }) => others.colleague(call),
  inCopy: ({ others }, { call }) => others.inCopy(call),
};

const typeAt = ({ host, places }: Hand, tab: string, row: number, column: number, text: string): void =>
  host.person.type(places.address(tab, row, column), text);

const hide = ({ host, places }: Hand, tab: string, axis: 'row' | 'column', at: number): void =>
  host.does({ kind: 'lines', sheet: places.tab(tab).id, axis, at: at - 1, count: 1, change: { hidden: true } });

function filter({ host, places }: Hand, tab: string, column: number, hidden: readonly string[]): void {
  const { id, grid } = places.tab(tab);
  const rect = rectOf(0, 0, grid.lastRow() + 1, grid.lastColumn() + 1);
  const one = { sheet: id, rect, criteria: { [column - 1]: { condition: null, hidden } } };
  host.act([{ kind: 'objects', objects: { filters: [...host.file.objects.filters, one] } }]);
  for (let row = 1; row <= grid.lastRow(); row++)
    if (hidden.includes(String(grid.value(row, column - 1) ?? '')))
      host.does({ kind: 'lines', sheet: id, axis: 'row', at: row, count: 1, change: { filtered: true } });
}

/** For herself alone, by the owner of the file. */
function protect({ host, places }: Hand, tab: string, rect: Rect): void {
  const { protections } = host.file.objects;
  const place = { sheet: places.tab(tab).id, rect };
  const one = { id: host.file.newId(), ...place, description: '', warningOnly: false, editors: [host.account.email] };
  host.act([{ kind: 'objects', objects: { protections: [...protections, one] } }]);
}

/** File > Version history > Restore: every tab as it was then. */
function restore({ host, remembered }: Hand): void {
  if (!remembered) throw new Error('A situation restores what it did not remember.');
  for (const { id, grid } of fileFrom(remembered).sheets) {
    const now = host.file.sheet(id)!.grid;
    const rows = Math.max(grid.lastRow(), now.lastRow()) + 1;
    const rect = rectOf(0, 0, rows, Math.max(grid.lastColumn(), now.lastColumn()) + 1);
    if (rows === 0) continue;
    const layers = { values: grid.values(rect), formulas: grid.formulas(rect), formats: grid.formats(rect) };
    host.act([{ kind: 'cells', sheet: id, row: 0, column: 0, layers }]);
  }
}
