import type { Worksheet } from '@univerjs/core';
import type { Edit } from '../../../engine/edits';
import { layersRect, type SpreadsheetFile } from '../../../engine/file';
import { bottomOf, type Rect, rectOf, rightOf, type Shift } from '../../../engine/rect';
import type { Sheet } from '../../../engine/sheet';
import { cellOf, stylesOf } from './cells';
import { FROM_SERVER } from './gate';
import { rangeOf } from './ranges';
import type { Grid } from './start-univer';
import { freezeOf, lineOf, mergesOf, UNIT, worksheetOf } from './workbook';

const NAMED_CELLS = 5_000;

/** Keeps what Univer shows equal to the page's copy of the file. */
export class ShownFile {
  private stylesKnown: number;
  /** Blocks of the tab in front that were written since it was drawn. */
  private written: Rect[] = [];

  constructor(
    private readonly grid: Grid,
    private readonly file: SpreadsheetFile,
  ) {
    this.stylesKnown = file.formats.all().length;
    file.onEdit((edit) => this.show(edit));
  }

  /** Formats that came with the edits to follow. */
  addFormats(): void {
    this.grid.workbook.addStyles(stylesOf(this.file, this.stylesKnown));
    this.stylesKnown = this.file.formats.all().length;
  }

  /** Draws what was written since the last time: once for many edits. */
  draw(): void {
    const active = this.grid.workbook.getActiveSheet(true);
    const cells = this.written.flatMap(cellsToName);
    this.written = [];
    if (!active || cells.length === 0) return;
    const cellValue: Record<number, Record<number, object>> = {};
    for (const [row, column] of cells) {
      cellValue[row] ??= {};
      cellValue[row][column] = {};
    }
    const sheet = Number(active.getSheetId());
    this.change('sheet.mutation.set-range-values', sheet, { cellValue });
    // An empty change still has Univer guess the types of these cells anew.
    for (const [row, column] of cells) this.putCell(sheet, row, column);
  }

  /** Draws the tab in front anew without a change of its cells. */
  redraw(): void {
    const active = this.grid.workbook.getActiveSheet(true);
    if (active) this.written.push(rectOf(0, 0, active.getRowCount(), active.getColumnCount()));
    this.draw();
  }

  private change(id: string, sheet: number, params: object): void {
    this.grid.commands.syncExecuteCommand(id, { unitId: UNIT, subUnitId: String(sheet), ...params }, FROM_SERVER);
  }

  private worksheet(sheet: number): Worksheet | null {
    return this.grid.workbook.getSheetBySheetId(String(sheet)) ?? null;
  }

  private show(edit: Edit): void {
    switch (edit.kind) {
      case 'cells':
        this.put(edit.sheet, layersRect(edit.row, edit.column, edit.layers));
        break;
      case 'shift':
        this.shift(edit.sheet, edit.shift);
        break;
      case 'lines':
        this.setLines(edit);
        break;
      case 'sheet':
        this.setProperties(edit);
        break;
      case 'insert-sheet':
        this.insertSheet(edit.snapshot.id, edit.index);
        break;
      case 'delete-sheet':
        this.leave(edit.sheet);
        this.change('sheet.mutation.remove-sheet', edit.sheet, { subUnitName: '' });
        break;
      case 'order':
        this.setOrder(edit.order);
        break;
      case 'objects':
        if (edit.objects.merges) for (const { id } of this.file.sheets) this.putMerges(id);
        break;
      case 'file':
        this.redraw();
    }
  }

  /** Writes cells into Univer's own store: a change command of Univer's looks at the whole tab for each. */
  private put(id: number, rect: Rect): void {
    for (let row = rect.row; row <= bottomOf(rect); row++) {
      for (let column = rect.column; column <= rightOf(rect); column++) this.putCell(id, row, column);
    }
    if (this.grid.workbook.getActiveSheet(true)?.getSheetId() === String(id)) this.written.push(rect);
  }

  private putCell(id: number, row: number, column: number): void {
    const sheet = this.file.sheet(id);
    const matrix = this.worksheet(id)?.getCellMatrix();
    if (!sheet || !matrix) return;
    const cell = sheet.grid.holds(rectOf(row, column)) ? cellOf(sheet, row, column) : null;
    if (cell) matrix.setValue(row, column, cell);
    else matrix.realDeleteValue(row, column);
  }

  private shift(id: number, shift: Shift): void {
    this.change(...shiftCommand(id, shift));
    // Lines that come back by undo bring their cells and sizes along.
    if (shift.kind === 'insert') this.putLines(this.file.sheet(id)!, shift);
    this.putMerges(id);
    this.putFormulas();
  }

  private putLines(sheet: Sheet, { axis, at, count }: Shift): void {
    const lines = Array.from({ length: count }, (_, i) => sheet.grid.line(axis, at + i));
    if (lines.some((line) => lineOf(line, axis))) this.setLines({ sheet: sheet.id, axis, at, lines });
    const rows = sheet.grid.lastRow() + 1;
    const columns = sheet.grid.lastColumn() + 1;
    const rect = axis === 'row' ? rectOf(at, 0, count, Math.max(columns, 1)) : rectOf(0, at, Math.max(rows, 1), count);
    this.put(sheet.id, rect);
  }

