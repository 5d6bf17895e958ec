import type { Grid } from '../../host/engine/grid';
import type { Line } from './forgotten';

const WIDTH = 10;

/** One line of History; rows count from zero. */
export const lineAt = (grid: Grid, row: number): Line => linesFrom(grid, row, 1)[0] ?? [];

export function linesFrom(grid: Grid | undefined, row = 1, rows = (grid?.lastRow() ?? 0) - row + 1): readonly Line[] {
  if (!grid || rows < 1) return [];
  return grid.values({ row, column: 0, rows, columns: WIDTH }).map((cells) => cells.map((cell) => String(cell ?? '')));
}
