import { displayOf, showsDate } from '../engine/display';
import type { SpreadsheetFile } from '../engine/file';
import type { CellFormat, FormatTable } from '../engine/format';
import { serialOfUtc, utcOfSerial } from '../engine/serial';
import { timeFormatsOf } from '../engine/time-formats';
import { LONGEST_TEXT, readTyped, TOO_LONG } from '../engine/typed-text';
import { type CellValue, cellError, isCellError } from '../engine/values';
import { instantOfWall, wallOfInstant } from '../engine/zone';
import type { Context } from './context';
import { EnumValue } from './enums';
import { fail } from './errors';
import { javaText } from './java-text';

/** Works across realms, where `instanceof Date` does not. */
export const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

/** What `getValue` answers: blanks as '', errors as text, numbers in a date format as a Date. */
export function toScript(value: CellValue, format: CellFormat, zone: string): string | number | boolean | Date {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'number' && showsDate(format.numberFormat))
    return new Date(instantOfWall(utcOfSerial(value), zone));
  return value;
}

export const toDisplay = (context: Context, value: CellValue, format: CellFormat): string =>
  displayOf(value, format.numberFormat, context.file.properties.locale);

/** One cell after a script wrote `written` into it. */
export type WrittenCell = { readonly value: CellValue; readonly formula: string | null; readonly format: number };

/** The year that it is where the file is. */
export const yearOf = ({ clock, properties }: SpreadsheetFile): number =>
  new Date(wallOfInstant(clock(), properties.timeZone)).getUTCFullYear();

/**
 * Makes what a script writes into what cells hold, as Sheets does: strings as if typed, Dates as serials of the file's
 * zone, null and undefined as blank. Source: reference "Range.setValues"; guide "V8 runtime" (null clears).
 */
export function cellWriter(context: Context): (written: unknown, format: number) => WrittenCell {
  const { file } = context;
  const { formats, properties } = file;
  const { locale, timeZone } = properties;
  const year = yearOf(file);
  const dateFormats = autoDateFormats(locale);
  const bring = formatBringer(formats);
  return (written, format) => {
    const cell = (value: CellValue): WrittenCell => ({ value, formula: null, format: formats.chosen(format) });
    if (written === null || written === undefined || written === '') return cell(null);
    if (typeof written === 'number') return cell(Number.isFinite(written) ? written : cellError('#NUM!'));
    if (typeof written === 'boolean') return cell(written);
    if (isDate(written)) {
      if (Number.isNaN(written.getTime())) return cell(cellError('#NUM!'));
      const serial = serialOfUtc(wallOfInstant(written.getTime(), timeZone));
      return { ...cell(serial), format: bring(format, dateFormats(serial)) };
    }
    const text = typeof written === 'string' ? written : textOfObject(written);
    if (text.length > LONGEST_TEXT) fail(TOO_LONG);
    const typed = readTyped(text, {
      locale,
      format: formats.get(formats.chosen(format)).numberFormat,
      by: 'script',
      year,
    });
    return { value: typed.value, formula: typed.formula, format: bring(format, typed.numberFormat) };
  };
}

const textOfObject = (written: unknown): string => (written instanceof EnumValue ? written.value : javaText(written));

/** The format of a cell after a value brought one along: it gives way to one that somebody chose. */
export function formatBringer(formats: FormatTable): (format: number, numberFormat: string | null) => number {
  const patchers = new Map<string, (format: number) => number>();
  return (format, numberFormat) => {
    const chosen = formats.chosen(format);
    if (numberFormat === null || formats.get(chosen).numberFormat !== undefined) return chosen;
    let patched = patchers.get(numberFormat);
    if (!patched) {
      patched = formats.patcher({ numberFormat });
      patchers.set(numberFormat, patched);
    }
    return patched(chosen);
  };
}

/** The format that a Date brings along: a bare day, or a day with its time. */
function autoDateFormats(locale: string): (serial: number) => string {
  const { date, moment } = timeFormatsOf(locale);
  return (serial) => (Number.isInteger(serial) ? date : moment);
}
