import type { SpreadsheetFile } from '../../host/engine/file';
import { fileFrom } from '../../host/engine/snapshot';
import { newStores, type Stores } from '../../host/google/stores';
import { type Host, newHost } from '../../host/host';
import type { Renaming } from './asked';
import type { Forgotten, Line } from './forgotten';
import { addOn, FOREIGN, prepare } from './prepared-file';
import { randomOf } from './random';
import {
  columnsOf,
  type Difference,
  ID,
  readTab,
  type State,
  type Step,
  TABS,
  type Tab,
  type TabIds,
  textOf,
} from './sheet-state';

/** The sidebar was opened a minute ago. */
const LATER = '2026-11-22T15:01:00Z';

// How long a script worked is nobody's question here, and the answer takes an eighth of the time.
process.cpuUsage = () => ({ user: 0, system: 0 });

let prepared: ReturnType<typeof prepare> | null = null;

/** One action of a user, with what it did to the sheet. */
export type Done = {
  readonly user: 'ann' | 'bob';
  readonly action: string;
  readonly tab: Tab;
  readonly step: Step;
  /** Rows that it was asked to delete and a person deleted first: they may come back with the others. */
  readonly perhaps: Step['went'];
  /** What the record of a row went by then. */
  readonly ids: (tab: Tab, row: string) => string;
  /** What taking it back renames. */
  readonly renames?: Renaming | undefined;
};

/** One file with the windows of two users of the add-on and of a person who only works in the grid. */
export type World = {
  readonly file: SpreadsheetFile;
  readonly users: { readonly ann: Host; readonly bob: Host };
  readonly person: Host;
  readonly ids: TabIds;
  /** The sheets of History and Settings, whatever people call them. */
  readonly history: number;
  readonly settings: number;
  /** Headers that a person changed, with what they were before. */
  readonly names: Map<string, string>;
  readonly random: () => number;
  /** How many different things were typed so far. */
  typed: number;
  /** And how many asked of the add-on. */
  asked: number;
  /** Ids that stand twice because a person copied a row. */
  readonly copied: Set<string>;
  /** What the add-on did, by its actions, which can be undone. */
  readonly done: Done[];
  /** Actions of which a person took lines out of History. */
  readonly unlogged: Set<string>;
  /** Lines that people took out of History. */
  readonly takenAway: Line[];
  /** Who was erased. */
  readonly erased: Forgotten[];
  /** Of whom something may be gone already: Google failed before the rest was. */
  readonly begunToErase: Set<string>;
  /** Requests of the add-on and acts of people so far: what comes later has a higher number. */
  moment: number;
  /** Cells that a person's Ctrl+Z changed, as Google tells nobody. */
  readonly unheard: Map<string, Pick<Difference, 'from' | 'to'>>;
  /** When a person pressed Ctrl+Z last: it may bring back anything. */
  tookBackAt: number;
  /** Whether Google runs the add-on's triggers for what the person does. */
  hearsOfEdits: boolean;
  state(): State;
  foreign(): string;
  /** All that is in the cache of the file. */
  cached(): string;
};

export function openWorld(seed: number): World {
  prepared ??= prepare();
  const stores = newStores();
  for (const [key, value] of prepared.properties) stores.properties.document.set(key, value);
  for (const [key, entry] of prepared.cache) stores.caches.document.set(key, entry);
  const file = fileFrom(prepared.snapshot);
  const ann = newHost({ addOn, now: LATER, file, stores });
  // The formulas here add two numbers and are worked out where they are typed: starting Sheets' whole engine for each of
  // thousands of files would take most of the time.
  ann.hosted.calculator.calculate = () => {};
  const bob = ann.as('bob@example.com');
  bob.account.install();
  const person = ann.as('cleo@example.com');
  // Without the add-on Google would not tell it of her edits, and nobody else can.
  person.account.install();
  const ids = Object.fromEntries(TABS.map((tab) => [tab, file.sheetNamed(tab)!.id])) as TabIds;
  const names = new Map<string, string>();
  const state = stateReader(file, ids, names);
  const world: World = {
    file,
    users: { ann, bob },
    person,
    ids,
    history: file.sheetNamed('History')!.id,
    settings: file.sheetNamed('Settings')!.id,
    names,
    random: randomOf(seed),
    typed: 0,
    asked: 0,
    copied: new Set(),
    done: [],
    unlogged: new Set(),
    takenAway: [],
    erased: [],
    begunToErase: new Set(),
    moment: 0,
    unheard: new Map(),
    tookBackAt: 0,
    hearsOfEdits: false,
    state,
    cached: () => {
      const ids = new Set(TABS.flatMap((tab) => [...state().tabs[tab].values()].map((row) => textOf(row[ID[tab]]))));
      // What was typed into a row that a person deleted is forgotten within ten minutes; nobody knows whose it was.
      const isOfNobody = (key: string) => /:edit:/.test(key) && !ids.has(key.slice(key.lastIndexOf(':') + 1));
      return JSON.stringify([...stores.caches.document].filter(([key]) => !isOfNobody(key)).map(([, value]) => value));
    },
    foreign: () => {
      const sheet = file.sheetNamed(FOREIGN);
      return sheet ? JSON.stringify([sheet.properties, sheet.grid.snapshot().rows]) : 'gone';
    },
  };
  let edited = -1;
  file.onEdit((edit, by) => {
    if (by === 'person' && 'sheet' in edit) edited = edit.sheet;
  });
  person.runTrigger = (start) => {
    if (world.hearsOfEdits) person.execute(start);
    // The rest of what the trigger does costs as much as a save, and nothing depends on it in these moments.
    else if (start.functionName === 'onEdit')
      markEdited(
        stores,
        ann.fileId,
        TABS.find((tab) => ids[tab] === edited),
      );
  };
  return world;
}

/** What the trigger for edits does first: nobody takes what is cached of the tab for what stands there now. */
function markEdited({ caches }: Stores, fileId: string, tab: Tab | undefined): void {
  if (!tab) return;
  const value = { value: `edit ${++marks}`, until: Number.POSITIVE_INFINITY };
  caches.document.set(`sheety1:${fileId}:mark:${tab.toLowerCase()}`, value);
}

let marks = 0;

/** Reads again what was edited since the last time. */
function stateReader(file: SpreadsheetFile, ids: TabIds, names: ReadonlyMap<string, string>): () => State {
  const parts = new Map<Tab, ReturnType<typeof readTab>>();
  let known: State | null = null;
  const forget = (sheet: number) => {
    for (const tab of TABS) if (ids[tab] === sheet && parts.delete(tab)) known = null;
  };
  file.onEdit((edit) => {
    if ('sheet' in edit) forget(edit.sheet);
  });
  file.onResults(forget);
  return () => {
    if (known) return known;
    const [leads, opportunities, activities] = TABS.map((tab) => {
      const part = parts.get(tab) ?? readTab(file.sheet(ids[tab])!, tab, names);
      parts.set(tab, part);
      return part;
    });
    known = {
      tabs: { Leads: leads!.rows, Opportunities: opportunities!.rows, Activities: activities!.rows },
      doubled: [leads!, opportunities!, activities!].flatMap(({ doubled }) => doubled),
      numbers: { Leads: leads!.numbers, Opportunities: opportunities!.numbers, Activities: activities!.numbers },
    };
    return known;
  };
}

/** Where a tab's columns are now. */
export const columnsIn = (world: World, tab: keyof TabIds) => columnsOf(world.file.sheet(world.ids[tab])!, world.names);
