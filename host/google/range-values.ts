import { type Block, blockOf, type CellValue } from '../engine/values';
import { fromScript, toDisplay, toScript, type WrittenCell } from './cell-values';
import { ruleFor } from './data-validation';
import { fail } from './errors';
import { RangeLooks } from './range-looks';
import { type RichTextValue, textOf } from './rich-text';

type Scalar = string | number | boolean | Date;

/** What the cells of a range hold: values, formulas, notes. */
export class RangeValues extends RangeLooks {
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

  protected writeCells(cells: Block<WrittenCell>): this {
    this.checkRules(cells);
    return this.write({
      values: cells.map((row) => row.map(({ value }) => value)),
      formulas: cells.map((row) => row.map(({ formula }) => formula)),
      formats: cells.map((row) => row.map(({ format }) => format)),
    });
  }

  /** A rule that rejects invalid input stops scripts too, and nothing of the write goes in. */
  protected checkRules(cells: Block<WrittenCell>): void {
    cells.forEach((row, r) => {
      row.forEach(({ value, formula, format }, c) => {
        const rule = ruleFor(this.context, format);
        if (!rule || rule.allowInvalid || value === null || formula !== null || rule.allows(value)) return;
        const cell = this.at(this.rect.row + r, this.rect.column + c).getA1Notation();
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
  clearNote(): this {
    return this.setNote(null);
  }
  clear(options?: { contentsOnly?: boolean; formatOnly?: boolean }): this {
    if (!options?.formatOnly) this.clearContent();
    if (!options?.contentsOnly) this.clearFormat();
    return this;
  }
}
