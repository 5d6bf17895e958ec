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
    const height = Math.min(count + 2, sheet.getMaxRows() - headerRow + 1);
    const range = sheet.getRange(headerRow, 1, height, layout.width);
    const formulas = formulasOf(rows, height);
    const [top, ...lines] = range.getValues() as CellValue[][];
    const id = rows.columnOf('id') - 1;
    // The row below the last one holds something where rows came in while we looked.
    const isSteady = (lines[count]?.[id] ?? '') === '';
    if (isSteady && top!.every((cell, index) => String(cell) === headers[index])) {
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

/**
 * The formulas from the header down, by column. People work things out in columns of their own: those are read. Ours rarely
 * hold a formula; Sheets looks whether they do, and only then all columns are read a second time.
 */
function formulasOf<R extends Kept>({ sheet, layout }: RecordRows<R>, height: number): readonly (readonly string[])[] {
  const { headerRow, columns, own, width } = layout;
  const ours = [...columns.values()];
  const block = (first: number, last: number) => sheet.getRange(headerRow, first, height, last - first + 1);
  if (mayHoldFormulas(block(Math.min(...ours), Math.max(...ours)))) return block(1, width).getFormulas();
  if (own.size === 0) return [];
  const [first, last] = [Math.min(...own.values()), Math.max(...own.values())];
  const before = new Array<string>(first - 1).fill('');
  return block(first, last)
    .getFormulas()
    .map((line) => [...before, ...line]);
}

const mayHoldFormulas = (range: GoogleAppsScript.Spreadsheet.Range): boolean =>
  range.createTextFinder('^=').useRegularExpression(true).matchFormulaText(true).findNext() !== null;
