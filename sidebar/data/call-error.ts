import type { Failure } from '../../src/contract/contract';
import type { Difference } from '../../src/domain/errors';

/** What can go wrong on this side of the conversation, beside the server's own codes. */
export type PlatformCode = 'ACCOUNT' | 'OFFLINE' | 'TIMEOUT';

export type CallErrorCode = Failure['code'] | PlatformCode;

/** A call that failed. The message is for people and says what to do. */
export class CallError extends Error {
  readonly code: CallErrorCode;
  readonly field: string | null;
  readonly differences: readonly Difference[];

  constructor(
    code: CallErrorCode,
    message: string,
    about: { readonly field?: string | null; readonly differences?: readonly Difference[] } = {},
  ) {
    super(message);
    this.name = 'CallError';
    this.code = code;
    this.field = about.field ?? null;
    this.differences = about.differences ?? [];
  }
}

export const callErrorOf = (failure: Failure): CallError =>
  new CallError(failure.code, failure.message, { field: failure.field, differences: failure.differences });

/** Whatever was thrown, as an error that can be shown. */
export const asCallError = (thrown: unknown): CallError =>
  thrown instanceof CallError
    ? thrown
    : new CallError('BUG', thrown instanceof Error ? thrown.message : String(thrown));
