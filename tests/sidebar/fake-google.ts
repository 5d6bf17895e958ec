import type { Answer, AnswerOf, InputOf, MethodName, Request, Response, Start } from '../../src/contract/contract';
import { CrmError } from '../../src/domain/errors';
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
  catchUp: () => ({ logged: 0, waiting: [], twice: [] }),
};

/** `google.script.run` over handlers of the contract. Everything crosses as text, as at Google. */
export function fakeGoogle(handlers: Handlers = {}) {
  const requests: Request[] = [];
  const opened: string[] = [];
  const known: Handlers = { ...defaults, ...handlers };

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

  const runner = (success: (body: unknown) => void, failure: (error: Error) => void): object => ({
    withSuccessHandler: (handler: (body: unknown) => void) => runner(handler, failure),
    withFailureHandler: (handler: (error: Error) => void) => runner(success, handler),
    rpc: (body: string) => {
      respond(body).then(success, failure);
    },
    openRepair: () => {
      opened.push('repair');
    },
  });
  const none = () => {};
  Object.assign(globalThis, { google: { script: { run: runner(none, none) } } });

  return {
    handlers: known,
    requests,
    /** Dialogs that the page had the server open. */
    opened,
    /** The inputs of all calls of a method, in order. */
    inputsOf: <M extends MethodName>(method: M): InputOf<M>[] =>
      requests.flatMap(({ calls }) =>
        calls.filter((call) => call.method === method).map((call) => call.input as InputOf<M>),
      ),
  };
}

export const firstAnswer = (start: Start = samples.start()): Answer<Start> => ({ ok: true, value: start });
