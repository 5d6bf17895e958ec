import type { Answer, MethodName, Request, Response } from '../contract/contract';
import { readInput } from '../contract/inputs';
import { CrmError } from '../domain/errors';
import { say } from '../texts/say';
import { endLooking } from './crm';
import { failureOf } from './failure';
import { methods } from './methods';

/** A Map, not an index: `methods['constructor']` would find something to call. */
const byName = new Map(Object.entries(methods));

/**
 * The one door for the sidebar and the dialogs. Takes a request and gives a response, both as JSON text:
 * `google.script.run` loses dates and turns undefined into null.
 *
 * @param {string} body a request of the contract as JSON text
 * @return {string} the response as JSON text
 */
export function rpc(body: string): string {
  const response: Response = { answers: answersTo(body) };
  return JSON.stringify(response);
}

function answersTo(body: string): readonly Answer[] {
  try {
    const answers = readRequest(body).calls.map(({ method, input }) => answerTo(method, input));
    endLooking();
    return answers;
  } catch (error) {
    return [{ ok: false, error: failureOf(error) }];
  }
}

const unreadable = () => new CrmError('INVALID', say('request.broken'));

function readRequest(body: string): Request {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw unreadable();
  }
  const calls = (parsed as { calls?: unknown } | null)?.calls;
  const areCalls =
    Array.isArray(calls) &&
    calls.length > 0 &&
    calls.every((call: unknown) => typeof (call as { method?: unknown } | null)?.method === 'string');
  if (!areCalls) throw unreadable();
  return parsed as Request;
}

function answerTo(method: string, input: unknown): Answer {
  try {
    return { ok: true, value: call(method, input) };
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}

function call(method: string, input: unknown): unknown {
  const handler = byName.get(method);
  if (!handler) throw new CrmError('INVALID', say('request.noMethod', { method }));
  const read = readInput(method as MethodName, input);
  if (!read.ok) throw new CrmError('INVALID', read.message, read.field === null ? {} : { field: read.field });
  return (handler as (input: unknown) => unknown)(read.input);
}
