import { displayOf, showsDate } from '../engine/display';
import type { CellFormat, FormatTable } from '../engine/format';
import { readTyped, serialOfUtc, utcOfSerial } from '../engine/typed-text';
import { type CellValue, isCellError } from '../engine/values';
import type { Context } from './context';
import { instantOfWall, wallOfInstant } from './zone';

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

/**
 * Reads what a script writes as Sheets does: strings as if typed, Dates as serials of the file's zone, null and
 * undefined as blank. Source: reference "Range.setValues"; guide "V8 runtime" (null clears).
 */
export function fromScript(context: Context, written: unknown, format: number): WrittenCell {
  const { formats, properties } = context.file;
  if (written === null || written === undefined || written === '') return { value: null, formula: null, format };
  if (typeof written === 'number') return { value: written, formula: null, format };
  if (typeof written === 'boolean') return { value: written, formula: null, format };
  if (isDate(written)) {
    const serial = serialOfUtc(wallOfInstant(written.getTime(), properties.timeZone));
    return {
      value: serial,
      formula: null,
      format: withFormat(formats, format, autoDateFormat(serial, properties.locale)),
    };
  }
  const typed = readTyped(String(written), {
    locale: properties.locale,
    format: formats.get(format).numberFormat,
    by: 'script',
  });
  return { value: typed.value, formula: typed.formula, format: withFormat(formats, format, typed.numberFormat) };
}

/** A format that a value brings along gives way to one that somebody chose. */
export function withFormat(formats: FormatTable, format: number, numberFormat: string | null): number {
  if (numberFormat === null || formats.get(format).numberFormat !== undefined) return format;
  return formats.idOf({ ...formats.get(format), numberFormat });
}

function autoDateFormat(serial: number, locale: string): string {
  const date = locale === 'en_US' ? 'M/d/yyyy' : 'dd/mm/yyyy';
  return Number.isInteger(serial) ? date : `${date} H:mm:ss`;
}
