import type { CellFormat } from '../engine/format';
import type { Layers } from '../engine/grid';
import { bottomOf, type Rect, rectOf, rightOf } from '../engine/rect';
import type { Sheet as EngineSheet } from '../engine/sheet';
import type { Block } from '../engine/values';
import { addressOf, type Open } from './a1';
import type { Context } from './context';
import { fail, noSignature } from './errors';
import { Range } from './range';
import { Sheet } from './sheet';

const OUTSIDE = 'The coordinates of the range are outside the dimensions of the sheet.';

/** Where a range is, and the way to its cells. */
export class RangePlace {
  constructor(
    readonly context: Context,
    readonly sheetId: number,
    readonly rect: Rect,
    /** Whole columns or rows, as `D:F` or `5:7` named them; their notation stays so. */
    readonly open: Open = null,
  ) {}

  protected get sheet(): EngineSheet {
    return this.context.file.sheet(this.sheetId) ?? fail('Sheet not found.');
  }

  protected get grid() {
    const { grid } = this.sheet;
    if (!grid.holds(this.rect)) fail(OUTSIDE);
    return grid;
  }

  protected formatsOf(block: Block<number>): Block<CellFormat> {
    return block.map((row) => row.map((id) => this.context.file.formats.get(id)));
  }

  protected write(layers: Layers): this {
    const { row, column } = this.rect;
    this.grid;
    this.context.apply({ kind: 'cells', sheet: this.sheetId, row, column, layers });
    return this;
  }

  protected at(row: number, column: number, rows = 1, columns = 1): Range {
    return new Range(this.context, this.sheetId, rectOf(row, column, rows, columns));
  }

  protected get corner(): Range {
    return this.at(this.rect.row, this.rect.column);
  }

  protected checkSize(data: readonly (readonly unknown[])[], method = 'setValues'): void {
    if (!Array.isArray(data) || !data.every(Array.isArray)) noSignature([data], `SpreadsheetApp.Range.${method}`);
    const { rows, columns } = this.rect;
    if (data.length !== rows) {
      fail(
        `The number of rows in the data does not match the number of rows in the range. The data has ${data.length} but the range has ${rows}.`,
      );
    }
    const odd = data.find((row) => row.length !== columns);
    if (odd) {
      fail(
        `The number of columns in the data does not match the number of columns in the range. The data has ${odd.length} but the range has ${columns}.`,
      );
    }
  }

  // Where it is

  getRow(): number {
    return this.rect.row + 1;
  }
  getRowIndex(): number {
    return this.rect.row + 1;
  }
  getColumn(): number {
    return this.rect.column + 1;
  }
  getLastRow(): number {
    return bottomOf(this.rect) + 1;
  }
  getLastColumn(): number {
    return rightOf(this.rect) + 1;
  }
  getNumRows(): number {
    return this.rect.rows;
  }
  getNumColumns(): number {
    return this.rect.columns;
  }
  getHeight(): number {
    return this.rect.rows;
  }
  getWidth(): number {
    return this.rect.columns;
  }
  getSheet(): Sheet {
    return new Sheet(this.context, this.sheetId);
  }
  getGridId(): number {
    return this.sheetId;
  }
  getA1Notation(): string {
    return addressOf(this.rect, this.open);
  }
  getCell(row: number, column: number): Range {
    if (row < 1 || column < 1 || row > this.rect.rows || column > this.rect.columns)
      fail('Cell reference out of range');
    return this.at(this.rect.row + row - 1, this.rect.column + column - 1);
  }
  offset(rowOffset: number, columnOffset: number, numRows = this.rect.rows, numColumns = this.rect.columns): Range {
    const rect = rectOf(this.rect.row + rowOffset, this.rect.column + columnOffset, numRows, numColumns);
    if (!this.sheet.grid.holds(rect)) fail(OUTSIDE);
    return new Range(this.context, this.sheetId, rect);
  }
}
