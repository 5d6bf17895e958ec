import { isId } from '../../domain/ids';
import type { CellValue } from '../codec';
import type { Kept, RecordRows } from '../record-rows';
import type { Row } from '../row-values';

/** Every record of a tab, in the order of the rows. Throws `BUSY` where they keep moving. */
export function readTab<R extends Kept>(rows: RecordRows<R>): readonly Row<R>[] {
  for (let tries = 0; tries < 3; tries++) {
    const { sheet, layout } = rows;
    const { headerRow, headers } = layout;
    const count = sheet.getLastRow() - headerRow;
    if (count < 1) return [];
    const range = sheet.getRange(headerRow, 1, count + 1, headers.length);
    const formulas = mayHoldFormulas(range) ? range.getFormulas() : [];
    const [top, ...lines] = range.getValues() as CellValue[][];
    if (top!.every((cell, index) => String(cell) === headers[index])) {
      const id = rows.columnOf('id') - 1;
      return lines.flatMap((cells, index) =>
        isId(rows.of.kind, String(cells[id]))
          ? [rows.rowOf(headerRow + 1 + index, cells, formulas[index + 1] ?? [])]
          : [],
      );
    }
    rows.lookAgain();
  }
  throw rows.keepsMoving();
}

/** Sheets looks for us: most tabs have none, and then no cell crosses for it. */
const mayHoldFormulas = (range: GoogleAppsScript.Spreadsheet.Range): boolean =>
  range.createTextFinder('^=').useRegularExpression(true).matchFormulaText(true).findNext() !== null;
