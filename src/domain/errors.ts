/** Why something could not be done, for programs; the message says it for people. */
export type ErrorCode = 'NOT_FOUND' | 'INVALID' | 'CONFLICT' | 'SHEET_BROKEN' | 'BUSY' | 'DENIED' | 'QUOTA';

/** A value that somebody else changed while the user was looking at another. */
export type Difference = { readonly field: string; readonly seen: unknown; readonly now: unknown };

/** A rule was broken. The message is one sentence that says what to do; anything else that is thrown is a bug. */
export class CrmError extends Error {
  readonly code: ErrorCode;
  readonly field: string | null;
  readonly differences: readonly Difference[];

  constructor(code: ErrorCode, message: string, about: { field?: string; differences?: readonly Difference[] } = {}) {
    super(message);
    this.name = 'CrmError';
    this.code = code;
    this.field = about.field ?? null;
    this.differences = about.differences ?? [];
  }
}
