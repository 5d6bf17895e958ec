import type { IColumnData, IObjectArrayPrimitiveType, IRowData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import type { SpreadsheetFile } from '../../../engine/file';
import type { Line } from '../../../engine/grid';
import type { Axis, Rect } from '../../../engine/rect';
import type { Sheet } from '../../../engine/sheet';
import { cellOf, stylesOf } from './cells';
import { rangeOf } from './ranges';

/** The one file that the grid shows. */
export const UNIT = 'file';

export const COLUMN_WIDTH = 100;
export const ROW_HEIGHT = 21;

/** The whole file as Univer wants it. */
export function workbookOf(file: SpreadsheetFile): Partial<IWorkbookData> {
  return {
    id: UNIT,
    name: file.properties.name,
    styles: stylesOf(file),
    defaultStyle: { ff: 'Arial', fs: 10, vt: 3 },
    sheetOrder: file.sheets.map(({ id }) => String(id)),
    sheets: Object.fromEntries(file.sheets.map((sheet) => [String(sheet.id), worksheetOf(file, sheet)])),
  };
}

export function worksheetOf(file: SpreadsheetFile, sheet: Sheet): Partial<IWorksheetData> {
  const { id, grid, properties } = sheet;
  return {
    id: String(id),
    name: properties.name,
    hidden: properties.hidden ? 1 : 0,
    tabColor: properties.tabColor ?? '',
    rowCount: grid.height,
    columnCount: grid.width,
    freeze: freezeOf(sheet),
    showGridlines: properties.gridlinesHidden ? 0 : 1,
    defaultColumnWidth: COLUMN_WIDTH,
    defaultRowHeight: ROW_HEIGHT,
    rowHeader: { width: 46 },
    columnHeader: { height: 22 },
    mergeData: mergesOf(file, id).map(rangeOf),
    rowData: linesOf(sheet, 'row') as IObjectArrayPrimitiveType<IRowData>,
    columnData: linesOf(sheet, 'column') as IObjectArrayPrimitiveType<IColumnData>,
    cellData: cellsOf(sheet),
  };
}

function cellsOf(sheet: Sheet): NonNullable<IWorksheetData['cellData']> {
  const cells: NonNullable<IWorksheetData['cellData']> = {};
  sheet.grid.eachUsedRow((row, width) => {
    const line: (typeof cells)[number] = {};
    for (let column = 0; column < width; column++) {
      const cell = cellOf(sheet, row, column);
      if (cell) line[column] = cell;
    }
    cells[row] = line;
  });
  return cells;
}

export const mergesOf = (file: SpreadsheetFile, sheet: number): Rect[] =>
  file.objects.merges.filter((merge) => merge.sheet === sheet).map(({ rect }) => rect);

function linesOf({ grid }: Sheet, axis: Axis): Record<number, IRowData | IColumnData> {
  const lines: Record<number, IRowData | IColumnData> = {};
  const count = axis === 'row' ? grid.height : grid.width;
  for (let index = 0; index < count; index++) {
    const line = lineOf(grid.line(axis, index), axis);
    if (line) lines[index] = line;
  }
  return lines;
}

export function lineOf({ size, hidden, filtered = false }: Line, axis: Axis): IRowData | IColumnData | null {
  if (size === null && !hidden && !filtered) return null;
  const sized = size === null ? {} : axis === 'row' ? { h: size, ia: 0 as const } : { w: size };
  return hidden || filtered ? { ...sized, hd: 1 } : sized;
}

/** Univer names the first cell that scrolls, and -1 where nothing is frozen. */
export const freezeOf = ({ properties: { frozenRows, frozenColumns } }: Sheet) => ({
  xSplit: frozenColumns,
  ySplit: frozenRows,
  startRow: frozenRows || -1,
  startColumn: frozenColumns || -1,
});