  /** Formulas follow their cells, wherever they stand. */
  private putFormulas(): void {
    for (const { id, grid } of this.file.sheets) {
      const matrix = this.worksheet(id)?.getCellMatrix();
      for (const { row, column, formula } of grid.formulaCells()) {
        if (matrix?.getValue(row, column)?.f !== formula) this.put(id, rectOf(row, column));
      }
    }
  }

  private putMerges(id: number): void {
    const now = mergesOf(this.file, id).map(rangeOf);
    const shown = this.worksheet(id)?.getMergeData() ?? [];
    if (
      JSON.stringify(
        shown.map(({ startRow, endRow, startColumn, endColumn }) => ({ startRow, endRow, startColumn, endColumn })),
      ) === JSON.stringify(now)
    )
      return;
    if (shown.length > 0) this.change('sheet.mutation.remove-worksheet-merge', id, { ranges: [...shown] });
    if (now.length > 0) this.change('sheet.mutation.add-worksheet-merge', id, { ranges: now });
  }

  private setLines({ sheet, axis, at, lines }: Omit<Extract<Edit, { kind: 'lines' }>, 'kind'>): void {
    const data = Object.fromEntries(lines.map((line, i) => [at + i, lineOf(line, axis)]));
    const worksheet = this.worksheet(sheet);
    if (!worksheet) return;
    // Univer would keep what a new line does not name.
    const kept = axis === 'row' ? worksheet.getRowManager().getRowData() : worksheet.getColumnManager().getColumnData();
    for (const line of Object.keys(data)) delete kept[Number(line)];
    if (axis === 'row') this.change('sheet.mutation.set-row-data', sheet, { rowData: data });
    else this.change('sheet.mutation.set-col-data', sheet, { columnData: data });
    // Neither has the grid measured anew, but this one does.
    this.change('sheet.mutation.set-worksheet-row-is-auto-height', sheet, { ranges: [], autoHeightInfo: {} });
  }

  private setProperties({ sheet, properties, formulas }: Extract<Edit, { kind: 'sheet' }>): void {
    const { name, hidden, tabColor, gridlinesHidden, frozenRows, frozenColumns } = properties;
    if (name !== undefined) this.change('sheet.mutation.set-worksheet-name', sheet, { name });
    if (name !== undefined || formulas) this.putFormulas();
    if (tabColor !== undefined) this.change('sheet.mutation.set-tab-color', sheet, { color: tabColor ?? '' });
    if (gridlinesHidden !== undefined)
      this.change('sheet.mutation.toggle-gridlines', sheet, { showGridlines: gridlinesHidden ? 0 : 1 });
    if (frozenRows !== undefined || frozenColumns !== undefined)
      this.change('sheet.mutation.set-frozen', sheet, freezeOf(this.file.sheet(sheet)!));
    if (hidden !== undefined) {
      if (hidden) this.leave(sheet);
      this.change('sheet.mutation.set-worksheet-hidden', sheet, { hidden: hidden ? 1 : 0 });
    }
  }

  private insertSheet(id: number, index: number): void {
    const sheet = this.file.sheet(id);
    if (sheet) this.change('sheet.mutation.insert-sheet', id, { index, sheet: worksheetOf(this.file, sheet) });
  }

  /** Shows another tab in place of one that goes. */
  private leave(sheet: number): void {
    const { workbook, commands } = this.grid;
    if (workbook.getActiveSheet(true)?.getSheetId() !== String(sheet)) return;
    const next = this.file.sheets.find(({ id, properties }) => id !== sheet && !properties.hidden);
    const params = { unitId: UNIT, subUnitId: String(next?.id) };
    if (next) commands.syncExecuteCommand('sheet.operation.set-worksheet-active', params, FROM_SERVER);
  }

  private setOrder(order: readonly number[]): void {
    order.forEach((id, toOrder) => {
      const fromOrder = this.grid.workbook.getSheetOrders().indexOf(String(id));
      if (fromOrder !== toOrder) this.change('sheet.mutation.set-worksheet-order', id, { fromOrder, toOrder });
    });
  }
}

/** Every cell of a small block, for whoever keeps something by cell; of a large one the corners, to draw it all. */
function cellsToName(rect: Rect): [row: number, column: number][] {
  if (rect.rows * rect.columns > NAMED_CELLS) {
    return [
      [rect.row, rect.column],
      [bottomOf(rect), rightOf(rect)],
    ];
  }
  return Array.from({ length: rect.rows * rect.columns }, (_, index) => [
    rect.row + Math.floor(index / rect.columns),
    rect.column + (index % rect.columns),
  ]);
}

function shiftCommand(sheet: number, shift: Shift): [id: string, sheet: number, params: object] {
  const { axis, at, count } = shift;
  const lines = (from: number) =>
    axis === 'row'
      ? { startRow: from, endRow: from + count - 1, startColumn: 0, endColumn: 0 }
      : { startColumn: from, endColumn: from + count - 1, startRow: 0, endRow: 0 };
  const row = axis === 'row';
  if (shift.kind === 'insert') return [`sheet.mutation.insert-${row ? 'row' : 'col'}`, sheet, { range: lines(at) }];
  if (shift.kind === 'delete') return [`sheet.mutation.remove-${row ? 'rows' : 'col'}`, sheet, { range: lines(at) }];
  const moved = { sourceRange: lines(at), targetRange: lines(shift.to) };
  return [`sheet.mutation.move-${row ? 'rows' : 'columns'}`, sheet, moved];
}
