import type { CellValue } from './codec';

/** Rows and columns from a corner, as many as there are: people may have taken some out. One call. */
export function valuesAt(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  row: number,
  height: number,
  width: number,
): readonly (readonly CellValue[])[] {
  try {
    return sheet.getRange(row, 1, height, width).getValues() as CellValue[][];
  } catch (error) {
    // Asked only now: it would be two steps more for every look that finds its cells.
    const rows = Math.min(height, sheet.getMaxRows() - row + 1);
    const columns = Math.min(width, sheet.getMaxColumns());
    if (rows === height && columns === width) throw error;
    return rows < 1 ? [] : (sheet.getRange(row, 1, rows, columns).getValues() as CellValue[][]);
  }
}
