import type { CellValue } from './codec';
import type { History } from './history';
import type { Fresh } from './new-cells';
import { placeNew } from './place-new';
import type { RecordRows } from './record-rows';
import type { Kept } from './tab-columns';
import { lastWritten } from './write-new';

/**
 * Completes rows that an earlier try of the same call left unfinished, and answers with their number. Finished rows stay as
 * they are; History gets the creations that it does not know of. Throws `BUSY` where rows are not where they were.
 */
export function completeRows<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  { records, filledIn }: Fresh<R>,
  numbers: ReadonlyMap<string, number>,
): number {
  const { layout } = rows;
  const last = lastWritten(rows);
  // Without such a date any cell may be one that the earlier try did not get to.
  const telling = last === undefined ? [...layout.columns.keys()] : [last];
  const lines = read(rows, records, numbers);
  const isBlank = (record: R, name: keyof R & string) => lines.get(record.id)![rows.columnOf(name) - 1] === '';
  const lacks = (record: R) => telling.some((name) => isBlank(record, name) && rows.encoded(record, name) !== '');
  const unfinished = records.filter(lacks);
  if (unfinished.length > 0) {
    const written = { numbers: unfinished.map(({ id }) => numbers.get(id)!), layout, isApart: false };
    placeNew(rows, history, written, { records: unfinished, filledIn });
  }
  for (const id of history.past.withoutCreation(records.map((record) => record.id)))
    history.noteCreated(rows.of.kind, id);
  return unfinished.length;
}

/** By id. Throws `BUSY` where rows are not where they were. */
function read<R extends Kept>(
  rows: RecordRows<R>,
  records: readonly R[],
  numbers: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly CellValue[]> {
  const placed = records.map(({ id }) => ({ id, row: numbers.get(id) ?? 0 }));
  const first = Math.min(...placed.map(({ row }) => row));
  const height = Math.max(...placed.map(({ row }) => row)) - first + 1;
  const { sheet, layout } = rows;
  const cells = sheet.getRange(first, 1, height, layout.width).getValues() as CellValue[][];
  const id = rows.columnOf('id') - 1;
  if (placed.some((one) => cells[one.row - first]![id] !== one.id)) throw rows.keepsMoving();
  return new Map(placed.map((one) => [one.id, cells[one.row - first]!]));
}
