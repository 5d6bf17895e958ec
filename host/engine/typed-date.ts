import { type Locale, plainWord } from './locale';
import { serialOfUtc } from './serial';
import { readTime } from './typed-time';

/** A date, with or without a time, as a serial number and the format it was written in. */
export type ReadDate = { readonly value: number; readonly numberFormat: string };

type Field = 'day' | 'month' | 'year';
type Day = { readonly serial: number; readonly format: string };

/** The year of dates that name none is the one now. */
export function readDate(text: string, locale: Locale, thisYear: number): ReadDate | null {
  if (!mayBeDate(text, locale)) return null;
  const whole = readDay(text, locale, thisYear);
  if (whole) return { value: whole.serial, numberFormat: whole.format };
  const cut = / (?=\d{1,2}(?::\d|\s*\p{L}))/u.exec(text);
  if (!cut) return null;
  const time = readTime(text.slice(cut.index + 1), locale);
  const day = time && !time.isDuration ? readDay(text.slice(0, cut.index).replace(/,$/, ''), locale, thisYear) : null;
  return time && day && { value: day.serial + time.value, numberFormat: `${day.format} ${time.numberFormat}` };
}

/** Turns away at once what most texts are. */
function mayBeDate(text: string, locale: Locale): boolean {
  if (/^\d{1,4}[./-]/.test(text)) return true;
  const words = text.match(/\p{L}+/gu);
  return words?.some((word) => locale.months.has(word.toLowerCase())) || locale.numberedDate?.test(text) || false;
}

function readDay(text: string, locale: Locale, thisYear: number): Day | null {
  return /\p{L}/u.test(text) ? namedDay(text, locale, thisYear) : numberedDay(text, locale, thisYear);
}

const NUMBERS = /^(\d{1,4})(\.\s?|\/|-)(\d{1,4})(?:\2(\d{1,4}))?(\.?)$/;

/** Dates in digits: in the locale's order, or beginning with a year of four digits. */
function numberedDay(text: string, locale: Locale, thisYear: number): Day | null {
  const match = NUMBERS.exec(text);
  if (!match) return null;
  const [, first, mark, second, third, end] = match as unknown as [string, string, string, string, string?, string?];
  const texts = third === undefined ? [first, second] : [first, second, third];
  // `3.5` is a number wherever the locale writes its dates otherwise; a full stop ends dates only in ordinals (`3. 5.`).
  const dotted = mark.startsWith('.');
  if (dotted && third === undefined && locale.dateMark !== '.') return null;
  if (end && !(dotted && locale.dateMark === '.')) return null;
  const order = orderOf(texts, locale);
  return order && made(order, texts, mark, thisYear);
}

function orderOf(texts: readonly string[], locale: Locale): readonly Field[] | null {
  const short = (locale.dayFirst ? ['day', 'month'] : ['month', 'day']) as Field[];
  const years = texts.map((text) => text.length > 2);
  if (texts.length === 2) {
    if (years[0]) return years[1] ? null : ['year', 'month'];
    return years[1] ? ['month', 'year'] : short;
  }
  if (years[1]) return null;
  if (years[0]) return years[2] ? null : ['year', 'month', 'day'];
  return locale.order === 'ymd' && !years[2] ? ['year', 'month', 'day'] : [...short, 'year'];
}

/** Dates that name the month: `25 March 2026`, `Mar 25`, `Mittwoch, 25. März 2026`, `25 de marzo de 2026`. */
function namedDay(text: string, locale: Locale, thisYear: number): Day | null {
  const numbered = locale.numberedDate?.exec(text)?.groups;
  if (numbered) {
    const fields: Field[] = ['year', 'month', 'day'];
    return made(
      fields,
      fields.map((field) => numbered[field]!),
      '-',
      thisYear,
    );
  }
  const words = text.split(/[\s,/-]+|\.\s*/).filter((word) => word !== '');
  const kept = words.filter((word) => !/^d[eo]$/i.test(word) && !locale.weekdays.has(plainWord(word)));
  if (words.length - kept.length > 2 || kept.length < 2 || kept.length > 3) return null;
  const at = kept.findIndex((word) => locale.months.has(plainWord(word)));
  const numbers = kept.filter((_, index) => index !== at);
  if (at < 0 || !numbers.every((word) => /^(\d{1,2}|\d{4})$/.test(word))) return null;
  const order = numbers.length === 1 ? loneField(numbers[0]!) : pairOf(numbers);
  if (!order) return null;
  const fields: Field[] = [...order];
  fields.splice(at, 0, 'month');
  const month = String(locale.months.get(plainWord(kept[at]!)));
  const values = kept.map((word, index) => (index === at ? month : word));
  const name = plainWord(kept[at]!);
  const isShort = name.length <= 3 || locale.names.shortMonths.some((short) => plainWord(short) === name);
  return made(fields, values, separatorsOf(text, kept, at), thisYear, isShort ? 'mmm' : 'mmmm');
}

const loneField = (number: string): Field[] => (number.length === 4 || Number(number) > 31 ? ['year'] : ['day']);

function pairOf([first, second]: readonly string[]): Field[] | null {
  if (first!.length === 4) return second!.length === 4 ? null : ['year', 'day'];
  return ['day', 'year'];
}

/** What stands between the parts, as it is to be shown again; a full stop behind the month belongs to its name. */
function separatorsOf(text: string, kept: readonly string[], month: number): readonly string[] {
  let at = text.indexOf(kept[0]!) + kept[0]!.length;
  return kept.slice(1).map((word, index) => {
    const next = text.indexOf(word, at);
    const between = text.slice(at, next).replace(index === month ? /^\./ : /^(?!)/, '');
    at = next + word.length;
    return /\p{L}/u.test(between) ? `"${between}"` : between.replaceAll(' ', '\\ ');
  });
}

function made(
  fields: readonly Field[],
  texts: readonly string[],
  marks: string | readonly string[],
  thisYear: number,
  monthFormat: string | null = null,
): Day | null {
  const textOf = (field: Field) => texts[fields.indexOf(field)];
  const yearText = textOf('year');
  if (yearText?.length === 3) return null;
  const year = yearText === undefined ? thisYear : centuryOf(Number(yearText), yearText.length);
  const month = Number(textOf('month'));
  const day = Number(textOf('day') ?? 1);
  const time = new Date(0).setUTCFullYear(year, month - 1, day);
  const back = new Date(time);
  if (day < 1 || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day || year < 1) return null;
  const short = fields.map((field, index) =>
    field === 'year' || (field === 'month' && monthFormat) ? null : texts[index]!,
  );
  const padded =
    short.some((text) => text?.startsWith('0')) || short.every((text) => text === null || text.length === 2);
  const formats = fields.map((field) => {
    if (field === 'year') return yearText!.length === 4 ? 'yyyy' : 'yy';
    if (field === 'month' && monthFormat) return monthFormat;
    return padded ? field[0]!.repeat(2) : field[0]!;
  });
  const between = (index: number) => (typeof marks === 'string' ? marks.replace(' ', '\\ ') : (marks[index] ?? ''));
  return {
    serial: serialOfUtc(time),
    format: formats.map((part, i) => (i === 0 ? part : between(i - 1) + part)).join(''),
  };
}

/** Two digits mean 1930 to 2029, as in spreadsheets at large. */
const centuryOf = (year: number, digits: number): number => (digits > 2 ? year : year < 30 ? 2000 + year : 1900 + year);
