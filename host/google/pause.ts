/**
 * Thrown by a service method that has to wait: whoever runs the script lets the time pass, real or simulated, and then
 * goes on (`done`) or makes the same call again (`again`). Services themselves never block: people and other executions
 * must be able to act meanwhile.
 */
export class Pause {
  constructor(
    readonly milliseconds: number,
    readonly next: 'done' | 'again',
    /** Whether a person is waited for: such time does not count towards the script's longest run. */
    readonly suspended = false,
  ) {}
}
