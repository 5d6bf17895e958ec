/** Ends something after its time. Waiting for a person makes that time longer. */
export class TimeLimit {
  private ends: number;
  private timer: NodeJS.Timeout;

  constructor(
    milliseconds: number,
    private readonly passed: () => void,
  ) {
    this.ends = performance.now() + milliseconds;
    this.timer = setTimeout(() => this.look(), milliseconds);
  }

  extend(milliseconds: number): void {
    this.ends += milliseconds;
  }

  end(): void {
    clearTimeout(this.timer);
  }

  private look(): void {
    const left = this.ends - performance.now();
    // A timer may ring a moment early.
    if (left <= 1) this.passed();
    else this.timer = setTimeout(() => this.look(), left);
  }
}
