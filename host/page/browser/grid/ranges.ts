import type { Rect } from '../../../engine/rect';

/** A block of cells as Univer names it. */
export const rangeOf = ({ row, column, rows, columns }: Rect) => ({
  startRow: row,
  endRow: row + rows - 1,
  startColumn: column,
  endColumn: column + columns - 1,
});

export const rectOfRange = (range: {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
}): Rect => ({
  row: range.startRow,
  column: range.startColumn,
  rows: range.endRow - range.startRow + 1,
  columns: range.endColumn - range.startColumn + 1,
});
