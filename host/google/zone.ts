const HOUR = 3_600_000;

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
    const start = Date.UTC(year, 0, 1);
    const spans = [{ from: start, offset: this.ask(start) }];
    for (let month = 1; month <= 12; month++) {
      const [low, high] = [Date.UTC(year, month - 1, 1), Date.UTC(year, month, 1)];
      if (this.ask(low) !== this.ask(high)) spans.push(this.changeBetween(low, high));
    }
    return spans;
  }

  private changeBetween(low: number, high: number): { from: number; offset: number } {
    const before = this.ask(low);
    let [a, b] = [low, high];
    while (b - a > HOUR / 4) {
      const middle = a + Math.floor((b - a) / (HOUR / 2)) * (HOUR / 4);
      if (this.ask(middle) === before) a = middle;
      else b = middle;
    }
    return { from: b, offset: this.ask(b) };
  }

  private ask(instant: number): number {
    const parts = Object.fromEntries(this.format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year']);
    const wall = Date.UTC(
      year,
      Number(parts['month']) - 1,
      Number(parts['day']),
      Number(parts['hour']),
      Number(parts['minute']),
      Number(parts['second']),
    );
    return wall - Math.floor(instant / 1000) * 1000;
  }
}

const zones = new Map<string, Zone>();

function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    zone = new Zone(name);
    zones.set(name, zone);
  }
  return zone;
}

/** The wall clock of a zone at an instant, as if it were UTC. */
export const wallOfInstant = (instant: number, zone: string): number => instant + zoneOf(zone).offsetAt(instant);

/** The instant of a wall clock time. A time that a spring change skips is read with the offset before it. */
export function instantOfWall(wall: number, zone: string): number {
  const offsetAt = (instant: number) => zoneOf(zone).offsetAt(instant);
  const guess = wall - offsetAt(wall);
  const offset = offsetAt(guess);
  const second = wall - offset;
  return wallOfInstant(second, zone) === wall ? second : wall - Math.min(offset, offsetAt(second));
}
