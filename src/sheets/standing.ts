import type { RecordRows } from './record-rows';
import type { Name } from './row-values';
import type { Kept } from './tab-columns';

/** What stands in a column now, after a failure in the middle of writing it; null where that cannot be told. */
export function standing<R extends Kept>(rows: RecordRows<R>, name: Name<R>): ReadonlySet<string> | null {
  try {
    const { sheet, headerRow } = rows.layout;
    const count = Math.max(1, sheet.getLastRow() - headerRow);
    const cells = sheet.getRange(headerRow + 1, rows.columnOf(name), count, 1).getValues();
    return new Set(cells.map(([cell]) => String(cell)));
  } catch {
    return null;
  }
}
