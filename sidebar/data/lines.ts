import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { AllLines, ChangedLines, LeadLine, Lines, OpportunityLine } from '../../src/contract/contract';
import { blockOf, digestsOf } from '../../src/domain/digest';
import { LINES, lineValue } from '../../src/domain/lines';
import { unpackRows } from '../../src/domain/packed-rows';
import type { Lead, Opportunity } from '../../src/domain/records';
import { asCallError, type CallError } from './call-error';
import { createMeanwhile } from './meanwhile';

/** `first`: the newest are shown while all of them are on their way. */
export type LoadState = 'loading' | 'first' | 'ready' | 'failed';

export const isComing = (state: LoadState): boolean => state === 'loading' || state === 'first';

/** All records of one kind in short, in the order of the sheet. */
export type LinesStore<Line extends { readonly id: string }> = {
  readonly lines: ReadonlySignal<readonly Line[]>;
  readonly byId: ReadonlySignal<ReadonlyMap<string, Line>>;
  readonly state: ReadonlySignal<LoadState>;
  readonly error: ReadonlySignal<CallError | null>;
  /** How many there are in all; null: nobody knows yet. */
  readonly count: ReadonlySignal<number | null>;
  /** Shows the newest of them at once. */
  begin(first: Lines<Line>, count: number): void;
  /** All of them; later what changed since. */
  load(): Promise<void>;
  /** Puts a line in place of the one with its id, else at the end. */
  put(line: Line): void;
  remove(id: string): void;
  /** More was changed than was put here: what is being read may be older than that, and the next `load` reads once more. */
  outdate(): void;
};

/** `isSaving`: a change of this record is on its way. */
export function createLines<Line extends { readonly id: string }>(
  ask: () => Promise<AllLines<Line>>,
  askChanged: (since: readonly string[]) => Promise<ChangedLines<Line>>,
  isSaving: (id: string) => boolean,
): LinesStore<Line> {
  const lines = signal<readonly Line[]>([]);
  const state = signal<LoadState>('loading');
  const error = signal<CallError | null>(null);
  const byId = computed(() => new Map(lines.value.map((line) => [line.id, line])));
  let loading: Promise<void> | null = null;
  /** On their way, or waiting for the one before. */
  let reads = 0;
  let isOld = false;
  const meanwhile = createMeanwhile<readonly Line[]>(isSaving);
  const told = signal<number | null>(null);
  /** As the last answer lay them; null before it. */
  let form: Pick<AllLines<Line>, 'fields' | 'blocks'> | null = null;

  const isSame = (a: Line | undefined, b: Line) => JSON.stringify(a) === JSON.stringify(b);

  const withLine = (all: readonly Line[], line: Line): readonly Line[] => {
    const index = all.findIndex(({ id }) => id === line.id);
    return index < 0 ? [...all, line] : all.map((one, at) => (at === index ? line : one));
  };

  const change = (id: string, act: (all: readonly Line[]) => readonly Line[]) => {
    meanwhile.note(id, act);
    lines.value = act(lines.value);
  };

  async function read() {
    if (state.value === 'failed') state.value = 'loading';
    try {
      const all = await meanwhile.ask(newest);
      if (!all) return;
      lines.value = meanwhile.over(all);
      state.value = 'ready';
      error.value = null;
    } catch (thrown) {
      error.value = asCallError(thrown);
      // All lines of an earlier answer are worth more than an error screen; a part of them would pass for all.
      if (state.value !== 'ready') state.value = 'failed';
    } finally {
      reads--;
      if (reads === 0) loading = null;
    }
  }

  /** What is the same keeps its identity: what was worked out for a line need not be worked out again. */
  async function newest(): Promise<readonly Line[]> {
    if (!form) {
      const all = await ask();
      form = all;
      return unpackAll(all);
    }
    const { fields, blocks } = form;
    const asked = lines.value.map((line) => fields.map((field) => line[field]));
    const answer = await askChanged(digestsOf(asked, blocks));
    const [changed, fresh] = [new Set(answer.changed), new Map(unpackAll(answer).map((line) => [line.id, line]))];
    const stillThere = lines.value.flatMap((line) => {
      if (!changed.has(blockOf(line.id, blocks))) return [line];
      const now = fresh.get(line.id);
      fresh.delete(line.id);
      return now ? [isSame(line, now) ? line : now] : [];
    });
    form = answer;
    return [...stillThere, ...fresh.values()];
  }

  return {
    lines,
    byId,
    state,
    error,
    count: computed(() => (state.value === 'ready' ? lines.value.length : told.value)),
    begin(first, count) {
      if (state.value !== 'loading') return;
      lines.value = lines.value.reduce(withLine, unpack(first));
      told.value = count;
      state.value = 'first';
    },
    load() {
      if (loading && !isOld) return loading;
      isOld = false;
      reads++;
      loading = loading ? loading.then(read) : read();
      return loading;
    },
    put(line) {
      // A poll tells the same again and again: the lists need not be sorted anew for that, unless an older answer may come.
      if (!loading && isSame(byId.value.get(line.id), line)) return;
      change(line.id, (all) => withLine(all, line));
    },
    remove: (id) => change(id, (all) => all.filter((line) => line.id !== id)),
    outdate() {
      isOld = loading !== null;
    },
  };
}

const unpackAll = <Line>(all: AllLines<Line>): readonly Line[] => unpack({ fields: all.fields, rows: unpackRows(all) });

export function unpack<Line>({ fields, rows }: Lines<Line>): readonly Line[] {
  return rows.map((row) => {
    const line: Record<string, unknown> = {};
    fields.forEach((field, index) => {
      line[field] = row[index];
    });
    // The contract says that the rows hold the fields of a line.
    return line as Line;
  });
}

const lineOf = <Line>(fields: readonly string[], record: object): Line =>
  Object.fromEntries(fields.map((field) => [field, lineValue(record, field)])) as Line;

export const leadLineOf = (lead: Lead): LeadLine => lineOf(LINES.lead, lead);
export const opportunityLineOf = (deal: Opportunity): OpportunityLine => lineOf(LINES.opportunity, deal);
