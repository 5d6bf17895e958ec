import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ActivityLine, FirstTasks, Today } from '../../src/contract/contract';
import type { Day } from '../../src/domain/day';
import { byUrgency, isOpenTask, type Urgency, urgencyOn } from '../../src/domain/tasks';
import { asCallError, type CallError } from './call-error';
import { unpack } from './lines';

/** What the day asks for. What is done here shows at once; the server's word comes after it. */
export type AgendaStore = {
  /** Open tasks, the most urgent first. */
  readonly tasks: ReadonlySignal<readonly ActivityLine[]>;
  /** Of leads and deals. Null: not told yet. */
  readonly told: ReadonlySignal<Omit<Today, 'tasks'> | null>;
  readonly overdue: ReadonlySignal<number>;
  readonly error: ReadonlySignal<CallError | null>;
  /** Something was done since that the server has to tell anew. */
  readonly isOld: ReadonlySignal<boolean>;
  /** Whether tasks of this file can repeat. */
  readonly canRepeat: ReadonlySignal<boolean>;
  /** How many tasks there are of an urgency, those not listed with them. */
  countOf(urgency: Urgency): number;
  begin(first: FirstTasks): void;
  load(): Promise<void>;
  outdate(): void;
  put(task: ActivityLine): void;
  patch(id: string, fields: Partial<ActivityLine>): void;
  remove(id: string): void;
};

type Counts = Today['counts'];

const NONE: Counts = { overdue: 0, today: 0, week: 0, undated: 0, later: 0 };

/** `owner`: whose day it is; '' for everybody's. */
export function createAgenda(
  ask: (owner: string) => Promise<Today>,
  owner: () => string,
  today: ReadonlySignal<Day>,
): AgendaStore {
  const lines = signal<readonly ActivityLine[]>([]);
  /** As they came, to tell what was done since. */
  const asTold = signal<readonly ActivityLine[]>([]);
  const counts = signal<Counts>(NONE);
  const told = signal<Omit<Today, 'tasks'> | null>(null);
  const error = signal<CallError | null>(null);
  const isOld = signal(false);
  const canRepeat = signal(false);
  let asked = 0;

  const urgencyOf = computed(() => urgencyOn(today.value));
  const tasks = computed(() => byUrgency(lines.value.filter(isOpenTask), today.value));
  const numberOf = (all: readonly ActivityLine[], urgency: Urgency) =>
    all.filter((task) => isOpenTask(task) && urgencyOf.value(task) === urgency).length;
  const countOf = (urgency: Urgency) =>
    counts.value[urgency] + numberOf(lines.value, urgency) - numberOf(asTold.value, urgency);

  function take(all: readonly ActivityLine[]) {
    lines.value = all;
    asTold.value = all;
  }

  return {
    tasks,
    told,
    error,
    isOld,
    canRepeat,
    overdue: computed(() => countOf('overdue')),
    countOf,
    begin(first) {
      if (told.value) return;
      canRepeat.value = first.canRepeat;
      const mine = owner();
      take(unpack(first.lines).filter((task) => mine === '' || task.owner === mine));
      const seen = Object.fromEntries(Object.keys(NONE).map((one) => [one, numberOf(lines.value, one as Urgency)]));
      counts.value = { ...(seen as Counts), ...(mine === '' && { overdue: first.overdue }) };
    },
    async load() {
      const own = ++asked;
      isOld.value = false;
      try {
        const { tasks: read, ...rest } = await ask(owner());
        // An answer that was overtaken is about another owner, or older.
        if (own !== asked) return;
        take(unpack(read));
        told.value = rest;
        counts.value = rest.counts;
        canRepeat.value = rest.canRepeat;
        error.value = null;
      } catch (thrown) {
        if (own === asked) error.value = asCallError(thrown);
      }
    },
    outdate() {
      isOld.value = true;
    },
    put(task) {
      const isKnown = lines.value.some(({ id }) => id === task.id);
      const isWanted = isOpenTask(task) && (owner() === '' || task.owner === owner());
      if (isKnown) lines.value = lines.value.map((one) => (one.id === task.id ? { ...one, ...task } : one));
      else if (isWanted) lines.value = [...lines.value, task];
    },
    patch(id, fields) {
      lines.value = lines.value.map((one) => (one.id === id ? { ...one, ...fields } : one));
    },
    remove(id) {
      lines.value = lines.value.filter((one) => one.id !== id);
    },
  };
}
