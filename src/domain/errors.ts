import type { Instant } from './day';

/** Why something could not be done, for programs; the message says it for people. */
export type ErrorCode = 'NOT_FOUND' | 'INVALID' | 'CONFLICT' | 'SHEET_BROKEN' | 'BUSY' | 'DENIED' | 'QUOTA';

/** What a field of a record can hold, as plain data. */
export type FieldValue = string | number | boolean | null | readonly string[];

/** A value that somebody else changed while the user was looking at another. */
export type Difference = {
  readonly field: string;
  readonly seen: FieldValue;
  readonly now: FieldValue;
  /** Who changed it and when, where History knows; absent: someone in the sheet. */
  readonly by?: { readonly who: string; readonly at: Instant };
};

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
