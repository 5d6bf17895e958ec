import { type Placed, writeColumn } from './placed-cells';
import { couldBeParsed } from './writing';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A cell that is to hold something, or a formula (in R1C1 notation, which tells what it meant in whatever row it was). */
export type PutDown = Placed & { readonly formula: string };

/** Writes cells anywhere in a tab: what many of a column share in one call, neighbours together, formulas one by one. */
export function putDown(sheet: Sheet, cells: readonly PutDown[]): void {
  for (const { row, column, formula } of cells) if (formula !== '') sheet.getRange(row, column).setFormulaR1C1(formula);
  const plain = cells.filter(({ formula }) => formula === '');
  for (const column of new Set(plain.map((one) => one.column)))
    writeColumn(
      sheet,
      column,
      plain.filter((one) => one.column === column),
      couldBeParsed,
    );
}
