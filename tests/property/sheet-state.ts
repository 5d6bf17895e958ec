import type { Sheet } from '../../host/engine/sheet';

/** What a cell holds: its formula, or its value as JSON; '' where it is blank. */
export type Content = string;

export const TABS = ['Leads', 'Opportunities', 'Activities'] as const;
export type Tab = (typeof TABS)[number];

/** The column of the ids of each tab. */
export const ID: Readonly<Record<Tab, string>> = {
  Leads: 'Lead ID',
  Opportunities: 'Opportunity ID',
  Activities: 'Activity ID',
};

/** Of the file. */
export const ZONE = 'America/New_York';

/** A column of a person's own that tells rows apart whatever happens to their ids. */
export const REF = 'Ref';

const DAY = 86_400_000;

/** What stands in it, by number: of activities a day, because a task that comes again takes the texts of the last one along. */
export const refOf = (tab: Tab, kind: string, n: number): string =>
  tab === 'Activities' ? new Date(Date.UTC(2040, 0, 1) + n * DAY).toISOString().slice(0, 10) : `${kind} ${n}`;

export type Cells = Readonly<Record<string, Content>>;

/** The rows of a tab by what tells them apart, blank ones left out. */
export type Rows = ReadonlyMap<string, Cells>;

export type State = {
  readonly tabs: Readonly<Record<Tab, Rows>>;
  /** Keys that several rows share. */
  readonly doubled: readonly string[];
  /** Of the rows by what tells them apart: where they are in the sheet, from 1. */
  readonly numbers: Readonly<Record<Tab, ReadonlyMap<string, number>>>;
};

export const textOf = (content: Content | undefined): string => {
  if (!content) return '';
  return content.startsWith('=') ? content : String(JSON.parse(content));
};

/** The file's tabs of records by the ids that the tabs had at the start. */
export type TabIds = Readonly<Record<Tab, number>>;

export const contentAt = ({ grid }: Sheet, row: number, column: number): Content => {
  const formula = grid.formula(row, column);
  if (formula !== null) return formula;
  const value = grid.value(row, column);
  return value === null || value === '' ? '' : JSON.stringify(value);
};

/** Where a tab's columns are now, by the header they had at the start. */
export function columnsOf({ grid }: Sheet, names: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  const last = grid.lastColumn();
  for (let column = 0; column <= last; column++) {
    const header = String(grid.value(0, column) ?? '');
    const name = header === '' ? `(column ${column + 1})` : (names.get(header) ?? header);
    columns.set(columns.has(name) ? `${name} (again, column ${column + 1})` : name, column);
  }
  return columns;
}

type ReadTab = { readonly rows: Rows; readonly doubled: string[]; readonly numbers: ReadonlyMap<string, number> };

/** One tab, with the keys that several rows share. Names: headers that a person changed, with what they were before. */
export function readTab(sheet: Sheet, tab: Tab, names: ReadonlyMap<string, string>): ReadTab {
  const { grid } = sheet;
  const numbers = new Map<string, number>();
  const columns = [...columnsOf(sheet, names)];
  const rows = new Map<string, Cells>();
  const doubled: string[] = [];
  const last = grid.lastRow();
  if (last < 1) return { rows, doubled, numbers };
  const block = { row: 1, column: 0, rows: last, columns: grid.lastColumn() + 1 };
  const [values, formulas] = [grid.values(block), grid.formulas(block)];
  values.forEach((line, row) => {
    const cells: Record<string, Content> = {};
    let isBlank = true;
    for (const [name, column] of columns) {
      const value = line[column];
      const content = formulas[row]![column] ?? (value === null || value === '' ? '' : JSON.stringify(value));
      if (!content) continue;
      cells[name] = content;
      isBlank = false;
    }
    if (isBlank) return;
    const key = textOf(cells[REF]) || textOf(cells[ID[tab]]) || `row with ${Object.values(cells).join(' ')}`;
    if (rows.has(key)) doubled.push(`${tab}: ${key}`);
    rows.set(key, cells);
    numbers.set(key, row + 2);
  });
  return { rows, doubled, numbers };
}

/** One cell, or a whole row that came or went. */
export type Difference = {
  readonly tab: Tab;
  readonly row: string;
  readonly column: string;
  readonly from: Content;
  readonly to: Content;
};

export type Step = {
  readonly cells: readonly Difference[];
  readonly came: readonly { readonly tab: Tab; readonly row: string; readonly cells: Cells }[];
  readonly went: readonly { readonly tab: Tab; readonly row: string; readonly cells: Cells }[];
};

export const NO_STEP: Step = { cells: [], came: [], went: [] };

export function columnsIn(a: Cells, b: Cells): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}

/** What changed from one state to another. */
export function stepBetween(before: State, after: State): Step {
  if (before === after) return NO_STEP;
  const step = { cells: [] as Difference[], came: [] as Step['came'][number][], went: [] as Step['went'][number][] };
  for (const tab of TABS) {
    const [old, now] = [before.tabs[tab], after.tabs[tab]];
    for (const [row, cells] of old) {
      const there = now.get(row);
      if (!there) step.went.push({ tab, row, cells });
      else
        for (const column of columnsIn(cells, there)) {
          const [from, to] = [cells[column] ?? '', there[column] ?? ''];
          if (from !== to) step.cells.push({ tab, row, column, from, to });
        }
    }
    for (const [row, cells] of now) if (!old.has(row)) step.came.push({ tab, row, cells });
  }
  return step;
}

/** The part of a step that is in some tabs. */
export const stepIn = ({ cells, came, went }: Step, isIn: (tab: Tab) => boolean): Step => ({
  cells: cells.filter(({ tab }) => isIn(tab)),
  came: came.filter(({ tab }) => isIn(tab)),
  went: went.filter(({ tab }) => isIn(tab)),
});

/** The state with some steps made on top of it. */
export function withSteps(state: State, steps: readonly Step[]): State {
  if (steps.length === 0) return state;
  const tabs = { ...state.tabs };
  for (const tab of TABS) {
    const rows = new Map(tabs[tab]);
    for (const { cells, came, went } of steps) {
      for (const gone of went) if (gone.tab === tab) rows.delete(gone.row);
      for (const here of came) if (here.tab === tab) rows.set(here.row, here.cells);
      for (const cell of cells)
        if (cell.tab === tab && rows.has(cell.row))
          rows.set(cell.row, { ...rows.get(cell.row), [cell.column]: cell.to });
    }
    tabs[tab] = rows;
  }
  return { ...state, tabs };
}

export const rowsWithId = (state: State, tab: Tab, id: string): readonly string[] =>
  [...state.tabs[tab]].filter(([, cells]) => textOf(cells[ID[tab]]) === id).map(([key]) => key);
