/** How a locale writes numbers and dates, as Intl tells it. Names are Google's: `de_DE`, `en_GB`, `iw_IL`. */
export type Locale = {
  readonly tag: string;
  readonly decimal: string;
  readonly group: string;
  /** Digits in the last group of a number, and in those before it: `[3, 2]` in India. */
  readonly grouping: readonly [number, number];
  readonly order: 'dmy' | 'mdy' | 'ymd';
  /** Whether the day comes first where the year is not written. */
  readonly dayFirst: boolean;
  /** What parts day, month and year: `.`, `/` or `-`. */
  readonly dateMark: string;
  /** The format that a bare date takes, `dd.mm.yyyy`. */
  readonly dateFormat: string;
  /** Whether hours count to twelve, with words for the halves of the day. */
  readonly halfDays: boolean;
  /** Long dates of languages that number the months: `2026年3月25日`. */
  readonly numberedDate: RegExp | null;
  readonly names: DateNames;
  /** Months by name, without capitals and full stops, in English and in the locale's language. */
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlySet<string>;
  /** The locale's own currency, where letters write it: `kr`, `R$`, `zł`. */
  readonly currencies: readonly string[];
};

export type DateNames = {
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
  readonly dayPeriods: readonly [am: string, pm: string];
};

const known = new Map<string, Locale>();

export function localeOf(name: string): Locale {
  let locale = known.get(name);
  if (!locale) {
    locale = ask(tagOf(name));
    known.set(name, locale);
  }
  return locale;
}

export function isLocale(name: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(String(name).replaceAll('_', '-')).length > 0;
  } catch {
    return false;
  }
}

/** A name that Intl does not know reads as American English, Google's default. */
function tagOf(name: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(name.replaceAll('_', '-'))[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

type DateOptions = Intl.DateTimeFormatOptions;

const dateParts = (tag: string, options: DateOptions, time: number): Intl.DateTimeFormatPart[] =>
  new Intl.DateTimeFormat(tag, {
    ...options,
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  }).formatToParts(time);

const partOf = (parts: readonly Intl.DateTimeFormatPart[], type: string): string =>
  parts.find((part) => part.type === type)?.value ?? '';

function ask(tag: string): Locale {
  const number = new Intl.NumberFormat(tag, { numberingSystem: 'latn', useGrouping: 'always' as unknown as true });
  const parts = number.formatToParts(12345678.5);
  const groups = parts.filter(({ type }) => type === 'integer').map(({ value }) => value.length);
  const short = dateParts(tag, { dateStyle: 'short' }, Date.UTC(2006, 2, 4));
  const fields = short.map(({ type }) => type).filter((type) => ['day', 'month', 'year'].includes(type));
  const dayAndMonth = dateParts(tag, { day: 'numeric', month: 'numeric' }, Date.UTC(2006, 2, 4)).map(
    ({ type }) => type,
  );
  const names = namesOf(tag);
  const mark = /[./-]/.exec(short.find(({ type }) => type === 'literal')?.value ?? '/')?.[0] ?? '/';
  const order = fields.map((field) => field[0]).join('') as Locale['order'];
  return {
    tag,
    decimal: parts.find(({ type }) => type === 'decimal')?.value ?? '.',
    group: parts.find(({ type }) => type === 'group')?.value ?? ',',
    grouping: [groups.at(-1) ?? 3, groups.at(-2) ?? 3],
    order,
    dayFirst: dayAndMonth.indexOf('day') < dayAndMonth.indexOf('month'),
    dateMark: mark,
    dateFormat: fields.map((field) => formatOf(field, partOf(short, field))).join(mark),
    halfDays: new Intl.DateTimeFormat(tag, { hour: 'numeric' }).resolvedOptions().hour12 === true,
    numberedDate: numberedDateOf(tag),
    names,
    months: monthsByName(tag, names),
    weekdays: new Set(
      [names, ENGLISH].flatMap(({ weekdays, shortWeekdays }) => [...weekdays, ...shortWeekdays]).map(plainWord),
    ),
    currencies: currenciesOf(tag),
  };
}

const formatOf = (field: string, written: string): string =>
  field === 'year' ? 'yyyy' : field[0]!.repeat(written.length > 1 ? 2 : 1);

/** Lower case and without full stops, as names are compared. */
export const plainWord = (word: string): string => word.toLowerCase().replaceAll('.', '').trim();

function namesOf(tag: string): DateNames {
  const each = (count: number, type: string, options: DateOptions, timeOf: (index: number) => number) =>
    Array.from({ length: count }, (_, index) => partOf(dateParts(tag, options, timeOf(index)), type));
  // With a day beside it a month stands in the case that dates use: `marca`, not `marzec`.
  const month = (style: 'long' | 'short') => {
    const inDates = each(12, 'month', { day: 'numeric', month: style }, (index) => Date.UTC(2006, index, 4));
    return inDates.some((name) => /^\d/.test(name)) ? monthsAlone(tag, style) : inDates;
  };
  const weekday = (style: 'long' | 'short') =>
    each(7, 'weekday', { weekday: style }, (index) => Date.UTC(2006, 0, 1 + index));
  const period = (hour: number) =>
    partOf(dateParts(tag, { hour: 'numeric', hour12: true }, Date.UTC(2006, 0, 1, hour)), 'dayPeriod');
  const english = tag.split('-')[0] === 'en';
  return {
    months: month('long'),
    shortMonths: month('short'),
    weekdays: weekday('long'),
    shortWeekdays: weekday('short'),
    dayPeriods: english ? ['AM', 'PM'] : [period(6), period(18)],
  };
}

const monthsAlone = (tag: string, style: 'long' | 'short'): string[] =>
  Array.from({ length: 12 }, (_, index) =>
    dateParts(tag, { month: style }, Date.UTC(2006, index, 4))
      .map(({ value }) => value)
      .join(''),
  );

const ENGLISH = namesOf('en');

function monthsByName(tag: string, names: DateNames): Map<string, number> {
  const months = new Map<string, number>();
  const lists = [
    ENGLISH.months,
    ENGLISH.shortMonths,
    monthsAlone(tag, 'long'),
    monthsAlone(tag, 'short'),
    names.months,
    names.shortMonths,
  ];
  for (const list of lists) {
    list.forEach((name, index) => {
      const word = plainWord(name);
      if (word !== '' && !/^\d/.test(word)) months.set(word, index + 1);
    });
  }
  return months.set('sept', 9);
}

function numberedDateOf(tag: string): RegExp | null {
  const parts = dateParts(tag, { dateStyle: 'long' }, Date.UTC(2006, 2, 4));
  if (!/^\d+$/.test(partOf(parts, 'month'))) return null;
  const source = parts.map(({ type, value }) =>
    type === 'literal'
      ? value
          .trim()
          .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
          .concat('\\s*')
      : `(?<${type}>\\d{1,4})`,
  );
  return new RegExp(`^${source.join('')}$`);
}

/** Codes of currencies begin with the code of their country. */
function currenciesOf(tag: string): string[] {
  const region = new Intl.Locale(tag).maximize().region ?? '';
  const codes = Intl.supportedValuesOf('currency').filter((code) => code.startsWith(region));
  const symbols = codes.map((currency) => {
    const parts = new Intl.NumberFormat(tag, { style: 'currency', currency }).formatToParts(1);
    return parts.find(({ type }) => type === 'currency')?.value ?? '';
  });
  return [...new Set(symbols.filter((symbol) => !/^\p{Sc}?$/u.test(symbol)))];
}
