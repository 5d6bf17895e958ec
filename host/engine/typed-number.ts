import type { Locale } from './locale';

/** A number as somebody wrote it, and the format that it brings along. */
export type ReadNumber = { readonly value: number; readonly numberFormat: string | null };

type Shape = { readonly whole: RegExp; readonly scientific: RegExp };

const shapes = new Map<Locale, Shape>();

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');

/** Spaces of any width part groups wherever the eye cannot tell them apart. */
const SPACES = ' \\u00a0\\u202f\\u2009';

/**
 * Groups parted by a mark must be whole; those parted by spaces need not: `22 34` is read as 2234.
 * Source: vlucas/sheetquery issue 20.
 */
function shapeOf(locale: Locale): Shape {
  let shape = shapes.get(locale);
  if (shape) return shape;
  const mark = locale.group.trim() === '' ? '' : escaped(locale.group);
  const before = locale.grouping[1];
  const marked = mark ? `|\\d{1,${before}}(?:${mark}\\d{${before}})*${mark}\\d{3}` : '';
  const either = mark && before !== 3 ? `|\\d{1,3}(?:${mark}\\d{3})+` : '';
  const digits = `(?:\\d+(?:[${SPACES}]\\d+)*${marked}${either})`;
  const decimal = escaped(locale.decimal);
  const amount = `(?<amount>${digits}(?:${decimal}\\d*)?|${decimal}\\d+)`;
  const symbols = ['\\p{Sc}', ...locale.currencies.map(escaped)].join('|');
  const sign = '[-+−]?';
  const space = `[${SPACES}]*`;
  const front = `(?<sign>${sign})${space}(?<front>${symbols})?${space}(?<inner>${sign})`;
  const back = `${space}(?<percent>%)?${space}(?<back>${symbols})?`;
  shape = {
    whole: new RegExp(`^(?<open>\\()?${front}${amount}${back}(?<close>\\))?$`, 'u'),
    scientific: new RegExp(`^(${sign}(?:\\d+(?:${decimal}\\d*)?|${decimal}\\d+))[eE]([-+]?\\d{1,3})$`, 'u'),
  };
  shapes.set(locale, shape);
  return shape;
}

/** Reads a trimmed text as a number of the locale: grouped, in brackets, with a currency or a percent sign. */
export function readNumber(text: string, locale: Locale): ReadNumber | null {
  if (/^\d{1,15}$/.test(text)) return { value: Number(text), numberFormat: null };
  const shape = shapeOf(locale);
  const scientific = shape.scientific.exec(text);
  if (scientific) {
    const value = Number(`${plain(scientific[1]!, locale)}e${scientific[2]}`);
    return Number.isFinite(value) ? { value, numberFormat: '0.00E+00' } : null;
  }
  const parts = shape.whole.exec(text)?.groups;
  if (!parts) return null;
  const { sign = '', inner = '', front = '', back = '', open, close, percent } = parts;
  const signs = `${sign}${inner}`;
  if (Boolean(open) !== Boolean(close) || signs.length > 1 || (open && signs) || (front && back)) return null;
  // A percentage of money is text.
  const currency = front || back;
  if (currency && percent) return null;
  const amount = parts['amount']!;
  // Phone numbers as people write them: seen to start a formula.
  if (signs === '+' && /\s/.test(amount)) return null;
  const digits = plain(amount, locale);
  const negative = open !== undefined || signs === '-' || signs === '−';
  const value = precise(digits, percent ? -2 : 0) * (negative ? -1 : 1);
  const decimals = digits.includes('.') ? '.00' : '';
  const grouped = digits.replace('.', '').length < amount.replace(locale.decimal, '').length;
  if (percent) return { value, numberFormat: `0${decimals}%` };
  const beside = currency ? (text[text.indexOf(currency) + (front ? currency.length : -1)] ?? '') : '';
  const space = /\s/.test(beside) ? '\\ ' : '';
  if (front) return { value, numberFormat: `"${front}"${space}#,##0${decimals}` };
  if (back) return { value, numberFormat: `#,##0${decimals}${space}"${back}"` };
  return { value: value === 0 ? 0 : value, numberFormat: grouped ? `#,##0${decimals}` : null };
}

function plain(amount: string, locale: Locale): string {
  const [whole = '', fraction] = amount.replace('−', '-').split(locale.decimal);
  return whole.replace(/[^\d-]/g, '') + (fraction ? `.${fraction}` : '');
}

/** Of long numbers fifteen digits are kept, as spreadsheets at large do; that Sheets does is not documented. */
function precise(digits: string, exponent: number): number {
  const value = Number(`${digits}e${exponent}`);
  return value >= 1e15 ? Number(value.toPrecision(15)) : value;
}
