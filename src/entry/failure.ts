import type { Failure } from '../contract/contract';
import { CrmError } from '../domain/errors';

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
    return failure('QUOTA', `Google’s limit for today or for this moment is reached (“${message}”). Try again later.`);
  }
  if (DENIED.test(message))
    return failure('DENIED', `Google did not allow this: ${message} Ask an owner of the file for the right to edit.`);
  if (BUSY.test(message))
    return failure('BUSY', 'Google Sheets did not answer in time. Look whether the change is there, then try again.');
  if (MOVED.test(message)) {
    return failure(
      'BUSY',
      'Somebody took rows, columns or a tab out of the sheet at this very moment. Look whether the change is there, then try again.',
    );
  }
  console.error(`${message}\n${stack}`);
  return failure(
    'BUG',
    `Something went wrong in the add-on (“${message}”). Reload the sheet and look before you try again.`,
  );
}
