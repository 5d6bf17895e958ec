import { instantOfWall, wallOfInstant } from '../engine/zone';
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

/** What a realm needs for dates in its script's zone. `now` null: the machine's clock. */
export const scriptClock = (zone: string, now: (() => number) | null): ScriptClock => ({
  now,
  zone,
  toWall: (instant) => (Number.isNaN(instant) ? instant : wallOfInstant(instant, zone)),
  toInstant: (wall) => (Number.isNaN(wall) ? wall : instantOfWall(wall, zone)),
});
