import type { How } from '../domain/crm';
import { type Logged, STAGE_RENAMED } from '../domain/history';
import type { RecordKind } from '../domain/ids';
import type { CellValue } from './codec';
import { columnsOf, type Header, HISTORY_HEADERS, NAMES } from './history-columns';
import { lettersOf } from './letters';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** How far back the last change of a value is looked for. */
const RECENT = 300;

/** Lines that somebody takes out while they are read are looked for again. */
const MOST_LOOKS = 3;

/** Reads History: columns by header, lines by what stands in them; anything may have been done to either. */
export class HistoryLog {
  private readonly sheet: () => Sheet | null;

  constructor(sheet: () => Sheet | null) {
    this.sheet = sheet;
  }

  /** The lines that stand lowest, oldest first. Three calls. */
  newest(count: number): readonly Logged[] {
    const sheet = this.sheet();
    if (!sheet) return [];
    const columns = columnsOf(sheet);
    const last = sheet.getLastRow();
    return inTime(read(sheet, columns, Math.max(2, last - count + 1), last));
  }

  /**
   * What came to History since an action began, its own lines among it, oldest first. Four calls, however many lines; more
   * where somebody moves lines meanwhile.
   */
  since(action: string): readonly Logged[] {
    const sheet = this.sheet();
    if (!sheet) return [];
    const columns = columnsOf(sheet);
    const isOwn = (line: Logged) => line.action === action;
    for (let tries = 1; ; tries++) {
      const rows = rowsHolding(sheet, columns, 'Action', action);
      if (rows.length === 0) return [];
      const block = inTime(read(sheet, columns, rows[0]!, sheet.getLastRow()));
      // A line of which somebody made something else is never among them.
      if (tries < MOST_LOOKS && block.filter(isOwn).length < rows.length) continue;
      const first = block.findIndex(isOwn);
      return first < 0 ? [] : block.slice(first);
    }
  }

  /** The last change of each field of a record, by header, as far as History says. Three calls. */
  lastChanges(id: string): ReadonlyMap<string, Logged> {
    const sheet = this.sheet();
    if (!sheet) return new Map();
    const columns = columnsOf(sheet);
    const rows = rowsHolding(sheet, columns, 'Record ID', id);
    const last = rows[rows.length - 1];
    if (last === undefined) return new Map();
    const lines = read(sheet, columns, Math.max(rows[0]!, last - RECENT), last).filter((line) => line.id === id);
    return new Map([...lines].sort((a, b) => a.at - b.at).map((line) => [line.field, line]));
  }
}

/** Lines of one moment stay in the order in which they were written. */
const inTime = (lines: readonly Logged[]): readonly Logged[] => [...lines].sort((a, b) => a.at - b.at);

function rowsHolding(sheet: Sheet, columns: ReadonlyMap<Header, number>, header: Header, text: string): number[] {
  const column = columns.get(header);
  if (column === undefined) return [];
  const letters = lettersOf(column);
  const finder = sheet.getRange(`${letters}:${letters}`).createTextFinder(text).matchEntireCell(true).matchCase(true);
  return finder.findAll().map((cell) => cell.getRow());
}

function read(sheet: Sheet, columns: ReadonlyMap<Header, number>, first: number, last: number): readonly Logged[] {
  if (last < first) return [];
  const from = Math.min(...columns.values());
  const width = Math.max(...columns.values()) - from + 1;
  const lines = sheet.getRange(first, from, last - first + 1, width).getValues() as CellValue[][];
  return lines.flatMap((cells) => loggedIn((header) => cells[(columns.get(header) ?? 0) - from] ?? ''));
}

const KINDS = new Map(Object.entries(NAMES).map(([kind, name]) => [name, kind as RecordKind]));

/** Nothing where somebody made something else of the line. */
function loggedIn(cellOf: (header: Header) => CellValue): readonly Logged[] {
  const text = Object.fromEntries(HISTORY_HEADERS.map((header) => [header, String(cellOf(header))])) as Record<
    Header,
    string
  >;
  const kind = KINDS.get(text.Record);
  const when = cellOf('When');
  if (kind === undefined || (text['Record ID'] === '' && text.Field !== STAGE_RENAMED)) return [];
  return [
    {
      at: typeof when === 'object' ? when.getTime() : 0,
      who: text.Who,
      kind,
      id: text['Record ID'],
      field: text.Field,
      before: text.Before,
      after: text.After,
      how: text.How as How,
      action: text.Action,
      data: text.Data,
    },
  ];
}
