import { instantOfWall, wallOfInstant } from '../engine/zone';
import { Recent } from './recent';
import type { ScriptClock } from './zoned-date';

/** So many looks at the clock pass for one moment; a loop that looks more often waits. */
const READS_AT_ONCE = 1_000;

/** The host's time: the machine's, or a moment that only moves when a script waits or a test lets time pass. */
export class Clock {
  private offset = 0;

  constructor(private readonly stoppedAt: number | null) {}

  now(): number {
    return (this.stoppedAt ?? Date.now()) + this.offset;
  }

  pass(milliseconds: number): void {
    this.offset += milliseconds;
  }

  /** The clock as a script reads it: a loop that waits for a time to come must see it come. */
  forScript(): () => number {
    let reads = 0;
    return () => {
      if (++reads > READS_AT_ONCE) this.pass(1);
      return this.now();
    };
  }
}

/** To make one takes longer than most of what an execution does, and none can be changed. */
const formats = new Recent<string, Intl.DateTimeFormat>(50);

function formatOf(locales: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | null {
  const key = JSON.stringify([locales, options]);
  const known = formats.get(key);
  if (known) return known;
  try {
    const made = new Intl.DateTimeFormat(locales, options);
    formats.set(key, made);
    return made;
  } catch {
    // The realm has the failure in its own words.
    return null;
  }
}

/** What a realm needs for dates in its script's zone. `now` null: the machine's clock. */
export const scriptClock = (zone: string, now: (() => number) | null): ScriptClock => ({
  now,
  zone,
  toWall: (instant) => (Number.isNaN(instant) ? instant : wallOfInstant(instant, zone)),
  toInstant: (wall) => (Number.isNaN(wall) ? wall : instantOfWall(wall, zone)),
  formatOf,
});
