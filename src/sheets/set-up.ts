import type { Field, FieldKind, FieldsOf, ListName } from '../domain/fields';
import { DEFAULT_SETTINGS } from '../domain/settings';
import type { Book, TabKey } from './book';
import { HISTORY_HEADERS } from './history';
import { MARK, readLayout } from './layout';
import type { TableOf } from './record-rows';
import {
  BLOCKS,
  type BlockKey,
  columnsOfBlocks,
  FIRST_ROW,
  HEADER_ROW,
  settingsCells,
  TITLE_ROW,
} from './settings-tab';
import { activityTable, leadTable, opportunityTable } from './tables';
import { writeBlock } from './writing';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

const HEADER_BACKGROUND = '#f1efe9';

const FORMATS: Readonly<Record<FieldKind, string>> = {
  id: '@',
  text: '@',
  longText: '@',
  tags: '@',
  hidden: '@',
  money: '#,##0.00',
  number: '0',
  percent: '0%',
  day: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm',
};

const WIDTHS: Readonly<Record<FieldKind, number>> = {
  id: 130,
  text: 140,
  longText: 260,
  tags: 140,
  hidden: 100,
  money: 110,
  number: 70,
  percent: 90,
  day: 105,
  instant: 130,
};

/** Fields that need more or less room than their kind. */
const OWN_WIDTHS: Readonly<Record<string, number>> = {
  title: 220,
  company: 180,
  lead: 170,
  email: 190,
  subject: 220,
  pipeline: 110,
  currency: 80,
};

/** Lists of Settings that dropdowns show: the block and the header of the column. */
const LISTS: Readonly<Record<ListName, { readonly block: BlockKey; readonly header: string; readonly name: string }>> =
  {
    pipelines: { block: 'stages', header: 'Pipeline', name: 'CRM_Pipelines' },
    stages: { block: 'stages', header: 'Stage', name: 'CRM_Stages' },
    leadStatuses: { block: 'leadStatuses', header: 'Status', name: 'CRM_Lead_statuses' },
    sources: { block: 'sources', header: 'Source', name: 'CRM_Sources' },
    activityTypes: { block: 'activityTypes', header: 'Type', name: 'CRM_Activity_types' },
    lostReasons: { block: 'lostReasons', header: 'Reason', name: 'CRM_Lost_reasons' },
    companySizes: { block: 'companySizes', header: 'Size', name: 'CRM_Company_sizes' },
    owners: { block: 'owners', header: 'Owner', name: 'CRM_Owners' },
  };

/**
 * Makes what is missing of the CRM's tabs and leaves the rest alone: a second run changes nothing, other tabs are never
 * touched, and a tab that is already called Leads keeps its columns, with ours added to their right.
 */
export function setUpTabs(book: Book): void {
  const settings = book.findTab('settings') ?? makeSettings(book);
  const tables: Partial<Record<TabKey, number>> = {};
  const note = (key: TabKey, sheet: Sheet) => {
    tables[key] = sheet.getSheetId();
  };
  note('settings', settings);
  const leads = setUpTable(book, leadTable);
  note('leads', leads.sheet);
  note('opportunities', setUpTable(book, opportunityTable).sheet);
  note('activities', setUpTable(book, activityTable).sheet);
  note('history', book.findTab('history') ?? makeHistory(book));
  book.remember(tables);
  if (leads.isNew) leads.sheet.activate();
}

function styleHeader(range: Range): void {
  range.setFontWeight('bold').setBackground(HEADER_BACKGROUND);
}

// Record tabs

function setUpTable<R>(book: Book, of: TableOf<R>): { sheet: Sheet; isNew: boolean } {
  const existing = book.findTab(of.tab);
  if (existing && existing.getLastRow() > 0) {
    completeTable(book, existing, of.fields);
    return { sheet: existing, isNew: false };
  }
  const sheet = existing ?? book.insertTab(of.tab);
  const fields = Object.entries(of.fields) as [string, Field][];
  const columns = fields.map(([name, field], index) => ({ name, field, column: index + 1 }));
  const missing = columns.length - sheet.getMaxColumns();
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
  addColumns(book, sheet, 1, columns);
  styleHeader(sheet.getRange(1, 1, 1, columns.length));
  sheet.setFrozenRows(1);
  sheet.getRange('1:1').addDeveloperMetadata(MARK, 'header');
  return { sheet, isNew: true };
}

type Column = { readonly name: string; readonly field: Field; readonly column: number };

/** Writes headers, formats, dropdowns, widths and marks of columns that stand next to each other and are empty. */
function addColumns(book: Book, sheet: Sheet, headerRow: number, columns: readonly Column[]): void {
  const first = columns[0]!.column;
  const rows = sheet.getMaxRows() - headerRow;
  writeBlock(sheet, headerRow, first, [columns.map(({ field }) => field.header)]);
  const formats = columns.map(({ field }) => FORMATS[field.kind]);
  sheet
    .getRange(headerRow + 1, first, rows, columns.length)
    .setNumberFormats(Array.from({ length: rows }, () => formats));
  for (const { field, column } of columns) {
    if (field.list) sheet.getRange(headerRow + 1, column, rows, 1).setDataValidation(dropdown(book, field.list));
  }
  for (const { from, length, width } of widths(columns)) sheet.setColumnWidths(from, length, width);
  for (const column of columns) mark(sheet, column);
  for (const { field, column } of columns) if (field.kind === 'hidden') sheet.hideColumns(column);
}

