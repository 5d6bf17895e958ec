import type { Book, TabKey } from './book';
import { FORMATS } from './column-looks';
import { styleHeader } from './header-style';
import { HISTORY_HEADERS } from './history-columns';
import { setUpSettings } from './set-up-settings';
import { type OnAdopted, setUpTable } from './set-up-table';
import { activityTable, leadTable, opportunityTable } from './tables';
import { writeBlock } from './writing';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Makes what is missing of the CRM's tabs and leaves the rest alone: a second run changes nothing, other tabs are never
 * touched, and a tab that is already called Leads keeps its columns, with ours added to their right. What fails in the
 * middle is finished by the next run. `onAdopted` is told when there is a History to take it.
 */
export function setUpTabs(book: Book, onAdopted: OnAdopted): void {
  const tabs: Partial<Record<TabKey, number>> = {};
  const settings = setUpSettings(book);
  tabs.settings = settings.sheet.getSheetId();
  const makeSureOfHistory = () => {
    tabs.history ??= (book.findTab('history') ?? makeHistory(book)).getSheetId();
    book.remember(tabs);
  };
  const adopted: OnAdopted = (kind, ids) => {
    if (ids.length === 0) return;
    makeSureOfHistory();
    onAdopted(kind, ids);
  };
  const leads = setUpTable(book, leadTable, settings.renewed, adopted);
  tabs.leads = leads.sheet.getSheetId();
  tabs.opportunities = setUpTable(book, opportunityTable, settings.renewed, adopted).sheet.getSheetId();
  tabs.activities = setUpTable(book, activityTable, settings.renewed, adopted).sheet.getSheetId();
  makeSureOfHistory();
  if (leads.isNew) leads.sheet.activate();
}

/** The headers are written last: a tab that has them is complete, however often this failed before. */
function makeHistory(book: Book): Sheet {
  const sheet = book.findEmptyTab('history') ?? book.insertTab('history');
  const width = HISTORY_HEADERS.length;
  styleHeader(sheet.getRange(1, 1, 1, width));
  const formats = HISTORY_HEADERS.map((header) => (header === 'When' ? FORMATS.instant : '@'));
  const rows = sheet.getMaxRows();
  if (rows > 1) sheet.getRange(2, 1, rows - 1, width).setNumberFormats(Array.from({ length: rows - 1 }, () => formats));
  sheet.setFrozenRows(1);
  if (sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length === 0)
    sheet.protect().setDescription('The CRM writes this tab.').setWarningOnly(true);
  sheet.hideSheet();
  writeBlock(sheet, 1, 1, [[...HISTORY_HEADERS]]);
  return sheet;
}
