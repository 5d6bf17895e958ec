import type { Rect } from '../engine/rect';
import { noSignature } from './errors';
import type { Range } from './range';
import { RangeRows } from './range-rows';

/** Where data around a block ends. */
export class RangeBlocks extends RangeRows {
  /** Grows over the neighbours that hold something, corners apart. Source: reference "Range.getDataRegion". */
  getDataRegion(dimension?: { toString(): string }): Range {
    const axis = dimension === undefined ? null : String(dimension);
    let rect = this.rect;
    for (let next = this.grown(rect, axis); next !== rect; next = this.grown(rect, axis)) rect = next;
    return this.at(rect.row, rect.column, rect.rows, rect.columns);
  }

  private grown(rect: Rect, axis: string | null): Rect {
    const { row, column, rows, columns } = rect;
    const line = { row, column, rows: 1, columns };
    const post = { row, column, rows, columns: 1 };
    if (axis !== 'COLUMNS') {
      if (this.holdsData({ ...line, row: row - 1 })) return { ...rect, row: row - 1, rows: rows + 1 };
      if (this.holdsData({ ...line, row: row + rows })) return { ...rect, rows: rows + 1 };
    }
    if (axis !== 'ROWS') {
      if (this.holdsData({ ...post, column: column - 1 })) return { ...rect, column: column - 1, columns: columns + 1 };
      if (this.holdsData({ ...post, column: column + columns })) return { ...rect, columns: columns + 1 };
    }
    return rect;
  }

  private holdsData(rect: Rect): boolean {
    return this.grid.holds(rect) && this.grid.values(rect).some((line) => line.some((value) => value !== null));
  }

  /** Where Ctrl and an arrow key lead from the first cell. Source: reference "Range.getNextDataCell". */
  getNextDataCell(direction: { toString(): string }): Range {
    const [down, right] = STEPS[String(direction)] ?? noSignature([direction], 'SpreadsheetApp.Range.getNextDataCell');
    const { grid } = this;
    const holds = (row: number, column: number) => grid.value(row, column) !== null;
    const inside = (row: number, column: number) => grid.holds({ row, column, rows: 1, columns: 1 });
    let { row, column } = this.rect;
    const overData = holds(row, column) && inside(row + down, column + right) && holds(row + down, column + right);
    while (inside(row + down, column + right)) {
      if (overData && !holds(row + down, column + right)) break;
      row += down;
      column += right;
      if (!overData && holds(row, column)) break;
    }
    return this.at(row, column);
  }
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  UP: [-1, 0],
  DOWN: [1, 0],
  PREVIOUS: [0, -1],
  NEXT: [0, 1],
};
