import { formatsLike } from '../acts';
import { displayOf } from '../engine/display';
import { frozenAfter } from '../engine/frozen';
import type { Line } from '../engine/grid';
import { type Axis, bottomOf, rightOf, type Shift } from '../engine/rect';
import { fail } from './errors';
import { refuseTooManyCells, refuseTooManyColumns } from './limits';
import { mergesIn } from './merging';
import type { Range } from './range';
import { SheetBase } from './sheet-base';

const DEFAULT = { row: 21, column: 100 } as const;

/** Rows and columns of a tab: put in, taken out, moved, sized, hidden. */
export class SheetLines extends SheetBase {
  private size(axis: Axis): number {
    return axis === 'row' ? this.sheet.grid.height : this.sheet.grid.width;
  }
  private refuseOutside(axis: Axis, at: number, count: number, last = this.size(axis)): void {
    if (!(at >= 0 && count >= 1 && at + count <= last && Number.isInteger(at + count)))
      fail(`Those ${axis}s are out of bounds.`);
  }

  private shift(shift: Shift): void {
    const frozen = frozenAfter(this.sheet, shift);
    this.context.apply({ kind: 'shift', sheet: this.id, shift });
    for (const edit of frozen) this.context.apply(edit);
  }
  protected insert(axis: Axis, at: number, count: number, like: number | null = null): this {
    if (!(at >= 0 && at <= this.size(axis) && count >= 1 && Number.isInteger(at + count)))
      fail(`Those ${axis}s are out of bounds.`);
    refuseTooManyCells(this.context.file, count * this.size(axis === 'row' ? 'column' : 'row'));
    if (axis === 'column') refuseTooManyColumns(this.size(axis) + count);
    this.shift({ kind: 'insert', axis, at, count });
    if (like !== null) this.copyFormats(axis, at, count, like);
    return this;
  }
  /** New rows and columns take formats and validation from the neighbour they were put next to. */
  private copyFormats(axis: Axis, at: number, count: number, like: number): void {
    const formats = formatsLike(this.sheet.grid, axis, count, like);
    if (!formats) return;
    const corner = axis === 'row' ? { row: at, column: 0 } : { row: 0, column: at };
    this.context.apply({ kind: 'cells', sheet: this.id, ...corner, layers: { formats } });
  }
  private remove(axis: Axis, at: number, count: number): void {
    this.refuseOutside(axis, at, count);
    const { properties } = this.sheet;
    const frozen = axis === 'row' ? properties.frozenRows : properties.frozenColumns;
    const staying = this.size(axis) - count;
    if (staying === 0) fail(frozen > 0 ? notAll(axis) : `You can't delete all the ${axis}s on the sheet.`);
    if (staying <= frozen && at + count > frozen) fail(notAll(axis));
    this.shift({ kind: 'delete', axis, at, count });
  }
  private move(axis: Axis, range: Range, to: number): void {
    const at = axis === 'row' ? range.rect.row : range.rect.column;
    const count = axis === 'row' ? range.rect.rows : range.rect.columns;
    this.refuseOutside(axis, at, count);
    if (!(to >= 0 && to <= this.size(axis))) fail(`Those ${axis}s are out of bounds.`);
    if (to >= at && to <= at + count) return;
    this.refuseCutMerges(axis, at, count, to);
    this.shift({ kind: 'move', axis, at, count, to });
  }
  private refuseCutMerges(axis: Axis, at: number, count: number, to: number): void {
    const cut = mergesIn(this.context.file, this.id, this.sheet.grid.whole()).some(({ rect }) => {
      const first = axis === 'row' ? rect.row : rect.column;
      const last = axis === 'row' ? bottomOf(rect) : rightOf(rect);
      const isCutBy = (line: number) => first < line && last >= line;
      return isCutBy(at) || isCutBy(at + count) || isCutBy(to);
    });
    if (cut) fail(`You can't move ${axis}s that contain only part of a merged cell.`);
  }

  insertRowAfter(afterPosition: number): this {
    return this.insertRowsAfter(afterPosition, 1);
  }
  insertRowBefore(beforePosition: number): this {
    return this.insertRowsBefore(beforePosition, 1);
  }
  insertRowsAfter(afterPosition: number, howMany: number): this {
    return this.insertAfter('row', afterPosition, howMany);
  }
  insertRowsBefore(beforePosition: number, howMany: number): this {
    return this.insertBefore('row', beforePosition, howMany);
  }
  insertRows(rowIndex: number, numRows = 1): void {
    this.insertBefore('row', rowIndex, numRows);
  }
  insertColumnAfter(afterPosition: number): this {
    return this.insertColumnsAfter(afterPosition, 1);
  }
  insertColumnBefore(beforePosition: number): this {
    return this.insertColumnsBefore(beforePosition, 1);
  }
  insertColumnsAfter(afterPosition: number, howMany: number): this {
    return this.insertAfter('column', afterPosition, howMany);
  }
  insertColumnsBefore(beforePosition: number, howMany: number): this {
    return this.insertBefore('column', beforePosition, howMany);
  }
  insertColumns(columnIndex: number, numColumns = 1): void {
    this.insertBefore('column', columnIndex, numColumns);
  }
  private insertAfter(axis: Axis, position: number, count: number): this {
    this.refuseOutside(axis, position - 1, 1);
    return this.insert(axis, position, count, position - 1);
  }
  private insertBefore(axis: Axis, position: number, count: number): this {
    this.refuseOutside(axis, position - 1, 1);
    return this.insert(axis, position - 1, count, position - 1 + count);
  }
  deleteRow(rowPosition: number): this {
    this.remove('row', rowPosition - 1, 1);
    return this;
  }
  deleteRows(rowPosition: number, howMany: number): void {
    this.remove('row', rowPosition - 1, howMany);
  }
  deleteColumn(columnPosition: number): this {
    this.remove('column', columnPosition - 1, 1);
    return this;
  }
  deleteColumns(columnPosition: number, howMany: number): void {
    this.remove('column', columnPosition - 1, howMany);
  }
  /** Where to is told by the rows as they stand before. Source: reference "Sheet.moveRows". */
  moveRows(rowSpec: Range, destinationIndex: number): void {
    this.move('row', rowSpec, destinationIndex - 1);
  }
  moveColumns(columnSpec: Range, destinationIndex: number): void {
    this.move('column', columnSpec, destinationIndex - 1);
  }

