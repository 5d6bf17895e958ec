import { join } from 'node:path';
import { readAddOn } from '../../host/add-on';
import type { SpreadsheetFile } from '../../host/engine/file';
import { fileFrom, fileSnapshot } from '../../host/engine/snapshot';
import { newStores } from '../../host/google/stores';
import { type Host, newHost } from '../../host/host';
import { newId, type RecordKind } from '../../src/domain/ids';
import { columnsOf, REF, readTab, type State, TABS, type Tab, type TabIds } from './sheet-state';

const built = readAddOn(join(__dirname, '../../dist'));
const addOn = { ...built, manifest: { ...built.manifest, timeZone: 'Pacific/Chatham' } };
const NOW = '2026-11-22T15:00:00Z';
/** The sidebar was opened a minute ago. */
const LATER = '2026-11-22T15:01:00Z';

/** Numbers from 0 up to 1 that follow from a seed. Mulberry32, which is in the public domain. */
export function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

const send = (host: Host, method: string, input: unknown) => {
  const answer = JSON.parse(host.call('rpc', JSON.stringify({ calls: [{ method, input }] })) as string);
  if (!answer.answers[0].ok) throw new Error(answer.answers[0].error.message);
};

const random = randomOf(-1);
const id = (kind: RecordKind) => newId(kind, random);

/** A small CRM with columns of its people's own, formulas, and a tab that is no business of the add-on's. */
function prepare() {
  const host = newHost({ addOn, now: NOW });
  host.open().choose('Set up CRM');
  const leads = Array.from({ length: 8 }, () => id('lead'));
  const deals = Array.from({ length: 6 }, () => id('opportunity'));
  leads.forEach((lead, n) => {
    send(host, 'createLead', {
      id: lead,
      fields: { company: `Company ${n}`, email: `c${n}@x.example`, score: 10 + n },
    });
  });
  deals.forEach((deal, n) => {
    send(host, 'createOpportunity', { id: deal, fields: { title: `Deal ${n}`, value: 100 + n, leadId: leads[n % 4] } });
  });
  for (let n = 0; n < 5; n++) {
    const about = n < 3 ? { kind: 'lead', id: leads[n] } : { kind: 'opportunity', id: deals[n] };
    send(host, 'logActivity', {
      id: id('activity'),
      about,
      type: 'Call',
      subject: `Talk ${n}`,
      details: '',
      due: null,
    });
  }
  const { person } = host;
  const own = (tab: string, before: number, header: string, texts: readonly string[]) => {
    person.insertColumns(tab, before);
    const letter = String.fromCharCode(64 + before);
    person.paste(
      `${tab}!${letter}1`,
      [header, ...texts].map((text) => [text]),
    );
  };
  const each = (count: number, of: (n: number) => string) => Array.from({ length: count }, (_, n) => of(n));
  own(
    'Leads',
    1,
    REF,
    each(8, (n) => `row L${n}`),
  );
  own(
    'Leads',
    5,
    'Region',
    each(8, (n) => (n % 3 ? `Region ${n}` : '')),
  );
  own(
    'Leads',
    7,
    'Check',
    each(8, (n) => `=SUM(2,${n})`),
  );
  own(
    'Opportunities',
    3,
    REF,
    each(6, (n) => `row O${n}`),
  );
  own(
    'Opportunities',
    6,
    'Margin',
    each(6, (n) => (n % 2 ? `=SUM(1,${n})` : `${n}`)),
  );
  own(
    'Activities',
    4,
    REF,
    each(5, (n) => `row A${n}`),
  );
  // A formula in a column of ours.
  const score = person.seesTab('Leads')[0]!.indexOf('Score');
  person.type(`Leads!${String.fromCharCode(65 + score)}3`, '=SUM(40,2)');
  host.act([
    { kind: 'insert-sheet', index: 0, snapshot: { ...fileSnapshot(host.file).sheets[0]!, id: host.file.newId() } },
  ]);
  const foreign = host.file.sheets[0]!;
  host.act([{ kind: 'sheet', sheet: foreign.id, properties: { name: FOREIGN } }]);
  person.paste(`'${FOREIGN}'!A1`, [
    ['Plan', '=SUM(1,2)'],
    ['keep', '17'],
  ]);
  host.calculator.calculate();
  // Somebody has the sidebar open, so that all that is remembered beside the cells is there.
  for (const method of ['leadLines', 'opportunityLines', 'start']) send(host, method, {});
  send(host, 'timeline', { kind: 'lead', id: leads[0] });
  const { properties, caches } = host.stores;
  return { snapshot: fileSnapshot(host.file), properties: [...properties.document], cache: [...caches.document] };
}

const FOREIGN = 'Our plans';

// How long a script worked is nobody's question here, and the answer takes an eighth of the time.
process.cpuUsage = () => ({ user: 0, system: 0 });

let prepared: ReturnType<typeof prepare> | null = null;

/** One file with the windows of two users of the add-on and of a person who only works in the grid. */
export type World = {
  readonly file: SpreadsheetFile;
  readonly users: { readonly ann: Host; readonly bob: Host };
  readonly person: Host;
  readonly ids: TabIds;
  /** Headers that a person changed, with what they were before. */
  readonly names: Map<string, string>;
  readonly random: () => number;
  /** How many different things were typed so far. */
  typed: number;
  /** And how many asked of the add-on. */
  asked: number;
  /** Ids that stand twice because a person copied a row. */
  readonly copied: Set<string>;
  /** Nobody cuts in while the add-on is between its look at the sheet and its commit. */
  readonly isGentle: boolean;
  /** Whether Google runs the add-on's triggers for what the person does. */
  hearsOfEdits: boolean;
  state(): State;
  foreign(): string;
};

export function openWorld(seed: number, isGentle: boolean): World {
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
    names,
    random: randomOf(seed),
    typed: 0,
    asked: 0,
    copied: new Set(),
    isGentle,
    hearsOfEdits: false,
    state,
    foreign: () => {
      const sheet = file.sheetNamed(FOREIGN);
      return sheet ? JSON.stringify([sheet.properties, sheet.grid.snapshot().rows]) : 'gone';
    },
  };
  person.runTrigger = (start) => {
    if (world.hearsOfEdits) person.execute(start);
  };
  return world;
}

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
    };
    return known;
  };
}

/** Where a tab's columns are now. */
export const columnsIn = (world: World, tab: keyof TabIds) => columnsOf(world.file.sheet(world.ids[tab])!, world.names);
