import { isDate } from './cell-values';
import type { Context } from './context';
import { criteriaType, criteriaValues, DataValidation, keptArgument, type Rule } from './data-validation';
import { EnumValue } from './enums';
import { fail, noSignature, unsupported } from './errors';
import { isRange, type Range } from './range';

const NO_RULE: Rule = { criterion: '', args: [], source: null, allowInvalid: true, helpText: null };

/** `SpreadsheetApp.DataValidationBuilder`: warns only unless told to reject, as Google's does. */
export class DataValidationBuilder {
  constructor(
    private context: Context,
    private rule: Rule = NO_RULE,
  ) {}

  // Numbers

  requireNumberBetween(start: number, end: number): this {
    return this.numbers('requireNumberBetween', 'NUMBER_BETWEEN', [start, end]);
  }
  requireNumberNotBetween(start: number, end: number): this {
    return this.numbers('requireNumberNotBetween', 'NUMBER_NOT_BETWEEN', [start, end]);
  }
  requireNumberEqualTo(number: number): this {
    return this.numbers('requireNumberEqualTo', 'NUMBER_EQUAL_TO', [number]);
  }
  requireNumberNotEqualTo(number: number): this {
    return this.numbers('requireNumberNotEqualTo', 'NUMBER_NOT_EQUAL_TO', [number]);
  }
  requireNumberGreaterThan(number: number): this {
    return this.numbers('requireNumberGreaterThan', 'NUMBER_GREATER_THAN', [number]);
  }
  requireNumberGreaterThanOrEqualTo(number: number): this {
    return this.numbers('requireNumberGreaterThanOrEqualTo', 'NUMBER_GREATER_THAN_OR_EQUAL_TO', [number]);
  }
  requireNumberLessThan(number: number): this {
    return this.numbers('requireNumberLessThan', 'NUMBER_LESS_THAN', [number]);
  }
  requireNumberLessThanOrEqualTo(number: number): this {
    return this.numbers('requireNumberLessThanOrEqualTo', 'NUMBER_LESS_THAN_OR_EQUAL_TO', [number]);
  }

  // Dates

  requireDate(): this {
    return this.require('DATE_IS_VALID_DATE', []);
  }
  requireDateAfter(date: Date): this {
    return this.dates('requireDateAfter', 'DATE_AFTER', [date]);
  }
  requireDateBefore(date: Date): this {
    return this.dates('requireDateBefore', 'DATE_BEFORE', [date]);
  }
  requireDateBetween(start: Date, end: Date): this {
    return this.dates('requireDateBetween', 'DATE_BETWEEN', [start, end]);
  }
  requireDateNotBetween(start: Date, end: Date): this {
    return this.dates('requireDateNotBetween', 'DATE_NOT_BETWEEN', [start, end]);
  }
  requireDateEqualTo(date: Date): this {
    return this.dates('requireDateEqualTo', 'DATE_EQUAL_TO', [date]);
  }
  requireDateOnOrAfter(date: Date): this {
    return this.dates('requireDateOnOrAfter', 'DATE_ON_OR_AFTER', [date]);
  }
  requireDateOnOrBefore(date: Date): this {
    return this.dates('requireDateOnOrBefore', 'DATE_ON_OR_BEFORE', [date]);
  }

  // Texts, lists and the rest

  requireTextContains(text: string): this {
    return this.require('TEXT_CONTAINS', [text]);
  }
  requireTextDoesNotContain(text: string): this {
    return this.require('TEXT_DOES_NOT_CONTAIN', [text]);
  }
  requireTextEqualTo(text: string): this {
    return this.require('TEXT_EQUAL_TO', [text]);
  }
  requireTextIsEmail(): this {
    return this.require('TEXT_IS_VALID_EMAIL', []);
  }
  requireTextIsUrl(): this {
    return this.require('TEXT_IS_VALID_URL', []);
  }
  requireValueInList(values: string[], showDropdown = true): this {
    if (!Array.isArray(values)) return this.refuse('requireValueInList', [values]);
    return this.require('VALUE_IN_LIST', [values, showDropdown]);
  }
  requireValueInRange(range: Range, showDropdown = true): this {
    if (!isRange(range)) return this.refuse('requireValueInRange', [range]);
    return this.require('VALUE_IN_RANGE', [range, showDropdown]);
  }
  requireCheckbox(...values: unknown[]): this {
    return this.require('CHECKBOX', values);
  }
  requireFormulaSatisfied(formula: string): this {
    if (typeof formula !== 'string') return this.refuse('requireFormulaSatisfied', [formula]);
    return this.require('CUSTOM_FORMULA', [formula]);
  }
  withCriteria(criteria: EnumValue, args: unknown[]): this {
    if (!(criteria instanceof EnumValue) || !Array.isArray(args)) return this.refuse('withCriteria', [criteria, args]);
    // Scripts cannot set them in Google's either. Source: issuetracker 418495831.
    if (criteria.value.endsWith('_RELATIVE')) unsupported(`DataValidationBuilder.withCriteria(${criteria.value})`);
    return this.require(criteria.value, args);
  }

  private numbers(method: string, criterion: string, numbers: number[]): this {
    if (!numbers.every((number) => typeof number === 'number')) return this.refuse(method, numbers);
    return this.require(criterion, numbers);
  }
  private dates(method: string, criterion: string, dates: Date[]): this {
    if (!dates.every(isDate)) return this.refuse(method, dates);
    return this.require(criterion, dates);
  }
  private refuse(method: string, args: readonly unknown[]): never {
    return noSignature(args, `SpreadsheetApp.DataValidationBuilder.${method}`);
  }
  private require(criterion: string, values: readonly unknown[]): this {
    const [range] = values;
    if (isRange(range)) this.context = range.context;
    const source = isRange(range) ? { sheet: range.sheetId, rect: range.rect } : null;
    const args = (source ? values.slice(1) : values).map((value) => keptArgument(this.context, value));
    this.rule = { ...this.rule, criterion, args, source };
    return this;
  }

  // The rule as it is so far

  setAllowInvalid(allowInvalid: boolean): this {
    if (typeof allowInvalid !== 'boolean') return this.refuse('setAllowInvalid', [allowInvalid]);
    this.rule = { ...this.rule, allowInvalid };
    return this;
  }
  setHelpText(helpText: string | null): this {
    this.rule = { ...this.rule, helpText };
    return this;
  }
  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }
  getHelpText(): string | null {
    return this.rule.helpText;
  }
  getCriteriaType(): EnumValue | null {
    return this.rule.criterion === '' ? null : criteriaType(this.rule.criterion);
  }
  getCriteriaValues(): unknown[] {
    return criteriaValues(this.context, this.rule);
  }
  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.context, this.rule);
  }
  build(): DataValidation {
    if (this.rule.criterion === '') fail('A data validation rule needs a criterion.');
    return new DataValidation(this.context, this.rule);
  }
}
