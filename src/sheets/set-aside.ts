import type { Calendar } from '../domain/calendar';
import { CrmError } from '../domain/errors';
import type { RecordKind } from '../domain/ids';
import { say } from '../texts/say';
import { cellsWith } from './cells-with';
import type { CellValue } from './codec';
import { isAsKept, type KeptRow, keptRow } from './kept-row';
import { neighbours } from './neighbours';
import { valuesAt } from './values-at';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The rows of a tab, whatever records they hold. */
export type AnyRows = {
  readonly calendar: Calendar;
  readonly of: { readonly kind: RecordKind; readonly named: readonly string[] };
  readonly layout: {
    readonly sheet: Sheet;
    readonly headerRow: number;
    readonly headers: readonly string[];
    readonly columns: ReadonlyMap<string, number>;
  };
  readonly sheet: Sheet;
  readonly idColumn: GoogleAppsScript.Spreadsheet.Range;
  columnOf(name: 'id'): number;
  idsByRow(): readonly (readonly [string, number])[];
  isSteady(): boolean;
  lookAgain(): void;
  keepsMoving(): CrmError;
  encoded(record: { readonly [name: string]: unknown }, name: string): CellValue;
};

/** Rows that stand at the end of their tab, apart from all others, with what is in them. */
export type Aside = { readonly rows: AnyRows; readonly first: number; readonly kept: readonly KeptRow[] };

/** Empty rows between the records and those set aside: people put in fewer within a moment. */
const APART = 20;

/** And below these, for people take some out. They are never the last ones then, which Sheets does not give away. */
const BELOW = 4;

/** In so many places rows take turns, new ones in the lower half, those that go or come back in the upper. */
const PLACES = 64;

/** A search for more ids than this is longer than the list of all of them. */
const MANY = 50;

/**
 * Where some records are now; those that `areGone` need not be there. That another is not there is looked at once more with
 * its columns, which may have moved. Throws `SHEET_BROKEN` where two rows have the same id; of records that are `underWay`,
 * so that History has them, the lower row goes first.
 */
export function rowsOfIds(
  rows: AnyRows,
  ids: readonly string[],
  { areGone = false, underWay = false } = {},
): readonly number[] {
  if (ids.length === 0) return [];
  const search = () => (ids.length > MANY ? amongAll(rows, ids) : searched(rows, ids));
  let found = search();
  for (let tries = 0; tries < 3 && found.length < ids.length && !areGone && !rows.isSteady(); tries++) {
    rows.lookAgain();
    found = search();
  }
  if (underWay && found.length > 0) return oneEach(rows, ids);
  if (found.length <= ids.length) return found;
  const numbers = found.join(', ');
  throw new CrmError('SHEET_BROKEN', say('ids.sharedAmong', { rows: numbers, tab: rows.sheet.getName() }));
}

function amongAll(rows: AnyRows, ids: readonly string[]): readonly number[] {
  const wanted = new Set(ids);
  return rows.idsByRow().flatMap(([id, row]) => (wanted.has(id) ? [row] : []));
}

/** The lowest row of each: those that go stand at the end of their tab. */
function oneEach(rows: AnyRows, ids: readonly string[]): readonly number[] {
  return [...new Map(rows.idsByRow().filter(([id]) => ids.includes(id))).values()];
}

const searched = (rows: AnyRows, ids: readonly string[]): readonly number[] =>
  cellsWith(rows.idColumn, ids).map((cell) => cell.getRow());

/** Some records of a tab with the rows in which they were a moment ago. */
export type Going = { readonly rows: AnyRows; readonly ids: readonly string[]; readonly numbers: readonly number[] };

/**
 * Brings records to the end of their tabs and reads them there. Null, with all rows back among the others, where other
 * records were in those rows, or where somebody moved columns and what is in the rows `isRead`. Nothing is lost by that,
 * whatever people do meanwhile; what they do afterwards moves empty rows into the place, never a record. All tabs are written
 * before the first is read: to read commits what was written, which takes its time.
 */
export function setAllAside(going: readonly Going[], isRead = true): readonly Aside[] | null {
  const firsts = going.map(({ rows, numbers }) => roomAtEnd(rows.sheet, numbers.length));
  const isRight = ({ ids }: Going, { kept }: Aside) =>
    kept.every(({ id }) => ids.includes(id)) && new Set(kept.map(({ id }) => id)).size === kept.length;
  try {
    going.forEach(({ rows, numbers }, index) => void moveTo(rows.sheet, numbers, firsts[index]!));
    const asides = going.map(({ rows, numbers }, index) => {
      const first = firsts[index]!;
      return { rows, first, kept: readKept(rows, first, numbers.length) };
    });
    const areRight = asides.every((aside, index) => isRight(going[index]!, aside));
    if (areRight && (!isRead || going.every(({ rows }) => rows.isSteady()))) return asides;
    for (const { rows, first, kept } of asides) {
      moveBack(rows, first, kept.length);
      rows.lookAgain();
    }
    return null;
  } catch (error) {
    bringBack(
      going.map(({ rows, ids, numbers }, index) => ({ rows, ids, first: firsts[index]!, count: numbers.length })),
    );
    throw error;
  }
}

