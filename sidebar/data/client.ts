import type { Answer, AnswerOf, InputOf, MethodName, Request, Response } from '../../src/contract/contract';
import { t } from '../texts/text';
import { CallError, callErrorOf } from './call-error';
import { send } from './door';

export type CallMethod = <M extends MethodName>(method: M, input: InputOf<M>) => Promise<AnswerOf<M>>;

/** The typed conversation with the server. Every promise rejects with a `CallError`. */
export type Client = {
  call<M extends MethodName>(method: M, input: InputOf<M>, patience?: number): Promise<AnswerOf<M>>;
  /** The calls that `ask` makes through its argument go in one request and run in this order. */
  together<T>(ask: (call: CallMethod) => T): T;
};

type Waiting = {
  readonly method: MethodName;
  readonly input: unknown;
  readonly settle: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
};

export function createClient(through: (request: Request, patience?: number) => Promise<Response> = send): Client {
  async function sendAll(calls: readonly Waiting[], patience?: number) {
    try {
      const { answers } = await through({ calls: calls.map(({ method, input }) => ({ method, input })) }, patience);
      // A request that could not be read is answered by one failure, which is every call's.
      const [first] = answers;
      const forAll = answers.length < calls.length && first && !first.ok ? first : null;
      calls.forEach(({ settle, fail }, index) => {
        const answer = forAll ?? answers[index];
        if (answer) settle(answer);
        else fail(new CallError('BUG', t('failure.unreadable')));
      });
    } catch (thrown) {
      for (const { fail } of calls) fail(thrown);
    }
  }

  const collect =
    (into: Waiting[]): CallMethod =>
    (method, input) =>
      new Promise((resolve, fail) => {
        const settle = (answer: Answer) => {
          // The server's handlers are typed by the same contract.
          if (answer.ok) resolve(answer.value as AnswerOf<typeof method>);
          else fail(callErrorOf(answer.error));
        };
        into.push({ method, input, settle, fail });
      });

  return {
    call(method, input, patience) {
      const calls: Waiting[] = [];
      const answer = collect(calls)(method, input);
      sendAll(calls, patience);
      return answer;
    },
    together(ask) {
      const calls: Waiting[] = [];
      const asked = ask(collect(calls));
      sendAll(calls);
      return asked;
    },
  };
}
