import { CrmError } from '../domain/errors';
import { idPattern } from '../domain/ids';
import { isTextKind } from './codec';
import type { Name, RecordRows } from './record-rows';
import { couldBeFormula, stretches, writeBlock, writeCells } from './writing';

type WithId = { readonly id: string };

/** Columns of ours that stand next to each other. */
type Run<R> = { readonly column: number; readonly names: Name<R>[] };

/** Adds rows for the records that have none yet; answers with those. The others are completed where a first try ended. */
export function addRecords<R extends WithId>(rows: RecordRows<R>, records: readonly R[]): readonly R[] {
  const there = idsThere(rows, records);
  const fresh = records.filter(({ id }) => !there.has(id));
  if (fresh.length > 0) writeNew(rows, fresh);
  for (const record of records) if (there.has(record.id)) completeTexts(rows, record);
  return fresh;
}

function idsThere<R extends WithId>(rows: RecordRows<R>, records: readonly R[]): ReadonlySet<string> {
  const [only] = records;
  if (records.length === 1 && only) return new Set(rows.rowNumberOf(only.id) === null ? [] : [only.id]);
  const wanted = new Set(records.map(({ id }) => id));
  const all = rows.columns(['id']).map(({ id }) => id);
  return new Set(all.filter((id) => wanted.has(id)));
}

/** Rows that were empty a moment ago may hold something now, where a person sorted or inserted: looked at last. */
function writeNew<R extends WithId>(rows: RecordRows<R>, records: readonly R[]): void {
  const { sheet } = rows;
  const runs = columnRuns(rows);
  for (let tries = 0; tries < 3; tries++) {
    const first = makeRoom(rows, records.length);
    keepTexts(rows, runs, first, records.length);
    const above = idAbove(rows, first, records.length);
    if (above === null) continue;
    for (const { column, names } of runs) {
      const block = records.map((record) => names.map((name) => rows.encoded(record, name)));
      writeBlock(sheet, first, column, block);
    }
    SpreadsheetApp.flush();
    confirm(rows, first, [above, ...records.map(({ id }) => id)]);
    return;
  }
  throw new CrmError('BUSY', `The rows of “${sheet.getName()}” keep moving. Try again in a moment.`);
}

/** What stands in the id column above the new rows, or null where the new rows are not empty any more. */
function idAbove<R extends WithId>(rows: RecordRows<R>, first: number, count: number): string | null {
  const [above, ...fresh] = rows.sheet.getRange(first - 1, 1, count + 1, rows.layout.headers.length).getValues();
  const isBlank = fresh.every((cells) => cells.every((cell) => cell === ''));
  return isBlank ? String(above![rows.columnOf('id') - 1]) : null;
}

/**
 * No lock holds people: where somebody moved rows between our last look and the commit, other records may have stood
 * under our pen. What they were is not known any more, so the user is told at once, while Ctrl+Z still helps.
 */
function confirm<R extends WithId>(rows: RecordRows<R>, first: number, ids: readonly string[]): void {
  const { sheet, of } = rows;
  const there = sheet.getRange(first - 1, rows.columnOf('id'), ids.length, 1).getValues();
  if (there.every(([id], index) => String(id) === ids[index])) return;
  const what = ids.length > 2 ? `${ids.length - 1} ${of.noun}s` : `the ${of.noun}`;
  throw new CrmError(
    'CONFLICT',
    `Somebody moved rows of “${sheet.getName()}” in the moment in which ${what} went in. Look at it now: if a row is missing, press Ctrl+Z in the grid and try again.`,
  );
}

/** Puts empty rows under the last record and answers with the first one's number. */
function makeRoom<R extends WithId>({ sheet, layout, idColumn, of }: RecordRows<R>, count: number): number {
  const ids = idColumn.createTextFinder(idPattern(of.kind)).useRegularExpression(true).matchEntireCell(true);
  const last = ids.findPrevious();
  if (last) {
    sheet.insertRowsAfter(last.getRow(), count);
    return last.getRow() + 1;
  }
  const { headerRow, headers } = layout;
  const room = sheet.getMaxRows() - headerRow;
  if (room < count) sheet.insertRowsAfter(sheet.getMaxRows(), count - room);
  // A first record goes right under the header, unless somebody typed there.
  if (sheet.getRange(headerRow + 1, 1, count, headers.length).isBlank()) return headerRow + 1;
  sheet.insertRowsBefore(headerRow + 1, count);
  return headerRow + 1;
}

/** New rows take the formats of their neighbours, which may be anything; texts need the one that keeps them texts. */
function keepTexts<R extends WithId>(rows: RecordRows<R>, runs: readonly Run<R>[], first: number, count: number): void {
  const isText = (name: Name<R>) => isTextKind(rows.field(name).kind);
  const blocks = runs.flatMap(({ names, column }) =>
    stretches(names, isText).map(({ from, items }) =>
      rows.sheet.getRange(first, column + from, count, items.length).getA1Notation(),
    ),
  );
  rows.sheet.getRangeList(blocks).setNumberFormat('@');
}

/** Our columns as stretches without anyone else's between: those are not ours to write. */
function columnRuns<R extends WithId>({ layout }: RecordRows<R>): Run<R>[] {
  const runs: Run<R>[] = [];
  for (const [name, column] of [...layout.columns].sort(([, a], [, b]) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && last.column + last.names.length === column) last.names.push(name);
    else runs.push({ column, names: [name] });
  }
  return runs;
}

/**
 * Texts that could be taken for formulas are written after their row. Where a first try ended between the two, the
 * second one finds the row there, with these cells blank, and completes it.
 */
function completeTexts<R extends WithId>(rows: RecordRows<R>, record: R): void {
  const risky = rows.names.filter(
    (name) => couldBeFormula(rows.encoded(record, name)) && rows.layout.columns.has(name),
  );
  const row = risky.length > 0 ? rows.findRow(record.id) : null;
  if (!row) return;
  const cells = risky.map((name) => ({ column: rows.columnOf(name), cell: rows.encoded(record, name) }));
  writeCells(
    rows.sheet,
    row.number,
    cells.filter(({ column }) => row.cells[column - 1] === ''),
  );
}
