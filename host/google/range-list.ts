import type { Context } from './context';
import { fail } from './errors';
import type { Range } from './range';

/** `SpreadsheetApp.RangeList`: one format or value for several blocks in one call. */
export class RangeList {
  constructor(private readonly ranges: readonly Range[]) {}

  get context(): Context | undefined {
    return this.ranges[0]?.context;
  }
  getRanges(): Range[] {
    return [...this.ranges];
  }

  private each(act: (range: Range) => void): this {
    this.ranges.forEach(act);
    return this;
  }

  activate(): this {
    const last = this.ranges.at(-1) ?? fail('The range list is empty.');
    last.activate();
    const others = this.ranges.slice(0, -1).map(({ rect }) => rect);
    if (others.length > 0) last.context.selection = { ...last.context.selection, others };
    return this;
  }
  breakApart(): this {
    return this.each((range) => range.breakApart());
  }
  clear(options?: { contentsOnly?: boolean; formatOnly?: boolean }): this {
    return this.each((range) => range.clear(options));
  }
  clearContent(): this {
    return this.each((range) => range.clearContent());
  }
  clearDataValidations(): this {
    return this.each((range) => range.clearDataValidations());
  }
  clearFormat(): this {
    return this.each((range) => range.clearFormat());
  }
  clearNote(): this {
    return this.each((range) => range.clearNote());
  }
  insertCheckboxes(...values: unknown[]): this {
    return this.each((range) => range.insertCheckboxes(...values));
  }
  removeCheckboxes(): this {
    return this.each((range) => range.removeCheckboxes());
  }
  check(): this {
    return this.each((range) => range.check());
  }
  uncheck(): this {
    return this.each((range) => range.uncheck());
  }
  setBackground(color: string | null): this {
    return this.each((range) => range.setBackground(color));
  }
  setBackgroundRGB(red: number, green: number, blue: number): this {
    return this.each((range) => range.setBackgroundRGB(red, green, blue));
  }
  setBorder(...args: Parameters<Range['setBorder']>): this {
    return this.each((range) => range.setBorder(...args));
  }
  setFontColor(color: string | null): this {
    return this.each((range) => range.setFontColor(color));
  }
  setFontFamily(fontFamily: string | null): this {
    return this.each((range) => range.setFontFamily(fontFamily));
  }
  setFontLine(fontLine: Parameters<Range['setFontLine']>[0]): this {
    return this.each((range) => range.setFontLine(fontLine));
  }
  setFontSize(size: number): this {
    return this.each((range) => range.setFontSize(size));
  }
  setFontStyle(fontStyle: Parameters<Range['setFontStyle']>[0]): this {
    return this.each((range) => range.setFontStyle(fontStyle));
  }
  setFontWeight(weight: Parameters<Range['setFontWeight']>[0]): this {
    return this.each((range) => range.setFontWeight(weight));
  }
  setFormula(formula: string): this {
    return this.each((range) => range.setFormula(formula));
  }
  setFormulaR1C1(formula: string): this {
    return this.each((range) => range.setFormulaR1C1(formula));
  }
  setHorizontalAlignment(alignment: Parameters<Range['setHorizontalAlignment']>[0]): this {
    return this.each((range) => range.setHorizontalAlignment(alignment));
  }
  setNote(note: string | null): this {
    return this.each((range) => range.setNote(note));
  }
  setNumberFormat(numberFormat: string): this {
    return this.each((range) => range.setNumberFormat(numberFormat));
  }
  setTextDirection(direction: Parameters<Range['setTextDirection']>[0]): this {
    return this.each((range) => range.setTextDirection(direction));
  }
  setTextRotation(degrees: number): this {
    return this.each((range) => range.setTextRotation(degrees));
  }
  setValue(value: unknown): this {
    return this.each((range) => range.setValue(value));
  }
  setVerticalAlignment(alignment: Parameters<Range['setVerticalAlignment']>[0]): this {
    return this.each((range) => range.setVerticalAlignment(alignment));
  }
  setVerticalText(isVertical: boolean): this {
    return this.each((range) => range.setVerticalText(isVertical));
  }
  setWrap(wrap: boolean): this {
    return this.each((range) => range.setWrap(wrap));
  }
  setWrapStrategy(strategy: Parameters<Range['setWrapStrategy']>[0]): this {
    return this.each((range) => range.setWrapStrategy(strategy));
  }
  trimWhitespace(): this {
    return this.each((range) => range.trimWhitespace());
  }
}
