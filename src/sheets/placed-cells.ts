import { type CellValue, sameCell } from './codec';
import { lettersOf } from './letters';
import type { Kept, RecordRows } from './record-rows';
import { couldBeFormula, stretches, writeBlock } from './writing';

/** A cell that is to hold something. */
export type Placed = { readonly row: number; readonly column: number; readonly cell: CellValue };

/**
 * Writes cells of many rows: a value that a whole column shares goes in with one call, others with one per stretch of
 * neighbours. Columns named last are written last. Texts stay texts whatever format people's rows came with.
 */
export function writePlaced<R extends Kept>(
  rows: RecordRows<R>,
  cells: readonly Placed[],
  last: readonly number[],
): void {
  const { sheet } = rows;
  const texts = cells.filter(({ cell }) => typeof cell === 'string' && cell !== '');
  if (texts.length > 0) sheet.getRangeList(blocksOf(texts)).setNumberFormat('@');
  const columns = [...new Set(cells.map(({ column }) => column))];
  for (const column of [
    ...columns.filter((one) => !last.includes(one)),
    ...columns.filter((one) => last.includes(one)),
  ])
    writeColumn(
      rows,
      column,
      cells.filter((one) => one.column === column).sort((a, b) => a.row - b.row),
    );
}

function writeColumn<R extends Kept>({ sheet }: RecordRows<R>, column: number, cells: readonly Placed[]): void {
  const [{ cell }] = cells as readonly [Placed];
  if (cells.length > 1 && !couldBeFormula(cell) && cells.every((one) => sameCell(one.cell, cell))) {
    sheet.getRangeList(blocksOf(cells)).setValue(cell);
    return;
  }
  for (const { first, items } of runsOf(cells)) {
    const block = items.map((item) => [item.cell]);
    writeBlock(sheet, first, column, block);
  }
}

/** Cells of one column that stand below each other. */
function runsOf(cells: readonly Placed[]): { readonly first: number; readonly items: readonly Placed[] }[] {
  const first = cells[0]!.row;
  const lines = new Array<Placed | null>(cells[cells.length - 1]!.row - first + 1).fill(null);
  for (const cell of cells) lines[cell.row - first] = cell;
  return stretches(lines, (line) => line !== null).map(({ from, items }) => ({
    first: first + from,
    items: items as readonly Placed[],
  }));
}

/** The same as blocks such as `B2:B9`. */
function blocksOf(cells: readonly Placed[]): string[] {
  const columns = [...new Set(cells.map(({ column }) => column))];
  return columns.flatMap((column) => {
    const own = cells.filter((one) => one.column === column).sort((a, b) => a.row - b.row);
    const letters = lettersOf(column);
    return runsOf(own).map(({ first, items }) => `${letters}${first}:${letters}${first + items.length - 1}`);
  });
}

/** The row numbers, in order, of the first hundred stretches: each costs a call where its values differ from row to row. */
export function first100(numbers: readonly number[]): ReadonlySet<number> {
  const ordered = [...numbers].sort((a, b) => a - b);
  let groups = 0;
  return new Set(
    ordered.filter((number, index) => {
      if (number !== (ordered[index - 1] ?? 0) + 1) groups++;
      return groups <= 100;
    }),
  );
}
