import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ActivityLine, ActivityPage } from '../../src/contract/contract';
import { ACTIVITY_SORTS, type ActivityFilter } from '../../src/domain/activity-filter';
import { addDays, type Day } from '../../src/domain/day';
import { asCallError, type CallError } from './call-error';
import type { HomeState } from './home-state';
import { unpack } from './lines';
import { createMeanwhile } from './meanwhile';

/** Periods by their first and last day, from today. */
export const PERIODS = { '': null, today: [0, 0], week: [-6, 0], month: [-29, 0], next: [0, 7] } as const;

export type Period = keyof typeof PERIODS;

export const PERIOD_NAMES = Object.keys(PERIODS) as readonly Period[];

/** What the user has chosen of the list of all activities. */
export type ActivityChoice = Omit<ActivityFilter, 'from' | 'to' | 'sort'> & { readonly period: Period };

export type ActivityList = {
  /** Of what is chosen now; none of another choice. */
  readonly lines: ReadonlySignal<readonly ActivityLine[]>;
  /** How many there are in all. Null: not read yet. */
  readonly count: ReadonlySignal<number | null>;
  readonly error: ReadonlySignal<CallError | null>;
  /** So many lines are as they were told last. Those after them, from an earlier reading, are read again when they come near. */
  readonly upTo: ReadonlySignal<number>;
  /** Reads what is not read yet, or not any more as it is, while somebody looks at the list. Returns how to stop. */
  watch(): () => void;
  /** From the first on. */
  load(): Promise<void>;
  /** The next page, where there is one. */
  more(): Promise<void>;
  /** Something was done since that the server has to tell anew. */
  outdate(): void;
  /** Records are gone with their activities: nothing is shown of them until it is read again. */
  forget(): void;
  patch(id: string, fields: Partial<ActivityLine>): void;
  remove(id: string): void;
};

/** A typed letter does not wait for the network, and the network not for every letter. */
const PAUSE = 300;

type Lines = readonly ActivityLine[];
type Told = { readonly key: string; readonly lines: Lines; readonly count: number; readonly upTo: number };

const NONE: Lines = [];

export function createActivityList(
  ask: (input: ActivityFilter & { readonly skip: number }) => Promise<ActivityPage>,
  { activities, mine }: HomeState,
  me: ReadonlySignal<string>,
  today: ReadonlySignal<Day>,
  isSaving: (id: string) => boolean,
): ActivityList {
  const wanted = computed((): ActivityFilter => {
    const { period, ...choice } = activities.choice.value;
    const [from, to] = PERIODS[period]?.map((days) => addDays(today.value, days)) ?? [];
    const owner = mine.value ? me.value : choice.owner;
    const sort = ACTIVITY_SORTS.find((one) => one === activities.sort.value) ?? 'newest';
    return { ...choice, owner, from: from ?? null, to: to ?? null, sort };
  });
  const key = computed(() => JSON.stringify(wanted.value));
  const told = signal<Told | null>(null);
  const failed = signal<{ readonly key: string; readonly error: CallError } | null>(null);
  const now = computed(() => (told.value?.key === key.value ? told.value : null));
  /** What the first page was asked for last; null: what it told then is not so any more. */
  const asked = signal<string | null>(null);
  let reading: object | null = null;
  const meanwhile = createMeanwhile<Part>(isSaving);

  async function read(skip: number) {
    const own = {};
    reading = own;
    const askedFor = key.value;
    if (skip === 0) asked.value = askedFor;
    failed.value = null;
    try {
      const page = await meanwhile.ask(() => ask({ ...wanted.value, skip }));
      if (!page || own !== reading) return;
      const before = told.value?.key === askedFor ? told.value.lines : NONE;
      told.value = { key: askedFor, ...meanwhile.over(placed(before, unpack(page.lines), skip, page.count)) };
    } catch (thrown) {
      if (own === reading) failed.value = { key: askedFor, error: asCallError(thrown) };
    } finally {
      if (own === reading) reading = null;
    }
  }

  function change(id: string, act: (lines: Lines) => Lines) {
    const inAll = (all: Part) => changed(all, act);
    meanwhile.note(id, inAll);
    if (told.value) told.value = { ...told.value, ...inAll(told.value) };
  }

  return {
    lines: computed(() => now.value?.lines ?? NONE),
    count: computed(() => now.value?.count ?? null),
    upTo: computed(() => now.value?.upTo ?? 0),
    error: computed(() => (failed.value?.key === key.value ? failed.value.error : null)),
    watch() {
      let text: string | null = null;
      return effect(() => {
        const before = text;
        text = wanted.value.text;
        if (asked.value === key.value) return;
        const timer = setTimeout(read, before === null || before === text ? 0 : PAUSE, 0);
        return () => clearTimeout(timer);
      });
    },
    load: () => read(0),
    async more() {
      if (!reading && now.value && now.value.upTo < now.value.count) await read(now.value.upTo);
    },
    outdate() {
      asked.value = null;
    },
    forget() {
      told.value = null;
      asked.value = null;
      reading = null;
    },
    patch: (id, fields) => change(id, (all) => all.map((one) => (one.id === id ? { ...one, ...fields } : one))),
    remove: (id) => change(id, (all) => all.filter((one) => one.id !== id)),
  };
}

type Part = Omit<Told, 'key'>;

/** A page in its place among the lines. Rows that came or went meanwhile shift the pages. */
function placed(before: Lines, page: Lines, skip: number, count: number): Part {
  const first = before.slice(0, skip);
  const known = new Set(first.map(({ id }) => id));
  const own = page.filter(({ id }) => !known.has(id));
  for (const { id } of own) known.add(id);
  const upTo = page.length === 0 ? count : skip + page.length;
  const rest = before.slice(upTo, count).filter(({ id }) => !known.has(id));
  return { lines: [...first, ...own, ...rest], count, upTo };
}

function changed({ lines, count, upTo }: Part, act: (lines: Lines) => Lines): Part {
  const left = act(lines);
  const gone = lines.length - left.length;
  return { lines: left, count: count - gone, upTo: Math.max(0, upTo - gone) };
}
