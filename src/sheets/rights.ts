type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Cells of a tab that are asked one by one: people protect columns side by side, so that these lie far apart. */
const MOST_CELLS = 8;

/** Tabs of a file without the CRM that are asked. */
const MOST_TABS = 3;

/**
 * Whether this user may edit anything in a tab: viewers may not, nor those from whom it is protected. The last row is asked,
 * because headers are often protected; some of its cells where somebody protected a column. No service call, but what Google
 * does for each question is not known: a viewer is asked as few as will do. Source: reference "Range.canEdit", which tells of all cells of a
 * range at once.
 */
export function mayEdit(sheet: Sheet): boolean {
  const row = sheet.getMaxRows();
  const width = sheet.getMaxColumns();
  if (sheet.getRange(row, 1, 1, width).canEdit()) return true;
  const count = Math.min(width, MOST_CELLS);
  const columns = Array.from({ length: count }, (_, index) => 1 + Math.floor(((index + 0.5) * width) / count));
  return columns.some((column) => sheet.getRange(row, column).canEdit());
}

/** The same of a file of which no tab is ours. */
export const mayEditAny = (sheets: readonly Sheet[]): boolean => sheets.slice(0, MOST_TABS).some(mayEdit);