function mark(sheet: Sheet, { name, column }: Pick<Column, 'name' | 'column'>): void {
  sheet.getRange(1, column, sheet.getMaxRows(), 1).addDeveloperMetadata(MARK, `column:${name}`);
}

function widths(columns: readonly Column[]): { from: number; length: number; width: number }[] {
  const runs: { from: number; length: number; width: number }[] = [];
  for (const { name, field, column } of columns) {
    const width = OWN_WIDTHS[name] ?? WIDTHS[field.kind];
    const last = runs[runs.length - 1];
    if (last?.width === width) last.length++;
    else runs.push({ from: column, length: 1, width });
  }
  return runs;
}

/** A list that shows all values of Settings and only warns: the domain checks what we write. */
function dropdown(book: Book, list: ListName): GoogleAppsScript.Spreadsheet.DataValidation {
  const source = book.spreadsheet.getRangeByName(LISTS[list].name);
  const rule = SpreadsheetApp.newDataValidation().setAllowInvalid(true);
  return (source ? rule.requireValueInRange(source, true) : rule.requireValueInList([], true)).build();
}

/** Marks the columns that a tab already has and adds the missing ones to the right of everything. */
function completeTable<R>(book: Book, sheet: Sheet, fields: FieldsOf<R>): void {
  const layout = readLayout(sheet, fields);
  for (const [name, column] of layout.columns) if (!layout.marked.has(name)) mark(sheet, { name, column });
  if (!layout.hasHeaderMark) {
    const { headerRow } = layout;
    sheet.getRange(`${headerRow}:${headerRow}`).addDeveloperMetadata(MARK, 'header');
  }
  const missing = (Object.entries(fields) as [keyof R & string, Field][]).filter(([name]) => !layout.columns.has(name));
  if (missing.length === 0) return;
  const first = sheet.getLastColumn() + 1;
  const room = sheet.getMaxColumns() - first + 1;
  if (room < missing.length) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing.length - room);
  addColumns(
    book,
    sheet,
    layout.headerRow,
    missing.map(([name, field], index) => ({ name, field, column: first + index })),
  );
}

// Settings and History

function makeSettings(book: Book): Sheet {
  const sheet = book.insertTab('settings');
  const cells = settingsCells(DEFAULT_SETTINGS);
  const width = cells[0]!.length;
  const missing = width - sheet.getMaxColumns();
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
  const columns = columnsOfBlocks();
  // Before the values: a size such as 1-10 would become a date.
  sheet.getRange(1, 1, sheet.getMaxRows(), width).setNumberFormats(settingsFormats(sheet.getMaxRows(), columns));
  writeBlock(sheet, 1, 1, cells);
  styleHeader(sheet.getRange(TITLE_ROW, 1, HEADER_ROW, width));
  sheet.setFrozenRows(HEADER_ROW);
  for (const [, { block, header, name }] of Object.entries(LISTS)) {
    const column = columns.get(block)! + (BLOCKS[block].headers as readonly string[]).indexOf(header);
    book.spreadsheet.setNamedRange(name, sheet.getRange(FIRST_ROW, column, sheet.getMaxRows() - FIRST_ROW + 1, 1));
  }
  const ends = columns.get('stages')! + BLOCKS.stages.headers.indexOf('Ends as');
  const kinds = SpreadsheetApp.newDataValidation()
    .requireValueInList(['open', 'won', 'lost'], true)
    .setAllowInvalid(true)
    .build();
  sheet.getRange(FIRST_ROW, ends, sheet.getMaxRows() - FIRST_ROW + 1, 1).setDataValidation(kinds);
  sheet.hideColumns(columns.get('stages')! + BLOCKS.stages.headers.indexOf('Key'));
  return sheet;
}

function settingsFormats(rows: number, columns: ReadonlyMap<BlockKey, number>): string[][] {
  const numeric: Readonly<Record<string, string>> = {
    Order: '0',
    Probability: '0%',
    'Stale after days': '0',
    'Monthly quota': '#,##0.00',
    Value: 'General',
  };
  const line: string[] = [];
  for (const [key, column] of columns) {
    BLOCKS[key].headers.forEach((header, index) => {
      line[column - 1 + index] = numeric[header] ?? '@';
    });
  }
  const full = Array.from(line, (format) => format ?? 'General');
  return Array.from({ length: rows }, () => full);
}

function makeHistory(book: Book): Sheet {
  const sheet = book.insertTab('history');
  const width = HISTORY_HEADERS.length;
  writeBlock(sheet, 1, 1, [[...HISTORY_HEADERS]]);
  styleHeader(sheet.getRange(1, 1, 1, width));
  const formats = HISTORY_HEADERS.map((header) => (header === 'When' ? FORMATS.instant : '@'));
  sheet
    .getRange(2, 1, sheet.getMaxRows() - 1, width)
    .setNumberFormats(Array.from({ length: sheet.getMaxRows() - 1 }, () => formats));
  sheet.setFrozenRows(1);
  sheet.protect().setDescription('The CRM writes this tab.').setWarningOnly(true);
  sheet.hideSheet();
  return sheet;
}
