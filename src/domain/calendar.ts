import type { Day, Instant } from './day';

/** Days and moments of one time zone. */
export type Calendar = {
  /** The day that the zone's clocks show at a moment. */
  dayOf(instant: Instant): Day;
  /** The moment at which a day begins in the zone. */
  startOf(day: Day): Instant;
  /** The moment at which the zone's clocks show a time of a day, in milliseconds since its midnight. */
  momentOf(day: Day, time: number): Instant;
};

const HOUR = 3_600_000;
const STEP = HOUR / 4;

/**
 * A calendar from a function that tells the zone's offset from UTC in milliseconds. It is asked a few dozen times per
 * year that occurs; the rest is arithmetic, because a table of 100,000 dates must not ask 100,000 times.
 */
export function calendarOf(offsetAt: (instant: Instant) => number): Calendar {
  const years = new Map<number, readonly { readonly from: Instant; readonly offset: number }[]>();

  const spansOf = (year: number) => {
    const spans = [{ from: Date.UTC(year, 0, 1), offset: offsetAt(Date.UTC(year, 0, 1)) }];
    for (let month = 0; month < 12; month++) {
      let before = Date.UTC(year, month, 1);
      let after = Date.UTC(year, month + 1, 1);
      const offset = offsetAt(before);
      if (offset === offsetAt(after)) continue;
      while (after - before > STEP) {
        const middle = before + Math.floor((after - before) / STEP / 2) * STEP;
        if (offsetAt(middle) === offset) before = middle;
        else after = middle;
      }
      spans.push({ from: after, offset: offsetAt(after) });
    }
    return spans;
  };

  const offset = (instant: Instant): number => {
    const year = new Date(instant).getUTCFullYear();
    let spans = years.get(year);
    if (!spans) {
      spans = spansOf(year);
      years.set(year, spans);
    }
    let found = 0;
    for (const span of spans) if (span.from <= instant) found = span.offset;
    return found;
  };

  const momentOf = (day: Day, time: number): Instant => {
    const wall = Date.parse(`${day}T00:00:00Z`) + time;
    const instant = wall - offset(wall - offset(wall));
    // Where clocks jump over that time it does not exist, and comes as much later.
    return instant + Math.max(0, wall - instant - offset(instant));
  };

  return {
    dayOf: (instant) => new Date(instant + offset(instant)).toISOString().slice(0, 10) as Day,
    startOf: (day) => momentOf(day, 0),
    momentOf,
  };
}
