import type { ICellData, Nullable, Workbook } from '@univerjs/core';
import type { SpreadsheetFile } from '../../../engine/file';
import { rectOf } from '../../../engine/rect';
import type { Sheet } from '../../../engine/sheet';
import { addressOf } from '../../../google/a1';
import { cellOf } from './cells';
import { worksheetOf } from './workbook';

/** Where Univer holds something else than the page's copy of the file. For tests: there must be nothing. */
export function differences(workbook: Workbook, file: SpreadsheetFile): string[] {
  const found: string[] = [];
  const compare = (what: string, shown: unknown, meant: unknown) => {
    const [is, should] = [sortedJson(shown), sortedJson(meant)];
    if (is !== should) found.push(`${what}: ${is} instead of ${should}`);
  };
  compare(
    'tabs',
    workbook.getSheetOrders(),
    file.sheets.map(({ id }) => String(id)),
  );
  for (const sheet of file.sheets) {
    const worksheet = workbook.getSheetBySheetId(String(sheet.id));
    if (!worksheet) continue;
    const shown = worksheet.getConfig();
    const meant = worksheetOf(file, sheet);
    for (const key of ['name', 'hidden', 'tabColor', 'rowCount', 'columnCount', 'freeze', 'showGridlines'] as const)
      compare(`${sheet.name} ${key}`, shown[key], meant[key]);
    compare(`${sheet.name} merges`, placesOf(shown.mergeData), placesOf(meant.mergeData));
    compare(`${sheet.name} rows`, linesOf(shown.rowData), linesOf(meant.rowData));
    compare(`${sheet.name} columns`, linesOf(shown.columnData), linesOf(meant.columnData));
    compareCells(sheet, (row, column) => worksheet.getCellMatrix().getValue(row, column), compare);
  }
  return found;
}

function compareCells(
  sheet: Sheet,
  shownIn: (row: number, column: number) => Nullable<ICellData>,
  compare: (what: string, shown: unknown, meant: unknown) => void,
): void {
  const rows = sheet.grid.height;
  const columns = sheet.grid.width;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [shown, meant] = [shownIn(row, column) ?? null, cellOf(sheet, row, column)];
      if (shown || meant) compare(`${sheet.name}!${addressOf(rectOf(row, column))}`, shown, meant);
    }
  }
}

type Range = { startRow: number; endRow: number; startColumn: number; endColumn: number };

const placesOf = (ranges: readonly Range[] = []): string[] =>
  ranges.map(({ startRow, endRow, startColumn, endColumn }) => `${startRow}:${startColumn}-${endRow}:${endColumn}`);

type Line = { readonly h?: number; readonly w?: number; readonly hd?: number };

/** Sizes and hidden lines; Univer also notes there what it measured itself. */
const linesOf = (lines: object = {}): object =>
  Object.fromEntries(
    Object.entries(lines as Record<string, Line>)
      .map(([line, { h, w, hd }]) => [line, { ...(h && { h }), ...(w && { w }), ...(hd && { hd }) }] as const)
      .filter(([, line]) => Object.keys(line).length > 0),
  );

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
