import type { ListName } from '../domain/fields';
import type { Book } from './book';
import type { CellValue } from './codec';
import { styleHeader } from './header-style';
import { cellsOfBlock, NEW_ROWS, settingsCells } from './new-settings';
import {
  BLOCK_KEYS,
  BLOCKS,
  type BlockKey,
  FIRST_ROW,
  HEADER_ROW,
  type Places,
  placesIn,
  TITLE_ROW,
} from './settings-blocks';
import { refuseRepair } from './settings-guard';
import { writeBlock } from './writing';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Lists of Settings that dropdowns show: the block, the header of the column, and the named range. */
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

/** A list that shows all values of Settings and only warns: the domain checks what we write. */
export function dropdown(book: Book, list: ListName): GoogleAppsScript.Spreadsheet.DataValidation {
  const source = book.spreadsheet.getRangeByName(LISTS[list].name);
  const rule = SpreadsheetApp.newDataValidation().setAllowInvalid(true);
  return (source ? rule.requireValueInRange(source, true) : rule.requireValueInList([], true)).build();
}

export function setUpSettings(book: Book): { sheet: Sheet; isNew: boolean; renewed: readonly ListName[] } {
  const existing = book.findTab('settings');
  if (existing) return { sheet: existing, isNew: false, renewed: repair(book, existing) };
  return { sheet: make(book), isNew: true, renewed: [] };
}

/** The cells are written last: a tab that holds something is complete, however often this failed before. */
function make(book: Book): Sheet {
  const sheet = book.findEmptyTab('settings') ?? book.insertTab('settings');
  const cells = settingsCells();
  const width = cells[0]!.length;
  const missing = width - sheet.getMaxColumns();
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
  if (sheet.getMaxRows() < cells.length) sheet.insertRowsAfter(sheet.getMaxRows(), cells.length - sheet.getMaxRows());
  const { columns } = placesIn(cells);
  // Before the values: a size such as 1-10 would become a date.
  const rows = sheet.getMaxRows();
  const formats = formatsOf(width, columns);
  sheet.getRange(1, 1, rows, width).setNumberFormats(Array.from({ length: rows }, () => formats));
  styleHeader(sheet.getRange(TITLE_ROW, 1, HEADER_ROW, width));
  sheet.setFrozenRows(HEADER_ROW);
  nameLists(book, sheet, FIRST_ROW, columns);
  offerKinds(sheet, FIRST_ROW, columns.stages.get('Ends as')!);
  sheet.hideColumns(columns.stages.get('Key')!);
  writeBlock(sheet, 1, 1, cells);
  return sheet;
}

const NUMERIC: Readonly<Record<string, string>> = {
  Order: '0',
  Probability: '0%',
  'Stale after days': '0',
  'Monthly quota': '#,##0.00',
  Value: 'General',
};

function formatsOf(width: number, columns: Places['columns']): string[] {
  const line = new Array<string>(width).fill('General');
  for (const key of BLOCK_KEYS) for (const [header, column] of columns[key]) line[column - 1] = NUMERIC[header] ?? '@';
  return line;
}

/** Points the names of the lists to their columns, where they do not yet; answers with those that were renewed. */
function nameLists(book: Book, sheet: Sheet, firstRow: number, columns: Places['columns']): readonly ListName[] {
  const renewed: ListName[] = [];
  for (const [list, { block, header, name }] of Object.entries(LISTS)) {
    const column = columns[block].get(header)!;
    const now = book.spreadsheet.getRangeByName(name);
    if (now?.getColumn() === column && now.getSheet().getSheetId() === sheet.getSheetId()) continue;
    book.spreadsheet.setNamedRange(name, sheet.getRange(firstRow, column, sheet.getMaxRows() - firstRow + 1, 1));
    renewed.push(list as ListName);
  }
  return renewed;
}

function offerKinds(sheet: Sheet, firstRow: number, column: number): void {
  const kinds = SpreadsheetApp.newDataValidation()
    .requireValueInList(['open', 'won', 'lost'], true)
    .setAllowInvalid(true)
    .build();
  sheet.getRange(firstRow, column, sheet.getMaxRows() - firstRow + 1, 1).setDataValidation(kinds);
}

/** Puts back blocks and columns that somebody deleted, with what a new tab has there. */
function repair(book: Book, sheet: Sheet): readonly ListName[] {
  const cells = sheet.getDataRange().getValues() as CellValue[][];
  const places = placesIn(cells);
  const broken = BLOCK_KEYS.filter((key) => places.columns[key].size < BLOCKS[key].headers.length);
  for (const key of broken) refuseRepair(cells, places, key);
  // From right to left, so that the columns still to come stay where they are.
  const end = (key: BlockKey) => Math.max(0, ...places.columns[key].values());
  for (const key of [...broken].sort((a, b) => end(b) - end(a))) {
    if (places.columns[key].size === 0) addBlock(sheet, key, places.headerRow);
    else putBackColumns(sheet, key, cells, places);
  }
  if (broken.length === 0) return nameLists(book, sheet, places.headerRow + 1, places.columns);
  const now = placesIn(sheet.getDataRange().getValues() as CellValue[][]);
  if (broken.includes('stages')) offerKinds(sheet, now.headerRow + 1, now.columns.stages.get('Ends as')!);
  return nameLists(book, sheet, now.headerRow + 1, now.columns);
}

function addBlock(sheet: Sheet, key: BlockKey, headerRow: number): void {
  const block = cellsOfBlock(key).slice(headerRow > 1 ? 0 : TITLE_ROW);
  const width = BLOCKS[key].headers.length;
  const first = sheet.getLastColumn() + 2;
  const missing = first + width - 1 - sheet.getMaxColumns();
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
  const top = Math.max(1, headerRow - 1);
  put(sheet, top, first, block, headerRow - top + 1, BLOCKS[key].headers);
}

/** To the right of what is left of the block. Stages that a new tab has get what they have there. */
function putBackColumns(
  sheet: Sheet,
  key: BlockKey,
  cells: readonly (readonly CellValue[])[],
  { headerRow, columns }: Places,
): void {
  const { headers } = BLOCKS[key];
  const gone = headers.filter((header) => !columns[key].has(header));
  const name = headers.find((header) => columns[key].has(header) && /^(Stage|Preference)$/.test(header));
  const column = name === undefined ? 0 : columns[key].get(name)!;
  const rowFor = (line: readonly CellValue[]): readonly CellValue[] =>
    NEW_ROWS[key].find(
      (row) => name !== undefined && row[(headers as readonly string[]).indexOf(name)] === line[column - 1],
    ) ?? [];
  const block = [
    gone as readonly CellValue[],
    ...cells
      .slice(headerRow)
      .map((line) =>
        gone.map((header): CellValue => rowFor(line)[(headers as readonly string[]).indexOf(header)] ?? ''),
      ),
  ];
  const last = Math.max(...columns[key].values());
  sheet.insertColumnsAfter(last, gone.length);
  put(sheet, headerRow, last + 1, block, 1, gone);
}

function put(
  sheet: Sheet,
  row: number,
  column: number,
  block: readonly (readonly CellValue[])[],
  headerRows: number,
  headers: readonly string[],
): void {
  const lack = row + block.length - 1 - sheet.getMaxRows();
  if (lack > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lack);
  const formats = headers.map((header) => NUMERIC[header] ?? '@');
  const height = sheet.getMaxRows() - row + 1;
  sheet.getRange(row, column, height, headers.length).setNumberFormats(Array.from({ length: height }, () => formats));
  styleHeader(sheet.getRange(row, column, headerRows, headers.length));
  writeBlock(sheet, row, column, block);
}
