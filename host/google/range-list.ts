import type { DataValidation } from './data-validation';
import type { Range } from './range';

/** `SpreadsheetApp.RangeList`: one format or value for several blocks in one call. */
export class RangeList {
  constructor(private readonly ranges: readonly Range[]) {}

  getRanges(): Range[] {
    return [...this.ranges];
  }

  private each(act: (range: Range) => void): this {
    this.ranges.forEach(act);
    return this;
  }

  setNumberFormat(numberFormat: string): this {
    return this.each((range) => range.setNumberFormat(numberFormat));
  }
  setFontWeight(weight: 'bold' | 'normal' | null): this {
    return this.each((range) => range.setFontWeight(weight));
  }
  setFontColor(color: string | null): this {
    return this.each((range) => range.setFontColor(color));
  }
  setBackground(color: string | null): this {
    return this.each((range) => range.setBackground(color));
  }
  setHorizontalAlignment(alignment: 'left' | 'center' | 'right' | null): this {
    return this.each((range) => range.setHorizontalAlignment(alignment));
  }
  setWrap(wrap: boolean): this {
    return this.each((range) => range.setWrap(wrap));
  }
  setValue(value: unknown): this {
    return this.each((range) => range.setValue(value));
  }
  clearContent(): this {
    return this.each((range) => range.clearContent());
  }
  clearDataValidations(): this {
    return this.each((range) => range.clearDataValidations());
  }
  setDataValidation(rule: DataValidation | null): this {
    return this.each((range) => range.setDataValidation(rule));
  }
}
