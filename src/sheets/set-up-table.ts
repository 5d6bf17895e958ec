import type { Field, ListName } from '../domain/fields';
import type { RecordKind } from '../domain/ids';
import { adoptTab } from './adoption';
import type { Book } from './book';
import { type Column, FORMATS, widths } from './column-looks';
import { styleHeader } from './header-style';
import { columnOf, type Layout, MARK, readLayout, refuseLostHeader } from './layout';
import { dropdown } from './set-up-settings';
import type { Kept, TableOf } from './tab-columns';
import { writeBlock } from './writing';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What became of a tab of records. */
export type SetUp = { readonly sheet: Sheet; readonly isNew: boolean };

/** Is told the ids of rows that are records now. */
export type OnAdopted = (kind: RecordKind, ids: readonly string[]) => void;

/** Makes the tab, or completes the one there is. `renewed`: lists whose dropdowns point to where they were before. */
export function setUpTable<R extends Kept>(
  book: Book,
  of: TableOf<R>,
  renewed: readonly ListName[],
  onAdopted: OnAdopted,
): SetUp {
  const existing = book.findTab(of.tab);
  if (existing && existing.getLastRow() > 0) {
    completeTable(book, existing, of, renewed, onAdopted);
    return { sheet: existing, isNew: false };
  }
  const sheet = existing ?? book.insertTab(of.tab);
  // Marks of columns that were there before somebody cleared the tab.
  if (existing) for (const mark of sheet.createDeveloperMetadataFinder().withKey(MARK).find()) mark.remove();
  const columns = (Object.entries(of.fields) as [string, Field][]).map(([name, field], index) => ({
    name,
    field,
    column: index + 1,
  }));
  const missing = columns.length - sheet.getMaxColumns();
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
  styleHeader(sheet.getRange(1, 1, 1, columns.length));
  keepHeader(sheet, 1);
  addColumns(book, sheet, 1, columns);
  markAll(sheet, 1, columns);
  return { sheet, isNew: true };
}

/** People sort tabs: without frozen rows the header goes in among the records. There has to be a row below it. */
function keepHeader(sheet: Sheet, headerRow: number): void {
  if (sheet.getMaxRows() === headerRow) sheet.insertRowsAfter(headerRow, 1);
  if (sheet.getFrozenRows() < headerRow) sheet.setFrozenRows(headerRow);
}

/**
 * Dresses columns that stand next to each other and are empty, and writes their headers last: a column that has its
 * header is complete, however often a set-up failed before.
 */
function addColumns(book: Book, sheet: Sheet, headerRow: number, columns: readonly Column[]): void {
  const first = columns[0]!.column;
  const rows = sheet.getMaxRows() - headerRow;
  const formats = columns.map(({ field }) => FORMATS[field.kind]);
  sheet
    .getRange(headerRow + 1, first, rows, columns.length)
    .setNumberFormats(Array.from({ length: rows }, () => formats));
  for (const { field, column } of columns) if (field.list) offer(book, sheet, headerRow, column, field.list);
  for (const { from, length, width } of widths(columns)) sheet.setColumnWidths(from, length, width);
  for (const { field, column } of columns) if (field.kind === 'hidden') sheet.hideColumns(column);
  writeBlock(sheet, headerRow, first, [columns.map(({ field }) => field.header)]);
}

function offer(book: Book, sheet: Sheet, headerRow: number, column: number, list: ListName): void {
  const range = sheet.getRange(headerRow + 1, column, sheet.getMaxRows() - headerRow, 1);
  range.setDataValidation(dropdown(book, list));
}

/** The id's mark comes behind those of all other columns: a tab that has it is ours, and nothing in it is adopted any more. */
function markAll(sheet: Sheet, headerRow: number | null, columns: readonly Pick<Column, 'name' | 'column'>[]): void {
  const ordered = [...columns].sort((a, b) => Number(a.name === 'id') - Number(b.name === 'id'));
  for (const { name, column } of ordered)
    sheet.getRange(1, column, sheet.getMaxRows(), 1).addDeveloperMetadata(MARK, `column:${name}`);
  if (headerRow !== null) sheet.getRange(`${headerRow}:${headerRow}`).addDeveloperMetadata(MARK, 'header');
}

/** Adds what the tab lacks to the right of everything, then marks its columns. */
function completeTable<R extends Kept>(
  book: Book,
  sheet: Sheet,
  of: TableOf<R>,
  renewed: readonly ListName[],
  onAdopted: OnAdopted,
): void {
  const layout = readLayout(sheet, of.fields);
  const isOurs = layout.marked.has('id') || layout.hasHeaderMark;
  if (isOurs) refuseLostHeader(layout);
  const { headerRow } = layout;
  keepHeader(sheet, headerRow);
  const fields = Object.entries(of.fields) as [keyof R & string, Field][];
  for (const [name, { list }] of fields) {
    const column = layout.columns.get(name);
    if (list && column !== undefined && renewed.includes(list)) offer(book, sheet, headerRow, column, list);
  }
  const adoption = isOurs ? null : adoptTab(layout, of);
  const there = adoption?.columns ?? layout.columns;
  const missing = fields.filter(([name]) => !there.has(name));
  if (isOurs) refuseLostIds(layout, of, missing);
  const first = sheet.getLastColumn() + 1;
  const room = sheet.getMaxColumns() - first + 1;
  if (room < missing.length) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing.length - room);
  const added = missing.map(([name, field], index) => ({
    name,
    field: { ...field, header: adoption?.headerOf(name) ?? field.header },
    column: first + index,
  }));
  if (added.length > 0) addColumns(book, sheet, headerRow, added);
  const columns = [...[...there].map(([name, column]) => ({ name, column })), ...added];
  if (adoption) onAdopted(of.kind, adoption.giveIds(columns.find(({ name }) => name === 'id')!.column));
  const unmarked = columns.filter(({ name }) => !layout.marked.has(name));
  markAll(sheet, layout.hasHeaderMark ? null : headerRow, unmarked);
}

/** Ids that are gone cannot be made again: a new column of them would link nothing. Throws `SHEET_BROKEN`. */
function refuseLostIds<R extends Kept>(
  layout: Layout<R>,
  of: TableOf<R>,
  missing: readonly [keyof R & string, Field][],
): void {
  if (layout.sheet.getLastRow() <= layout.headerRow) return;
  for (const [name, { kind }] of missing) if (kind === 'id') columnOf(layout, of.fields, name);
}
