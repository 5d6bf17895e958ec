import type { Found } from '../domain/crm';
import { isOwnName } from '../domain/own-fields';
import { type CellValue, isSerialOf, sameCell } from './codec';
import type { History } from './history';
import type { Layout } from './layout';
import { saysTheSame } from './layout-hint';
import { columnsMoved } from './moved-columns';
import { type Fresh, writeNew } from './new-rows';
import type { Kept, RecordRows } from './record-rows';
import type { Name } from './row-values';
import { lastAbove, roomAtEnd } from './set-aside';
import { valuesAt } from './values-at';
import { writeCells } from './writing';

/** Where new rows were written, by which columns. */
type Written<R> = { readonly first: number; readonly layout: Layout<R> };

/**
 * Looks again at new rows at the end of their tab and moves them under the last record. Where somebody moved columns or
 * rows under the pen, only empty rows were hit: these are emptied again, and the new ones written once more.
 */
export function placeNew<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  { first, layout }: Written<R>,
  fresh: Fresh<R>,
  tries = 0,
): Found<R> | null {
  if (tries > 2) throw rows.keepsMoving();
  const count = fresh.records.length;
  let there = valuesAt(layout.sheet, first, count, layout.width);
  const isSame = saysTheSame(layout);
  if (!isSame) {
    lookAgain(rows, { first, layout }, fresh);
    there = valuesAt(rows.sheet, first, count, rows.layout.width);
  }
  if (fresh.records.every((record, index) => holdsAll(rows, there[index], record, fresh.filledIn)))
    return moveUp(rows, history, first, there);
  if (!isSame) return writeByNewColumns(rows, history, { first, layout }, fresh, tries);
  return gather(rows, history, first, fresh, tries);
}

/** Where a column is gone without which there are no records, the new ones go too. Throws `SHEET_BROKEN`. */
function lookAgain<R extends Kept>(rows: RecordRows<R>, { first, layout }: Written<R>, fresh: Fresh<R>): void {
  rows.lookAgain();
  try {
    rows.columnOf('id' as Name<R>);
  } catch (error) {
    const { sheet } = layout;
    const all = sheet.getMaxColumns();
    const there = valuesAt(sheet, first, fresh.records.length, all);
    if (holdNothingElse(there, fresh, layout, rows)) sheet.getRange(first, 1, fresh.records.length, all).clearContent();
    throw error;
  }
}

function moveUp<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  first: number,
  there: readonly (readonly CellValue[])[],
): Found<R> | null {
  const under = lastAbove(rows, first) + 1;
  if (under < first) rows.sheet.moveRows(rows.sheet.getRange(first, 1, there.length, 1), under);
  // The last step of all, and nothing is read after it.
  history.mustCommit();
  return there.length === 1 ? rows.rowOf(Math.min(under, first), there[0]!, []).found : null;
}

function holdsAll<R extends Kept>(
  rows: RecordRows<R>,
  cells: readonly CellValue[] | undefined,
  record: R,
  filledIn: readonly Name<R>[],
): boolean {
  return (
    cells !== undefined && wanted(rows, record, filledIn).every((one) => sameCell(cells[one.column - 1]!, one.cell))
  );
}

/** What the cells of a new record are to hold; people's own columns only where something was filled in. */
function wanted<R extends Kept>(rows: RecordRows<R>, record: R, filledIn: readonly Name<R>[]) {
  const own = filledIn.filter((name) => isOwnName(name as string) && rows.encoded(record, name) !== '');
  const names = [...rows.layout.columns.keys(), ...own] as Name<R>[];
  return names.map((name) => ({ column: rows.columnOf(name), cell: rows.encoded(record, name) }));
}

