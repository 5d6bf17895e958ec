type Timer = { readonly id: number; readonly at: number; readonly act: () => void };

/** Of the clock when the page opens: 22 November 2026, nine o'clock. */
const MORNING = Date.UTC(2026, 10, 22, 9);

/** A page without a browser, whose time passes when it is told to. */
export class PageInTime {
  now = 0;
  private hidden = false;
  private hasFocus = false;
  private timers: Timer[] = [];
  private next = 1;
  private readonly listeners = new Map<string, Set<() => void>>();

  private readonly setTimeout = (act: () => void, wait = 0): number => {
    this.timers.push({ id: this.next, at: this.now + wait, act });
    return this.next++;
  };

  private readonly clearTimeout = (id: number | undefined): void => {
    this.timers = this.timers.filter((one) => one.id !== id);
  };

  private readonly listen = {
    addEventListener: (name: string, act: () => void) => {
      this.listeners.set(name, (this.listeners.get(name) ?? new Set()).add(act));
    },
    removeEventListener: (name: string, act: () => void) => void this.listeners.get(name)?.delete(act),
  };

  private tell(event: string): void {
    for (const act of this.listeners.get(event) ?? []) act();
  }

  hide(hidden: boolean): void {
    if (this.hidden === hidden) return;
    if (hidden) this.blur();
    this.hidden = hidden;
    this.tell('visibilitychange');
  }

  /** Somebody clicks into the panel, coming from the grid. */
  focus(): void {
    if (this.hasFocus) return;
    this.hasFocus = true;
    this.tell('focus');
  }

  /** And back to the grid. */
  blur(): void {
    if (!this.hasFocus) return;
    this.hasFocus = false;
    this.tell('blur');
  }

  async pass(time: number): Promise<void> {
    const end = this.now + time;
    for (;;) {
      await settled();
      const [first] = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!first) break;
      this.clearTimeout(first.id);
      this.now = first.at;
      first.act();
    }
    this.now = end;
  }

  /** The page is what all code meets while something is done. */
  async whileOpen<T>(act: () => Promise<T>): Promise<T> {
    const names = ['document', 'window', 'navigator', 'setTimeout', 'clearTimeout'] as const;
    const before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
    const { now } = Date;
    const document = {
      ...this.listen,
      documentElement: { dataset: {} },
      hasFocus: () => this.hasFocus,
    };
    Object.defineProperty(document, 'hidden', { get: () => this.hidden });
    const { setTimeout, clearTimeout } = this;
    const values = { document, window: this.listen, navigator: { onLine: true }, setTimeout, clearTimeout };
    for (const name of names)
      Object.defineProperty(globalThis, name, { value: values[name], configurable: true, writable: true });
    Date.now = () => MORNING + this.now;
    try {
      return await act();
    } finally {
      Date.now = now;
      names.forEach((name, index) => {
        const was = before[index];
        if (was) Object.defineProperty(globalThis, name, was);
        else delete (globalThis as Record<string, unknown>)[name];
      });
    }
  }
}

/** All that waits for an answer that has come. */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 60; turns++) await Promise.resolve();
}
