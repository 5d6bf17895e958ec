import type { CellFormat, FormatPatch } from '../engine/format';
import { type DataValidation, ruleFor } from './data-validation';
import { RangePlace } from './range-place';

/** How the cells of a range look, and what they may hold. */
export class RangeFormats extends RangePlace {
  protected patch(patch: FormatPatch): this {
    const patched = this.context.file.formats.patcher(patch);
    return this.write({ formats: this.grid.formats(this.rect).map((row) => row.map(patched)) });
  }
  protected changeFormats(change: (format: CellFormat) => CellFormat): this {
    const { formats } = this.context.file;
    return this.write({
      formats: this.grid.formats(this.rect).map((row) => row.map((id) => formats.idOf(change(formats.get(id))))),
    });
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

  /** Number formats stay: a date that was cleared makes a date of the next number. Source: reference "Range.clearFormat". */
  clearFormat(): this {
    return this.changeFormats(({ numberFormat, rule }) => ({
      ...(numberFormat !== undefined && { numberFormat }),
      ...(rule !== undefined && { rule }),
    }));
  }
  clearDataValidations(): this {
    return this.patch({ rule: undefined });
  }
}
