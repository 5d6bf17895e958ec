import type { Host } from '../../host/host';
import type { Scene } from './budgets';

type Tab = 'Leads' | 'Opportunities' | 'Activities' | 'Settings' | 'History';

export const gridOf = (host: Host, tab: Tab) => host.file.sheetNamed(tab)!.grid;

const NOTHING: Scene = {
  row: 0,
  headers: 0,
  shown: 0,
  tabsShown: 0,
  deleted: { rows: 0, runs: 0, cells: 0 },
  changed: { records: 0, cells: 0, looked: 0, rows: 0, span: 0 },
  records: 0,
  besides: 0,
};

/** The facts about the tabs that an action is about, with what else is to be said of it. */
export function sceneOf(host: Host, tabs: readonly Tab[], more: Partial<Scene> = {}): Scene {
  const widths = tabs.map((tab) => gridOf(host, tab).width);
  return { ...NOTHING, row: Math.max(...widths), headers: widths.reduce((sum, width) => sum + width, 0), ...more };
}

/** With the tabs that the first screen shows. */
export function openingScene(host: Host): Scene {
  const tabs = ['Settings', 'Leads', 'Opportunities'] as const;
  const cells = tabs.map((tab) => cellsIn(host, tab));
  return sceneOf(host, tabs, { tabsShown: tabs.length, shown: cells.reduce((sum, count) => sum + count, 0) });
}

/** A column of a tab by its header, below the header, down to the last row in use. */
export function columnIn(host: Host, tab: Tab, header: string): readonly unknown[] {
  const grid = gridOf(host, tab);
  const [headers = []] = grid.values({ row: 0, column: 0, rows: 1, columns: grid.width });
  const column = headers.indexOf(header);
  if (column < 0) throw new Error(`“${tab}” has no column “${header}”.`);
  return grid.values({ row: 1, column, rows: grid.lastRow(), columns: 1 }).map(([cell]) => cell);
}

/** The columns from the id of a record to one of its fields. */
export function spanTo(host: Host, tab: Tab, header: string): number {
  const [headers = []] = gridOf(host, tab).values({ row: 0, column: 0, rows: 1, columns: gridOf(host, tab).width });
  return headers.indexOf(header) + 1;
}

/** Cells of a tab that is read whole before many of its rows are written: docs/decisions/0012-budgets.md. */
const READ_WHOLE = 50_000;

/** What is looked at before some rows are written: values and formulas of the whole tab, or of the rows, or of the field. */
export function lookedAt(host: Host, tab: Tab, rows: number, span: number): number {
  const { width, height } = gridOf(host, tab);
  // The row below the last one tells whether rows came in.
  if (height * width <= READ_WHOLE) return 2 * cellsIn(host, tab) + width;
  return rows * (rows * width <= READ_WHOLE ? 2 * width : span + 1);
}

/** All cells of a tab down to the last row in use. */
export const cellsIn = (host: Host, tab: Tab): number => (gridOf(host, tab).lastRow() + 1) * gridOf(host, tab).width;

/** The scene of a lead's end: its row, its deals' and all activities', by runs of neighbours. */
export function deletionScene(host: Host, lead: string): Scene {
  const tabs = ['Leads', 'Opportunities', 'Activities'] as const;
  const deleted = { rows: 0, runs: 0, cells: 0 };
  for (const tab of tabs) {
    const isOf = columnIn(host, tab, 'Lead ID').map((id) => id === lead);
    const rows = isOf.filter(Boolean).length;
    deleted.rows += rows;
    deleted.runs += isOf.filter((is, index) => is && !isOf[index - 1]).length;
    deleted.cells += rows * gridOf(host, tab).width;
  }
  return sceneOf(host, tabs, { deleted });
}

/** Of a line of History that lies between two of the person: all of it; of the others the id. */
const CELLS_A_LINE = 9;

/** The same where the deals stay and History is gone through. */
export function erasureScene(host: Host, lead: string): Scene {
  const [rows, span] = [columnIn(host, 'Opportunities', 'Lead ID').length, 3];
  const changed = { records: 2, cells: 2, looked: lookedAt(host, 'Opportunities', rows, span), rows, span };
  return { ...deletionScene(host, lead), changed, besides: CELLS_A_LINE * gridOf(host, 'History').lastRow() };
}
