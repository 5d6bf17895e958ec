import { isId } from '../../domain/ids';
import type { RecordRows } from '../record-rows';
import type { Row } from '../row-values';
import type { Kept } from '../tab-columns';
import { linesBelow } from '../tab-lines';

/** Every record of a tab, in the order of the rows. Throws `BUSY` where they keep moving. */
export function readTab<R extends Kept>(rows: RecordRows<R>): readonly Row<R>[] {
  return rows.steadily(() => {
    const { sheet, layout } = rows;
    let formulas: readonly (readonly string[])[] = [];
    const read = linesBelow(sheet, layout, { left: 1, right: layout.width }, (height) => {
      formulas = formulasOf(rows, height);
    });
    const id = rows.columnOf('id') - 1;
    return read?.lines.flatMap((cells, index) =>
      isId(rows.of.kind, String(cells[id])) ? [rows.rowOf(read.top + index, cells, formulas[index + 1] ?? [])] : [],
    );
  });
}

/**
 * The formulas from the header down, by column, in R1C1 notation. People work things out in columns of their own: those are
 * read. Ours rarely hold a formula; Sheets looks whether they do, and only then all columns are read a second time.
 */
function formulasOf<R extends Kept>({ sheet, layout }: RecordRows<R>, height: number): readonly (readonly string[])[] {
  const { headerRow, columns, own, width } = layout;
  const ours = [...columns.values()];
  const block = (first: number, last: number) => sheet.getRange(headerRow, first, height, last - first + 1);
  if (mayHoldFormulas(block(Math.min(...ours), Math.max(...ours)))) return inCells(block(1, width));
  if (own.size === 0) return [];
  const [first, last] = [Math.min(...own.values()), Math.max(...own.values())];
  const before = new Array<string>(first - 1).fill('');
  return inCells(block(first, last)).map((line) => [...before, ...line]);
}

const inCells = (range: GoogleAppsScript.Spreadsheet.Range): readonly (readonly string[])[] =>
  range.getFormulasR1C1().map((line) => line.map((formula) => formula ?? ''));

const mayHoldFormulas = (range: GoogleAppsScript.Spreadsheet.Range): boolean =>
  range.createTextFinder('^=').useRegularExpression(true).matchFormulaText(true).findNext() !== null;
