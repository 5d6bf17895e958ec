type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Whether this user may edit anything in a tab: viewers may not, nor those from whom it is protected. The last row is asked,
 * because headers are often protected; cell by cell where somebody protected a column. No service call. Source: reference
 * "Range.canEdit", which tells of all cells of a range at once.
 */
export function mayEdit(sheet: Sheet): boolean {
  const row = sheet.getMaxRows();
  const width = sheet.getMaxColumns();
  if (sheet.getRange(row, 1, 1, width).canEdit()) return true;
  for (let column = 1; column <= width; column++) if (sheet.getRange(row, column).canEdit()) return true;
  return false;
}
