import type { CellValue } from './codec';
import type { Layout } from './layout';
import type { Kept, RecordRows } from './record-rows';

/** Rows of a tab as they were at one moment. */
export type TabLines = {
  /** The numbers of the first row and the first column. */
  readonly top: number;
  readonly left: number;
  readonly lines: readonly (readonly CellValue[])[];
};

/**
 * Everything below the header, or no more than the columns of some fields and what stands between; one call once the
 * columns are known. Throws `BUSY` where rows keep moving.
 */
export function readLines<R extends Kept>(rows: RecordRows<R>, names?: readonly (keyof R & string)[]): TabLines {
  for (let tries = 0; tries < 3; tries++) {
    const { sheet, headerRow, headers, columns } = rows.layout;
    const wanted = (names ?? []).map((name) => columns.get(name)).filter((column) => column !== undefined);
    const left = names ? Math.min(...wanted) : 1;
    const right = names ? Math.max(...wanted) : widthOf(rows.layout);
    const count = Math.max(0, sheet.getLastRow() - headerRow);
    const values = sheet.getRange(headerRow, left, count + 1, right - left + 1).getValues() as CellValue[][];
    const [top, ...lines] = values;
    if (top!.every((cell, index) => String(cell) === headers[left - 1 + index]))
      return { top: headerRow + 1, left, lines };
    rows.lookAgain();
  }
  throw rows.keepsMoving();
}

/** Up to the last column that has a header, or is one of ours. */
export const widthOf = <R>({ headers, columns }: Layout<R>): number =>
  Math.max(...columns.values(), ...headers.map((header, index) => (header === '' ? 0 : index + 1)));
