import { instantOfWall, wallOfInstant } from '../google/zone';
import type { ScriptClock } from './zoned-date';

/** The host's time: the machine's, or a moment that only moves when a script waits or a test lets time pass. */
export class Clock {
  private offset = 0;

  constructor(private readonly stoppedAt: number | null) {}

  get standsStill(): boolean {
    return this.stoppedAt !== null;
  }

  now(): number {
    return (this.stoppedAt ?? Date.now()) + this.offset;
  }

  /** On the machine's clock nothing is skipped: whoever waits there waits for real. */
  pass(milliseconds: number): void {
    if (this.standsStill) this.offset += milliseconds;
  }
}

/** What a realm needs for dates in its script's zone. `now` null: the machine's clock. */
export const scriptClock = (zone: string, now: (() => number) | null): ScriptClock => ({
  now,
  zone,
  toWall: (instant) => (Number.isNaN(instant) ? instant : wallOfInstant(instant, zone)),
  toInstant: (wall) => (Number.isNaN(wall) ? wall : instantOfWall(wall, zone)),
});
