import type { Found } from '../domain/crm';
import { CrmError } from '../domain/errors';
import { idPattern, isId } from '../domain/ids';
import { type CellValue, isTextKind } from './codec';
import type { History } from './history';
import { refuseMovedColumns } from './moved-columns';
import type { Kept, Name, RecordRows } from './record-rows';
import { completeRows, lastWritten } from './unfinished-rows';
import { type ColumnRun, columnRuns, couldBeFormula, stretches, writeBlock } from './writing';

/** `found`: the only record there was, as it stands in its new row. */
export type Added<R> = { readonly added: number; readonly known: number; readonly found: Found<R> | null };

/**
 * Adds rows for the records that have none yet and completes those that an earlier try left unfinished. Throws
 * `SHEET_BROKEN` where one of the fields that the user filled in has no column.
 */
export function addRecords<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  records: readonly R[],
  filledIn: readonly Name<R>[],
): Added<R> {
  const needed = filledIn.filter((name) => !rows.of.optional.includes(name));
  for (const name of needed) if (records.some((record) => rows.encoded(record, name) !== '')) rows.columnOf(name);
  const there = numbersOf(rows, records);
  const fresh = records.filter(({ id }) => !there.has(id));
  const found = fresh.length > 0 ? writeNew(rows, history, fresh) : null;
  const known = records.filter(({ id }) => there.has(id));
  const completed = known.length > 0 ? completeRows(rows, history, known, there) : 0;
  return { added: fresh.length + completed, known: known.length - completed, found };
}

function numbersOf<R extends Kept>(rows: RecordRows<R>, records: readonly R[]): ReadonlyMap<string, number> {
  const [only] = records;
  if (records.length > 1 || !only) return rows.rowNumbers();
  const number = rows.rowNumberOf(only.id);
  return new Map(number === null ? [] : [[only.id, number]]);
}

/** Rows that were empty a moment ago may hold something now, where a person sorted or inserted: looked at last. */
function writeNew<R extends Kept>(rows: RecordRows<R>, history: History, records: readonly R[]): Found<R> | null {
  for (let tries = 0; tries < 3; tries++) {
    const first = makeRoom(rows, records.length, tries > 0);
    const runs = columnRuns(rows.layout.columns);
    keepTexts(rows, runs, first, records.length);
    const above = rowAbove(rows, first, records.length);
    if (above === null) {
      rows.lookAgain();
      continue;
    }
    writeCellsOf(rows, history, runs, first, records);
    SpreadsheetApp.flush();
    return confirm(rows, first, above, records);
  }
  throw rows.keepsMoving();
}

/**
 * Where this takes several calls, the id goes first and a date of ours last: a row with an id and without that
 * date is unfinished, and the same call again completes it.
 */
function writeCellsOf<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  runs: readonly ColumnRun<Name<R>>[],
  first: number,
  records: readonly R[],
): void {
  const cellsOf = (names: readonly Name<R>[]): CellValue[][] =>
    records.map((record) => names.map((name) => rows.encoded(record, name)));
  const takesOne = runs.length === 1 && !cellsOf(rows.names).flat().some(couldBeFormula);
  const last = lastWritten(rows);
  const withId = runs.filter(({ names }) => names.includes('id'));
  for (const { column, names } of [...withId, ...runs.filter((run) => !withId.includes(run))]) {
    const date = takesOne || last === undefined ? -1 : names.indexOf(last);
    const block = cellsOf(names).map((cells) => cells.map((cell, index) => (index === date ? '' : cell)));
    writeBlock(rows.sheet, first, column, block);
    if (names.includes('id')) for (const { id } of records) history.noteCreated(rows.of.kind, id);
  }
  if (!takesOne && last !== undefined) writeBlock(rows.sheet, first, rows.columnOf(last), cellsOf([last]));
}

/** The row above the new ones; null where that is no record or header of ours, or they are not empty. */
function rowAbove<R extends Kept>(rows: RecordRows<R>, first: number, count: number): readonly CellValue[] | null {
  const { sheet, layout, of } = rows;
  const [above, ...fresh] = sheet.getRange(first - 1, 1, count + 1, layout.headers.length).getValues();
  const ours = [...layout.columns.values()];
  // People's own columns may hold something in any row, such as what a formula spills.
  if (!fresh.every((cells) => ours.every((column) => cells[column - 1] === ''))) return null;
  const id = rows.columnOf('id');
  const text = String(above![id - 1]);
  const isOurs = first - 1 === layout.headerRow ? text === layout.headers[id - 1] : isId(of.kind, text);
  return isOurs ? above! : null;
}

