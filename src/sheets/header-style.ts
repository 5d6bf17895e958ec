/** What every header of ours looks like. */
export const HEADER_BACKGROUND = '#f1efe9';

export function styleHeader(range: GoogleAppsScript.Spreadsheet.Range): void {
  range.setFontWeight('bold').setBackground(HEADER_BACKGROUND);
}
