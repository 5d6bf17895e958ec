import type { Grid } from '../../host/engine/grid';

/** Calls back when cells are read, with the last row of them. */
export function onLook(grid: Grid, look: (lastRow: number) => void): () => void {
  const { values, formulas } = grid;
  grid.values = (rect) => {
    look(rect.row + rect.rows - 1);
    return values.call(grid, rect);
  };
  grid.formulas = (rect) => {
    look(rect.row + rect.rows - 1);
    return formulas.call(grid, rect);
  };
  return () => {
    Object.assign(grid, { values, formulas });
  };
}
