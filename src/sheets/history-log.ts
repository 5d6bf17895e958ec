import type { How } from '../domain/crm';
import { type Logged, STAGE_RENAMED } from '../domain/history';
import type { RecordKind } from '../domain/ids';
import type { CellValue } from './codec';
import { columnsOf, type Header, HISTORY_HEADERS, NAMES } from './history-columns';
import { lettersOf } from './letters';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Pieces of History that are read of a record whose lines lie far apart, and lines in all of them: some three seconds. */
const PIECES = 12;
const LINES_READ = 20_000;

/** A read of its own takes as long as so many lines more: 100 ms, or 5 ms for each thousand cells. */
const WORTH_A_READ = 2_000;

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

  /** The newest lines of a record, oldest first, and how many others there are. Three calls, and one for each piece far from the others. */
  of(id: string, count: number): { lines: readonly Logged[]; left: number } {
    const sheet = this.sheet();
    if (!sheet) return { lines: [], left: 0 };
    const columns = columnsOf(sheet);
    const cells = cellsHolding(sheet, columns, 'Record ID', id);
    const pieces = newestPieces(cells.slice(-count).map((cell) => cell.getRow()));
    const lines = pieces
      .flatMap(({ first, last }) => read(sheet, columns, first, last))
      .filter((line) => line.id === id);
    return { lines: inTime(lines), left: Math.max(0, cells.length - lines.length) };
  }

  /** How many lines an action has. Two calls. */
  count(action: string): number {
    const sheet = this.sheet();
    return sheet ? cellsHolding(sheet, columnsOf(sheet), 'Action', action).length : 0;
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

type Columns = ReadonlyMap<Header, number>;

const rowsHolding = (sheet: Sheet, columns: Columns, header: Header, text: string): number[] =>
  cellsHolding(sheet, columns, header, text).map((cell) => cell.getRow());

/** From above. */
function cellsHolding(
  sheet: Sheet,
  columns: Columns,
  header: Header,
  text: string,
): readonly GoogleAppsScript.Spreadsheet.Range[] {
  const column = columns.get(header);
  if (column === undefined) return [];
  const letters = lettersOf(column);
  return sheet.getRange(`${letters}:${letters}`).createTextFinder(text).matchEntireCell(true).matchCase(true).findAll();
}

/** Rows as few runs, the lowest first, what lies between them included; those too far up are left out. */
function newestPieces(rows: readonly number[]): readonly { first: number; last: number }[] {
  const pieces: { first: number; last: number }[] = [];
  let lines = 0;
  for (const row of [...rows].reverse()) {
    const piece = pieces[pieces.length - 1];
    const isNear = piece !== undefined && piece.first - row < WORTH_A_READ;
    lines += isNear ? piece.first - row : 1;
    if (lines > LINES_READ || (!isNear && pieces.length === PIECES)) break;
    if (isNear) piece.first = row;
    else pieces.push({ first: row, last: row });
  }
  return pieces.reverse();
}

function read(sheet: Sheet, columns: Columns, first: number, last: number): readonly Logged[] {
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
