import { CrmError } from '../domain/errors';
import { say } from '../texts/say';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Columns of one row that are about to be written. */
export type Target = { readonly row: number; readonly rows?: number; readonly columns: readonly number[] };

/**
 * Throws `DENIED` where this user may not edit one of the cells, before any of them is written: a change of several goes in
 * whole or not at all. No service call.
 */
export function refuseProtected(sheet: Sheet, { row, rows = 1, columns }: Target): void {
  const isFree = (column: number) => sheet.getRange(row, column, rows, 1).canEdit();
  const first = Math.min(...columns);
  const last = Math.max(...columns);
  if (columns.length === 0 || sheet.getRange(row, first, rows, last - first + 1).canEdit()) return;
  const locked = columns.filter((column) => !isFree(column));
  if (locked.length === 0) return;
  const cell = sheet.getRange(row, locked[0]!).getA1Notation();
  const tab = sheet.getName();
  throw new CrmError(
    'DENIED',
    locked.length < columns.length ? say('tab.cellDenied', { cell, tab }) : say('tab.denied', { tab }),
  );
}