/** The same for one tab; null where none of the records is there. */
export function setAside(rows: AnyRows, ids: readonly string[]): Aside | null {
  for (let tries = 0; tries < 3; tries++) {
    const numbers = rowsOfIds(rows, ids);
    if (numbers.length === 0) return null;
    const asides = setAllAside([{ rows, ids, numbers }]);
    if (asides) return asides[0]!;
  }
  throw rows.keepsMoving();
}

export function moveTo(sheet: Sheet, numbers: readonly number[], to: number): void {
  const end = to + numbers.length;
  let moved = 0;
  for (const { first, count } of neighbours(numbers)) {
    sheet.moveRows(sheet.getRange(first - moved, 1, count, 1), end);
    moved += count;
  }
}

/** Makes sure of so many empty rows at the end of a tab, apart from all others; answers with the first. */
export const roomAtEnd = (sheet: Sheet, count: number): number => makeRoomAtEnd(sheet, count, PLACES / 2).first;

/**
 * The same, with how many rows were put in for it: as many as are asked for at least, so that they are empty whatever people
 * put in above since the tab was measured. It is another place each time: Ctrl+Z brings what was moved up last back to where
 * it was written, and what was deleted to where it was set aside. `above`: how many places stay free below.
 */
export function makeRoomAtEnd(
  sheet: Sheet,
  count: number,
  above = 0,
): { readonly first: number; readonly inserted: number } {
  const used = sheet.getLastRow();
  const rows = sheet.getMaxRows();
  const last = rows - count - BELOW + 1;
  const free = last - used - APART - 1;
  if (free >= 0) return { first: last - (free < PLACES ? free : above + (used % (PLACES / 2))), inserted: 0 };
  const inserted = Math.max(-free, count + BELOW);
  sheet.insertRowsAfter(rows, inserted);
  return { first: last + inserted, inserted };
}

function readKept(rows: AnyRows, first: number, count: number): readonly KeptRow[] {
  const range = rows.sheet.getRange(first, 1, count, rows.layout.headers.length);
  const formulas = range.getFormulasR1C1() as string[][];
  const values = range.getValues() as CellValue[][];
  return values.map((cells, index) => keptRow(rows.layout, first + index, cells, formulas[index]!));
}

/** The last row above these that has anything in the column of ids. */
export const lastAbove = (rows: AnyRows, first: number): number =>
  rows.sheet.getRange(first, rows.columnOf('id')).getNextDataCell(SpreadsheetApp.Direction.UP).getRow();

/** Under the others. */
export function moveBack(rows: AnyRows, first: number, count: number): void {
  rows.sheet.moveRows(rows.sheet.getRange(first, 1, count, 1), lastAbove(rows, first) + 1);
}

type Block = {
  readonly rows: AnyRows;
  readonly first: number;
  readonly count: number;
  readonly ids: readonly string[];
};

const isThere = ({ rows, first, count, ids }: Block): boolean =>
  first + count - 1 <= rows.sheet.getMaxRows() &&
  rows.sheet
    .getRange(first, rows.columnOf('id'), count, 1)
    .getValues()
    .every(([id]) => ids.includes(String(id)));

/**
 * Where somebody moved them first, they stay for another try: false. So do those into which somebody typed, if that is to be
 * looked at: not everybody's typing is told.
 */
export function deleteAside(asides: readonly Aside[], isLookedAt: boolean): boolean {
  const there = asides.filter((aside) => (isLookedAt ? isAsRead(aside) : isThere(blockOf(aside))));
  for (const aside of asides) {
    if (there.includes(aside)) aside.rows.sheet.deleteRows(aside.first, aside.kept.length);
    // Perhaps it is only their column of ids that went elsewhere.
    else aside.rows.lookAgain();
  }
  return there.length === asides.length;
}

function isAsRead({ rows: { sheet, layout }, first, kept }: Aside): boolean {
  const lines = valuesAt(sheet, first, kept.length, layout.headers.length);
  // What is neither a value nor a day, such as an image, some formula works out.
  const plain = (cell: CellValue) => (typeof cell === 'object' && !(cell instanceof Date) ? '' : cell);
  return (
    lines.length === kept.length &&
    lines.every((cells, index) => isAsKept(keptRow(layout, first + index, cells.map(plain), []), kept[index]!))
  );
}

/** After a failure: brings the rows back to the others, as far as that can be done. */
export function bringBackAll(asides: readonly Aside[]): void {
  bringBack(asides.map(blockOf));
}

const blockOf = ({ rows, first, kept }: Aside): Block => ({
  rows,
  first,
  count: kept.length,
  ids: kept.map(({ id }) => id),
});

function bringBack(blocks: readonly Block[]): void {
  for (const block of blocks) {
    try {
      if (isThere(block)) moveBack(block.rows, block.first, block.count);
    } catch (error) {
      console.error(`Rows ${block.first} and below were not brought back: ${(error as Error).message}`);
    }
  }
}
