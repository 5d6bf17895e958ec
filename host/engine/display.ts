import { format as formatValue, isDateFormat } from 'numfmt';
import { type CellValue, isCellError } from './values';

/** Whether Sheets hands a number in this format to scripts as a Date. Durations such as `[h]:mm` stay numbers. */
export const showsDate = (numberFormat: string | undefined): boolean =>
  numberFormat !== undefined && !/^\[[hms]+\]/i.test(numberFormat) && isDateFormat(numberFormat);

/** What the grid shows for a value, and what `getDisplayValue` answers. */
export function displayOf(value: CellValue, numberFormat: string | undefined, locale: string): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  const options = { locale: locale.replace('_', '-'), throws: false, leap1900: false, nbsp: false };
  return formatValue(numberFormat && numberFormat !== '@' ? numberFormat : 'General', value, options);
}
