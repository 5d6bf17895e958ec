import type { SpreadsheetFile } from '../engine/file';
import { fail } from './errors';

/** Source: Google Drive Help "Files you can store in Google Drive". */
const CELLS = 10_000_000;
const COLUMNS = 18_278;
/** Source: quoted widely from the help centre. */
const TABS = 200;

/** Empty cells count too. */
export function refuseTooManyCells(file: SpreadsheetFile, added: number): void {
  const cells = file.sheets.reduce((sum, { grid }) => sum + grid.height * grid.width, 0);
  if (cells + added > CELLS)
    fail(`This action would increase the number of cells in the workbook above the limit of ${CELLS} cells.`);
}

export function refuseTooManyColumns(columns: number): void {
  if (columns > COLUMNS)
    fail(`This action would increase the number of columns in the sheet above the limit of ${COLUMNS} columns.`);
}

export function refuseTooManyTabs(file: SpreadsheetFile): void {
  if (file.sheets.length >= TABS)
    fail(`This action would increase the number of sheets in the workbook above the limit of ${TABS} sheets.`);
}
