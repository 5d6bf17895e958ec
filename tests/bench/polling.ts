import { createFollower } from '../../sidebar/data/follow';
import type { Selected } from '../../src/contract/contract';
import { samples } from '../sidebar/samples';
import { ORDINARY_DAY, type Stretch } from './day';

/** An add-on's executions are shared by all its customers. */
export const MOST_PER_HOUR = 200;

export type Executions = {
  readonly polls: number;
  /** Of records that came up: each is read with its timeline. */
  readonly shown: number;
  readonly saves: number;
  readonly hours: number;
  readonly perHour: number;
};

type Timer = { readonly id: number; readonly at: number; readonly act: () => void };

const SECOND = 1000;

/** A page whose time passes when it is told to. */
class Page {
  now = 0;
  hidden = false;
  private timers: Timer[] = [];
  private next = 1;
  private readonly listeners = new Map<string, Set<() => void>>();

  setTimeout = (act: () => void, wait = 0): number => {
    this.timers.push({ id: this.next, at: this.now + wait, act });
    return this.next++;
  };

  clearTimeout = (id: number | undefined): void => {
    this.timers = this.timers.filter((one) => one.id !== id);
  };

  readonly listen = {
    addEventListener: (name: string, act: () => void) => {
      this.listeners.set(name, (this.listeners.get(name) ?? new Set()).add(act));
    },
    removeEventListener: (name: string, act: () => void) => void this.listeners.get(name)?.delete(act),
  };

  hide(hidden: boolean): void {
    if (this.hidden === hidden) return;
    this.hidden = hidden;
    for (const act of this.listeners.get('visibilitychange') ?? []) act();
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
}

/** All that waits for an answer that has come. */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 10; turns++) await Promise.resolve();
}

/** How often the sidebar's own follower asks in a day, and what else makes an execution. */
export async function executionsOf(day: readonly Stretch[] = ORDINARY_DAY): Promise<Executions> {
  const page = new Page();
  const put = (globals: object) => Object.assign(globalThis, globals);
  const { setTimeout, clearTimeout } = globalThis;
  const own = globalThis as { document?: unknown; window?: unknown };
  const before = { document: own.document, window: own.window };
  const document = Object.defineProperty({ ...page.listen }, 'hidden', { get: () => page.hidden });
  put({ document, window: page.listen, setTimeout: page.setTimeout, clearTimeout: page.clearTimeout });
  try {
    return await livedThrough(page, day);
  } finally {
    put({ setTimeout, clearTimeout, ...before });
  }
}

async function livedThrough(page: Page, day: readonly Stretch[]): Promise<Executions> {
  let [polls, shown, row] = [0, 0, 0];
  const selected = (): Selected => ({ kind: 'lead', found: samples.found(samples.lead({ id: `L-${row}` })) });
  const follower = createFollower(
    async () => {
      polls++;
      return selected();
    },
    () => shown++,
    () => page.now,
  );
  follower.start(selected());
  for (const { minutes, isHidden = false, rows = 0, secondsApart = 0 } of day) {
    page.hide(isHidden);
    for (let n = 0; n < rows; n++) {
      await page.pass(secondsApart * SECOND);
      row++;
    }
    await page.pass((minutes * 60 - rows * secondsApart) * SECOND);
  }
  follower.stop();
  const saves = day.reduce((sum, stretch) => sum + (stretch.saves ?? 0), 0);
  const hours = day.reduce((sum, { minutes }) => sum + minutes, 0) / 60;
  return { polls, shown, saves, hours, perHour: Math.round((polls + shown + saves) / hours) };
}

export const pollingText = ({ polls, shown, saves, hours, perHour }: Executions): string =>
  `An ordinary day of ${hours} hours: ${polls} looks at the selection, ${shown} records shown, ${saves} saves. ` +
  `Executions per user-hour: ${perHour}/${MOST_PER_HOUR}${perHour > MOST_PER_HOUR ? '!' : ''}`;
