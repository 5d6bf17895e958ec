import { copiedSheet } from '../engine/copy-sheet';
import { filterOf } from '../engine/filters';
import { bottomOf, rectOf } from '../engine/rect';
import { type Banding, bandingsOf } from './banding';
import { EmbeddedChartBuilder } from './chart-builder';
import { EmbeddedChart } from './charts';
import { ConditionalFormatRule } from './conditional-format';
import type { EnumValue } from './enums';
import { fail, noSignature } from './errors';
import { Filter } from './filter';
import { refuseTooManyCells, refuseTooManyTabs } from './limits';
import { DeveloperMetadata, DeveloperMetadataFinder, type MetadataArguments } from './metadata';
import { NamedRange } from './named-range';
import { Protection, protectionsOf } from './protection';
import { Range, rangeOfText } from './range';
import { RangeList } from './range-list';
import { Selection, selectedRanges } from './selection';
import { SheetLines } from './sheet-lines';
import type { Spreadsheet } from './spreadsheet';
import { nameOfCopy } from './tab-names';
import { TextFinder } from './text-finder';

const OUTSIDE = 'The coordinates of the range are outside the dimensions of the sheet.';

/** `SpreadsheetApp.Sheet`: one tab, with its ranges, its contents and what stands on it. */
export class Sheet extends SheetLines {
  // Ranges

  getRange(...args: readonly unknown[]): Range {
    const [first] = args;
    if (typeof first === 'string' && args.length === 1) return rangeOfText(this.context, first, this.sheet);
    if (args.length < 2 || args.some((arg) => typeof arg !== 'number'))
      return noSignature(args, 'SpreadsheetApp.Sheet.getRange');
    const [row, column, rows = 1, columns = 1] = args as [number, number, number?, number?];
    if (rows < 1) fail('The number of rows in the range must be at least 1.');
    if (columns < 1) fail('The number of columns in the range must be at least 1.');
    if (row < 1) fail('The starting row of the range is too small.');
    if (column < 1) fail('The starting column of the range is too small.');
    const rect = rectOf(row - 1, column - 1, rows, columns);
    if (!this.sheet.grid.holds(rect) || !Number.isInteger(row + column + rows + columns)) fail(OUTSIDE);
    return new Range(this.context, this.id, rect);
  }
  /** Values of a block; -1 for a number of rows or columns reaches to the last one with content. */
  getSheetValues(startRow: number, startColumn: number, numRows: number, numColumns: number): unknown[][] {
    const rows = numRows === -1 ? this.getLastRow() - startRow + 1 : numRows;
    const columns = numColumns === -1 ? this.getLastColumn() - startColumn + 1 : numColumns;
    return this.getRange(startRow, startColumn, rows, columns).getValues();
  }
  getRangeList(notations: string[]): RangeList {
    if (notations.length === 0) fail('The range list must contain at least one range.');
    return new RangeList(notations.map((notation) => rangeOfText(this.context, notation, this.sheet)));
  }
  getDataRange(): Range {
    return new Range(
      this.context,
      this.id,
      rectOf(0, 0, Math.max(1, this.getLastRow()), Math.max(1, this.getLastColumn())),
    );
  }
  /** Rows with content; a formula that shows nothing and an unticked checkbox count, formats do not. */
  getLastRow(): number {
    this.context.calculator.calculate();
    return this.sheet.grid.lastRow() + 1;
  }
  getLastColumn(): number {
    this.context.calculator.calculate();
    return this.sheet.grid.lastColumn() + 1;
  }
  createTextFinder(text: string): TextFinder {
    return new TextFinder(this.context, [{ sheet: this.id, rect: this.sheet.grid.whole() }], text);
  }
  private whole(): Range {
    return new Range(this.context, this.id, this.sheet.grid.whole());
  }

  // What the user looks at

  activate(): this {
    this.sheet;
    this.context.selection = { sheet: this.id, rect: rectOf(0, 0) };
    return this;
  }
  getSelection(): Selection {
    return new Selection(this.context);
  }
  getActiveRange(): Range | null {
    const { sheet, rect } = this.context.selection;
    return sheet === this.id ? new Range(this.context, sheet, rect) : null;
  }
  getActiveRangeList(): RangeList | null {
    return this.getActiveRange() && selectedRanges(this.context);
  }
  getActiveCell(): Range {
    const { sheet, rect } = this.context.selection;
    return new Range(this.context, this.id, sheet === this.id ? rectOf(rect.row, rect.column) : rectOf(0, 0));
  }
  getCurrentCell(): Range | null {
    return this.context.selection.sheet === this.id ? this.getActiveCell() : null;
  }
  setActiveRange(range: Range): Range {
    if (range.sheetId !== this.id) fail('The range must be on this sheet.');
    return range.activate();
  }
  setActiveSelection(range: Range | string): Range {
    return this.setActiveRange(typeof range === 'string' ? this.getRange(range) : range);
  }
  setCurrentCell(cell: Range): Range {
    return cell.activateAsCurrentCell();
  }

