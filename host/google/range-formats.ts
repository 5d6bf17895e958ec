import type { CellFormat, FormatPatch } from '../engine/format';
import type { Layers } from '../engine/grid';
import { overlaps } from '../engine/rect';
import { type DataValidation, ruleFor } from './data-validation';
import { fail, noSignature } from './errors';
import { mergesIn, withoutCovered } from './merging';
import { RangePlace } from './range-place';

/** What Google answers for a cell that nobody formatted. Source: gas-fakes test suite, run against Google. */
const PLAIN = '0.###############';

/** `General` in any case is no format at all. */
const plainOr = (format: string | null): string | undefined => {
  // Null misbehaves at Google. Source: notes of the gas-fakes project.
  if (format === null || format === undefined) return noSignature([format], 'SpreadsheetApp.Range.setNumberFormat');
  return /^general$/i.test(format) ? undefined : String(format);
};

/** Reading and changing the formats of cells, number formats, and what cells may hold. */
export class RangeFormats extends RangePlace {
  /** Only the corner of merged cells holds contents. */
  protected override write(layers: Layers): this {
    const merges = layers.values || layers.formulas ? mergesIn(this.context.file, this.sheetId, this.rect) : [];
    if (merges.length === 0) return super.write(layers);
    return super.write({
      ...layers,
      ...(layers.values && { values: withoutCovered(merges, this.rect, layers.values, null) }),
      ...(layers.formulas && { formulas: withoutCovered(merges, this.rect, layers.formulas, null) }),
    });
  }
  protected patch(patch: FormatPatch): this {
    const patched = this.context.file.formats.patcher(patch);
    return this.write({ formats: this.grid.formats(this.rect).map((row) => row.map(patched)) });
  }
  protected changeFormats(change: (format: CellFormat) => CellFormat): this {
    const { formats } = this.context.file;
    const changed = new Map<number, number>();
    const changedId = (id: number): number => {
      const known = changed.get(id) ?? formats.idOf(change(formats.get(id)));
      changed.set(id, known);
      return known;
    };
    return this.write({ formats: this.grid.formats(this.rect).map((row) => row.map(changedId)) });
  }
  protected patchEach<T>(values: readonly (readonly T[])[], patchOf: (value: T) => FormatPatch): this {
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
  protected each<T>(read: (format: CellFormat) => T): T[][] {
    return this.formatsOf(this.grid.formats(this.rect)).map((row) => row.map(read));
  }
  protected first<T>(read: (format: CellFormat) => T): T {
    return read(this.context.file.formats.get(this.grid.format(this.rect.row, this.rect.column)));
  }

  getNumberFormats(): string[][] {
    this.context.calculator.calculate();
    return this.each(({ numberFormat }) => numberFormat ?? PLAIN);
  }
  getNumberFormat(): string {
    this.context.calculator.calculate();
    return this.first(({ numberFormat }) => numberFormat ?? PLAIN);
  }
  setNumberFormat(numberFormat: string): this {
    return this.patch({ numberFormat: plainOr(numberFormat) });
  }
  setNumberFormats(numberFormats: string[][]): this {
    return this.patchEach(numberFormats, (format) => ({ numberFormat: plainOr(format) }));
  }

  // Validation

  getDataValidation(): DataValidation | null {
    return ruleFor(this.context, this.grid.format(this.rect.row, this.rect.column));
  }
  getDataValidations(): (DataValidation | null)[][] {
    return this.grid.formats(this.rect).map((row) => row.map((format) => ruleFor(this.context, format)));
  }
  setDataValidation(rule: DataValidation | null): this {
    this.refuseTyped();
    return this.patch({ rule: rule ? rule.keep(this.context) : undefined });
  }
  setDataValidations(rules: (DataValidation | null)[][]): this {
    this.refuseTyped();
    return this.patchEach(rules, (rule) => ({ rule: rule ? rule.keep(this.context) : undefined }));
  }
  clearDataValidations(): this {
    this.refuseTyped();
    return this.patch({ rule: undefined });
  }

  /** A table that a person made owns what its typed columns accept. Source: seen by several developers since 2024. */
  private refuseTyped(): void {
    const touches = this.context.file.objects.tables.some(
      ({ sheet, rect, types }) =>
        sheet === this.sheetId &&
        types.some(
          (type, column) => type && overlaps({ ...rect, column: rect.column + column, columns: 1 }, this.rect),
        ),
    );
    if (touches) fail('This operation is not allowed on cells in typed columns.');
  }

  /** Number formats stay: a date that was cleared makes a date of the next number. Source: reference "Range.clearFormat". */
  clearFormat(): this {
    return this.changeFormats(({ numberFormat, automatic, rule }) => ({
      ...(numberFormat !== undefined && { numberFormat }),
      ...(automatic && { automatic }),
      ...(rule !== undefined && { rule }),
    }));
  }
}
