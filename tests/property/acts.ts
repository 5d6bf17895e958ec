import { Refused } from '../../host/acts';
import { filterEdits, filterOf } from '../../host/engine/filters';
import { rectOf } from '../../host/engine/rect';
import type { Act } from '../../host/grid-acts';
import { deleteHistory, renameOurs, renameTab } from './file-acts';
import type { ActDraw } from './plan';
import { contentAt, ID, REF, refOf, TABS, type Tab } from './sheet-state';
import { columnsIn, type World } from './world';

/** Columns in which people type; ids and what the CRM keeps up by itself they leave alone. */
const TYPED: Readonly<Record<Tab, readonly string[]>> = {
  Leads: ['Company', 'Contact', 'Email', 'Phone', 'Status', 'Notes', 'Owner', 'Score', 'Region', 'Tags'],
  Opportunities: ['Title', 'Value', 'Next step', 'Notes', 'Owner', 'Product', 'Margin', 'Expected close'],
  Activities: ['Subject', 'Details', 'Owner'],
};
const NUMBERS: ReadonlySet<string> = new Set(['Score', 'Value', 'Margin']);
const OWN: Readonly<Record<Tab, readonly string[]>> = {
  Leads: ['Region', 'Check'],
  Opportunities: ['Margin'],
  Activities: [],
};

const pick = <T>(items: readonly T[], n: number): T => items[n % items.length]!;