  // Contents

  /** Adds a row below the last one with content; its strings are read as if typed. */
  appendRow(values: unknown[]): this {
    const { grid } = this.sheet;
    if (values.length > grid.width) this.insert('column', grid.width, values.length - grid.width);
    const row = this.getLastRow();
    if (row >= grid.height) this.insert('row', row, 1);
    this.getRange(row + 1, 1, 1, values.length).setValues([values]);
    this.growTables(row);
    return this;
  }
  /** A table takes in the row that is appended right below it. */
  private growTables(row: number): void {
    const { tables } = this.context.file.objects;
    const grown = tables.map((table) =>
      table.sheet === this.id && bottomOf(table.rect) === row - 1
        ? { ...table, rect: { ...table.rect, rows: table.rect.rows + 1 } }
        : table,
    );
    if (grown.some((table, index) => table !== tables[index]))
      this.context.apply({ kind: 'objects', objects: { tables: grown } });
  }
  clear(options?: { contentsOnly?: boolean; formatOnly?: boolean }): this {
    this.whole().clear(options);
    return this;
  }
  clearContents(): this {
    this.whole().clearContent();
    return this;
  }
  clearFormats(): this {
    this.whole().clearFormat();
    return this;
  }
  clearNotes(): this {
    this.whole().clearNote();
    return this;
  }
  /** Rows below the frozen ones. Source: reference "Sheet.sort". */
  sort(columnPosition: number, ascending = true): this {
    const frozen = this.getFrozenRows();
    const rows = this.getLastRow() - frozen;
    if (rows > 0) this.getRange(frozen + 1, 1, rows, this.getMaxColumns()).sort({ column: columnPosition, ascending });
    return this;
  }
  copyTo(spreadsheet: Spreadsheet): Sheet {
    const { context } = spreadsheet;
    const { grid, name } = this.sheet;
    refuseTooManyTabs(context.file);
    refuseTooManyCells(context.file, grid.height * grid.width);
    const at = context.file.sheets.length;
    const { id, edits } = copiedSheet(this.context.file, this.sheet, context.file, nameOfCopy(context.file, name), at);
    for (const edit of edits) context.apply(edit);
    return new Sheet(context, id);
  }

  // What stands on it

  getFilter(): Filter | null {
    this.sheet;
    return filterOf(this.context.file, this.id) ? new Filter(this.context, this.id) : null;
  }
  getBandings(): Banding[] {
    return bandingsOf(this.context, this.id);
  }
  getConditionalFormatRules(): ConditionalFormatRule[] {
    return this.context.file.objects.conditional
      .filter(({ sheet }) => sheet === this.id)
      .map((rule) => new ConditionalFormatRule(this.context, rule));
  }
  /** Replaces every rule of the tab. Source: reference "Sheet.setConditionalFormatRules". */
  setConditionalFormatRules(rules: ConditionalFormatRule[]): void {
    this.sheet;
    if (rules.some(({ rule }) => rule.sheet !== this.id))
      fail('All ranges of a conditional format rule must be on this sheet.');
    const others = this.context.file.objects.conditional.filter(({ sheet }) => sheet !== this.id);
    this.context.apply({
      kind: 'objects',
      objects: { conditional: [...others, ...rules.map(({ rule }) => rule)] },
    });
  }
  clearConditionalFormatRules(): void {
    this.setConditionalFormatRules([]);
  }
  getNamedRanges(): NamedRange[] {
    return this.context.file.objects.names
      .filter(({ sheet }) => sheet === this.id)
      .map((item) => new NamedRange(this.context, item));
  }
  protect(): Protection {
    this.sheet;
    return Protection.add(this.context, this.id, null);
  }
  getProtections(type: EnumValue): Protection[] {
    return protectionsOf(this.context, type, this.id);
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
    chart.update(this.id);
  }
  removeChart(chart: EmbeddedChart): void {
    chart.remove();
  }
  addDeveloperMetadata(...args: MetadataArguments): this {
    this.sheet;
    DeveloperMetadata.add(this.context, args, { kind: 'sheet', sheet: this.id });
    return this;
  }
  /** Those of the tab itself, not of its rows and columns. */
  getDeveloperMetadata(): DeveloperMetadata[] {
    return DeveloperMetadata.at(this.context, { kind: 'sheet', sheet: this.id });
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    this.sheet;
    return new DeveloperMetadataFinder(this.context, { sheet: this.id, rect: null });
  }
}
