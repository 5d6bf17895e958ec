import type { CellValue } from './codec';
import { sameCell } from './codec';
import type { Layout } from './layout';
import type { Memory } from './memory';
import type { Kept, RecordRows } from './record-rows';
import { fieldOf, type Name } from './row-values';
import { writeCells } from './writing';

/** A column that was written for many records, and what went into each of its cells. */
export type WrittenColumn<R> = { readonly name: Name<R>; readonly cell: CellValue };

/**
 * Somebody moved columns under the pen: what stands in the place of a column that was written gets back what is remembered
 * of each record. Answers with the rows of which nobody knows what stood there.
 */
export function putBackUnder<R extends Kept>(
  rows: RecordRows<R>,
  memory: Memory,
  before: Layout<R>,
  written: readonly WrittenColumn<R>[],
  ids: readonly string[],
): readonly number[] {
  const numbers = rows.rowNumbers();
  const unknown = new Set<number>();
  for (const { name, cell } of written) {
    const column = placeOf(before, name);
    const standing = column === undefined ? name : nameAt(rows.layout, column);
    if (column === undefined || standing === name || column > rows.sheet.getMaxColumns()) continue;
    const cells = rows.sheet.getRange(1, column, rows.sheet.getMaxRows(), 1).getValues() as CellValue[][];
    for (const id of ids) {
      const row = numbers.get(id);
      if (row === undefined || !sameCell(cells[row - 1]![0]!, cell)) continue;
      const was = standing === null ? '' : remembered(rows, memory, id, standing);
      if (was === undefined) unknown.add(row);
      else if (!sameCell(was, cell)) writeCells(rows.sheet, row, [{ column, cell: was }]);
    }
  }
  return [...unknown];
}

function remembered<R extends Kept>(
  rows: RecordRows<R>,
  memory: Memory,
  id: string,
  name: Name<R>,
): CellValue | undefined {
  const known = memory.lastKnown(rows.of.kind, id) as R | null;
  return known && fieldOf(known, name) !== undefined ? rows.encoded(known, name) : undefined;
}

const placeOf = <R>({ columns, own }: Layout<R>, name: Name<R>): number | undefined =>
  columns.get(name as never) ?? own.get(name as never);

function nameAt<R>({ columns, own }: Layout<R>, column: number): Name<R> | null {
  const all = [...columns, ...own] as readonly (readonly [Name<R>, number])[];
  return all.find(([, one]) => one === column)?.[0] ?? null;
}
