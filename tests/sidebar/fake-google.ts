import type { Answer, AnswerOf, InputOf, MethodName, Request, Response, Start } from '../../src/contract/contract';
import { changedRows } from '../../src/domain/digest';
import { CrmError } from '../../src/domain/errors';
import type { Lead, Opportunity } from '../../src/domain/records';
import { samples } from './samples';

export type Handlers = { [M in MethodName]?: (input: InputOf<M>) => AnswerOf<M> | Promise<AnswerOf<M>> };

/** Google's own failure, which reaches the page instead of an answer. */
export class GoogleFails extends Error {}

/** An answer that never comes. */
export const never = (): Promise<never> => new Promise(() => {});

/** An answer that comes when the test says so. */
export function later<T>(): { promise: Promise<T>; answer: (value: T) => void; fail: (error: unknown) => void } {
  let answer: (value: T) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const promise = new Promise<T>((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  return { promise, answer, fail };
}

const defaults: Handlers = {
  start: () => samples.start(),
  selected: () => null,
  leadLines: () => samples.leadLines([]),
  opportunityLines: () => samples.dealLines([]),
  ownFields: () => samples.start().ownFields,
  timeline: () => [],
  today: () => samples.today(),
  activities: () => ({ lines: samples.activityLines([]), count: 0 }),
  searchActivities: () => [],
  catchUp: () => ({ logged: 0, waiting: [], twice: [] }),
};

/** The server's one door over handlers of the contract. Everything crosses as text, as at Google. */
export function fakeServer(handlers: Handlers = {}) {
  const requests: Request[] = [];
  const known: Handlers = {
    ...defaults,
    changedLeadLines: async ({ since }) => {
      const all = await known.leadLines!({});
      return { ...all, ...changedRows(all.rows, since) };
    },
    changedOpportunityLines: async ({ since }) => {
      const all = await known.opportunityLines!({});
      return { ...all, ...changedRows(all.rows, since) };
    },
    ...handlers,
  };

  async function answer(method: string, input: unknown): Promise<Answer> {
    const handler = known[method as MethodName] as ((input: unknown) => unknown) | undefined;
    if (!handler) throw new Error(`The test does not expect a call of ${method}.`);
    try {
      return { ok: true, value: await handler(input) };
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      const { code, message, field, differences } = error;
      return { ok: false, error: { code, message, field, differences } };
    }
  }

  async function respond(body: string): Promise<string> {
    const request = JSON.parse(body) as Request;
    requests.push(request);
    const answers: Answer[] = [];
    for (const { method, input } of request.calls) answers.push(await answer(method, input));
    const response: Response = { answers };
    return JSON.stringify(response);
  }

  return {
    respond,
    handlers: known,
    requests,
    /** The inputs of all calls of a method, in order. */
    inputsOf: <M extends MethodName>(method: M): InputOf<M>[] =>
      requests.flatMap(({ calls }) =>
        calls.filter((call) => call.method === method).map((call) => call.input as InputOf<M>),
      ),
  };
}

/** `google.script.run` over such a server. */
export function fakeGoogle(handlers: Handlers = {}) {
  const server = fakeServer(handlers);
  const opened: string[] = [];
  const runner = (success: (body: unknown) => void, failure: (error: Error) => void): object => ({
    withSuccessHandler: (handler: (body: unknown) => void) => runner(handler, failure),
    withFailureHandler: (handler: (error: Error) => void) => runner(success, handler),
    rpc: (body: string) => {
      server.respond(body).then(success, failure);
    },
    openRepair: () => opened.push('repair'),
    openImport: () => opened.push('import'),
    openAbout: () => opened.push('about'),
    pipelineReport: () => opened.push('report'),
  });
  const none = () => {};
  const focusOnGrid = jest.fn();
  const host = { close: none, editor: { focus: focusOnGrid } };
  Object.assign(globalThis, { google: { script: { run: runner(none, none), host } } });

  return {
    ...server,
    /** Dialogs that the page had the server open. */
    opened,
    /** Called when the page gives the keys back to the sheet. */
    focusOnGrid,
  };
}

/** What a file with these records answers. */
export const fileOf = (leads: readonly Lead[], deals: readonly Opportunity[]): Handlers => ({
  leadLines: () => samples.leadLines(leads),
  opportunityLines: () => samples.dealLines(deals),
  lead: ({ id }) => samples.found(leads.find((lead) => lead.id === id) ?? samples.lead({ id })),
  opportunity: ({ id }) => samples.found(deals.find((deal) => deal.id === id) ?? samples.deal({ id })),
});

export const firstAnswer = (start: Start = samples.start()): Answer<Start> => ({ ok: true, value: start });
