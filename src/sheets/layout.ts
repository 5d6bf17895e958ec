import { aliasesOf } from '../domain/aliases';
import { CrmError } from '../domain/errors';
import { type Field, type FieldsOf, plainHeader } from '../domain/fields';
import { isAnyId } from '../domain/ids';
import type { OwnName } from '../domain/own-fields';
import { say } from '../texts/say';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The key of our marks (developer metadata); values are `column:stage` and `header`. */
export const MARK = 'sheety';

/** How far down a header row is looked for where nothing marks it: people put rows above it. */
export const HEADER_ROWS = 10;

/** Where the columns of a tab are now. Columns and rows count from 1. */
export type Layout<R> = {
  readonly sheet: Sheet;
  readonly headerRow: number;
  readonly columns: ReadonlyMap<keyof R & string, number>;
  /** Columns of the user's own that have a header. */
  readonly own: ReadonlyMap<OwnName, number>;
  readonly headers: readonly string[];
  /** Columns up to the last one that has a header or a field. */
  readonly width: number;
  /** Fields whose column carries its mark. */
  readonly marked: ReadonlySet<string>;
  readonly hasHeaderMark: boolean;
  /** The header row was deleted, or sorted in among the records. */
  readonly isHeaderLost: boolean;
};

/** Finds each field's column by its mark, then by header, then by alias; never by position. Two calls. */
export function readLayout<R>(sheet: Sheet, fields: FieldsOf<R>): Layout<R> {
  // The cells first: where a column moves before the marks are read, the headers say something else when looked at again.
  const cells = sheet.getRange(1, 1, Math.min(HEADER_ROWS, sheet.getMaxRows()), sheet.getMaxColumns()).getValues();
  const marks = readMarks(sheet);
  const top = marks.header ?? 1;
  const rows = marks.header === null ? cells : [cells[top - 1] ?? rowAt(sheet, top)];
  const texts = rows.map((row) => row.map(String));
  const best = bestRow(texts, fields);
  const headers = texts[best.row]!;
  const columns = new Map(marks.columns) as Map<keyof R & string, number>;
  matchHeaders(headers, fields, columns);
  return {
    sheet,
    headerRow: top + best.row,
    columns,
    own: ownColumns(headers, new Set(columns.values())),
    headers,
    width: widthOf(headers, columns.values()),
    marked: new Set(marks.columns.keys()),
    hasHeaderMark: marks.header !== null,
    isHeaderLost:
      isAnyId(headers[(columns.get('id' as keyof R & string) ?? 0) - 1] ?? '') ||
      (best.score === 0 && (marks.header === null || headers.every((header) => header === ''))),
  };
}

/** Whether the mark of a field stands where the header is another field's: seldom by intent. */
export function isCrossed<R>({ headers, columns, marked }: Layout<R>, fields: FieldsOf<R>): boolean {
  const owners = new Map((Object.entries(fields) as [string, Field][]).map(([name, { header }]) => [header, name]));
  return [...columns].some(([name, column]) => {
    const owner = owners.get(headers[column - 1] ?? '');
    return marked.has(name) && owner !== undefined && owner !== name;
  });
}

/** Of a header that went further down. */
const rowAt = (sheet: Sheet, row: number) => sheet.getRange(row, 1, 1, sheet.getMaxColumns()).getValues()[0] ?? [];

function readMarks(sheet: Sheet): { header: number | null; columns: Map<string, number> } {
  const columns = new Map<string, number>();
  let header: number | null = null;
  for (const mark of sheet.createDeveloperMetadataFinder().withKey(MARK).find()) {
    const value = mark.getValue() ?? '';
    const location = mark.getLocation();
    const column = location.getColumn()?.getColumn();
    if (value === 'header') header = location.getRow()?.getRow() ?? null;
    else if (column !== undefined && value.startsWith('column:') && !columns.has(value.slice(7)))
      columns.set(value.slice(7), column);
  }
  return { header, columns };
}

/** The row that names the most fields: a title or a note may stand above it. */
function bestRow<R>(rows: readonly string[][], fields: FieldsOf<R>): { row: number; score: number } {
  let best = { row: 0, score: 0 };
  rows.forEach((headers, row) => {
    const found = new Map<keyof R & string, number>();
    matchHeaders(headers, fields, found);
    if (found.size > best.score) best = { row, score: found.size };
  });
  return best;
}

/** Adds the columns of fields that are still missing. Each column goes to one field. */
function matchHeaders<R>(
  headers: readonly string[],
  fields: FieldsOf<R>,
  columns: Map<keyof R & string, number>,
): void {
  const plain = headers.map(plainHeader);
  const taken = new Set(columns.values());
  const give = (name: keyof R & string, wanted: string) => {
    if (columns.has(name)) return;
    const column = plain.findIndex((header, index) => header === wanted && header !== '' && !taken.has(index + 1)) + 1;
    if (column === 0) return;
    columns.set(name, column);
    taken.add(column);
  };
  const entries = Object.entries(fields) as [keyof R & string, Field][];
  for (const [name, field] of entries) give(name, plainHeader(field.header));
  for (const [name, field] of entries) for (const alias of aliasesOf(field)) give(name, alias);
}

/** All columns that are none of ours, by header; of those that share one the first keeps it as it is. */
export function ownColumns(headers: readonly string[], taken: ReadonlySet<number>): ReadonlyMap<OwnName, number> {
  const own = new Map<OwnName, number>();
  headers.forEach((text, index) => {
    const header = text.trim();
    if (header === '' || taken.has(index + 1)) return;
    let name: OwnName = `+${header}`;
    for (let n = 2; own.has(name); n++) name = `+${header} (${n})`;
    own.set(name, index + 1);
  });
  return own;
}

export function widthOf(headers: readonly string[], columns: Iterable<number>): number {
  const named = headers.map((header, index) => (header.trim() === '' ? 0 : index + 1));
  return Math.max(1, ...named, ...columns);
}

/** Throws `SHEET_BROKEN`, naming the column. */
export function columnOf<R>(layout: Layout<R>, fields: FieldsOf<R>, field: keyof R & string): number {
  const column = layout.columns.get(field);
  if (column !== undefined) return column;
  const { header, kind } = fields[field] as Field;
  // A new column of ids would be empty: only the old one knows which row is which and what belongs to what.
  const message = say(kind === 'id' ? 'tab.noIds' : 'tab.noColumn', { tab: layout.sheet.getName(), header });
  throw new CrmError('SHEET_BROKEN', message, { field });
}

/** The column of a user's own field. Throws `SHEET_BROKEN`. */
export function ownColumnOf<R>({ sheet, own }: Layout<R>, field: OwnName): number {
  const column = own.get(field);
  if (column !== undefined) return column;
  const message = say('tab.noOwnColumn', { tab: sheet.getName(), header: field.slice(1) });
  throw new CrmError('SHEET_BROKEN', message, { field });
}

/** Throws `SHEET_BROKEN` where what stands in the place of the headers is none. */
export function refuseLostHeader<R>({ sheet, isHeaderLost }: Layout<R>): void {
  if (!isHeaderLost) return;
  throw new CrmError('SHEET_BROKEN', say('tab.noHeaders', { tab: sheet.getName() }));
}
