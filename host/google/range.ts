import type { CellFormat, FormatPatch } from '../engine/format';
import { offsetFormula } from '../engine/formulas';
import type { Layers } from '../engine/grid';
import { bottomOf, overlaps, type Rect, rectOf, rightOf } from '../engine/rect';
import type { Sheet as EngineSheet } from '../engine/sheet';
import { type Block, blockOf, type CellValue } from '../engine/values';
import { addressOf, rectOfA1 } from './a1';
import { fromScript, isDate, toDisplay, toScript, type WrittenCell } from './cell-values';
import type { Context } from './context';
import { DataValidation, ruleFor } from './data-validation';
import { fail, noSignature } from './errors';
import { DeveloperMetadata } from './metadata';
import { type RichTextValue, textOf } from './rich-text';
import { Sheet } from './sheet';
import { sortBlock } from './sorting';
import { TextFinder } from './text-finder';

type Scalar = string | number | boolean | Date;

/** `SpreadsheetApp.Range`: a block of cells by position. Positions in method arguments count from one, as Google's do. */
export class Range {
  constructor(
    readonly context: Context,
    readonly sheetId: number,
    readonly rect: Rect,
  ) {}

  private get sheet(): EngineSheet {
    return this.context.file.sheet(this.sheetId) ?? fail('Sheet not found.');
  }

  private get grid() {
    const { grid } = this.sheet;
    if (!grid.holds(this.rect)) fail('The coordinates of the range are outside the dimensions of the sheet.');
    return grid;
  }

  private formatsOf(block: Block<number>): Block<CellFormat> {
    return block.map((row) => row.map((id) => this.context.file.formats.get(id)));
  }

  private write(layers: Layers): this {
    const { row, column } = this.rect;
    this.grid;
    this.context.apply({ kind: 'cells', sheet: this.sheetId, row, column, layers });
    return this;
  }

  private get corner(): Range {
    return new Range(this.context, this.sheetId, rectOf(this.rect.row, this.rect.column));
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
    return addressOf(this.rect);
  }
  getCell(row: number, column: number): Range {
    if (row < 1 || column < 1 || row > this.rect.rows || column > this.rect.columns)
      fail('Cell reference out of range');
    return new Range(this.context, this.sheetId, rectOf(this.rect.row + row - 1, this.rect.column + column - 1));
  }
  offset(rowOffset: number, columnOffset: number, numRows = this.rect.rows, numColumns = this.rect.columns): Range {
    const rect = rectOf(this.rect.row + rowOffset, this.rect.column + columnOffset, numRows, numColumns);
    if (!this.sheet.grid.holds(rect)) fail('The coordinates of the range are outside the dimensions of the sheet.');
    return new Range(this.context, this.sheetId, rect);
  }

  // Reading

  getValues(): Scalar[][] {
    this.context.calculator.calculate();
    const zone = this.context.file.properties.timeZone;
    const formats = this.formatsOf(this.grid.formats(this.rect));
    return this.grid.values(this.rect).map((row, r) => row.map((value, c) => toScript(value, formats[r]![c]!, zone)));
  }
  getValue(): Scalar {
    return this.corner.getValues()[0]![0]!;
  }
  getDisplayValues(): string[][] {
    this.context.calculator.calculate();
    const formats = this.formatsOf(this.grid.formats(this.rect));
    return this.grid
      .values(this.rect)
      .map((row, r) => row.map((value, c) => toDisplay(this.context, value, formats[r]![c]!)));
  }
  getDisplayValue(): string {
    return this.corner.getDisplayValues()[0]![0]!;
  }
  getFormulas(): string[][] {
    return this.grid.formulas(this.rect).map((row) => row.map((formula) => formula ?? ''));
  }
  getFormula(): string {
    return this.corner.getFormulas()[0]![0]!;
  }
  isBlank(): boolean {
    return this.grid.values(this.rect).every((row) => row.every((value) => value === null));
  }
  getNotes(): string[][] {
    return this.grid.notes(this.rect).map((row) => row.map((note) => note ?? ''));
  }
  getNote(): string {
    return this.corner.getNotes()[0]![0]!;
  }

