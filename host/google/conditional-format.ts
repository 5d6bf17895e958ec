import type { Condition, ConditionalFormat, GradientPoint } from '../engine/objects';
import { Color } from './color';
import type { Context } from './context';
import { hexOf } from './css-color';
import { EnumValue, enumArgument } from './enums';
import { fail } from './errors';
import { Range } from './range';
import { criteriaTypeOf, criteriaValuesOf, WhenBuilder } from './when-builder';

type Rule = Omit<ConditionalFormat, 'sheet'> & { readonly sheet: number | null };

const EMPTY: Rule = { sheet: null, ranges: [], condition: null, format: {}, gradient: null };

/** `SpreadsheetApp.ConditionalFormatRule`. Kept and given back; the page does not paint it. */
export class ConditionalFormatRule {
  constructor(
    private readonly context: Context,
    readonly rule: ConditionalFormat,
  ) {}

  getRanges(): Range[] {
    return this.rule.ranges.map((rect) => new Range(this.context, this.rule.sheet, rect));
  }
  getBooleanCondition(): BooleanCondition | null {
    return this.rule.gradient ? null : new BooleanCondition(this.context, this.rule);
  }
  getGradientCondition(): GradientCondition | null {
    return this.rule.gradient && new GradientCondition(this.rule.gradient);
  }
  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.context, this.rule);
  }
}

/** `SpreadsheetApp.BooleanCondition`. */
export class BooleanCondition {
  constructor(
    private readonly context: Context,
    private readonly rule: ConditionalFormat,
  ) {}

  getCriteriaType(): EnumValue | null {
    return criteriaTypeOf(this.rule.condition);
  }
  getCriteriaValues(): unknown[] {
    return criteriaValuesOf(this.context, this.rule.condition);
  }
  getBackground(): string | null {
    return this.rule.format.background ?? null;
  }
  getBackgroundObject(): Color | null {
    const { background } = this.rule.format;
    return background === undefined ? null : new Color(background);
  }
  getFontColor(): string | null {
    return this.rule.format.fontColor ?? null;
  }
  getFontColorObject(): Color | null {
    const { fontColor } = this.rule.format;
    return fontColor === undefined ? null : new Color(fontColor);
  }
  getBold(): boolean | null {
    return this.rule.format.bold ?? null;
  }
  getItalic(): boolean | null {
    return this.rule.format.italic ?? null;
  }
  getUnderline(): boolean | null {
    return this.rule.format.underline ?? null;
  }
  getStrikethrough(): boolean | null {
    return this.rule.format.strike ?? null;
  }
}

type Points = NonNullable<ConditionalFormat['gradient']>;

/** `SpreadsheetApp.GradientCondition`. */
export class GradientCondition {
  constructor(private readonly points: Points) {}

  private type(at: 0 | 1 | 2): EnumValue | null {
    const point = this.points[at];
    return point && new EnumValue('SpreadsheetApp', 'InterpolationType', point.type);
  }
  getMinColor(): string {
    return this.points[0]?.color ?? '';
  }
  getMinType(): EnumValue | null {
    return this.type(0);
  }
  getMinValue(): string {
    return this.points[0]?.value ?? '';
  }
  getMidColor(): string {
    return this.points[1]?.color ?? '';
  }
  getMidType(): EnumValue | null {
    return this.type(1);
  }
  getMidValue(): string {
    return this.points[1]?.value ?? '';
  }
  getMaxColor(): string {
    return this.points[2]?.color ?? '';
  }
  getMaxType(): EnumValue | null {
    return this.type(2);
  }
  getMaxValue(): string {
    return this.points[2]?.value ?? '';
  }
}

const BUILDER = 'SpreadsheetApp.ConditionalFormatRuleBuilder';

/** `SpreadsheetApp.ConditionalFormatRuleBuilder`. */
export class ConditionalFormatRuleBuilder extends WhenBuilder {
  protected readonly className = 'ConditionalFormatRuleBuilder';

