import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type ImportKind, isComplete, matchColumns, matchOwn, recognise } from '../../../src/domain/import/columns';
import type { Reading } from '../../../src/domain/import/reading';
import type { ImportPlan, ImportRow, StageName } from '../../../src/domain/import/rows';
import type { StageFound } from '../../../src/domain/import/stages';
import type { OwnField } from '../../../src/domain/own-fields';
import type { Client } from '../client';
import { freshId } from '../new-id';
import type { Session } from '../session';
import { decodeFile, type Read } from './decode';
import { contextOf, isTooLong, type Refused, refusedAsTooLong, refusedIn, tryRow } from './dry-run';
import { type Manner, type ReadingFound, readingOf, readingsOf } from './reading-found';
import { type ImportJob, noProgress, type Progress, runImport } from './run';
import { type StageChoices, stageKey, stagePlan, stagesIn } from './stage-plan';
import { readTable, type Table } from './table';

/** Every record gets an id of ours: that of another system is left out, and not offered. */
export const OWN_ID = 'id';

export type Source = { readonly name: string; readonly table: Table };

/** One import, from choosing a file to its summary. */
export type Importer = {
  readonly source: ReadonlySignal<Source | null>;
  /** Why the file cannot be read. */
  readonly problem: ReadonlySignal<string>;
  readonly kind: Signal<ImportKind>;
  /** Columns that people added to the tab of this kind. */
  readonly own: ReadonlySignal<readonly OwnField[]>;
  /** The field that each column goes to. */
  readonly fields: ReadonlySignal<readonly (string | null)[]>;
  readonly isComplete: ReadonlySignal<boolean>;
  /** How the columns write, as they show it or as it was set. */
  readonly reading: ReadonlySignal<ReadingFound>;
  readonly stages: ReadonlySignal<readonly StageFound[]>;
  readonly stageChoices: ReadonlySignal<StageChoices>;
  readonly plan: ReadonlySignal<ImportPlan>;
  /** Rows that will be refused as things stand. */
  readonly refused: ReadonlySignal<readonly Refused[]>;
  readonly progress: ReadonlySignal<Progress | null>;
  takeFile(name: string, bytes: Uint8Array): void;
  takeText(name: string, text: string): void;
  refuse(problem: string): void;
  setKind(kind: ImportKind): void;
  setField(column: number, field: string | null): void;
  setReading(columns: readonly number[], reading: Partial<Reading>): void;
  chooseStage(from: StageName, to: StageName | null): void;
  preview(row: number): ReturnType<typeof tryRow> | null;
  start(): Promise<void>;
  cancel(): void;
  readonly cancelling: ReadonlySignal<boolean>;
  reset(): void;
};

