import type { Context } from './context';
import { fail } from './errors';
import { Pause } from './pause';
import type { LockState } from './stores';

/** `LockService`. */
export class LockService {
  constructor(private readonly context: Context) {}

  getDocumentLock(): Lock {
    return new Lock(this.context, this.context.stores.locks.document);
  }
  getScriptLock(): Lock {
    return new Lock(this.context, this.context.stores.locks.script);
  }
  getUserLock(): Lock {
    return new Lock(this.context, this.context.stores.locks.user);
  }
}

const STEP_MS = 20;

export class Lock {
  private waiting = 0;

  constructor(
    private readonly context: Context,
    private readonly state: LockState,
  ) {}

  tryLock(timeoutInMillis: number): boolean {
    const { executionId } = this.context;
    const free = this.state.holder === null || this.state.holder === executionId;
    if (!free && this.waiting < timeoutInMillis) {
      this.waiting += STEP_MS;
      throw new Pause(STEP_MS, 'again');
    }
    this.waiting = 0;
    if (free) this.state.holder = executionId;
    return free;
  }
  waitLock(timeoutInMillis: number): void {
    if (!this.tryLock(timeoutInMillis)) fail('Lock timeout: another process was holding the lock for too long.');
  }
  hasLock(): boolean {
    return this.state.holder === this.context.executionId;
  }
  releaseLock(): void {
    if (this.hasLock()) this.state.holder = null;
  }
}
