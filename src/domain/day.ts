/** A calendar day without a time or a zone, `2026-11-22`. */
export type Day = `${number}-${number}-${number}`;

/** A moment: milliseconds since 1970 in UTC. */
export type Instant = number;

const DAY_MS = 86_400_000;

const utcOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

const ofUtc = (time: number): Day => new Date(time).toISOString().slice(0, 10) as Day;

/** The day of a year, a month (1–12) and a day of the month, or null where the calendar has none. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return exists && year >= 1000 && year <= 9999 ? ofUtc(date.getTime()) : null;
}

export function isDay(text: unknown): text is Day {
  const parts = typeof text === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) : null;
  return parts !== null && dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
}

/** Days from one day to another. */
export const daysBetween = (from: Day, to: Day): number => (utcOf(to) - utcOf(from)) / DAY_MS;

/** 0 is Sunday. */
export const weekday = (day: Day): number => new Date(utcOf(day)).getUTCDay();

/** So many months later; where that month has no such day, its last. Null past what the calendar has. */
export function addMonths(day: Day, months: number): Day | null {
  const date = new Date(utcOf(day));
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const [year, ofYear] = [Math.floor(month / 12), (month % 12) + 1];
  const length = new Date(Date.UTC(year, ofYear, 0)).getUTCDate();
  return dayOf(year, ofYear, Math.min(date.getUTCDate(), length));
}

export const addDays = (day: Day, days: number): Day => ofUtc(utcOf(day) + days * DAY_MS);