  // Writing

  setValues(values: unknown[][]): this {
    this.checkSize(values);
    const formats = this.grid.formats(this.rect);
    const cells = values.map((row, r) => row.map((value, c) => fromScript(this.context, value, formats[r]![c]!)));
    return this.writeCells(cells);
  }
  setValue(value: unknown): this {
    return this.setValues(blockOf(this.rect.rows, this.rect.columns, value));
  }
  setFormulas(formulas: string[][]): this {
    this.checkSize(formulas);
    const formats = this.grid.formats(this.rect);
    const formulaOf = (text: string) => (text === '' ? null : text.startsWith('=') ? text : `=${text}`);
    return this.writeCells(
      formulas.map((row, r) =>
        row.map((text, c) => ({ value: text === '' ? null : '', formula: formulaOf(text), format: formats[r]![c]! })),
      ),
    );
  }
  setFormula(formula: string): this {
    return this.setFormulas(blockOf(this.rect.rows, this.rect.columns, formula));
  }
  /** Text goes in as it is, whatever it starts with. */
  setRichTextValues(values: RichTextValue[][]): this {
    this.checkSize(values);
    const formats = this.grid.formats(this.rect);
    return this.writeCells(
      values.map((row, r) =>
        row.map((value, c) => ({ value: textOf(value) || null, formula: null, format: formats[r]![c]! })),
      ),
    );
  }
  setRichTextValue(value: RichTextValue): this {
    return this.setRichTextValues(blockOf(this.rect.rows, this.rect.columns, value));
  }
  setNotes(notes: (string | null)[][]): this {
    this.checkSize(notes);
    return this.write({ notes: notes.map((row) => row.map((note) => note || null)) });
  }
  setNote(note: string | null): this {
    return this.setNotes(blockOf(this.rect.rows, this.rect.columns, note));
  }

