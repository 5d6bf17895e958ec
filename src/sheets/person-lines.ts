import { opportunityFields } from '../domain/fields';
import type { CellValue } from './codec';
import { type Header, NAMES } from './history-columns';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Columns = ReadonlyMap<Header, number>;

/** Whom History has to forget: the lead with its names, its activities, and deals in whose lines it is named. */
export type Person = {
  readonly id: string;
  readonly names: readonly string[];
  readonly activities: readonly string[];
  readonly deals: readonly string[];
};

/** Fields of a deal that name its lead. */
export const LINKS: readonly string[] = [opportunityFields.leadId.header, opportunityFields.lead.header];

/** A line of History where it stood when it was read. */
export type Line = {
  readonly row: number;
  cell(header: Header): CellValue;
  of(header: Header): string;
};

/** Lines that are read together: History may be longer than what one call should bring. */
const CHUNK = 5000;

/** Read above and below: so far lines may go within a moment, for people take few out at once. */
const AROUND = 20;

/**
 * The lines of the person’s records and of their deals, and all that name the lead anywhere; `around`: with what stands
 * between and beside them. Null where people moved lines meanwhile.
 */
export function linesNaming(
  sheet: Sheet,
  columns: Columns,
  { id, activities, deals }: Person,
): { readonly lines: readonly Line[]; readonly around: readonly Line[] } | null {
  const last = sheet.getLastRow();
  const column = columns.get('Record ID');
  if (last < 2 || column === undefined) return { lines: [], around: [] };
  const cells = sheet.getRange(1, column, last, 1).getValues();
  const ids = cells.map(([cell]) => String(cell));
  const found = sheet.createTextFinder(id).matchCase(true).findAll();
  const naming = found.map((cell) => cell.getRow());
  // Records that are gone already are known only by the lines that name the lead.
  const wanted = new Set([...activities, ...deals, ...naming.map((row) => ids[row - 1]!)]);
  const rows = ids.flatMap((one, index) => (index > 0 && wanted.has(one) ? [index + 1] : []));
  const around = linesAround(sheet, columns, rows);
  const isWanted = new Set(rows);
  const areSteady = around.every((line) => line.of('Record ID') === ids[line.row - 1]);
  return areSteady ? { lines: around.filter(({ row }) => isWanted.has(row)), around } : null;
}

/** The lines of these rows and all between, in few long pieces instead of many short ones; by row. */
export function linesAround(sheet: Sheet, columns: Columns, rows: readonly number[]): readonly Line[] {
  const last = sheet.getLastRow();
  const from = Math.min(...columns.values());
  const width = Math.max(...columns.values()) - from + 1;
  const lines = new Map<number, Line>();
  for (const piece of piecesOf(rows)) {
    const [first, end] = [Math.max(2, piece.first - AROUND), Math.min(last, piece.last + AROUND)];
    if (end < first) continue;
    const cells = sheet.getRange(first, from, end - first + 1, width).getValues() as CellValue[][];
    for (const [index, line] of cells.entries()) {
      const cell = (header: Header) => line[(columns.get(header) ?? 0) - from] ?? '';
      lines.set(first + index, { row: first + index, cell, of: (header) => String(cell(header)) });
    }
  }
  return [...lines.values()];
}

export function piecesOf(rows: readonly number[]): readonly { first: number; last: number }[] {
  const pieces: { first: number; last: number }[] = [];
  for (const row of rows) {
    const piece = pieces[pieces.length - 1];
    if (piece && row - piece.first < CHUNK) piece.last = row;
    else pieces.push({ first: row, last: row });
  }
  return pieces;
}

/** Whether a line is of an activity of the lead that was deleted earlier. */
export const isOfActivity = (line: Line, lead: string): boolean =>
  line.of('Record') === NAMES.activity && line.of('Data').includes(`"leadId":"${lead}"`);

/** What the lead was called in a line of its own. */
export const namesIn = (line: Line, lead: string): readonly string[] =>
  line.of('Record ID') === lead && ['Company', 'Contact'].includes(line.of('Field'))
    ? [line.of('Before'), line.of('After')].filter((text) => text !== '')
    : [];
