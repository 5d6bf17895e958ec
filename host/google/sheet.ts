import { formatsLike } from '../acts';
import { type Axis, rectOf } from '../engine/rect';
import { type Sheet as EngineSheet, type SheetProperties, snapshotOf } from '../engine/sheet';
import { EmbeddedChart, EmbeddedChartBuilder } from './charts';
import type { Context } from './context';
import { fail, noSignature } from './errors';
import { DeveloperMetadata, DeveloperMetadataFinder } from './metadata';
import { NamedRange } from './named-range';
import { Protection } from './protection';
import { Range, rangeOfA1 } from './range';
import { RangeList } from './range-list';
import { Spreadsheet } from './spreadsheet';
import { TextFinder } from './text-finder';

const OUTSIDE = 'The coordinates of the range are outside the dimensions of the sheet.';

/** `SpreadsheetApp.Sheet`: one tab. */
export class Sheet {
  constructor(
    readonly context: Context,
    readonly id: number,
  ) {}

  private get sheet(): EngineSheet {
    return this.context.file.sheet(this.id) ?? fail('Sheet not found.');
  }

  private set(properties: Partial<SheetProperties>): this {
    this.sheet;
    this.context.apply({ kind: 'sheet', sheet: this.id, properties });
    return this;
  }

  // What it is

  getSheetId(): number {
    return this.sheet.id;
  }
  getName(): string {
    return this.sheet.name;
  }
  getSheetName(): string {
    return this.sheet.name;
  }
  setName(name: string): this {
    const taken = this.context.file.sheets.some(
      (sheet) => sheet.id !== this.id && sheet.name.toLowerCase() === name.toLowerCase(),
    );
    if (taken) fail(`A sheet with the name "${name}" already exists. Please enter another name.`);
    return this.set({ name });
  }
  getIndex(): number {
    return this.context.file.sheets.indexOf(this.sheet) + 1;
  }
  getParent(): Spreadsheet {
    return new Spreadsheet(this.context);
  }
  isSheetHidden(): boolean {
    return this.sheet.properties.hidden;
  }
  hideSheet(): this {
    const visible = this.context.file.sheets.filter(({ properties }) => !properties.hidden);
    if (visible.length === 1 && visible[0]?.id === this.id) fail("You can't hide all the sheets in a document.");
    return this.set({ hidden: true });
  }
  showSheet(): this {
    return this.set({ hidden: false });
  }
  setTabColor(color: string | null): this {
    return this.set({ tabColor: color });
  }
  setHiddenGridlines(hideGridlines: boolean): this {
    return this.set({ gridlinesHidden: hideGridlines });
  }
  getFrozenRows(): number {
    return this.sheet.properties.frozenRows;
  }
  setFrozenRows(rows: number): void {
    if (rows >= this.sheet.grid.height) fail("You can't freeze all visible rows on the sheet.");
    this.set({ frozenRows: rows });
  }
  getFrozenColumns(): number {
    return this.sheet.properties.frozenColumns;
  }
  setFrozenColumns(columns: number): void {
    this.set({ frozenColumns: columns });
  }
  activate(): this {
    this.context.selection = { sheet: this.id, rect: rectOf(0, 0) };
    return this;
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }

  // Ranges

  getRange(row: number | string, column?: number, numRows = 1, numColumns = 1): Range {
    if (typeof row === 'string') return rangeOfA1(this.context, row, this.sheet);
    if (typeof column !== 'number')
      return fail("The parameters (number) don't match the method signature for SpreadsheetApp.Sheet.getRange.");
    if (row < 1) fail('The starting row of the range is too small.');
    if (column < 1) fail('The starting column of the range is too small.');
    if (numRows < 1) fail('The number of rows in the range must be at least 1.');
    if (numColumns < 1) fail('The number of columns in the range must be at least 1.');
    const rect = rectOf(row - 1, column - 1, numRows, numColumns);
    if (!this.sheet.grid.holds(rect)) fail(OUTSIDE);
    return new Range(this.context, this.id, rect);
  }
  /** Values of a block; -1 for a number of rows or columns reaches to the last one with content. */
  getSheetValues(startRow: number, startColumn: number, numRows: number, numColumns: number): unknown[][] {
    const rows = numRows === -1 ? this.getLastRow() - startRow + 1 : numRows;
    const columns = numColumns === -1 ? this.getLastColumn() - startColumn + 1 : numColumns;
    return this.getRange(startRow, startColumn, rows, columns).getValues();
  }
  getRangeList(notations: string[]): RangeList {
    return new RangeList(notations.map((notation) => rangeOfA1(this.context, notation, this.sheet)));
  }
  getDataRange(): Range {
    return new Range(
      this.context,
      this.id,
      rectOf(0, 0, Math.max(1, this.getLastRow()), Math.max(1, this.getLastColumn())),
    );
  }
  getActiveRange(): Range | null {
    const { sheet, rect } = this.context.selection;
    return sheet === this.id ? new Range(this.context, sheet, rect) : null;
  }
  getActiveCell(): Range {
    const { sheet, rect } = this.context.selection;
    return new Range(this.context, this.id, sheet === this.id ? rectOf(rect.row, rect.column) : rectOf(0, 0));
  }
  getLastRow(): number {
    this.context.calculator.calculate();
    return this.sheet.grid.lastRow() + 1;
  }
  getLastColumn(): number {
    this.context.calculator.calculate();
    return this.sheet.grid.lastColumn() + 1;
  }
  getMaxRows(): number {
    return this.sheet.grid.height;
  }
  getMaxColumns(): number {
    return this.sheet.grid.width;
  }
  createTextFinder(text: string): TextFinder {
    return new TextFinder(this.context, [{ sheet: this.id, rect: this.sheet.grid.whole() }], text);
  }

