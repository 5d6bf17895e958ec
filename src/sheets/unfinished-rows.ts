import type { CellValue } from './codec';
import type { History } from './history';
import type { Kept, RecordRows } from './record-rows';
import { stretches, writeBlock } from './writing';

/** A record whose row is there, with what its cells hold. */
type Unfinished<R> = { readonly record: R; readonly row: number; readonly cells: readonly CellValue[] };

/** The date that is written last, where it has a column: a row without it is unfinished. */
export function lastWritten<R extends Kept>({ names, layout }: RecordRows<R>): (keyof R & string) | undefined {
  const dates = ['createdAt', 'updatedAt'] as readonly string[] as readonly (keyof R & string)[];
  return dates.find((name) => names.includes(name) && layout.columns.has(name));
}

/**
 * Fills the blank cells of rows that an earlier try of the same call left unfinished, and answers with their number.
 * Finished rows stay as they are; History gets the creations that it does not know of.
 */
export function completeRows<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  records: readonly R[],
  numbers: ReadonlyMap<string, number>,
): number {
  const all = read(rows, records, numbers);
  const last = lastWritten(rows);
  const order = [...rows.layout.columns].sort(([a], [b]) => Number(a === last) - Number(b === last));
  // Without such a date any cell may be one that the earlier try did not get to.
  const telling = last === undefined ? order : order.slice(-1);
  const lacks = ({ record, cells }: Unfinished<R>) =>
    telling.some(([name, column]) => cells[column - 1] === '' && rows.encoded(record, name) !== '');
  const unfinished = all.filter(lacks);
  for (const [name, column] of order) fill(rows, unfinished, name, column);
  if (unfinished.length > 0) {
    SpreadsheetApp.flush();
    read(rows, records, numbers);
  }
  for (const id of history.past.withoutCreation(records.map((record) => record.id)))
    history.noteCreated(rows.of.kind, id);
  return unfinished.length;
}

/** In the order of the rows. Throws `BUSY` where they are not where they were. */
function read<R extends Kept>(
  rows: RecordRows<R>,
  records: readonly R[],
  numbers: ReadonlyMap<string, number>,
): readonly Unfinished<R>[] {
  const placed = records.map((record) => ({ record, row: numbers.get(record.id) ?? 0 })).sort((a, b) => a.row - b.row);
  const first = placed[0]!.row;
  const height = placed[placed.length - 1]!.row - first + 1;
  const { sheet, layout } = rows;
  const cells = sheet.getRange(first, 1, height, layout.width).getValues() as CellValue[][];
  const id = rows.columnOf('id') - 1;
  return placed.map(({ record, row }) => {
    const own = cells[row - first]!;
    if (own[id] !== record.id) throw rows.keepsMoving();
    return { record, row, cells: own };
  });
}

/** Neighbours in a column share a call. */
function fill<R extends Kept>(
  rows: RecordRows<R>,
  unfinished: readonly Unfinished<R>[],
  name: keyof R & string,
  column: number,
): void {
  const first = unfinished[0]?.row ?? 0;
  const height = (unfinished[unfinished.length - 1]?.row ?? first - 1) - first + 1;
  const wanted = new Array<CellValue>(height).fill('');
  for (const { record, row, cells } of unfinished)
    if (cells[column - 1] === '') wanted[row - first] = rows.encoded(record, name);
  for (const { from, items } of stretches(wanted, (cell) => cell !== '')) {
    const block = items.map((cell) => [cell]);
    writeBlock(rows.sheet, first + from, column, block);
  }
}