/** The rows hold nothing but what we wrote: cells that are no longer ours are emptied, then all is written by the new columns. */
function writeByNewColumns<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  { first, layout }: Written<R>,
  fresh: Fresh<R>,
  tries: number,
): Found<R> | null {
  const { sheet } = rows;
  const { records } = fresh;
  const row = sheet.createTextFinder(records[0]!.id).matchEntireCell(true).findNext()?.getRow() ?? first;
  const there = valuesAt(sheet, row, records.length, sheet.getMaxColumns());
  if (holdNothingElse(there, fresh, layout, rows))
    sheet.getRange(row, 1, records.length, sheet.getMaxColumns()).clearContent();
  else if (!records.every(({ id }, index) => there[index]?.some((cell) => String(cell) === id)))
    throw columnsMoved(rows, row);
  const ours = new Set(rows.layout.columns.values());
  const left = [...layout.columns.values(), ...layout.own.values()].filter((column) => !ours.has(column));
  const cells = left
    .filter((column) => column <= sheet.getMaxColumns() && isWritten(layout, column, fresh))
    .map((column) => sheet.getRange(row, column, records.length, 1).getA1Notation());
  if (cells.length > 0) sheet.getRangeList(cells).clearContent();
  writeNew(rows, null, row, fresh);
  return placeNew(rows, history, { first: row, layout: rows.layout }, fresh, tries + 1);
}

/** An id of ours may have been written over by ourselves: then only what stands beside it tells whose row it is. */
function holdNothingElse<R extends Kept>(
  there: readonly (readonly CellValue[])[],
  { records, filledIn }: Fresh<R>,
  { columns }: Layout<R>,
  rows: RecordRows<R>,
): boolean {
  const names = [...columns.keys(), ...filledIn] as Name<R>[];
  const ours = records.flatMap((record) => names.map((name) => rows.encoded(record, name)));
  // A checkbox that nobody ticked says false.
  const isOurs = (cell: CellValue) =>
    cell === '' || cell === false || ours.some((one) => sameCell(one, cell) || isSerialOf(one, cell));
  return there.length === records.length && there.every((line) => line.every(isOurs));
}

const isWritten = <R>({ columns, own }: Layout<R>, column: number, { filledIn }: Fresh<R>): boolean =>
  [...columns.values()].includes(column) || filledIn.some((name) => own.get(name as never) === column);

/** Some of it went into other rows, which were empty, or somebody moved the new rows: what is lacking is written again. */
function gather<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  first: number,
  { records, filledIn }: Fresh<R>,
  tries: number,
): Found<R> | null {
  const numbers = rows.rowNumbers();
  emptyStrays(rows, first, { records, filledIn });
  const missing = records.filter(({ id }) => !numbers.has(id));
  for (const record of records) {
    const number = numbers.get(record.id);
    if (number !== undefined) completeRow(rows, number, record, filledIn);
  }
  history.commit();
  if (missing.length > 0) {
    const again = roomAtEnd(rows.sheet, missing.length);
    writeNew(rows, null, again, { records: missing, filledIn });
    placeNew(rows, history, { first: again, layout: rows.layout }, { records: missing, filledIn }, tries + 1);
  }
  return records.length === 1 ? rows.getRow(records[0]!.id).found : null;
}

function completeRow<R extends Kept>(
  rows: RecordRows<R>,
  number: number,
  record: R,
  filledIn: readonly Name<R>[],
): void {
  const [cells = []] = valuesAt(rows.sheet, number, 1, rows.layout.width);
  if (String(cells[rows.columnOf('id') - 1]) !== record.id) throw rows.keepsMoving();
  const lacking = wanted(rows, record, filledIn).filter(({ column, cell }) => !sameCell(cells[column - 1]!, cell));
  writeCells(rows.sheet, number, lacking);
}

/** Rows without an id that hold nothing but what was meant for the new ones. */
function emptyStrays<R extends Kept>(rows: RecordRows<R>, first: number, { records, filledIn }: Fresh<R>): void {
  const { sheet, layout } = rows;
  const id = rows.columnOf('id') - 1;
  const cells = records.flatMap((record) => wanted(rows, record, filledIn).map(({ cell }) => cell));
  const isOurs = (cell: CellValue) => cell === '' || cells.some((one) => sameCell(one, cell));
  valuesAt(sheet, first, records.length, layout.width).forEach((line, index) => {
    const isStray = line[id] === '' && line.some((cell) => cell !== '') && line.every(isOurs);
    if (isStray) sheet.getRange(first + index, 1, 1, layout.width).clearContent();
  });
}
