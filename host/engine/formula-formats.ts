import type { AstExpression, CallExpression } from '@borgar/fx';
import { showsDate } from './display';
import type { TimeFormats } from './time-formats';

/** What the rule needs to know of the file: how a place shows its numbers, and how its locale writes dates. */
export type Formats = {
  readonly of: (reference: string) => string | undefined;
  readonly times: TimeFormats;
};

/** Functions that give one of their arguments, or something of its kind: which ones, from 0. */
const KEEPS: Readonly<Record<string, readonly [from: number, step?: number]>> = {
  ...each([0, 1], 'SUM AVERAGE AVERAGEA MIN MAX MINA MAXA MEDIAN MODE IFERROR IFNA'),
  ...each(
    [0],
    'LARGE SMALL ABS ROUND ROUNDUP ROUNDDOWN INT TRUNC CEILING FLOOR MROUND EDATE EOMONTH WORKDAY INDEX FILTER SORT UNIQUE ARRAYFORMULA SUMIFS AVERAGEIFS MINIFS MAXIFS QUARTILE PERCENTILE STDEV',
  ),
  ...each([1, 1], 'IF CHOOSE SUBTOTAL'),
  ...each([1, 2], 'IFS'),
  ...each([2, 2], 'SWITCH'),
  ...each([2], 'XLOOKUP SUMIF AVERAGEIF'),
};

function each<T>(value: T, names: string): Record<string, T> {
  return Object.fromEntries(names.split(' ').map((name) => [name, value]));
}

/**
 * The number format that a formula's result takes over where nobody chose one for its cell; undefined for a plain number.
 * Source: known to everyone who uses Sheets. Undocumented: where kinds mix, the rule keeps to what cannot mislead.
 */
export function formatOf(expression: AstExpression | null | undefined, formats: Formats): string | undefined {
  switch (expression?.type) {
    case 'ReferenceIdentifier':
      return formats.of(expression.value);
    case 'UnaryExpression':
      return expression.operator === '%' ? undefined : formatOf(expression.arguments[0], formats);
    case 'BinaryExpression': {
      const [left, right] = expression.arguments.map((side) => formatOf(side, formats));
      return combined(expression.operator, left, right);
    }
    case 'ArrayExpression':
      return formatOf(expression.elements[0]?.[0], formats);
    case 'CallExpression':
      return formatOfCall(expression, formats);
    default:
      return undefined;
  }
}

function combined(operator: string, left: string | undefined, right: string | undefined): string | undefined {
  const dates = [left, right].filter(showsDate).length;
  switch (operator) {
    case '+':
      return left ?? right;
    case '-':
      // Days between two dates are a number of days.
      return dates === 2 ? undefined : (left ?? right);
    case '*':
      if (dates > 0) return undefined;
      return isPercent(left) ? (right ?? left) : (left ?? right);
    case '/':
      return dates > 0 || right !== undefined ? undefined : left;
    default:
      return undefined;
  }
}

const isPercent = (format: string | undefined): boolean => format?.includes('%') ?? false;

function formatOfCall({ callee, arguments: given }: CallExpression, formats: Formats): string | undefined {
  // A call of a LAMBDA has no name.
  const name = 'name' in callee ? callee.name.toUpperCase() : '';
  if (name === 'TODAY' || name === 'DATE') return formats.times.date;
  if (name === 'NOW') return formats.times.moment;
  if (name === 'TIME') return formats.times.time;
  const [from, step = Number.POSITIVE_INFINITY] = KEEPS[name] ?? [given.length];
  for (let at = from; at < given.length; at += step) {
    const format = formatOf(given[at], formats);
    if (format !== undefined) return format;
  }
  // What is added up is the first argument where no other is named.
  return /^(SUM|AVERAGE)IF$/.test(name) && given.length < 3 ? formatOf(given[0], formats) : undefined;
}
