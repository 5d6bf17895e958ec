import { addLocale, format as formatValue, isDateFormat } from 'numfmt';
import { localeOf } from './locale';
import { type CellValue, isCellError } from './values';

/** Whether Sheets hands a number in this format to scripts as a Date; durations too. Source: Stack Overflow 17715841. */
export const showsDate = (numberFormat: string | undefined): boolean => {
  if (numberFormat === undefined) return false;
  let shows = dateFormats.get(numberFormat);
  if (shows === undefined) {
    shows = /\[[hms]+\]/i.test(numberFormat) || isDateFormat(numberFormat);
    dateFormats.set(numberFormat, shows);
  }
  return shows;
};

const dateFormats = new Map<string, boolean>();

/** What the grid shows for a value, and what `getDisplayValue` answers. */
export function displayOf(value: CellValue, numberFormat: string | undefined, locale: string): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return textOf(value, numberFormat, locale);
  const general = !numberFormat || numberFormat === '@' || numberFormat === 'General';
  // Up to fifteen digits are shown in full, where Excel turns to powers of ten after eleven.
  if (general && Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return formatValue(general ? 'General' : numberFormat, value, optionsOf(locale));
}

/** Texts show as they are, unless the format has a section for them. */
const textOf = (value: string, numberFormat: string | undefined, locale: string): string =>
  numberFormat?.includes('@') && numberFormat !== '@' ? formatValue(numberFormat, value, optionsOf(locale)) : value;

type Options = NonNullable<Parameters<typeof formatValue>[2]>;

const options = new Map<string, Options>();

/** The formatter's own tables lack many locales: it is told what Intl knows. */
function optionsOf(name: string): Options {
  const known = options.get(name);
  if (known) return known;
  const { tag, decimal, group, grouping, names } = localeOf(name);
  // A tag of its own, because the formatter takes some real ones for codes of Excel's.
  const own = `z${tag.replace(/[^a-z]/gi, '')}`;
  addLocale(
    {
      decimal,
      group,
      mmmm: [...names.months],
      mmm: [...names.shortMonths],
      dddd: [...names.weekdays],
      ddd: [...names.shortWeekdays],
      ampm: [...names.dayPeriods],
    },
    own,
  );
  const told = { locale: own, grouping: [...grouping], throws: false, leap1900: false, nbsp: false };
  options.set(name, told);
  return told;
}
