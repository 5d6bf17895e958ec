import type { RecordKind } from '../domain/ids';
import type { Book, TabKey } from './book';
import { FORMATS } from './column-looks';
import { styleHeader } from './header-style';
import { HISTORY_HEADERS } from './history';
import { setUpSettings } from './set-up-settings';
import { setUpTable } from './set-up-table';
import { activityTable, leadTable, opportunityTable } from './tables';
import { writeBlock } from './writing';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A row that was there before the CRM and is a record now. */
export type Adopted = { readonly kind: RecordKind; readonly id: string };

/**
 * Makes what is missing of the CRM's tabs and leaves the rest alone: a second run changes nothing, other tabs are never
 * touched, and a tab that is already called Leads keeps its columns, with ours added to their right. What fails in the
 * middle is finished by the next run.
 */
export function setUpTabs(book: Book): readonly Adopted[] {
  const tabs: Partial<Record<TabKey, number>> = {};
  const adopted: Adopted[] = [];
  const settings = setUpSettings(book);
  tabs.settings = settings.sheet.getSheetId();
  const note = (key: TabKey, kind: RecordKind, made: ReturnType<typeof setUpTable>) => {
    tabs[key] = made.sheet.getSheetId();
    adopted.push(...made.adopted.map((id) => ({ kind, id })));
    return made;
  };
  const leads = note('leads', 'lead', setUpTable(book, leadTable, settings.renewed));
  note('opportunities', 'opportunity', setUpTable(book, opportunityTable, settings.renewed));
  note('activities', 'activity', setUpTable(book, activityTable, settings.renewed));
  tabs.history = (book.findTab('history') ?? makeHistory(book)).getSheetId();
  book.remember(tabs);
  if (leads.isNew) leads.sheet.activate();
  return adopted;
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
