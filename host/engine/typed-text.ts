import { localeOf } from './locale';
import { readDate } from './typed-date';
import { readNumber } from './typed-number';
import { readTime } from './typed-time';
import type { CellValue } from './values';

/** What a typed or script-written string becomes in a cell. */
export type Typed = {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly numberFormat: string | null;
};

export type TypedInto = {
  readonly locale: string;
  /** The cell's number format. */
  readonly format?: string | undefined;
  readonly by: 'person' | 'script';
  /** Of dates that name none. */
  readonly year: number;
};

/** Source: Docs Editors Help, files you can store in Google Drive. */
export const LONGEST_TEXT = 50_000;
export const TOO_LONG = 'Your input contains more than the maximum of 50000 characters in a single cell.';

const text = (value: string): Typed => ({ value: value === '' ? null : value, formula: null, numberFormat: null });
const formula = (source: string): Typed => ({ value: '', formula: source, numberFormat: null });
const read = (value: CellValue, numberFormat: string | null): Typed => ({ value, formula: null, numberFormat });

/**
 * Reads a string as Sheets does when a person types it or a script writes it.
 * Source: Sheets API guide "ValueInputOption: USER_ENTERED"; where developers' reports differ, the harsher one counts:
 * a formula is a formula even in a cell of format `@` when a script writes it, and a leading `+` or `-` that is no
 * number starts one.
 */
export function readTyped(input: string, into: TypedInto): Typed {
  if (input === '') return text('');
  if (input.startsWith("'")) return text(input.slice(1));
  if (into.format === '@') return input.startsWith('=') && into.by === 'script' ? formula(input) : text(input);
  if (input.startsWith('=') && input.length > 1) return formula(input);
  const value = readValue(input, into);
  if (value) return value;
  // A lone dash, and dashes alone, are how people write "nothing".
  return /^[+-][\s\S]*[^\s+-]/.test(input) ? formula(`=${input}`) : text(input);
}

/** Numbers, dates, times and truth values; null for what is only text. */
function readValue(input: string, { locale: name, format, year }: TypedInto): Typed | null {
  if (input.length > 60 || input.includes('\n')) return null;
  const trimmed = input.trim();
  if (!/\d/.test(trimmed)) return readTruth(trimmed);
  const locale = localeOf(name);
  const date = readDate(trimmed.replace(/[\s\u00a0]+/g, ' '), locale, year);
  if (date) return read(date.value, date.numberFormat);
  const number = readNumber(trimmed, locale);
  if (number) return intoPercent(number.value, number.numberFormat, format);
  const time = readTime(trimmed, locale);
  return time && read(time.value, time.numberFormat);
}

const readTruth = (word: string): Typed | null =>
  /^true$/i.test(word) ? read(true, null) : /^false$/i.test(word) ? read(false, null) : null;

/** In a percentage cell 5 means 5%. */
const intoPercent = (value: number, brought: string | null, format: string | undefined): Typed =>
  brought === null && format?.includes('%') ? read(Number((value / 100).toPrecision(15)), null) : read(value, brought);
