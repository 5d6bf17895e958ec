import { opportunityFields } from '../domain/fields';
import { DELETED, RESTORED } from '../domain/history';
import { isAnyId, isId } from '../domain/ids';
import type { CellValue } from './codec';
import { type Header, HISTORY_HEADERS, NAMES } from './history-columns';
import { changedIn, stands } from './misplaced-lines';

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
  /** All its cells that hold something, whatever header is above them. */
  readonly filled: readonly { readonly column: number; readonly cell: CellValue }[];
  /** Whether what it says stands under the headers that it belongs to. */
  readonly isInPlace: boolean;
};

/** Lines that are read together: History may be longer than what one call should bring. */
const CHUNK = 5000;

/** Read above and below: so far lines may go within a moment, for people take few out at once. */
const AROUND = 20;

/** Searched for at once: a longer expression may be too long for Sheets. */
const IDS_AT_ONCE = 50;

type Lines = { readonly lines: readonly Line[]; readonly around: readonly Line[] };

/**
 * The lines of the person’s records and of their deals, all that name one of these anywhere, and those of which the column of
 * ids does not tell what they are of; `around`: with what stands between and beside them. Null where people moved lines
 * meanwhile.
 */
export function linesNaming(sheet: Sheet, columns: Columns, { id, activities, deals }: Person): Lines | null {
  const last = sheet.getLastRow();
  if (last < 2) return { lines: [], around: [] };
  const column = idColumnOf(columns);
  const ids = sheet
    .getRange(1, column, last, 1)
    .getValues()
    .map(([cell]) => String(cell));
  // Records that are gone already are known only by the lines that name the lead, or a deal of it.
  const wanted = new Set([...activities, ...deals]);
  const want = (targets: readonly string[]) => {
    for (const row of rowsNaming(sheet, targets)) wanted.add(ids[row - 1] ?? '');
    const rows = ids.flatMap((one, index) => (index > 0 && (wanted.has(one) || !isAnyId(one)) ? [index + 1] : []));
    const around = linesAround(sheet, columns, rows);
    const isWanted = new Set(rows);
    return { around, lines: around.filter(({ row }) => isWanted.has(row)) };
  };
  let there = want([id, ...deals]);
  const gone = dealsGone(there.lines, id).filter((deal) => !deals.includes(deal));
  if (gone.length > 0) there = want(gone);
  return there.around.every((line) => textAt(line, column) === ids[line.row - 1]) ? there : null;
}

/** Where somebody renamed its header, lines are compared by the column in which it was at first. */
export const idColumnOf = (columns: Columns): number =>
  columns.get('Record ID') ?? HISTORY_HEADERS.indexOf('Record ID') + 1;

export const textAt = ({ filled }: Line, column: number): string =>
  String(filled.find((one) => one.column === column)?.cell ?? '');

function rowsNaming(sheet: Sheet, targets: readonly string[]): readonly number[] {
  const rows: number[] = [];
  for (let from = 0; from < targets.length; from += IDS_AT_ONCE) {
    const some = targets.slice(from, from + IDS_AT_ONCE).join('|');
    const found = sheet.createTextFinder(some).useRegularExpression(true).matchCase(true).findAll();
    rows.push(...found.map((cell) => cell.getRow()));
  }
  return rows;
}

/** The lines of these rows and all between, in few long pieces instead of many short ones; by row. */
export function linesAround(sheet: Sheet, columns: Columns, rows: readonly number[]): readonly Line[] {
  const from = Math.min(...columns.values());
  const lines = linesAcross(sheet, columns, rows, { from, to: Math.max(...columns.values()) });
  // What stands under the wrong headers may stand beside them as well.
  const wanted = new Set(rows);
  const areInPlace =
    columns.size === HISTORY_HEADERS.length && lines.every((one) => one.isInPlace || !wanted.has(one.row));
  return areInPlace ? lines : linesAcross(sheet, columns, rows, { from: 1, to: sheet.getMaxColumns() });
}

function linesAcross(
  sheet: Sheet,
  columns: Columns,
  rows: readonly number[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly Line[] {
  const last = sheet.getLastRow();
  const lines = new Map<number, Line>();
  for (const piece of piecesOf(rows)) {
    const [first, end] = [Math.max(2, piece.first - AROUND), Math.min(last, piece.last + AROUND)];
    if (end < first) continue;
    const cells = sheet.getRange(first, from, end - first + 1, to - from + 1).getValues() as CellValue[][];
    for (const [index, line] of cells.entries()) lines.set(first + index, asLine(first + index, line, columns, from));
  }
  return [...lines.values()];
}

function asLine(row: number, cells: readonly CellValue[], columns: Columns, from: number): Line {
  const cell = (header: Header) => cells[(columns.get(header) ?? 0) - from] ?? '';
  const of = (header: Header) => String(cell(header));
  const filled = cells.flatMap((one, index) => (one === '' ? [] : [{ column: from + index, cell: one }]));
  return { row, cell, of, filled, isInPlace: stands(columns, of) };
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

export const textsOf = ({ filled }: Line): readonly string[] => filled.map(({ cell }) => String(cell));

/** Deals that were deleted while they were the lead’s, and not brought back since: then they may have become another’s. */
export function dealsGone(lines: readonly Line[], lead: string): readonly string[] {
  const gone = new Set<string>();
  for (const line of [...lines].sort((a, b) => timeOf(a) - timeOf(b) || a.row - b.row)) {
    const texts = textsOf(line);
    const deal = texts.includes(NAMES.opportunity) && texts.find((text) => isId('opportunity', text));
    if (!deal) continue;
    if (texts.includes(RESTORED)) gone.delete(deal);
    else if (texts.includes(DELETED) && links(texts, 'leadId', lead)) gone.add(deal);
  }
  return [...gone];
}

const timeOf = ({ filled }: Line): number =>
  filled.map(({ cell }) => (typeof cell === 'object' ? cell.getTime() : 0)).find((time) => time > 0) ?? 0;

/** The activity of the lead, or of one of its deals, that a line says was deleted earlier. */
export function activityGone(line: Line, lead: string, deals: readonly string[]): string | undefined {
  const texts = textsOf(line);
  if (!texts.includes(NAMES.activity)) return undefined;
  const isOfTheirs = links(texts, 'leadId', lead) || deals.some((deal) => links(texts, 'opportunityId', deal));
  return isOfTheirs ? texts.find((text) => isId('activity', text)) : undefined;
}

export const links = (texts: readonly string[], field: 'leadId' | 'opportunityId', id: string): boolean =>
  texts.some((text) => text.startsWith('{') && text.includes(`"${field}":"${id}"`));

/** What the lead was called in a line of its own. */
export function namesIn(line: Line, lead: string): readonly string[] {
  if (!line.isInPlace) {
    const texts = textsOf(line);
    return texts.includes(lead) && texts.some((text) => NAMING.includes(text)) ? changedIn(texts) : [];
  }
  if (line.of('Record ID') !== lead || !NAMING.includes(line.of('Field'))) return [];
  return [line.of('Before'), line.of('After')].filter((text) => text !== '');
}

const NAMING: readonly string[] = ['Company', 'Contact'];