  // Sizes

  private setLines(axis: Axis, at: number, count: number, change: Partial<Line>): this {
    this.refuseOutside(axis, at, count);
    if (change.size !== undefined && change.size !== null && !(change.size > 0)) fail('Invalid argument: size');
    const { grid } = this.sheet;
    const lines = Array.from({ length: count }, (_, i) => ({ ...grid.line(axis, at + i), ...change }));
    this.context.apply({ kind: 'lines', sheet: this.id, axis, at, lines });
    return this;
  }
  private lineAt(axis: Axis, position: number): Line {
    this.refuseOutside(axis, position - 1, 1);
    return this.sheet.grid.line(axis, position - 1);
  }
  getColumnWidth(columnPosition: number): number {
    return this.lineAt('column', columnPosition).size ?? DEFAULT.column;
  }
  setColumnWidth(columnPosition: number, width: number): this {
    return this.setLines('column', columnPosition - 1, 1, { size: width });
  }
  setColumnWidths(startColumn: number, numColumns: number, width: number): this {
    return this.setLines('column', startColumn - 1, numColumns, { size: width });
  }
  getRowHeight(rowPosition: number): number {
    return this.lineAt('row', rowPosition).size ?? DEFAULT.row;
  }
  setRowHeight(rowPosition: number, height: number): this {
    return this.setRowHeights(rowPosition, 1, height);
  }
  /** Rows grow to hold their text: none gets lower than one line of it. Source: reference "Sheet.setRowHeights". */
  setRowHeights(startRow: number, numRows: number, height: number): this {
    return this.setLines('row', startRow - 1, numRows, { size: Math.max(height, DEFAULT.row) });
  }
  setRowHeightsForced(startRow: number, numRows: number, height: number): this {
    return this.setLines('row', startRow - 1, numRows, { size: height });
  }
  autoResizeColumn(columnPosition: number): this {
    return this.autoResizeColumns(columnPosition, 1);
  }
  /** The width of text is estimated: there is no font here to measure it. */
  autoResizeColumns(startColumn: number, numColumns: number): this {
    this.refuseOutside('column', startColumn - 1, numColumns);
    const { grid } = this.sheet;
    const { formats, properties } = this.context.file;
    for (let column = startColumn - 1; column < startColumn - 1 + numColumns; column++) {
      let longest = 0;
      for (let row = 0; row <= grid.lastRow(); row++) {
        const { numberFormat, wrap } = formats.get(grid.format(row, column));
        const shown = wrap === 'wrap' ? '' : displayOf(grid.value(row, column), numberFormat, properties.locale);
        for (const line of shown.split('\n')) longest = Math.max(longest, line.length);
      }
      if (longest > 0) this.setColumnWidth(column + 1, 9 + 7 * longest);
    }
    return this;
  }
  autoResizeRows(startRow: number, numRows: number): this {
    return this.setLines('row', startRow - 1, numRows, { size: null });
  }

  // Hidden rows and columns

  private hide(axis: Axis, at: number, count: number): void {
    this.refuseOutside(axis, at, count);
    const { grid } = this.sheet;
    let staying = false;
    for (let line = 0; line < this.size(axis) && !staying; line++)
      staying = (line < at || line >= at + count) && !grid.line(axis, line).hidden;
    if (!staying) fail(`You can't hide all the ${axis}s on the sheet.`);
    this.setLines(axis, at, count, { hidden: true });
  }
  hideRows(rowIndex: number, numRows = 1): void {
    this.hide('row', rowIndex - 1, numRows);
  }
  hideRow({ rect }: Range): void {
    this.hide('row', rect.row, rect.rows);
  }
  showRows(rowIndex: number, numRows = 1): void {
    this.setLines('row', rowIndex - 1, numRows, { hidden: false });
  }
  unhideRow({ rect }: Range): void {
    this.setLines('row', rect.row, rect.rows, { hidden: false });
  }
  isRowHiddenByUser(rowPosition: number): boolean {
    return this.lineAt('row', rowPosition).hidden;
  }
  isRowHiddenByFilter(rowPosition: number): boolean {
    return this.lineAt('row', rowPosition).filtered ?? false;
  }
  hideColumns(columnIndex: number, numColumns = 1): void {
    this.hide('column', columnIndex - 1, numColumns);
  }
  hideColumn({ rect }: Range): void {
    this.hide('column', rect.column, rect.columns);
  }
  showColumns(columnIndex: number, numColumns = 1): void {
    this.setLines('column', columnIndex - 1, numColumns, { hidden: false });
  }
  unhideColumn({ rect }: Range): void {
    this.setLines('column', rect.column, rect.columns, { hidden: false });
  }
  isColumnHiddenByUser(columnPosition: number): boolean {
    return this.lineAt('column', columnPosition).hidden;
  }
}

/** Source: seen by several developers. */
const notAll = (axis: Axis): string => `Sorry, it is not possible to delete all non-frozen ${axis}s.`;
