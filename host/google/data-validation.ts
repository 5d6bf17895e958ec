import type { ValidationRule } from '../engine/objects';
import { ruleAllows, ruleOfFormat } from '../engine/rules';
import type { CellValue } from '../engine/values';
import type { Context } from './context';
import { EnumValue } from './enums';
import { fail } from './errors';
import { Range } from './range';

type Rule = Omit<ValidationRule, 'key'>;

/** `SpreadsheetApp.DataValidation`. */
export class DataValidation {
  constructor(
    private readonly context: Context,
    private readonly rule: Rule,
    private readonly key: number | null = null,
  ) {}

  get allowInvalid(): boolean {
    return this.rule.allowInvalid;
  }

  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }
  getHelpText(): string | null {
    return this.rule.helpText;
  }
  getCriteriaType(): EnumValue {
    return new EnumValue('SpreadsheetApp', 'DataValidationCriteria', this.rule.criterion);
  }
  getCriteriaValues(): unknown[] {
    const { source, args } = this.rule;
    return source ? [new Range(this.context, source.sheet, source.rect), ...args] : [...args];
  }
  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.context, this.rule);
  }

  /** The file's number for this rule; equal rules share one. */
  keep(): number {
    if (this.key !== null) return this.key;
    const { rules } = this.context.file.objects;
    const same = JSON.stringify(this.rule);
    const known = rules.find(({ key: _, ...rule }) => JSON.stringify(rule) === same);
    if (known) return known.key;
    const key = this.context.file.newId();
    this.context.apply({ kind: 'objects', objects: { rules: [...rules, { ...this.rule, key }] } });
    return key;
  }

  allows(value: CellValue): boolean {
    return ruleAllows(this.context.file, this.rule, value);
  }
}

export function ruleFor(context: Context, format: number): DataValidation | null {
  const rule = ruleOfFormat(context.file, format);
  return rule && new DataValidation(context, rule, rule.key);
}

/** `SpreadsheetApp.DataValidationBuilder`: warns only unless told to reject, as Google's does. */
export class DataValidationBuilder {
  private rule: Rule;

  constructor(
    private readonly context: Context,
    rule: Rule | null = null,
  ) {
    this.rule = rule ?? { criterion: '', args: [], source: null, allowInvalid: true, helpText: null };
  }

  requireValueInList(values: string[], showDropdown = true): this {
    return this.require('VALUE_IN_LIST', [values.map(String), showDropdown]);
  }
  requireValueInRange(range: Range, showDropdown = true): this {
    this.rule = {
      ...this.rule,
      criterion: 'VALUE_IN_RANGE',
      args: [showDropdown],
      source: { sheet: range.sheetId, rect: range.rect },
    };
    return this;
  }
  requireCheckbox(): this {
    return this.require('CHECKBOX', []);
  }
  requireNumberBetween(start: number, end: number): this {
    return this.require('NUMBER_BETWEEN', [start, end]);
  }
  requireDate(): this {
    return this.require('DATE_IS_VALID_DATE', []);
  }
  requireFormulaSatisfied(formula: string): this {
    return this.require('CUSTOM_FORMULA', [formula]);
  }
  private require(criterion: string, args: Rule['args']): this {
    this.rule = { ...this.rule, criterion, args, source: null };
    return this;
  }
  setAllowInvalid(allowInvalid: boolean): this {
    this.rule = { ...this.rule, allowInvalid };
    return this;
  }
  setHelpText(helpText: string): this {
    this.rule = { ...this.rule, helpText };
    return this;
  }
  build(): DataValidation {
    if (this.rule.criterion === '') fail('A data validation rule needs a criterion.');
    return new DataValidation(this.context, this.rule);
  }
}
