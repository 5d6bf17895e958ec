import type { SpreadsheetFile } from '../engine/file';
import { rejections, violation } from '../engine/rules';
import type { Block } from '../engine/values';
import { addressOf } from './a1';
import type { WrittenCell } from './cell-values';
import { fail } from './errors';

/** A rule that rejects invalid input stops scripts too, and nothing of the write goes in. */
export function refuseInvalid(
  file: SpreadsheetFile,
  corner: { readonly row: number; readonly column: number },
  cells: Block<WrittenCell>,
): void {
  const rejecting = rejections(file);
  cells.forEach((row, r) => {
    row.forEach(({ value, formula, format }, c) => {
      const rejects = rejecting(format);
      if (!rejects || formula !== null || rejects.allows(value, file.formats.get(format).numberFormat)) return;
      const cell = { row: corner.row + r, column: corner.column + c, rows: 1, columns: 1 };
      fail(violation(addressOf(cell), rejects.rule));
    });
  });
}
