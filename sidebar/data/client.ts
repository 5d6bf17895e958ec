import type { Answer, AnswerOf, InputOf, MethodName, Request, Response } from '../../src/contract/contract';
import { t } from '../texts/text';
import { asCallError, CallError, callErrorOf } from './call-error';
import { send } from './door';

/**
 * The typed conversation with the server. Every promise rejects with a `CallError`. Calls for one screen that are made in one
 * go share a request and run in their order.
 */
export type Client = {
  call<M extends MethodName>(method: M, input: InputOf<M>, patience?: number): Promise<AnswerOf<M>>;
};

/** The same client; `tell` hears how every call ended: null, or what went wrong. */
export const overheard = (client: Client, tell: (error: CallError | null, method: MethodName) => void): Client => ({
  call(method, input, patience) {
    const answer = client.call(method, input, patience);
    // Beside whoever asked, who hears it no later for that.
    answer.then(
      () => tell(null, method),
      (thrown) => tell(asCallError(thrown), method),
    );
    return answer;
  },
});

const WRITING =
  /^(add|adopt|change(?!d)|complete|convert|create|delete|erase|import|log|move|rename|repair|set|tag|undo)/;

/** Whether records may be others after it. */
export const doesWrite = (method: MethodName): boolean => WRITING.test(method);

/** What a screen is made of, what one form adds, and what is read when somebody comes back. */
const JOINED = /^(lead|opp|own|time|create|changed|start|today|activities)/;

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

  let waiting: Waiting[] = [];

  return {
    call: (method, input, patience) =>
      new Promise((resolve, fail) => {
        const settle = (answer: Answer) => {
          // The server's handlers are typed by the same contract.
          if (answer.ok) resolve(answer.value as AnswerOf<typeof method>);
          else fail(callErrorOf(answer.error));
        };
        const own = { method, input, settle, fail };
        if (patience || !JOINED.test(method)) {
          sendAll([own], patience);
          return;
        }
        if (waiting.length === 0)
          Promise.resolve().then(() => {
            const calls = waiting;
            waiting = [];
            sendAll(calls);
          });
        waiting.push(own);
      }),
  };
}
