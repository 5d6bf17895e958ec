import type { ValidationRule } from '../engine/objects';
import { ruleOfFormat } from '../engine/rules';
import { serialOfUtc, utcOfSerial } from '../engine/serial';
import { instantOfWall, wallOfInstant } from '../engine/zone';
import { isDate } from './cell-values';
import type { Context } from './context';
import { DataValidationBuilder } from './data-validation-builder';
import { EnumValue } from './enums';
import { Range } from './range';
import { refuseOtherFile } from './same-file';

export type Rule = Omit<ValidationRule, 'key'>;

/** `SpreadsheetApp.DataValidation`. */
export class DataValidation {
  constructor(
    private readonly context: Context,
    private readonly rule: Rule,
    private readonly key: number | null = null,
  ) {}

  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }
  getHelpText(): string | null {
    return this.rule.helpText;
  }
  getCriteriaType(): EnumValue {
    return criteriaType(this.rule.criterion);
  }
  getCriteriaValues(): unknown[] {
    return criteriaValues(this.context, this.rule);
  }
  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.context, this.rule);
  }

  /** The number of this rule in the file it is set in; equal rules share one. */
  keep(context: Context): number {
    if (this.rule.source) refuseOtherFile(context, this);
    if (this.key !== null && context.file === this.context.file) return this.key;
    const { rules } = context.file.objects;
    const same = JSON.stringify(this.rule);
    const known = rules.find(({ key: _, ...rule }) => JSON.stringify(rule) === same);
    if (known) return known.key;
    const key = context.file.newId();
    context.apply({ kind: 'objects', objects: { rules: [...rules, { ...this.rule, key }] } });
    return key;
  }
}

export function ruleFor(context: Context, format: number): DataValidation | null {
  const rule = ruleOfFormat(context.file, format);
  return rule && new DataValidation(context, rule, rule.key);
}

export const criteriaType = (criterion: string): EnumValue =>
  new EnumValue('SpreadsheetApp', 'DataValidationCriteria', criterion);

/** What a rule was made of, as Google answers it: list items as text, days as Dates, cells as a Range. */
export function criteriaValues(context: Context, { criterion, args, source }: Rule): unknown[] {
  if (source) return [new Range(context, source.sheet, source.rect), ...args];
  const { timeZone } = context.file.properties;
  return args.map((arg) =>
    criterion.startsWith('DATE_') && typeof arg === 'number'
      ? new Date(instantOfWall(utcOfSerial(arg), timeZone))
      : arg,
  );
}

/** Days are kept as the file's serial numbers. */
export const keptArgument = (context: Context, arg: unknown): Rule['args'][number] =>
  isDate(arg)
    ? serialOfUtc(wallOfInstant(arg.getTime(), context.file.properties.timeZone))
    : Array.isArray(arg)
      ? arg.map(String)
      : (arg as string | number | boolean);
