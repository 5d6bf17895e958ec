import type { Failure } from '../contract/contract';
import { CrmError } from '../domain/errors';
import { say } from '../texts/say';

const QUOTA = /Limit exceeded|invoked too many times|too much computer time|too many scripts running|exceeded .*quota/i;
const DENIED =
  /do not have permission|protected (cell|sheet|range)|You are trying to edit a protected|requires? authorization|not have access/i;
const BUSY = /Service (error|(\w+ )?timed out)|timed out while accessing|server error occurred|Service unavailable/i;

/** What was looked at a moment ago is not there any more. */
const MOVED = /coordinates of the range are outside|out of bounds|(Range|Sheet) not found/i;

const failure = (code: Failure['code'], message: string, about?: CrmError): Failure => ({
  code,
  message,
  field: about?.field ?? null,
  differences: about?.differences ?? [],
});

/** What went wrong as data, with a sentence for people. What nobody foresaw is logged whole. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CrmError) return failure(error.code, error.message, error);
  const { message = String(error), stack = '' } = error as Error;
  if (QUOTA.test(message)) {
    return failure('QUOTA', say('google.quota', { said: message }));
  }
  if (DENIED.test(message)) return failure('DENIED', say('google.denied', { said: message }));
  if (BUSY.test(message)) return failure('BUSY', say('google.slow'));
  if (MOVED.test(message)) {
    return failure('BUSY', say('google.moved'));
  }
  console.error(`${message}\n${stack}`);
  return failure('BUG', say('google.bug', { said: message }));
}
