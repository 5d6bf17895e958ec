const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Offsets of a time zone from UTC: worked out once per year and zone, arithmetic after that. */
class Zone {
  private readonly format: Intl.DateTimeFormat;
  private readonly years = new Map<number, readonly { readonly from: number; readonly offset: number }[]>();

  constructor(name: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
  }

  /** Milliseconds to add to an instant to get the wall clock read as UTC. */
  offsetAt(instant: number): number {
    const year = new Date(instant).getUTCFullYear();
    let spans = this.years.get(year);
    if (!spans) {
      spans = this.spansOf(year);
      this.years.set(year, spans);
    }
    let offset = spans[0]!.offset;
    for (const span of spans) if (span.from <= instant) offset = span.offset;
    return offset;
  }

  private spansOf(year: number): { from: number; offset: number }[] {
    const start = monthStart(year, 0);
    const spans = [{ from: start, offset: this.ask(start) }];
    for (let month = 1; month <= 12; month++) {
      const [low, high] = [monthStart(year, month - 1), monthStart(year, month)];
      if (this.ask(low) !== this.ask(high)) spans.push(this.changeBetween(low, high));
    }
    return spans;
  }

  /** To the second: before there were zones, clocks differed by odd minutes and seconds. */
  private changeBetween(low: number, high: number): { from: number; offset: number } {
    const before = this.ask(low);
    let [a, b] = [low, high];
    while (b - a > 1000) {
      const middle = Math.floor((a + b) / 2000) * 1000;
      if (this.ask(middle) === before) a = middle;
      else b = middle;
    }
    return { from: b, offset: this.ask(b) };
  }

  private ask(instant: number): number {
    const parts = Object.fromEntries(this.format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year']);
    const day = new Date(0).setUTCFullYear(year, Number(parts['month']) - 1, Number(parts['day']));
    const time = Date.UTC(1970, 0, 1, Number(parts['hour']), Number(parts['minute']), Number(parts['second']));
    return day + time - Math.floor(instant / 1000) * 1000;
  }
}

/** `Date.UTC` takes years below 100 for the twentieth century. */
const monthStart = (year: number, month: number): number => new Date(0).setUTCFullYear(year, month, 1);

/** `GMT+2`, `GMT-0330`, `GMT+05:30`: zones by their offset alone. Source: Java SE documentation, TimeZone. */
const FIXED = /^GMT([+-])(\d{1,2}):?(\d{2})?$/;

function fixedOffset(name: string): number | null {
  const [, sign, hours, minutes = '0'] = FIXED.exec(name) ?? [];
  return sign === undefined ? null : (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * 60_000);
}

const zones = new Map<string, { offsetAt(instant: number): number }>();

function zoneOf(name: string): { offsetAt(instant: number): number } {
  let zone = zones.get(name);
  if (!zone) {
    const fixed = fixedOffset(name);
    zone = fixed === null ? new Zone(name) : { offsetAt: () => fixed };
    zones.set(name, zone);
  }
  return zone;
}

export function isZone(name: string): boolean {
  try {
    zoneOf(name);
    return true;
  } catch {
    return false;
  }
}

/** The wall clock of a zone at an instant, as if it were UTC. */
export const wallOfInstant = (instant: number, zone: string): number => instant + zoneOf(zone).offsetAt(instant);

/**
 * The instant of a wall clock time. Of one that an autumn change repeats it is the first, and one that a spring change
 * skips is read with the offset before it.
 */
export function instantOfWall(wall: number, zone: string): number {
  const clock = zoneOf(zone);
  const before = wall - clock.offsetAt(wall - DAY);
  const after = wall - clock.offsetAt(wall + DAY);
  const shows = (instant: number) => instant + clock.offsetAt(instant) === wall;
  return shows(before) || !shows(after) ? before : after;
}

/** English speakers abbreviate the zones that they live with: each of them is asked. */
const SPEAKERS = ['en-US', 'en-GB', 'en-AU', 'en-IN', 'en-NZ', 'en-ZA', 'en-CA'];

/** A zone's name at an instant: `EST`, `Central European Summer Time`. */
export function zoneName(zone: string, instant: number, long: boolean): string {
  if (fixedOffset(zone) !== null) return zone;
  const names = SPEAKERS.map((speaker) => {
    const format = new Intl.DateTimeFormat(speaker, { timeZone: zone, timeZoneName: long ? 'long' : 'short' });
    return format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  });
  return names.find((name) => !/^GMT[+-]/.test(name)) ?? names[0]!;
}
