import type { Condition } from '../engine/objects';
import { serialOfUtc, utcOfSerial } from '../engine/serial';
import { instantOfWall, wallOfInstant } from '../engine/zone';
import { isDate } from './cell-values';
import type { Context } from './context';
import { EnumValue, enumArgument } from './enums';

const serialOf = (context: Context, date: Date): number =>
  serialOfUtc(wallOfInstant(date.getTime(), context.file.properties.timeZone));

/** The serial of the day it is in the file. */
export const todayOf = (context: Context): number => Math.floor(serialOf(context, new Date(context.now())));

/** The type of a condition as scripts read it. */
export const criteriaTypeOf = (condition: Condition | null): EnumValue | null =>
  condition && new EnumValue('SpreadsheetApp', 'BooleanCriteria', condition.criterion);

/** What a condition was made with: days as Dates again, relative days as their enumeration. */
export function criteriaValuesOf(context: Context, condition: Condition | null): unknown[] {
  if (!condition) return [];
  const { criterion, args } = condition;
  if (criterion.endsWith('_RELATIVE'))
    return args.map((name) => new EnumValue('SpreadsheetApp', 'RelativeDate', String(name)));
  if (!criterion.startsWith('DATE_')) return [...args];
  const { timeZone } = context.file.properties;
  return args.map((serial) => new Date(instantOfWall(utcOfSerial(Number(serial)), timeZone)));
}

const DAYS: Readonly<Record<string, string>> = {
  DATE_AFTER: 'DateAfter',
  DATE_BEFORE: 'DateBefore',
  DATE_EQUAL_TO: 'DateEqualTo',
};

/** The conditions that filters and conditional formats share. */
export abstract class WhenBuilder {
  constructor(protected context: Context) {}

  protected abstract readonly className: string;
  protected abstract when(condition: Condition): this;

  private is(criterion: string, ...args: (string | number)[]): this {
    return this.when({ criterion, args });
  }
  private day(criterion: string, date: Date | EnumValue): this {
    if (isDate(date)) return this.is(criterion, serialOf(this.context, date));
    return this.is(
      `${criterion}_RELATIVE`,
      enumArgument(date, 'RelativeDate', `SpreadsheetApp.${this.className}.when${DAYS[criterion]}`),
    );
  }

  whenCellEmpty(): this {
    return this.is('CELL_EMPTY');
  }
  whenCellNotEmpty(): this {
    return this.is('CELL_NOT_EMPTY');
  }
  whenDateAfter(date: Date | EnumValue): this {
    return this.day('DATE_AFTER', date);
  }
  whenDateBefore(date: Date | EnumValue): this {
    return this.day('DATE_BEFORE', date);
  }
  whenDateEqualTo(date: Date | EnumValue): this {
    return this.day('DATE_EQUAL_TO', date);
  }
  whenFormulaSatisfied(formula: string): this {
    return this.is('CUSTOM_FORMULA', String(formula));
  }
  whenNumberBetween(start: number, end: number): this {
    return this.is('NUMBER_BETWEEN', start, end);
  }
  whenNumberNotBetween(start: number, end: number): this {
    return this.is('NUMBER_NOT_BETWEEN', start, end);
  }
  whenNumberEqualTo(number: number): this {
    return this.is('NUMBER_EQUAL_TO', number);
  }
  whenNumberNotEqualTo(number: number): this {
    return this.is('NUMBER_NOT_EQUAL_TO', number);
  }
  whenNumberGreaterThan(number: number): this {
    return this.is('NUMBER_GREATER_THAN', number);
  }
  whenNumberGreaterThanOrEqualTo(number: number): this {
    return this.is('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  }
  whenNumberLessThan(number: number): this {
    return this.is('NUMBER_LESS_THAN', number);
  }
  whenNumberLessThanOrEqualTo(number: number): this {
    return this.is('NUMBER_LESS_THAN_OR_EQUAL_TO', number);
  }
  whenTextContains(text: string): this {
    return this.is('TEXT_CONTAINS', String(text));
  }
  whenTextDoesNotContain(text: string): this {
    return this.is('TEXT_DOES_NOT_CONTAIN', String(text));
  }
  whenTextEqualTo(text: string): this {
    return this.is('TEXT_EQUAL_TO', String(text));
  }
  whenTextNotEqualTo(text: string): this {
    return this.is('TEXT_NOT_EQUAL_TO', String(text));
  }
  whenTextStartsWith(text: string): this {
    return this.is('TEXT_STARTS_WITH', String(text));
  }
  whenTextEndsWith(text: string): this {
    return this.is('TEXT_ENDS_WITH', String(text));
  }
  withCriteria(criteria: EnumValue, args: unknown[]): this {
    const criterion = enumArgument(criteria, 'BooleanCriteria', `SpreadsheetApp.${this.className}.withCriteria`);
    return this.is(
      criterion,
      ...args.map((arg) => (isDate(arg) ? serialOf(this.context, arg) : typeof arg === 'number' ? arg : String(arg))),
    );
  }
}