  private checkSize(data: readonly (readonly unknown[])[]): void {
    if (!Array.isArray(data)) noSignature([data], 'SpreadsheetApp.Range.setValues');
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

  private writeCells(cells: Block<WrittenCell>): this {
    this.checkRules(cells);
    return this.write({
      values: cells.map((row) => row.map(({ value }) => value)),
      formulas: cells.map((row) => row.map(({ formula }) => formula)),
      formats: cells.map((row) => row.map(({ format }) => format)),
    });
  }

  /** A rule that rejects invalid input stops scripts too, and nothing of the write goes in. */
  private checkRules(cells: Block<WrittenCell>): void {
    cells.forEach((row, r) => {
      row.forEach(({ value, formula, format }, c) => {
        const rule = ruleFor(this.context, format);
        if (!rule || rule.allowInvalid || value === null || formula !== null || rule.allows(value)) return;
        const cell = new Range(
          this.context,
          this.sheetId,
          rectOf(this.rect.row + r, this.rect.column + c),
        ).getA1Notation();
        fail(`The data you entered in cell ${cell} violates the data validation rules set on this cell.`);
      });
    });
  }

  clearContent(): this {
    const { rows, columns } = this.rect;
    return this.write({
      values: blockOf<CellValue>(rows, columns, null),
      formulas: blockOf<string | null>(rows, columns, null),
    });
  }
  clearFormat(): this {
    return this.changeFormats((format) => (format.rule === undefined ? {} : { rule: format.rule }));
  }
  clearNote(): this {
    return this.setNote(null);
  }
  clearDataValidations(): this {
    return this.patch({ rule: undefined });
  }
  clear(options?: { contentsOnly?: boolean; formatOnly?: boolean }): this {
    if (!options?.formatOnly) this.clearContent();
    if (!options?.contentsOnly) this.clearFormat();
    return this;
  }

  // Formats

  private patch(patch: FormatPatch): this {
    const patched = this.context.file.formats.patcher(patch);
    return this.write({ formats: this.grid.formats(this.rect).map((row) => row.map(patched)) });
  }
  private changeFormats(change: (format: CellFormat) => CellFormat): this {
    const { formats } = this.context.file;
    return this.write({
      formats: this.grid.formats(this.rect).map((row) => row.map((id) => formats.idOf(change(formats.get(id))))),
    });
  }
  private patchEach<T>(values: readonly (readonly T[])[], patchOf: (value: T) => FormatPatch): this {
    this.checkSize(values);
    // Blocks repeat few values: each is worked out once.
    const patchers = new Map<T, (id: number) => number>();
    const patched = (value: T, id: number): number => {
      let patch = patchers.get(value);
      if (!patch) {
        patch = this.context.file.formats.patcher(patchOf(value));
        patchers.set(value, patch);
      }
      return patch(id);
    };
    return this.write({
      formats: this.grid.formats(this.rect).map((row, r) => row.map((id, c) => patched(values[r]![c]!, id))),
    });
  }

  getNumberFormats(): string[][] {
    return this.formatsOf(this.grid.formats(this.rect)).map((row) =>
      row.map(({ numberFormat }) => numberFormat ?? 'General'),
    );
  }
  getNumberFormat(): string {
    return this.corner.getNumberFormats()[0]![0]!;
  }
  setNumberFormat(numberFormat: string): this {
    return this.patch({ numberFormat: numberFormat === 'General' ? undefined : numberFormat });
  }
  setNumberFormats(numberFormats: string[][]): this {
    return this.patchEach(numberFormats, (format) => ({ numberFormat: format === 'General' ? undefined : format }));
  }
  setFontWeight(weight: 'bold' | 'normal' | null): this {
    return this.patch({ bold: weight === 'bold' ? true : undefined });
  }
  setFontWeights(weights: ('bold' | 'normal' | null)[][]): this {
    return this.patchEach(weights, (weight) => ({ bold: weight === 'bold' ? true : undefined }));
  }
  setFontStyle(style: 'italic' | 'normal' | null): this {
    return this.patch({ italic: style === 'italic' ? true : undefined });
  }
  setFontSize(fontSize: number): this {
    return this.patch({ fontSize });
  }
  setFontFamily(fontFamily: string): this {
    return this.patch({ fontFamily });
  }
  setFontColor(color: string | null): this {
    return this.patch({ fontColor: color ?? undefined });
  }
  setFontColors(colors: (string | null)[][]): this {
    return this.patchEach(colors, (color) => ({ fontColor: color ?? undefined }));
  }
  setBackground(color: string | null): this {
    return this.patch({ background: color ?? undefined });
  }
  setBackgrounds(colors: (string | null)[][]): this {
    return this.patchEach(colors, (color) => ({ background: color ?? undefined }));
  }
  getBackground(): string {
    return this.context.file.formats.get(this.grid.format(this.rect.row, this.rect.column)).background ?? '#ffffff';
  }
  getFontWeight(): string {
    return this.context.file.formats.get(this.grid.format(this.rect.row, this.rect.column)).bold ? 'bold' : 'normal';
  }
  setHorizontalAlignment(alignment: 'left' | 'center' | 'right' | 'normal' | null): this {
    return this.patch({ horizontal: alignment === 'normal' || alignment === null ? undefined : alignment });
  }
  setVerticalAlignment(alignment: 'top' | 'middle' | 'bottom' | null): this {
    return this.patch({ vertical: alignment ?? undefined });
  }
  setWrap(wrap: boolean): this {
    return this.patch({ wrap: wrap ? 'wrap' : 'overflow' });
  }
  setWrapStrategy(strategy: { toString(): string }): this {
    return this.patch({ wrap: String(strategy).toLowerCase() as 'wrap' | 'overflow' | 'clip' });
  }

  // Validation

  getDataValidation(): DataValidation | null {
    return ruleFor(this.context, this.grid.format(this.rect.row, this.rect.column));
  }
  getDataValidations(): (DataValidation | null)[][] {
    return this.grid.formats(this.rect).map((row) => row.map((format) => ruleFor(this.context, format)));
  }
  setDataValidation(rule: DataValidation | null): this {
    return this.patch({ rule: rule ? rule.keep() : undefined });
  }
  setDataValidations(rules: (DataValidation | null)[][]): this {
    return this.patchEach(rules, (rule) => ({ rule: rule ? rule.keep() : undefined }));
  }
  insertCheckboxes(): this {
    return this.setDataValidation(
      new DataValidation(this.context, {
        criterion: 'CHECKBOX',
        args: [],
        source: null,
        allowInvalid: true,
        helpText: null,
      }),
    );
  }

  // Structure

  createTextFinder(text: string): TextFinder {
    return new TextFinder(this.context, this.sheetId, this.rect, text);
  }
  merge(): this {
    const { merges } = this.context.file.objects;
    if (merges.some((merge) => merge.sheet === this.sheetId && overlaps(merge.rect, this.rect))) {
      fail('You must select all cells in a merged range to merge or unmerge them.');
    }
    const keep = this.grid.value(this.rect.row, this.rect.column);
    const formula = this.grid.formula(this.rect.row, this.rect.column);
    this.clearContent();
    this.corner.write({ values: [[keep]], formulas: [[formula]] });
    this.context.apply({ kind: 'objects', objects: { merges: [...merges, { sheet: this.sheetId, rect: this.rect }] } });
    return this;
  }
  breakApart(): this {
    const merges = this.context.file.objects.merges.filter(
      ({ sheet, rect }) => sheet !== this.sheetId || !overlaps(rect, this.rect),
    );
    this.context.apply({ kind: 'objects', objects: { merges } });
    return this;
  }
  isPartOfMerge(): boolean {
    return this.context.file.objects.merges.some(
      ({ sheet, rect }) => sheet === this.sheetId && overlaps(rect, this.rect),
    );
  }
  sort(
    spec: number | { column: number; ascending?: boolean } | (number | { column: number; ascending?: boolean })[],
  ): this {
    const keys = (Array.isArray(spec) ? spec : [spec]).map((key) =>
      typeof key === 'number'
        ? { column: key - 1, ascending: true }
        : { column: key.column - 1, ascending: key.ascending ?? true },
    );
    this.context.apply(sortBlock(this.sheet, this.rect, keys));
    return this;
  }
  copyTo(target: Range): void {
    const rows = this.grid
      .formulas(this.rect)
      .map((row) =>
        row.map(
          (formula) =>
            formula && offsetFormula(formula, target.rect.row - this.rect.row, target.rect.column - this.rect.column),
        ),
      );
    new Range(this.context, target.sheetId, { ...this.rect, row: target.rect.row, column: target.rect.column }).write({
      values: this.grid.values(this.rect),
      formulas: rows,
      formats: this.grid.formats(this.rect),
    });
  }

  addDeveloperMetadata(
    key: string,
    value: string | null = null,
    visibility: { toString(): string } = { toString: () => 'DOCUMENT' },
  ): this {
    const { row, column, rows, columns } = this.rect;
    const wholeColumn = columns === 1 && row === 0 && rows === this.grid.height;
    const wholeRow = rows === 1 && column === 0 && columns === this.grid.width;
    if (!wholeColumn && !wholeRow)
      fail(
        'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
      );
    const location = wholeColumn
      ? ({ kind: 'column', sheet: this.sheetId, index: column } as const)
      : ({ kind: 'row', sheet: this.sheetId, index: row } as const);
    DeveloperMetadata.add(this.context, key, value, visibility, location);
    return this;
  }

  activate(): this {
    this.context.selection = { sheet: this.sheetId, rect: this.rect };
    return this;
  }

  getSpreadsheetA1(): string {
    return `${this.sheet.name}!${this.getA1Notation()}`;
  }
}

export const rangeOfA1 = (context: Context, notation: string, home: EngineSheet | undefined): Range => {
  const { sheet, rect } = rectOfA1(notation, (name) => (name === null ? home : context.file.sheetNamed(name)));
  return new Range(context, sheet.id, rect);
};

export const isRange = (value: unknown): value is Range => value instanceof Range;

export { isDate };