  /** Adds a row below the last one with content; its strings are read as if typed. */
  appendRow(values: unknown[]): this {
    if (!Array.isArray(values)) noSignature([values], 'SpreadsheetApp.Sheet.appendRow');
    if (values.length > this.sheet.grid.width)
      this.insert('column', this.sheet.grid.width, values.length - this.sheet.grid.width);
    const row = this.getLastRow();
    if (row >= this.sheet.grid.height) this.insert('row', row, 1);
    this.getRange(row + 1, 1, 1, values.length).setValues([values]);
    return this;
  }

  // Rows and columns

  private insert(axis: Axis, at: number, count: number, like: number | null = null): this {
    const size = axis === 'row' ? this.sheet.grid.height : this.sheet.grid.width;
    if (at < 0 || at > size || count < 1) fail(OUTSIDE);
    this.context.apply({ kind: 'shift', sheet: this.id, shift: { kind: 'insert', axis, at, count } });
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
    const { grid, properties } = this.sheet;
    const size = axis === 'row' ? grid.height : grid.width;
    if (at < 0 || count < 1 || at + count > size) fail(OUTSIDE);
    const frozen = axis === 'row' ? properties.frozenRows : properties.frozenColumns;
    const staying = size - count;
    if (staying <= frozen && at + count > frozen) fail(`Sorry, it is not possible to delete all non-frozen ${axis}s.`);
    this.context.apply({ kind: 'shift', sheet: this.id, shift: { kind: 'delete', axis, at, count } });
  }

  private move(axis: Axis, from: number, count: number, to: number): void {
    if (to >= from && to <= from + count) return;
    this.context.apply({ kind: 'shift', sheet: this.id, shift: { kind: 'move', axis, at: from, count, to } });
  }

  insertRowAfter(afterPosition: number): this {
    return this.insertRowsAfter(afterPosition, 1);
  }
  insertRowBefore(beforePosition: number): this {
    return this.insertRowsBefore(beforePosition, 1);
  }
  insertRowsAfter(afterPosition: number, howMany: number): this {
    return this.insert('row', afterPosition, howMany, afterPosition - 1);
  }
  insertRowsBefore(beforePosition: number, howMany: number): this {
    return this.insert('row', beforePosition - 1, howMany, beforePosition - 1 + howMany);
  }
  insertRows(rowIndex: number, numRows = 1): void {
    this.insertRowsBefore(rowIndex, numRows);
  }
  deleteRow(rowPosition: number): this {
    this.remove('row', rowPosition - 1, 1);
    return this;
  }
  deleteRows(rowPosition: number, howMany: number): void {
    this.remove('row', rowPosition - 1, howMany);
  }
  moveRows(rowSpec: Range, destinationIndex: number): void {
    this.move('row', rowSpec.rect.row, rowSpec.rect.rows, destinationIndex - 1);
  }
  insertColumnAfter(afterPosition: number): this {
    return this.insertColumnsAfter(afterPosition, 1);
  }
  insertColumnBefore(beforePosition: number): this {
    return this.insertColumnsBefore(beforePosition, 1);
  }
  insertColumnsAfter(afterPosition: number, howMany: number): this {
    return this.insert('column', afterPosition, howMany, afterPosition - 1);
  }
  insertColumnsBefore(beforePosition: number, howMany: number): this {
    return this.insert('column', beforePosition - 1, howMany, beforePosition - 1 + howMany);
  }
  insertColumns(columnIndex: number, numColumns = 1): void {
    this.insertColumnsBefore(columnIndex, numColumns);
  }
  deleteColumn(columnPosition: number): this {
    this.remove('column', columnPosition - 1, 1);
    return this;
  }
  deleteColumns(columnPosition: number, howMany: number): void {
    this.remove('column', columnPosition - 1, howMany);
  }
  moveColumns(columnSpec: Range, destinationIndex: number): void {
    this.move('column', columnSpec.rect.column, columnSpec.rect.columns, destinationIndex - 1);
  }

