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