/** A person does something in the grid. Answers with what it was, or null where there was nothing to do. */
export function doAct(world: World, draw: ActDraw, tab: Tab = pick(TABS, draw.tab)): string | null {
  if (draw.kind === 'other user') return null;
  try {
    return ACT[draw.kind](new Hands(world, draw, tab));
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

/** A draw, looked up in the sheet as it is now. Rows and columns count from zero. */
export class Hands {
  readonly sheet: number;

  readonly world: World;
  readonly draw: ActDraw;
  readonly tab: Tab;

  constructor(world: World, draw: ActDraw, tab: Tab) {
    this.world = world;
    this.draw = draw;
    this.tab = tab;
    this.sheet = world.ids[tab];
  }

  get grid() {
    return this.world.file.sheet(this.sheet)!.grid;
  }
  /** A row that can be told from others, below the header. */
  get row(): number {
    const { grid } = this;
    const [ref, id] = [this.column(REF), this.column(ID[this.tab])];
    const rows = Array.from({ length: grid.lastRow() }, (_, n) => n + 1);
    const named = rows.filter((row) => grid.value(row, ref) || grid.value(row, id));
    return pick(named.length > 0 ? named : [1], this.draw.row);
  }
  column(name: string): number {
    return columnsIn(this.world, this.tab).get(name) ?? -1;
  }
  readonly does = (...acts: readonly Act[]): void => this.world.person.does(...acts);
  type(row: number, column: number, ...texts: string[][]): Act {
    return { kind: 'type', at: { sheet: this.sheet, row, column }, texts };
  }
  at(row: number, column: number): string {
    return `“${this.world.file.sheet(this.sheet)!.name}” row ${row + 1}, column ${column + 1}`;
  }
  /** A text or a number that nobody has typed before. */
  fresh(name: string): string {
    const n = ++this.world.typed;
    return NUMBERS.has(name) ? String(7000 + n) : `typed ${n} by hand`;
  }
}

function typeInto(hands: Hands, name: string, text: string): string | null {
  const [row, column] = [hands.row, hands.column(name)];
  if (column < 0) return null;
  hands.does(hands.type(row, column, [text]));
  return `types “${text}” into ${name}, ${hands.at(row, column)}`;
}

function copyRow(hands: Hands): string | null {
  const { row, grid, sheet, world, tab } = hands;
  const id = contentAt(world.file.sheet(sheet)!, row, hands.column(ID[hands.tab]));
  const [to, ref] = [grid.lastRow() + 1, hands.column(REF)];
  if (id === '') return null;
  world.copied.add(JSON.parse(id) as string);
  hands.does(
    {
      kind: 'copy',
      from: { sheet, rect: rectOf(row, 0, 1, grid.width) },
      place: { sheet, rect: rectOf(to, 0, 1, grid.width) },
      what: 'all',
    },
    hands.type(to, ref, [refOf(tab, 'copy', ++world.typed)]),
    ...(grid.value(row, ref) ? [] : [hands.type(row, ref, [refOf(tab, 'original', ++world.typed)])]),
  );
  return `copies row ${row + 1} of “${hands.tab}” to row ${to + 1}`;
}

function typeRow(hands: Hands): string {
  const row = hands.grid.lastRow() + 1;
  const name = pick(TYPED[hands.tab], 0);
  const n = ++hands.world.typed;
  hands.does(
    hands.type(row, hands.column(REF), [refOf(hands.tab, 'hand', n)]),
    hands.type(row, hands.column(name), [`typed ${n} by hand`]),
  );
  return `types a row without an id: “typed ${n} by hand”, row ${row + 1} of “${hands.tab}”`;
}

/** Two rows by two columns, ours and their own, but for those that nobody types into. */
function pasteBlock(hands: Hands): string | null {
  const { draw, tab, row } = hands;
  const columns = [...columnsIn(hands.world, tab)];
  const left = columns.findIndex(([name], n) => {
    const next = columns[n + 1];
    return n >= draw.column % 12 && next && TYPED[tab].includes(name) && TYPED[tab].includes(next[0]);
  });
  const [first, second] = [columns[left], columns[left + 1]];
  if (!first || !second) return null;
  const line = () => [hands.fresh(first[0]), hands.fresh(second[0])];
  // The row below may be one that nobody could tell again.
  const id = columnsIn(hands.world, tab).get(ID[tab]) ?? 0;
  const rows = hands.grid.value(row + 1, id) ? [line(), line()] : [line()];
  hands.does(hands.type(row, first[1], ...rows));
  return `pastes ${JSON.stringify(rows)} at ${hands.at(row, first[1])}`;
}

function filter(hands: Hands): string {
  const { world, sheet, grid } = hands;
  const there = filterOf(world.file, sheet);
  const rect = rectOf(0, 0, grid.lastRow() + 1, grid.lastColumn() + 1);
  const hidden = { [hands.draw.column % rect.columns]: { condition: null, hidden: [''] } };
  const criteria = hidden as unknown as NonNullable<typeof there>['criteria'];
  world.person.act(filterEdits(world.file, sheet, there ? null : { sheet, rect, criteria }, 0));
  return there ? `takes the filter of “${hands.tab}” away` : `filters “${hands.tab}”`;
}

const ACT: Readonly<Record<Exclude<ActDraw['kind'], 'other user'>, (hands: Hands) => string | null>> = {
  type: (hands) => {
    const name = pick(TYPED[hands.tab], hands.draw.column);
    return typeInto(hands, name, hands.fresh(name));
  },
  'type odd': (hands) => {
    const odd = { Leads: 'Score', Opportunities: 'Value', Activities: 'Due' }[hands.tab];
    return typeInto(hands, odd, `about ${++hands.world.typed}`);
  },
  'type formula': (hands) => {
    const name = pick([...OWN[hands.tab], 'Notes'], hands.draw.column);
    const n = ++hands.world.typed;
    const said = typeInto(hands, name, `=SUM(${n},1)`);
    // In a cell that is formatted as text it is a text.
    const isFormula = said !== null && hands.grid.formula(hands.row, hands.column(name)) !== null;
    if (isFormula) hands.world.file.setResults(hands.sheet, rectOf(hands.row, hands.column(name)), [[n + 1]]);
    return said;
  },
  clear: (hands) => {
    const name = pick(TYPED[hands.tab], hands.draw.column);
    const [row, column] = [hands.row, hands.column(name)];
    if (column < 0) return null;
    hands.does({ kind: 'clear', place: { sheet: hands.sheet, rect: rectOf(row, column) }, what: 'contents' });
    return `clears ${name}, ${hands.at(row, column)}`;
  },
  'paste block': pasteBlock,
  sort: (hands) => {
    const [name, column] = pick([...columnsIn(hands.world, hands.tab)], hands.draw.column);
    const ascending = hands.draw.text % 2 === 0;
    const rect = rectOf(1, 0, Math.max(1, hands.grid.lastRow()), hands.grid.width);
    hands.does({ kind: 'sort', sheet: hands.sheet, rect, column, ascending });
    return `sorts “${hands.tab}” by ${name}, ${ascending ? 'A to Z' : 'Z to A'}`;
  },
  'insert rows': (hands) => {
    const { row, sheet, draw } = hands;
    hands.does({ kind: 'insert', sheet, axis: 'row', at: row, count: draw.count, like: 'after' });
    return `inserts ${draw.count} rows above row ${row + 1} of “${hands.tab}”`;
  },
  'delete rows': (hands) => {
    const { row, sheet } = hands;
    hands.does({ kind: 'delete', sheet, axis: 'row', at: row, count: 1 });
    return `deletes row ${row + 1} of “${hands.tab}”`;
  },
  'move column': (hands) => {
    const { sheet, grid, draw } = hands;
    const [at, to] = [draw.column % (grid.lastColumn() + 1), draw.row % (grid.lastColumn() + 1)];
    if (to === at || to === at + 1) return null;
    hands.does({ kind: 'drag', sheet, axis: 'column', at, count: 1, to });
    return `drags column ${at + 1} of “${hands.tab}” before column ${to + 1}`;
  },
  'insert column': (hands) => {
    const at = hands.draw.column % (hands.grid.lastColumn() + 1);
    hands.does({ kind: 'insert', sheet: hands.sheet, axis: 'column', at, count: 1, like: 'after' });
    return `inserts a column before column ${at + 1} of “${hands.tab}”`;
  },
  'copy row': copyRow,
  'type row': typeRow,
  undo: ({ world }) => {
    if (!world.person.person.undo()) return null;
    world.tookBackAt = ++world.moment;
    return 'presses Ctrl+Z';
  },
  filter,
  'hide column': (hands) => {
    const at = hands.draw.column % (hands.grid.lastColumn() + 1);
    hands.does({ kind: 'lines', sheet: hands.sheet, axis: 'column', at, count: 1, change: { hidden: true } });
    return `hides column ${at + 1} of “${hands.tab}”`;
  },
  'rename header': (hands) => {
    const name = OWN[hands.tab][0];
    const column = name === undefined ? -1 : hands.column(name);
    if (name === undefined || column < 0) return null;
    const header = `${name} ${++hands.world.typed}`;
    hands.world.names.set(header, name);
    hands.does(hands.type(0, column, [header]));
    return `renames the header ${name} of “${hands.tab}” to “${header}”`;
  },
  'rename header of ours': renameOurs,
  'rename tab': renameTab,
  'delete history': deleteHistory,
  evict: ({ world }) => {
    world.users.ann.evict();
    return 'lets time pass until Google has forgotten all that was cached';
  },
};
