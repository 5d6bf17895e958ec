import { addDays, type Day, type Instant } from '../../src/domain/day';
import { language } from '../texts/en';

/** How the file's locale writes money, numbers and days. */
export type Formats = {
  readonly locale: string;
  readonly decimal: '.' | ',';
  /** `03/04/2026` is the third of April. */
  readonly dayFirst: boolean;
  /** `currency` may be blank or unknown to the browser. */
  money(value: number, currency: string): string;
  /** In short, for chips: `€1.2M`. */
  moneyInShort(value: number, currency: string): string;
  number(value: number): string;
  /** Thousands in short, where space is short. */
  short(value: number): string;
  /** Without thousands signs, as it stands in a field that is being edited. */
  plainNumber(value: number): string;
  percent(value: number): string;
  day(day: Day): string;
  /** A moment as the clocks of the file's zone show it; the time is given for yesterday and today only. */
  moment(instant: Instant, today: Day): string;
  /** A moment as the clocks of the file's zone show it, such as `2026-11-22T09:30:00`. */
  wallTime(instant: Instant): string;
  /** The moment at which the zone's clocks show that; null where the text is no such time. */
  instantOf(wallTime: string): Instant | null;
};

/** `en_US`, as Sheets names it, to `en-US`; English where the browser does not know it. */
export function languageTag(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replace(/_/g, '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

const wholeOr = (value: number, digits: number) => (Number.isInteger(value) ? 0 : digits);

export function formatsFor(sheetLocale: string, defaultCurrency: string, timeZone: string): Formats {
  const locale = languageTag(sheetLocale);
  const made = new Map<string, Intl.NumberFormat>();
  const numbers = (key: string, options: Intl.NumberFormatOptions) => {
    const known = made.get(key) ?? new Intl.NumberFormat(locale, options);
    made.set(key, known);
    return known;
  };
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  // Swedish writes days as ISO does.
  const isoDays = new Intl.DateTimeFormat('sv-SE', { timeZone });
  const isoTimes = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  // Words, not a way of writing: they are of the page's language.
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const order = days.formatToParts(0).map((part) => part.type);
  const decimal = numbers('', {})
    .formatToParts(1.5)
    .some(({ type, value }) => type === 'decimal' && value === ',');

  const number = (value: number) => numbers('number', { maximumFractionDigits: 6 }).format(value);

  const wallTime = (instant: Instant) => isoTimes.format(instant).replace(' ', 'T');
  const offsetAt = (instant: Instant) => Date.parse(`${wallTime(instant)}Z`) - instant;

  const inCurrency = (value: number, currency: string, key: string, options: Intl.NumberFormatOptions) => {
    const code = currency || defaultCurrency;
    try {
      return numbers(code + key, { style: 'currency', currency: code, ...options }).format(value);
    } catch {
      // People may write anything into a Currency cell; the amount is still worth showing.
      return `${numbers(key, { maximumFractionDigits: 6, ...options }).format(value)} ${code}`.trim();
    }
  };
  const money = (value: number, currency: string) => {
    const fraction = Number.isInteger(value) ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {};
    return inCurrency(value, currency, `${wholeOr(value, 2)}`, fraction);
  };

  return {
    locale,
    decimal: decimal ? ',' : '.',
    dayFirst: order.indexOf('day') < order.indexOf('month'),
    money,
    moneyInShort: (value, currency) =>
      inCurrency(value, currency, 'short', { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }),
    number,
    short: (value) => numbers('short', { notation: 'compact' }).format(value),
    plainNumber: (value) => numbers('plain', { maximumFractionDigits: 6, useGrouping: false }).format(value),
    percent: (value) => numbers('percent', { style: 'percent', maximumFractionDigits: 1 }).format(value),
    day: (day) => days.format(Date.parse(`${day}T00:00:00Z`)),
    moment(instant, today) {
      const day = isoDays.format(instant);
      if (day === today) return `${relative.format(0, 'day')}, ${times.format(instant)}`;
      if (day === addDays(today, -1)) return `${relative.format(-1, 'day')}, ${times.format(instant)}`;
      return dates.format(instant);
    },
    wallTime,
    instantOf(text) {
      const wall = Date.parse(`${text}Z`);
      // The offset at the wall time itself may be that of the other side of a change of clocks.
      return Number.isNaN(wall) ? null : wall - offsetAt(wall - offsetAt(wall));
    },
  };
}
