import { type CellValue, sameCell } from './codec';
import { lettersOf } from './letters';
import type { RecordRows } from './record-rows';
import type { Kept } from './tab-columns';
import { couldBeFormula, stretches, writeDown } from './writing';

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
  const columns = [...new Set(cells.map(({ column }) => column))];
  const of = (column: number, some: readonly Placed[]) => some.filter((one) => one.column === column);
  const blocks = columns.flatMap((column) => (of(column, texts).length > 0 ? blocksIn(column, of(column, texts)) : []));
  if (blocks.length > 0) sheet.getRangeList(blocks).setNumberFormat('@');
  for (const column of [
    ...columns.filter((one) => !last.includes(one)),
    ...columns.filter((one) => last.includes(one)),
  ])
    writeColumn(sheet, column, of(column, cells), couldBeFormula);
}

/** Writes cells of one column. `isRich`: what goes in as rich text, because Sheets would make something else of it there. */
export function writeColumn(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  column: number,
  cells: readonly Placed[],
  isRich: (cell: CellValue) => boolean,
): void {
  const [{ cell }] = cells as readonly [Placed];
  if (cells.length > 1 && !isRich(cell) && cells.every((one) => sameCell(one.cell, cell))) {
    sheet.getRangeList(blocksIn(column, cells)).setValue(cell);
    return;
  }
  for (const { first, items } of runsOf(cells))
    writeDown(
      sheet,
      first,
      column,
      items.map((item) => item.cell),
      isRich,
    );
}

type InRow = { readonly row: number };

/** Those that stand below each other, by row. */
export function runsOf<T extends InRow>(
  items: readonly T[],
): { readonly first: number; readonly items: readonly T[] }[] {
  const ordered = [...items].sort((a, b) => a.row - b.row);
  const first = ordered[0]!.row;
  const lines = new Array<T | null>(ordered[ordered.length - 1]!.row - first + 1).fill(null);
  for (const item of ordered) lines[item.row - first] = item;
  return stretches(lines, (line) => line !== null).map((run) => ({
    first: first + run.from,
    items: run.items as readonly T[],
  }));
}

/** The same of one column as blocks such as `B2:B9`. */
export function blocksIn(column: number, items: readonly InRow[]): string[] {
  const letters = lettersOf(column);
  return runsOf(items).map((run) => `${letters}${run.first}:${letters}${run.first + run.items.length - 1}`);
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
