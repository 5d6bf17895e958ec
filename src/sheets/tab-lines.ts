import type { CellValue } from './codec';
import type { Layout } from './layout';
import type { RecordRows } from './record-rows';
import type { Kept } from './tab-columns';

/** A tab of more cells than these is not read whole where somebody waits: that takes two or three seconds. */
export const WHOLE_TAB_CELLS = 250_000;

/** Rows of a tab as they were at one moment. */
export type TabLines = {
  /** The numbers of the first row and the first column. */
  readonly top: number;
  readonly left: number;
  readonly lines: readonly (readonly CellValue[])[];
};

/**
 * Everything below the header in these columns; undefined where the header is not where it was, or where rows came in
 * while we looked, so that the row below the last one holds something too. Two calls, and `lookFirst` between them, which
 * gets the height with the header and the row below.
 */
export function linesBelow<R>(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  { headerRow, headers }: Layout<R>,
  { left, right }: { readonly left: number; readonly right: number },
  lookFirst: (height: number) => void = () => {},
): TabLines | undefined {
  const maxRows = sheet.getMaxRows();
  const count = sheet.getLastRow() - headerRow;
  if (count < 1) return { top: headerRow + 1, left, lines: [] };
  const height = Math.min(count + 2, maxRows - headerRow + 1);
  if (right > sheet.getMaxColumns()) return undefined;
  lookFirst(height);
  const range = sheet.getRange(headerRow, left, height, right - left + 1);
  const [top = [], ...lines] = range.getValues() as CellValue[][];
  const isSteady = top.every((cell, index) => String(cell) === headers[left - 1 + index]);
  const below = lines[count] ?? [];
  // Blank rows that came in above the last one show in the height of the tab alone.
  if (!isSteady || !below.every((cell) => cell === '') || sheet.getMaxRows() !== maxRows) return undefined;
  return { top: headerRow + 1, left, lines: lines.slice(0, count) };
}

/**
 * Everything below the header, or no more than the columns of some fields and what stands between. Throws `BUSY` where rows
 * keep moving.
 */
export function readLines<R extends Kept>(rows: RecordRows<R>, names?: readonly (keyof R & string)[]): TabLines {
  return rows.steadily(() => {
    const { columns, width } = rows.layout;
    const wanted = names?.map((name) => columns.get(name)).filter((column) => column !== undefined);
    const [left, right]: readonly [number, number] = wanted ? [Math.min(...wanted), Math.max(...wanted)] : [1, width];
    return linesBelow(rows.sheet, rows.layout, { left, right });
  });
}