export function createImporter(client: Client, session: Session): Importer {
  const source = signal<Source | null>(null);
  const problem = signal('');
  const kind = signal<ImportKind>('lead');
  const fields = signal<readonly (string | null)[]>([]);
  const readingSet = signal<ReadonlyMap<number, Partial<Reading>>>(new Map());
  const stageChoices = signal<StageChoices>(new Map());
  const progress = signal<Progress | null>(null);
  const cancelling = signal(false);

  const table = computed<Table>(() => source.value?.table ?? { headers: [], rows: [], leftOut: 0 });
  const own = computed(() => session.ownFields.value[kind.value]);
  const readingFound = computed(() =>
    readingOf(kind.value, table.value, fields.value, session.formats.value, own.value),
  );
  const reading = computed<ReadingFound>(() => {
    const { numbers, days, scales } = readingFound.value;
    const set = ({ columns: [first] }: Manner<unknown>) => readingSet.value.get(first ?? 0);
    return {
      numbers: numbers.map((manner) => ({ ...manner, value: set(manner)?.decimal ?? manner.value })),
      days: days.map((manner) => ({ ...manner, value: set(manner)?.dayFirst ?? manner.value })),
      scales: scales.map((manner) => ({ ...manner, value: set(manner)?.scale ?? manner.value })),
    };
  });
  const stages = computed(() => stagesIn(kind.value, table.value, fields.value, session.settings.value.stages));
  const planned = computed(() => stagePlan(stages.value, stageChoices.value));
  // Only the columns that go somewhere cross to the server.
  const columns = computed(() => fields.value.flatMap((field, index) => (field === null ? [] : [index])));
  const plan = computed<ImportPlan>(() => ({
    kind: kind.value,
    fields: columns.value.map((index) => fields.value[index] ?? null),
    ...readingsOf(reading.value, fields.value, session.formats.value),
    stages: planned.value.stages,
    ...ownKinds(own.value, fields.value),
  }));
  // Made once per file and kind, before the first try.
  const ids = computed(() => {
    const made = kind.value;
    return table.value.rows.map(() => freshId(made));
  });
  const rows = computed<readonly ImportRow[]>(() =>
    table.value.rows.map(({ row, cells }, at) => ({
      id: ids.value[at] ?? '',
      row,
      cells: columns.value.map((index) => cells[index]?.trim() ?? ''),
    })),
  );
  const context = computed(() => contextOf(session.settings.value, planned.value.add));
  const complete = computed(() =>
    isComplete(
      kind.value,
      fields.value.map((field) => ({ header: '', field })),
    ),
  );
  let job: ImportJob | null = null;

  const match = (as: ImportKind) => {
    kind.value = as;
    fields.value = matchOwn(matchColumns(as, table.value.headers), own.value).map(({ field }) =>
      field === OWN_ID ? null : field,
    );
    readingSet.value = new Map();
    stageChoices.value = new Map();
  };

  const take = (name: string, read: Read<Table>) => {
    problem.value = read.ok ? '' : read.problem;
    if (!read.ok) return;
    source.value = { name, table: read.value };
    match(recognise(read.value.headers) ?? 'lead');
  };

  const takeText = (name: string, text: string) => take(name, readTable(text));

  return {
    source,
    problem,
    kind,
    own,
    fields,
    isComplete: complete,
    reading,
    stages,
    stageChoices,
    plan,
    refused: computed(() => (complete.value ? refusedIn(plan.value, rows.value, context.value) : [])),
    progress,
    cancelling,
    takeFile(name, bytes) {
      const text = decodeFile(bytes);
      take(name, text.ok ? readTable(text.value) : text);
    },
    takeText,
    refuse(text) {
      problem.value = text;
    },
    setKind: match,
    setField(column, field) {
      // Two columns cannot go to one field: the other one gives it up.
      fields.value = fields.value.map((one, index) => (index === column ? field : one === field ? null : one));
    },
    setReading(of, change) {
      const set = new Map(readingSet.value);
      for (const column of of) set.set(column, { ...set.get(column), ...change });
      readingSet.value = set;
    },
    chooseStage(from, to) {
      const choices = new Map(stageChoices.value);
      if (to) choices.set(stageKey(from), to);
      else choices.delete(stageKey(from));
      stageChoices.value = choices;
    },
    preview(at) {
      const row = rows.value[at];
      return row ? tryRow(plan.value, row, context.value) : null;
    },
    async start() {
      // What is sent first is what is sent on: going on later must not read the columns anew.
      job ??= {
        plan: plan.value,
        rows: rows.value.filter((row) => !isTooLong(row)),
        stages: planned.value.add,
      };
      cancelling.value = false;
      const tell = (told: Progress) => {
        progress.value = told;
      };
      const from = progress.value ?? { ...noProgress, refused: rows.value.filter(isTooLong).map(refusedAsTooLong) };
      const hooks = { tell, isCancelled: () => cancelling.value, takeStages: session.takeStages };
      await runImport(client, job, hooks, from);
    },
    cancel() {
      cancelling.value = true;
    },
    reset() {
      job = null;
      progress.value = null;
      source.value = null;
      problem.value = '';
    },
  };
}

/** What is sent of the columns that people added: nothing where the file fills none of them. */
function ownKinds(own: readonly OwnField[], fields: readonly (string | null)[]): Pick<ImportPlan, 'own'> {
  const filled = own.filter(({ name }) => fields.includes(name));
  return filled.length > 0 ? { own: Object.fromEntries(filled.map(({ name, kind }) => [name, kind])) } : {};
}
