import { offsetFormula } from '../engine/formulas';
import { toA1, toR1C1 } from '../engine/r1c1';
import { contains, overlaps } from '../engine/rect';
import { LONGEST_TEXT, TOO_LONG } from '../engine/typed-text';
import { type Block, blockOf, type CellValue } from '../engine/values';
import { cellWriter, toDisplay, toScript, type WrittenCell } from './cell-values';
import { fail, noSignature, unsupported } from './errors';
import { RangeLooks } from './range-looks';
import { refuseRejected } from './rejected';
import { RichTextValue, richTextOf, textOf } from './rich-text';

type Scalar = string | number | boolean | Date;

type Clearing = {
  readonly contentsOnly?: boolean;
  readonly formatOnly?: boolean;
  readonly validationsOnly?: boolean;
  readonly commentsOnly?: boolean;
  readonly skipFilteredRows?: boolean;
};

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
  getFormulasR1C1(): string[][] {
    const { row, column } = this.rect;
    return this.getFormulas().map((line, r) =>
      line.map((formula, c) => formula && toR1C1(formula, row + r, column + c)),
    );
  }
  getFormulaR1C1(): string | null {
    return this.corner.getFormulasR1C1()[0]![0] || null;
  }
  /** Rich text of the cells that hold text, null for all others. Source: reference "Range.getRichTextValue". */
  getRichTextValues(): (RichTextValue | null)[][] {
    this.context.calculator.calculate();
    const formats = this.formatsOf(this.grid.formats(this.rect));
    return this.grid
      .values(this.rect)
      .map((row, r) =>
        row.map((value, c) =>
          value === null || typeof value === 'string' ? richTextOf(value ?? '', formats[r]![c]!.richText) : null,
        ),
      );
  }
  getRichTextValue(): RichTextValue | null {
    return this.corner.getRichTextValues()[0]![0]!;
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
    const written = cellWriter(this.context);
    const plain = this.context.file.formats.patcher({ richText: undefined });
    return this.writeCells(values.map((row, r) => row.map((value, c) => written(value, plain(formats[r]![c]!)))));
  }
  setValue(value: unknown): this {
    return this.setValues(blockOf(this.rect.rows, this.rect.columns, value));
  }
  setFormulas(formulas: string[][]): this {
    this.checkSize(formulas, 'setFormulas');
    const formats = this.grid.formats(this.rect);
    return this.writeCells(
      formulas.map((row, r) =>
        row.map((text, c) => ({
          value: text ? '' : null,
          formula: text ? equation(text) : null,
          format: formats[r]![c]!,
        })),
      ),
    );
  }
  setFormula(formula: string): this {
    // Over a block it follows its cells, as a fill does. Source: gas-fakes test suite, run against Google.
    const followed = (r: number, c: number) => (formula ? offsetFormula(formula, r, c) : '');
    return this.setFormulas(
      blockOf(this.rect.rows, this.rect.columns, '').map((row, r) => row.map((_, c) => followed(r, c))),
    );
  }
  setFormulasR1C1(formulas: string[][]): this {
    this.checkSize(formulas, 'setFormulasR1C1');
    const { row, column } = this.rect;
    return this.setFormulas(
      formulas.map((line, r) => line.map((formula, c) => formula && toA1(equation(formula), row + r, column + c))),
    );
  }
  setFormulaR1C1(formula: string): this {
    return this.setFormulasR1C1(blockOf(this.rect.rows, this.rect.columns, formula));
  }
  /** Text goes in as it is, whatever it starts with. */
  setRichTextValues(values: RichTextValue[][]): this {
    this.checkSize(values, 'setRichTextValues');
    const formats = this.grid.formats(this.rect);
    const plain = this.context.file.formats.patcher({ richText: undefined });
    return this.writeCells(
      values.map((row, r) =>
        row.map((value, c) => {
          if (value !== null && !(value instanceof RichTextValue))
            noSignature([values], 'SpreadsheetApp.Range.setRichTextValues');
          if (textOf(value).length > LONGEST_TEXT) fail(TOO_LONG);
          const kept = value?.kept();
          const patched = kept ? this.context.file.formats.patcher({ richText: kept }) : plain;
          const format = patched(formats[r]![c]!);
          return { value: textOf(value) || null, formula: null, format };
        }),
      ),
    );
  }
  setRichTextValue(value: RichTextValue): this {
    if (!(value instanceof RichTextValue)) noSignature([value], 'SpreadsheetApp.Range.setRichTextValue');
    return this.setRichTextValues(blockOf(this.rect.rows, this.rect.columns, value));
  }
  setNotes(notes: (string | null)[][]): this {
    this.checkSize(notes, 'setNotes');
    return this.write({ notes: notes.map((row) => row.map((note) => note || null)) });
  }
  setNote(note: string | null): this {
    return this.setNotes(blockOf(this.rect.rows, this.rect.columns, note));
  }

  protected writeCells(cells: Block<WrittenCell>): this {
    refuseRejected(this.context.file, this.rect, cells);
    const shown = this.underMerges(cells);
    return this.write({
      values: shown.map((row) => row.map(({ value }) => value)),
      formulas: shown.map((row) => row.map(({ formula }) => formula)),
      formats: shown.map((row) => row.map(({ format }) => format)),
    });
  }

  /** What is written to the cells that a merge covers is lost: only its corner holds something. */
  private underMerges(cells: Block<WrittenCell>): Block<WrittenCell> {
    const merges = this.context.file.objects.merges
      .filter(({ sheet, rect }) => sheet === this.sheetId && overlaps(rect, this.rect))
      .map(({ rect }) => rect);
    if (merges.length === 0) return cells;
    return cells.map((line, r) =>
      line.map((cell, c) => {
        const [row, column] = [this.rect.row + r, this.rect.column + c];
        const merge = merges.find((rect) => contains(rect, row, column));
        const covered = merge && (merge.row !== row || merge.column !== column);
        return covered ? { value: null, formula: null, format: cell.format } : cell;
      }),
    );
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
  /** Contents and formats, or only what is named. Source: reference "Range.clear". */
  clear(options: Clearing = {}): this {
    if (options.skipFilteredRows) unsupported('Range.clear with skipFilteredRows');
    const { contentsOnly, formatOnly, validationsOnly, commentsOnly } = options;
    const all = !contentsOnly && !formatOnly && !validationsOnly && !commentsOnly;
    if (all || contentsOnly) this.clearContent();
    if (all || formatOnly) this.clearFormat();
    if (validationsOnly) this.clearDataValidations();
    if (commentsOnly) this.clearNote();
    return this;
  }
}

/** The equals sign may be left out. */
const equation = (formula: string): string => (String(formula).startsWith('=') ? String(formula) : `=${formula}`);
