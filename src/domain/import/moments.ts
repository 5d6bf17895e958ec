import type { Calendar } from '../calendar';
import { type Day, dayOf, type Instant } from '../day';

/** Whether `03/04/2026` is the third of April. `either`: a column writes both orders, and only what fits one is read. */
export type DayFirst = boolean | 'either';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const SHORT = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})(?!\d)/;
/** 7 Dec 2025; 15 Apr, 2021 */
const DAY_MONTH = /^(\d{1,2})\.?[ -]([a-z]{3,9})\.?[ ,-]+(\d{4})(?!\d)/i;
/** December 7, 2025 */
const MONTH_DAY = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})(?!\d)/i;

function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;
}

function shortDay(first: number, second: number, year: number, dayFirst: DayFirst): Day | null {
  const days = [dayOf(year, second, first), dayOf(year, first, second)];
  if (dayFirst !== 'either') return days[dayFirst ? 0 : 1] ?? null;
  const found = days.filter((day) => day !== null);
  return found.length === 1 || found[0] === found[1] ? (found[0] ?? null) : null;
}

/** The day at the beginning of a text, and what stands behind it. */
function leadingDay(text: string, dayFirst: DayFirst): { readonly day: Day | null; readonly rest: string } {
  const behind = ([all]: RegExpExecArray) => text.slice(all.length);
  const iso = ISO.exec(text);
  if (iso) return { day: dayOf(Number(iso[1]), Number(iso[3]), Number(iso[4])), rest: behind(iso) };
  const short = SHORT.exec(text);
  if (short)
    return { day: shortDay(Number(short[1]), Number(short[3]), Number(short[4]), dayFirst), rest: behind(short) };
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth)
    return { day: dayOf(Number(dayMonth[3]), monthOf(dayMonth[2]!), Number(dayMonth[1])), rest: behind(dayMonth) };
  const monthDay = MONTH_DAY.exec(text);
  if (monthDay)
    return { day: dayOf(Number(monthDay[3]), monthOf(monthDay[1]!), Number(monthDay[2])), rest: behind(monthDay) };
  return { day: null, rest: '' };
}

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*([ap])\.?m\.?)?`;
const ZONE = String.raw`(Z|UTC|GMT|(?:UTC|GMT)?[-+]\d{2}(?::?\d{2})?)`;
const REST = new RegExp(String.raw`^(?:(?:T|,?\s+)${TIME}(?:\s*${ZONE})?)?$`, 'i');

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What the clock shows, in milliseconds since midnight; null where no clock shows it. */
function timeOf([, hours, minutes, seconds = '0', half]: RegExpExecArray): number | null {
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)];
  const exists = m < 60 && s < 60 && (half ? h >= 1 && h <= 12 : h < 24);
  const hour = half ? (h % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : h;
  return exists ? hour * HOUR + m * MINUTE + s * 1000 : null;
}

/** A time with the name of a zone behind it. CST alone is the name of three, so that none is read. */
export const namesZone = (text: string): boolean => /\d:\d{2}.*[a-z]{3,}$/i.test(text.trim());

function offsetOf(zone: string): number {
  const [, sign, hours = '0', minutes = '0'] = /([-+])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE);
}

type Written = {
  readonly day: Day;
  /** Milliseconds since midnight; 0 where no time is written. */
  readonly time: number;
  /** Milliseconds ahead of UTC; null where no zone is written. */
  readonly offset: number | null;
};

/** A day with or without a time and a zone behind it; null where anything else is in the text. */
function readWritten(text: string, dayFirst: DayFirst): Written | null {
  const { day, rest } = leadingDay(text.trim(), dayFirst);
  const behind = day && REST.exec(rest);
  if (!behind) return null;
  const time = behind[1] === undefined ? 0 : timeOf(behind);
  return time === null ? null : { day, time, offset: behind[5] === undefined ? null : offsetOf(behind[5]) };
}

/** A day as written, whatever time stands after it; null where the text is none, or may be two. */
export const readDay = (text: string, dayFirst: DayFirst): Day | null => readWritten(text, dayFirst)?.day ?? null;

/** A moment as written: by the clocks of the calendar's zone, unless the text names a zone. Null as for `readDay`. */
export function readMoment(text: string, dayFirst: DayFirst, calendar: Calendar): Instant | null {
  const written = readWritten(text, dayFirst);
  if (!written) return null;
  const { day, time, offset } = written;
  return offset === null ? calendar.momentOf(day, time) : Date.parse(`${day}T00:00:00Z`) + time - offset;
}

/** Whether a column writes the day before the month, as those days show it that can be read in one way only. */
export function dayFirstOf(texts: Iterable<string>, otherwise: boolean): DayFirst {
  let [day, month] = [false, false];
  for (const text of texts) {
    const [byDay, byMonth] = [readDay(text, true) !== null, readDay(text, false) !== null];
    day ||= byDay && !byMonth;
    month ||= byMonth && !byDay;
  }
  return day && month ? 'either' : day || (month ? false : otherwise);
}
