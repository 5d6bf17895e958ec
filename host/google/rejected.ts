import type { Edit } from '../engine/edits';
import type { SpreadsheetFile } from '../engine/file';
import { rectOf } from '../engine/rect';
import { rejections, violation } from '../engine/rules';
import type { Block } from '../engine/values';
import { addressOf } from './a1';
import type { WrittenCell } from './cell-values';
import { fail } from './errors';

/** A rule that rejects invalid input stops scripts too, and nothing of the write goes in. */
export function refuseRejected(
  file: SpreadsheetFile,
  corner: { readonly row: number; readonly column: number },
  cells: Block<WrittenCell>,
): void {
  const rejecting = rejections(file);
  cells.forEach((row, r) => {
    row.forEach(({ value, formula, format }, c) => {
      const rejects = rejecting(format);
      if (!rejects || formula !== null || rejects.allows(value, file.formats.get(format).numberFormat)) return;
      fail(violation(addressOf(rectOf(corner.row + r, corner.column + c)), rejects.rule));
    });
  });
}

/** The same for values that are pasted alone, so that the rules of their new place stay. */
export function refusePasted(file: SpreadsheetFile, edit: Edit): void {
  if (edit.kind !== 'cells' || !edit.layers.values || edit.layers.formats) return;
  const { row, column, layers } = edit;
  const values = edit.layers.values;
  const formats = file.sheet(edit.sheet)!.grid.formats(rectOf(row, column, values.length, values[0]!.length));
  refuseRejected(
    file,
    edit,
    values.map((line, r) =>
      line.map((value, c) => ({ value, formula: layers.formulas?.[r]?.[c] ?? null, format: formats[r]![c]! })),
    ),
  );
}
