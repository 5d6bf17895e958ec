import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { ActivityLine, FirstTasks, Today } from '../../src/contract/contract';
import type { Day } from '../../src/domain/day';
import { sameOwner } from '../../src/domain/owner';
import { byUrgency, isOpenTask, type Urgency, urgencyOn } from '../../src/domain/tasks';
import { asCallError, type CallError } from './call-error';
import { unpack } from './lines';
import { createMeanwhile } from './meanwhile';

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
  /** A task of the sheet that is not listed, but was counted with the others. */
  meet(task: ActivityLine): void;
  put(task: ActivityLine): void;
  patch(id: string, fields: Partial<ActivityLine>): void;
  remove(id: string): void;
};

type Counts = Today['counts'];

const NONE: Counts = { overdue: 0, today: 0, week: 0, undated: 0, later: 0 };

/** `owner`: whose day it is; '' for everybody's, null where nobody knows. `isSaving`: a change of this task is on its way. */
export function createAgenda(
  ask: (owner: string) => Promise<Today>,
  owner: ReadonlySignal<string | null>,
  today: ReadonlySignal<Day>,
  isSaving: (id: string) => boolean,
): AgendaStore {
  const lines = signal<readonly ActivityLine[]>([]);
  /** As they came, to tell what was done since. */
  const asTold = signal<readonly ActivityLine[]>([]);
  const counts = signal<Counts>(NONE);
  const told = signal<Omit<Today, 'tasks'> | null>(null);
  const error = signal<CallError | null>(null);
  const isOld = signal(false);
  const canRepeat = signal(false);
  /** Whether anything is told of anybody's day, or asked. */
  let isAsked = false;
  const meanwhile = createMeanwhile<readonly ActivityLine[]>(isSaving);

  const urgencyOf = computed(() => urgencyOn(today.value));
  const tasks = computed(() => byUrgency(lines.value.filter(isOpenTask), today.value));
  const numberOf = (all: readonly ActivityLine[], urgency: Urgency) =>
    all.filter((task) => isOpenTask(task) && urgencyOf.value(task) === urgency).length;
  const countOf = (urgency: Urgency) =>
    counts.value[urgency] + numberOf(lines.value, urgency) - numberOf(asTold.value, urgency);

  function take(all: readonly ActivityLine[]) {
    asTold.value = all;
    lines.value = meanwhile.over(all);
  }

  function change(id: string, act: (all: readonly ActivityLine[]) => readonly ActivityLine[]) {
    meanwhile.note(id, act);
    lines.value = act(lines.value);
  }

  const isTheirs = (task: ActivityLine) => !owner.value || sameOwner(task.owner, owner.value);

  async function load() {
    isAsked = true;
    isOld.value = false;
    const whose = owner.value;
    if (whose === null) return;
    try {
      const answer = await meanwhile.ask(() => ask(whose));
      if (!answer || whose !== owner.value) return;
      const { tasks: read, ...rest } = answer;
      take(unpack(read));
      told.value = rest;
      counts.value = rest.counts;
      canRepeat.value = rest.canRepeat;
      error.value = null;
    } catch (thrown) {
      if (whose === owner.value) error.value = asCallError(thrown);
    }
  }

  // The day of somebody else must not stand under another name, be it for the time of a call.
  effect(() => {
    owner.value;
    if (!isAsked) return;
    untracked(() => {
      take([]);
      counts.value = NONE;
      told.value = null;
      error.value = null;
      load();
    });
  });

  return {
    tasks,
    told,
    error,
    isOld,
    canRepeat,
    overdue: computed(() => (owner.value === null ? 0 : countOf('overdue'))),
    countOf,
    begin(first) {
      if (told.value) return;
      isAsked = true;
      canRepeat.value = first.canRepeat;
      take(unpack(first.lines).filter(isTheirs));
      const seen = Object.fromEntries(Object.keys(NONE).map((one) => [one, numberOf(lines.value, one as Urgency)]));
      counts.value = { ...(seen as Counts), ...(owner.value === '' && { overdue: first.overdue }) };
    },
    load,
    outdate() {
      isOld.value = true;
    },
    meet(task) {
      if (!isTheirs(task) || lines.value.some(({ id }) => id === task.id)) return;
      asTold.value = [...asTold.value, task];
      lines.value = [...lines.value, task];
    },
    put(task) {
      change(task.id, (all) => {
        if (all.some(({ id }) => id === task.id)) return patched(all, task.id, task);
        return isOpenTask(task) && isTheirs(task) ? [...all, task] : all;
      });
    },
    patch: (id, fields) => change(id, (all) => patched(all, id, fields)),
    remove: (id) => change(id, (all) => all.filter((one) => one.id !== id)),
  };
}

const patched = (all: readonly ActivityLine[], id: string, fields: Partial<ActivityLine>): readonly ActivityLine[] =>
  all.map((one) => (one.id === id ? { ...one, ...fields } : one));
