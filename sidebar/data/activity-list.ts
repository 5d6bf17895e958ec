import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ActivityLine, ActivityPage } from '../../src/contract/contract';
import type { ActivityFilter } from '../../src/domain/activity-filter';
import { addDays, type Day } from '../../src/domain/day';
import { asCallError, type CallError } from './call-error';
import { unpack } from './lines';

/** Periods by their first and last day, from today. */
export const PERIODS = { '': null, today: [0, 0], week: [-6, 0], month: [-29, 0], next: [0, 7] } as const;

export type Period = keyof typeof PERIODS;

/** What the user has chosen of the list of all activities. */
export type ActivityChoice = Omit<ActivityFilter, 'from' | 'to'> & { readonly period: Period };

export type ActivityList = {
  readonly choice: ReadonlySignal<ActivityChoice>;
  readonly lines: ReadonlySignal<readonly ActivityLine[]>;
  /** Of all that are meant. Null: not read yet. */
  readonly count: ReadonlySignal<number | null>;
  readonly error: ReadonlySignal<CallError | null>;
  readonly loading: ReadonlySignal<boolean>;
  readonly scroll: Signal<number>;
  choose(choice: Partial<ActivityChoice>): void;
  /** From the newest on. */
  load(): Promise<void>;
  /** The next page, where there is one. */
  more(): Promise<void>;
  patch(id: string, fields: Partial<ActivityLine>): void;
  remove(id: string): void;
};

/** A typed letter does not wait for the network, and the network not for every letter. */
const PAUSE = 300;

export function createActivityList(
  ask: (input: ActivityFilter & { readonly skip: number }) => Promise<ActivityPage>,
  today: ReadonlySignal<Day>,
): ActivityList {
  const choice = signal<ActivityChoice>({ owner: '', type: '', state: '', text: '', period: '' });
  const lines = signal<readonly ActivityLine[]>([]);
  const count = signal<number | null>(null);
  const error = signal<CallError | null>(null);
  const waiting = signal(0);
  const scroll = signal(0);
  let asked = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  async function read(skip: number) {
    const own = ++asked;
    const { period, ...filter } = choice.value;
    const [from, to] = PERIODS[period]?.map((days) => addDays(today.value, days)) ?? [null, null];
    waiting.value++;
    try {
      const page = await ask({ ...filter, from: from ?? null, to: to ?? null, skip });
      if (own !== asked) return;
      const known = skip === 0 ? [] : lines.value;
      // Rows that came or went meanwhile shift the pages.
      const ids = new Set(known.map(({ id }) => id));
      lines.value = [...known, ...unpack(page.lines).filter(({ id }) => !ids.has(id))];
      count.value = page.count;
      error.value = null;
    } catch (thrown) {
      if (own === asked) error.value = asCallError(thrown);
    } finally {
      waiting.value--;
    }
  }

  const loading = computed(() => waiting.value > 0);
  return {
    choice,
    lines,
    count,
    error,
    loading,
    scroll,
    choose(chosen) {
      choice.value = { ...choice.value, ...chosen };
      scroll.value = 0;
      clearTimeout(pause);
      pause = setTimeout(() => read(0), 'text' in chosen ? PAUSE : 0);
    },
    load: () => read(0),
    async more() {
      if (!loading.value && lines.value.length < (count.value ?? 0)) await read(lines.value.length);
    },
    patch(id, fields) {
      lines.value = lines.value.map((one) => (one.id === id ? { ...one, ...fields } : one));
    },
    remove(id) {
      lines.value = lines.value.filter((one) => one.id !== id);
    },
  };
}
