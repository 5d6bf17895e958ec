import { type FileSnapshot, fileFrom, fileSnapshot } from '../../host/engine/snapshot';
import { newStores } from '../../host/google/stores';
import { type Host, newHost, openHost } from '../../host/host';
import type { Answer, LeadChanges, NewOpportunity, Response } from '../../src/contract/contract';
import { addOnOf, type TableName } from './tables';
import type { AnyCall } from './words';

/** The records that every situation begins with. */
export const ACME = 'L-ACME000001';
export const BETA = 'L-BETA000001';
export const GAMMA = 'L-GAMMA00001';
export const DELTA = 'L-DE1TA00001';
export const RENEWAL = 'O-ACME000001';
export const PILOT = 'O-BETA000001';
export const ROLLOUT = 'O-GAMMA00001';
export const FIRST_CALL = 'A-ACMECA1100';
export const MEETING = 'A-ACMEMEET00';
export const TASK = 'A-BETATASK00';
/** For records that a situation makes. */
export const NEW_LEAD = 'L-NEW0000001';
export const NEW_DEAL = 'O-NEW0000001';
export const NEW_NOTE = 'A-NEW0000001';

const lead = (id: string, fields: LeadChanges): AnyCall => ({ method: 'createLead', input: { id, fields } });
const deal = (id: string, fields: NewOpportunity): AnyCall => ({ method: 'createOpportunity', input: { id, fields } });
const note = (id: string, about: { kind: 'lead' | 'opportunity'; id: string }, rest: object): AnyCall => ({
  method: 'logActivity',
  input: { id, about, type: 'Call', subject: '', details: '', due: null, ...rest },
});

const records: readonly AnyCall[] = [
  lead(ACME, {
    company: 'Acme',
    contact: 'Ann Lee',
    email: 'ann@acme.example',
    phone: '0042',
    source: 'Website',
    companySize: '11-50',
    tags: ['vip', 'fair'],
    notes: 'Met at the fair',
    score: 40,
  }),
  lead(BETA, { company: 'Beta', contact: 'Bo Chen', email: 'bo@beta.example', phone: '+49 30 1234', score: 15 }),
  lead(GAMMA, { company: 'Gamma', contact: 'Gil Ruiz', status: 'Qualified', notes: 'Wants a call in March' }),
  lead(DELTA, { company: 'Delta', contact: 'Di Novak', source: 'Referral', companySize: '1-10' }),
  deal(RENEWAL, {
    leadId: ACME,
    title: 'Acme renewal',
    stage: 'Proposal',
    value: 12_000,
    currency: 'USD',
    expectedClose: '2026-12-15',
    nextStep: 'Send the offer',
  }),
  deal(PILOT, { leadId: BETA, title: 'Beta pilot', stage: 'Discovery', value: 800, probability: 0.3 }),
  deal(ROLLOUT, { leadId: GAMMA, title: 'Gamma rollout', stage: 'Negotiation', value: 45_000, probability: 0.6 }),
  note(FIRST_CALL, { kind: 'lead', id: ACME }, { subject: 'First call', details: 'Asked for prices' }),
  note(MEETING, { kind: 'opportunity', id: RENEWAL }, { type: 'Meeting', subject: 'Kick-off' }),
  note(TASK, { kind: 'lead', id: BETA }, { type: 'Task', subject: 'Send contract', due: '2026-12-01' }),
];

/** Of the file. */
export const ZONE = 'America/New_York';

const MADE = '2026-11-22T15:00:00Z';
const NOW = '2026-11-23T09:30:00Z';

/** Columns of people's own beside ours, formulas among them, and a tab that is not the CRM's. */
function liveIn(host: Host): void {
  const { person } = host;
  person.paste('Leads!S1', [
    ['Region', 'Rank'],
    ...['North', 'South', 'North', 'West'].map((region, i) => [region, `${4 - i}`]),
  ]);
  person.paste('Opportunities!U1', [
    ['Commission', 'Contract no'],
    ...['007', 'K-12', '0815'].map((contract, i) => [`=G${i + 2}*0.1`, contract]),
  ]);
  person.paste('Sheet1!A1', [
    ['Plan', '2027'],
    ['Pipeline', '=SUM(Opportunities!G2:G4)'],
    ['Target', '100000'],
  ]);
  person.renameTab('Sheet1', 'Plan');
}

export type Started = { readonly snapshot: FileSnapshot; readonly properties: readonly (readonly [string, string])[] };

let started: Started | null = null;

/** The file as every situation finds it: made once, by the add-on itself. */
function start(): Started {
  const host = openHost({ addOn: addOnOf('sheety'), now: MADE, timeZone: ZONE });
  host.choose('Set up CRM');
  for (const call of records) {
    const answer = ask(host, call);
    if (!answer.ok) throw new Error(`The situations cannot begin: ${answer.error.message}`);
  }
  liveIn(host);
  return { snapshot: fileSnapshot(host.file), properties: [...host.stores.properties.document] };
}

export function hostOf(table: TableName): Host {
  started ??= start();
  return reopened(table, started);
}

function reopened(table: TableName, { snapshot, properties }: Started): Host {
  const stores = newStores();
  for (const [key, value] of properties) stores.properties.document.set(key, value);
  return newHost({ addOn: addOnOf(table), now: NOW, file: fileFrom(snapshot), stores });
}

/** Another file just like that of the host, with its caches, to try something in. */
export function twinOf(table: TableName, host: Host): Host {
  const { document } = host.stores.properties;
  const twin = reopened(table, { snapshot: fileSnapshot(host.file), properties: [...document] });
  twin.passTime(host.now() - twin.now());
  for (const scope of ['document', 'user'] as const)
    for (const [key, entry] of host.stores.caches[scope]) twin.stores.caches[scope].set(key, entry);
  return twin;
}

/** Calls the table as the sidebar does. */
export function ask(host: Host, { method, input }: AnyCall): Answer {
  const response = JSON.parse(host.call('rpc', JSON.stringify({ calls: [{ method, input }] })) as string) as Response;
  return response.answers[0]!;
}