/**
 * No lock holds people: where somebody moved rows between our last look and the commit, other records may have stood
 * under our pen. What they were is not known any more, so the user is told at once, while Ctrl+Z still helps.
 */
function confirm<R extends Kept>(
  rows: RecordRows<R>,
  first: number,
  above: readonly CellValue[],
  records: readonly R[],
): Found<R> | null {
  const { sheet, of, layout } = rows;
  const id = rows.columnOf('id') - 1;
  const ids = records.map((record) => record.id);
  const range = sheet.getRange(first - 1, 1, ids.length + 1, layout.headers.length);
  const there = range.getValues() as CellValue[][];
  const expected = [String(above[id]), ...ids];
  if (there.every((cells, index) => String(cells[id]) === expected[index])) {
    refuseMovedColumns(rows, { row: first, before: above, now: there[0]! });
    return ids.length === 1 ? rows.rowOf(first, there[1]!, []).found : null;
  }
  if (areAllThere(rows, first, ids)) return null;
  const what = ids.length > 1 ? `${ids.length} ${of.noun}s` : `the ${of.noun}`;
  throw new CrmError(
    'CONFLICT',
    `Somebody moved rows of “${sheet.getName()}” in the moment in which ${what} went in. Look at it now: if a row is missing, press Ctrl+Z in the grid and try again.`,
  );
}

/**
 * Whether the new records and as many others are in the tab as there were rows between the header and them: then none
 * stood under the pen, and the rows moved later.
 */
function areAllThere<R extends Kept>(rows: RecordRows<R>, first: number, fresh: readonly string[]): boolean {
  const before = first - 1 - rows.layout.headerRow;
  const there = idsNow(rows);
  return fresh.every((id) => there.has(id)) && there.size - fresh.length >= before;
}

/** None where the header is what stood under the pen. */
function idsNow<R extends Kept>(rows: RecordRows<R>): ReadonlySet<string> {
  try {
    return new Set([...rows.rowNumbers().keys()].filter((id) => isId(rows.of.kind, id)));
  } catch {
    return new Set();
  }
}

/** Puts empty rows under the last record and answers with the first one's number. */
function makeRoom<R extends Kept>(
  { sheet, layout, idColumn, of }: RecordRows<R>,
  count: number,
  isAgain: boolean,
): number {
  const { headerRow, headers } = layout;
  const ids = idColumn.createTextFinder(idPattern(of.kind)).useRegularExpression(true).matchEntireCell(true);
  const last = ids.findPrevious()?.getRow() ?? 0;
  const room = sheet.getMaxRows() - Math.max(last, headerRow);
  const isFree = (row: number) => room >= count && sheet.getRange(row, 1, count, headers.length).isBlank();
  if (last > headerRow) {
    // Another try takes the rows that the one before put in, wherever they are now; an earlier call may have left many.
    const mayBeThere = isAgain || count > 1;
    if (!mayBeThere || !isFree(last + 1)) sheet.insertRowsAfter(last, count);
    return last + 1;
  }
  if (room < count) sheet.insertRowsAfter(sheet.getMaxRows(), count - room);
  // A first record goes right under the header, unless somebody typed there.
  else if (!isFree(headerRow + 1)) sheet.insertRowsBefore(headerRow + 1, count);
  return headerRow + 1;
}

/** New rows take the formats of their neighbours, which may be anything; texts need the one that keeps them texts. */
function keepTexts<R extends Kept>(
  rows: RecordRows<R>,
  runs: readonly ColumnRun<Name<R>>[],
  first: number,
  count: number,
): void {
  const isText = (name: Name<R>) => isTextKind(rows.field(name).kind);
  const blocks = runs.flatMap(({ names, column }) =>
    stretches(names, isText).map(({ from, items }) =>
      rows.sheet.getRange(first, column + from, count, items.length).getA1Notation(),
    ),
  );
  rows.sheet.getRangeList(blocks).setNumberFormat('@');
}