  constructor(
    context: Context,
    private rule: Rule = EMPTY,
  ) {
    super(context);
  }

  protected when(condition: Condition): this {
    this.rule = { ...this.rule, condition, gradient: null };
    return this;
  }
  private look(format: ConditionalFormat['format']): this {
    this.rule = { ...this.rule, format: { ...this.rule.format, ...format } };
    return this;
  }
  private without(key: keyof ConditionalFormat['format']): this {
    const { [key]: _, ...format } = this.rule.format;
    this.rule = { ...this.rule, format };
    return this;
  }
  private color(key: 'background' | 'fontColor', color: string | null): this {
    const hex = color === null ? null : hexOf(String(color));
    return hex ? this.look({ [key]: hex }) : this.without(key);
  }
  private flag(key: 'bold' | 'italic' | 'underline' | 'strike', on: boolean | null): this {
    return on === null ? this.without(key) : this.look({ [key]: on });
  }
  private point(at: 0 | 1 | 2, color: string, type: string, value = ''): this {
    const points: (GradientPoint | null)[] = [...(this.rule.gradient ?? [null, null, null])];
    points[at] = { color: hexOf(String(color)) ?? fail(`Invalid argument: ${color}`), type, value: String(value) };
    this.rule = { ...this.rule, gradient: points as unknown as Points, condition: null };
    return this;
  }

  setRanges(ranges: Range[]): this {
    this.context = ranges[0]?.context ?? this.context;
    this.rule = { ...this.rule, sheet: ranges[0]?.sheetId ?? null, ranges: ranges.map(({ rect }) => rect) };
    if (ranges.some(({ sheetId, context }) => sheetId !== this.rule.sheet || context.file !== this.context.file))
      fail('All ranges of a conditional format rule must be on the same sheet.');
    return this;
  }
  getRanges(): Range[] {
    const { sheet, ranges } = this.rule;
    return sheet === null ? [] : ranges.map((rect) => new Range(this.context, sheet, rect));
  }
  setBackground(color: string | null): this {
    return this.color('background', color);
  }
  setBackgroundObject(color: Color | null): this {
    return this.color('background', color?.hex ?? null);
  }
  setFontColor(color: string | null): this {
    return this.color('fontColor', color);
  }
  setFontColorObject(color: Color | null): this {
    return this.color('fontColor', color?.hex ?? null);
  }
  setBold(bold: boolean | null): this {
    return this.flag('bold', bold);
  }
  setItalic(italic: boolean | null): this {
    return this.flag('italic', italic);
  }
  setUnderline(underline: boolean | null): this {
    return this.flag('underline', underline);
  }
  setStrikethrough(strikethrough: boolean | null): this {
    return this.flag('strike', strikethrough);
  }
  setGradientMinpoint(color: string): this {
    return this.point(0, color, 'MIN');
  }
  setGradientMinpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.point(
      0,
      color,
      enumArgument(type, 'InterpolationType', `${BUILDER}.setGradientMinpointWithValue`),
      value,
    );
  }
  setGradientMidpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.point(
      1,
      color,
      enumArgument(type, 'InterpolationType', `${BUILDER}.setGradientMidpointWithValue`),
      value,
    );
  }
  setGradientMaxpoint(color: string): this {
    return this.point(2, color, 'MAX');
  }
  setGradientMaxpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.point(
      2,
      color,
      enumArgument(type, 'InterpolationType', `${BUILDER}.setGradientMaxpointWithValue`),
      value,
    );
  }
  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.context, this.rule);
  }
  build(): ConditionalFormatRule {
    const { sheet, condition, gradient } = this.rule;
    if (sheet === null) return fail('Conditional format rule must have at least one range.');
    if (!condition && !gradient) return fail('Conditional format rule must have a condition.');
    return new ConditionalFormatRule(this.context, { ...this.rule, sheet });
  }
}
