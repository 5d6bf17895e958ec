import type { Host, Run } from '../../host/host';
import { type CountedCall, measureOwnTime } from '../../host/run/counts';
import type { AnswerOf, InputOf, MethodName, Response } from '../../src/contract/contract';

measureOwnTime();

/** What an action of a user cost: all executions that it started. */
export type Cost = {
  /** Requests of the page to the server. */
  readonly roundTrips: number;
  readonly spreadsheetCalls: number;
  readonly otherCalls: number;
  /** Of what the server answered to requests. */
  readonly answerBytes: number;
  /** Settings, which move no cell, are counted with the navigation. */
  readonly navigation: number;
  readonly cells: number;
  readonly cacheBytes: number;
  readonly modelledMilliseconds: number;
  readonly scriptMilliseconds: number;
  readonly calls: readonly CountedCall[];
  /** What the navigation consists of, by method. */
  readonly steps: Readonly<Record<string, number>>;
};

let answerBytes = 0;

/** Does something and tells what it cost. */
export function costOf(host: Host, act: () => void): Cost {
  const known = new Set(host.runs);
  const steps: Record<string, number> = {};
  answerBytes = 0;
  host.beforeCall = ({ service, method, cost }) => {
    const name = `${service}.${method}`;
    if (cost !== 'call') steps[name] = (steps[name] ?? 0) + 1;
    return undefined;
  };
  try {
    act();
  } finally {
    host.beforeCall = null;
  }
  return { ...sumOf(host.runs.filter((run) => !known.has(run))), steps, answerBytes };
}

function sumOf(runs: readonly Run[]): Omit<Cost, 'steps' | 'answerBytes'> {
  const sum = (of: (run: Run) => number) => runs.reduce((total, run) => total + of(run), 0);
  return {
    roundTrips: runs.filter(({ kind }) => kind === 'run').length,
    spreadsheetCalls: sum(({ counts }) => counts.spreadsheetCalls),
    otherCalls: sum(({ counts }) => counts.otherCalls),
    navigation: sum(({ counts }) => counts.navigation + counts.settings),
    cells: sum(({ counts }) => counts.cellsRead + counts.cellsWritten),
    cacheBytes: sum(({ counts }) => counts.cacheBytes),
    modelledMilliseconds: Math.round(sum(({ counts }) => counts.modelledMilliseconds)),
    scriptMilliseconds: sum(({ counts }) => counts.ownMilliseconds ?? 0),
    calls: runs.flatMap(({ counts }) => counts.list),
  };
}

/** The same action again and again, each with its cost: what is told is the last, with the median of the times. */
export function medianOf(costs: readonly Cost[]): Cost {
  const times = costs.map(({ scriptMilliseconds }) => scriptMilliseconds).sort((a, b) => a - b);
  return { ...costs.at(-1)!, scriptMilliseconds: times[Math.floor(times.length / 2)]! };
}

/** The feature is a stub so far. */
export class NotThereYet extends Error {}

/** One call of the contract as data. */
type Call = { readonly [M in MethodName]: { readonly method: M; readonly input: InputOf<M> } }[MethodName];

/** Sends calls together and answers with their values. Throws `NotThereYet`. */
function request(host: Host, ...calls: readonly Call[]): readonly unknown[] {
  const body = host.call('rpc', JSON.stringify({ calls })) as string;
  answerBytes += Buffer.byteLength(body);
  const { answers } = JSON.parse(body) as Response;
  return answers.map((answer) => {
    if (answer.ok) return answer.value;
    const { code, message } = answer.error;
    if (code === 'INVALID' && message.endsWith(' yet.')) throw new NotThereYet(message);
    throw new Error(`${code}: ${message}`);
  });
}

/** Sends some requests after each other, each with its calls; answers with the values of all calls. */
export const inRequests = <M extends MethodName>(
  host: Host,
  requests: readonly (readonly M[])[],
  inputs: { readonly [K in M]: InputOf<K> },
): readonly unknown[] =>
  requests.flatMap((methods) => request(host, ...methods.map((method) => ({ method, input: inputs[method] }) as Call)));

/** One call alone. */
export const ask = <M extends MethodName>(host: Host, method: M, input: InputOf<M>): AnswerOf<M> =>
  request(host, { method, input } as Call)[0] as AnswerOf<M>;

/** Whatever an action was for has to have happened: a figure of something that failed is none. */
export function must(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(sentence);
}
