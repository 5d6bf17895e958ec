import { join } from 'node:path';
import { readAddOn } from '../../host/add-on';
import { fileFrom, fileSnapshot } from '../../host/engine/snapshot';
import { GoogleError } from '../../host/google/errors';
import { newStores } from '../../host/google/stores';
import { type Host, type HostOptions, openHost } from '../../host/host';
import type { ServiceCall } from '../../host/run/desk';
import type { RecordedScreen } from '../../host/screen';
import type { AnswerOf, Failure, InputOf, MethodName, Response } from '../../src/contract/contract';
import { newId, type RecordKind } from '../../src/domain/ids';
import { type PackedRows, unpackRows } from '../../src/domain/packed-rows';

const built = readAddOn(join(__dirname, '../../dist'));

/** In a zone far from every file's: whoever takes the script's day for the file's is found out. */
const addOn = { ...built, manifest: { ...built.manifest, timeZone: 'Pacific/Chatham' } };

/** A spreadsheet with the built add-on in it, on a Sunday in November. */
export const crmHost = (options: Partial<HostOptions<RecordedScreen>> = {}): Host =>
  openHost({ addOn, now: '2026-11-22T15:00:00Z', ...options });

const made = new Map<string, () => Host>();

/** The same with the CRM's tabs made: once for all tests of a file, which get copies. */
export function readyHost(options: Partial<HostOptions<RecordedScreen>> = {}): Host {
  const key = JSON.stringify(options);
  let copy = made.get(key);
  if (!copy) {
    const host = crmHost(options);
    host.choose('Set up CRM');
    copy = copiesOf(host, options);
    made.set(key, copy);
  }
  return copy();
}

/** Hosts that all start from the state in which this one is now: quicker than making that state again and again. */
export function copiesOf(host: Host, options: Partial<HostOptions<RecordedScreen>> = {}): () => Host {
  const snapshot = fileSnapshot(host.file);
  const properties = [...host.stores.properties.document];
  return () => {
    const stores = newStores();
    for (const [key, value] of properties) stores.properties.document.set(key, value);
    return crmHost({ ...options, file: fileFrom(snapshot), stores });
  };
}

export class CallFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Lists as the sidebar unpacks them. */
export const unpacked = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && 'words' in value
    ? { ...value, rows: unpackRows(value as PackedRows), words: [], coded: [] }
    : value;

/** Calls a method of the contract as the sidebar does. Throws `CallFailed`. */
export function call<M extends MethodName>(host: Host, method: M, input: InputOf<M>): AnswerOf<M> {
  const response = JSON.parse(host.call('rpc', JSON.stringify({ calls: [{ method, input }] })) as string) as Response;
  const [answer] = response.answers;
  if (!answer?.ok) throw new CallFailed(answer!.error);
  return unpacked(answer.value) as AnswerOf<M>;
}

/** The failure of a call that must fail. */
export function failureOf(act: () => unknown): Failure {
  try {
    act();
  } catch (error) {
    if (error instanceof CallFailed) return error.failure;
    throw error;
  }
  throw new Error('The call succeeded.');
}

const TOUCHES_CELLS = /^(getValues|getFormulas|getLastRow|find|insert|isBlank|set|flush)/;

/** The numbers of the service calls of an action that look at cells or change them; see `everyOther`. */
export const numbersOf = (host: Host, act: () => unknown): readonly number[] =>
  everyOther(allNumbersOf(host, act, ({ method }) => TOUCHES_CELLS.test(method)));

/** The numbers of all service calls of an action but those that stay inside the script; see `everyOther`. */
export const callsOf = (host: Host, act: () => unknown): readonly number[] =>
  everyOther(allNumbersOf(host, act, ({ cost }) => cost === 'call'));

/** The numbers of the service calls of an action; by default of those that look at cells or change them. */
export function allNumbersOf(
  host: Host,
  act: () => unknown,
  isMeant = ({ method }: ServiceCall) => TOUCHES_CELLS.test(method),
): readonly number[] {
  const numbers: number[] = [];
  host.beforeCall = (call) => {
    if (isMeant(call)) numbers.push(call.number);
    return undefined;
  };
  act();
  host.beforeCall = null;
  return numbers;
}

/** All take long: `npm test` plays every other one, the last among them, `npm run faults` plays each. */
export const everyOther = (numbers: readonly number[]): readonly number[] =>
  process.env['EVERY_CALL'] ? numbers : numbers.filter((_, index) => (numbers.length - 1 - index) % 2 === 0);

/** Lets somebody act once, right before the service call of this number. */
export function actAt(host: Host, at: number, act: () => void): void {
  host.beforeCall = ({ number }) => {
    if (number !== at) return;
    host.beforeCall = null;
    act();
  };
}

/** Makes one service call fail as Google does at times. */
export const failAt = (host: Host, at: number): void =>
  actAt(host, at, () => {
    throw new GoogleError('Service error: Spreadsheets');
  });

/** Whether it works or not. */
export function attempt<T>(act: () => T): T | Failure {
  try {
    return act();
  } catch (error) {
    if (error instanceof CallFailed) return error.failure;
    throw error;
  }
}

export const anId = (kind: RecordKind): string => newId(kind, Math.random);

/** The rows of a tab as objects by header, as the grid shows them. Blank rows are left out. */
export function rowsOf(host: Host, tab: string): Record<string, string>[] {
  const [headers = [], ...rows] = host.person.seesTab(tab);
  return rows
    .filter((row) => row.some(Boolean))
    .map((row) => Object.fromEntries(headers.map((header, i) => [header, row[i] ?? ''])));
}