  private setLines(axis: Axis, at: number, count: number, change: { size?: number; hidden?: boolean }): this {
    const { grid } = this.sheet;
    const lines = Array.from({ length: count }, (_, i) => ({ ...grid.line(axis, at + i), ...change }));
    this.context.apply({ kind: 'lines', sheet: this.id, axis, at, lines });
    return this;
  }
  setColumnWidth(columnPosition: number, width: number): this {
    return this.setLines('column', columnPosition - 1, 1, { size: width });
  }
  setColumnWidths(startColumn: number, numColumns: number, width: number): this {
    return this.setLines('column', startColumn - 1, numColumns, { size: width });
  }
  getColumnWidth(columnPosition: number): number {
    return this.sheet.grid.line('column', columnPosition - 1).size ?? 100;
  }
  setRowHeight(rowPosition: number, height: number): this {
    return this.setLines('row', rowPosition - 1, 1, { size: height });
  }
  setRowHeights(startRow: number, numRows: number, height: number): this {
    return this.setLines('row', startRow - 1, numRows, { size: height });
  }
  hideColumns(columnIndex: number, numColumns = 1): void {
    this.setLines('column', columnIndex - 1, numColumns, { hidden: true });
  }
  showColumns(columnIndex: number, numColumns = 1): void {
    this.setLines('column', columnIndex - 1, numColumns, { hidden: false });
  }
  hideColumn(column: Range): void {
    this.hideColumns(column.getColumn(), column.getNumColumns());
  }
  isColumnHiddenByUser(columnPosition: number): boolean {
    return this.sheet.grid.line('column', columnPosition - 1).hidden;
  }
  hideRows(rowIndex: number, numRows = 1): void {
    this.setLines('row', rowIndex - 1, numRows, { hidden: true });
  }
  showRows(rowIndex: number, numRows = 1): void {
    this.setLines('row', rowIndex - 1, numRows, { hidden: false });
  }
  isRowHiddenByUser(rowPosition: number): boolean {
    return this.sheet.grid.line('row', rowPosition - 1).hidden;
  }

  // Contents

  clear(): this {
    this.whole().clear();
    return this;
  }
  clearContents(): this {
    this.whole().clearContent();
    return this;
  }
  sort(columnPosition: number, ascending = true): this {
    const frozen = this.getFrozenRows();
    const rows = this.getLastRow() - frozen;
    if (rows > 0) this.getRange(frozen + 1, 1, rows, this.getMaxColumns()).sort({ column: columnPosition, ascending });
    return this;
  }
  private whole(): Range {
    return new Range(this.context, this.id, this.sheet.grid.whole());
  }
  copyTo(): Sheet {
    const id = this.context.file.newId();
    const snapshot = {
      ...snapshotOf(this.sheet),
      id,
      properties: { ...this.sheet.properties, name: this.nameOfCopy() },
    };
    this.context.apply({ kind: 'insert-sheet', index: this.context.file.sheets.length, snapshot });
    return new Sheet(this.context, id);
  }
  private nameOfCopy(): string {
    const base = `Copy of ${this.sheet.name}`;
    let name = base;
    for (let n = 1; this.context.file.sheetNamed(name); n++) name = `${base} ${n}`;
    return name;
  }

  // Objects

  getNamedRanges(): NamedRange[] {
    return this.context.file.objects.names
      .filter(({ sheet }) => sheet === this.id)
      .map(({ name }) => new NamedRange(this.context, name));
  }
  protect(): Protection {
    return Protection.add(this.context, this.id, null);
  }
  getProtections(type: { toString(): string }): Protection[] {
    const wantsSheet = String(type) === 'SHEET';
    return this.context.file.objects.protections
      .filter(({ sheet, rect }) => sheet === this.id && (rect === null) === wantsSheet)
      .map(({ id }) => new Protection(this.context, id));
  }
  newChart(): EmbeddedChartBuilder {
    return EmbeddedChartBuilder.on(this.context, this.id);
  }
  getCharts(): EmbeddedChart[] {
    return this.context.file.objects.charts
      .filter(({ sheet }) => sheet === this.id)
      .map((chart) => new EmbeddedChart(this.context, chart));
  }
  insertChart(chart: EmbeddedChart): void {
    chart.put(this.id);
  }
  updateChart(chart: EmbeddedChart): void {
    chart.put(this.id);
  }
  removeChart(chart: EmbeddedChart): void {
    chart.remove();
  }
  addDeveloperMetadata(
    key: string,
    value: string | null = null,
    visibility: { toString(): string } = { toString: () => 'DOCUMENT' },
  ): this {
    DeveloperMetadata.add(this.context, key, value, visibility, { kind: 'sheet', sheet: this.id });
    return this;
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.context, this.id);
  }
}
