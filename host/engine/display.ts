import { addLocale, format as formatValue, isDateFormat } from 'numfmt';
import { localeOf } from './locale';
import { type CellValue, isCellError } from './values';

/** Whether Sheets hands a number in this format to scripts as a Date; durations too. Source: guide "Custom functions". */
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
  if (!numberFormat || numberFormat === '@' || numberFormat === 'General') return automatic(value, locale);
  const shown = formatValue(numberFormat, value, optionsOf(locale));
  // Excel leaves a bare decimal mark where all decimals are optional, Sheets does not.
  return /[.]#+(?!0)/.test(numberFormat) ? shown.replace(BARE_MARK, '') : shown;
}

const BARE_MARK = /(?<=\d)[.,](?!\d)/;

/**
 * A number without a format of its own: whole ones with up to fifteen digits, others with ten, where Excel has eleven
 * places for both. Beyond, powers of ten.
 */
function automatic(value: number, locale: string): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size < 1e-9 && size > 0)) return formatValue('General', value, optionsOf(locale));
  if (Number.isInteger(value)) return String(value === 0 ? 0 : value);
  const digits = Math.floor(Math.log10(size)) + 1;
  const fixed = value
    .toFixed(Math.max(0, 10 - digits))
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  return fixed.replace('.', localeOf(locale).decimal);
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
