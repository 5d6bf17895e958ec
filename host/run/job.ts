import type { CallAnswer, CallRequest, Outcome, Wire } from './protocol';

/** What an execution's thread is handed and what it sends. Plain data: it crosses a thread. */

/** The thread's side of the bridge. The main thread counts `signal` up once an answer lies in the port. */
export type Seat = { readonly signal: Int32Array };

export type Job = {
  /** Null when it is the same bundle as the thread's last. */
  readonly code: string | null;
  readonly functionName: string;
  /** The script's time zone. */
  readonly zone: string;
  readonly args: readonly Wire[];
  readonly services: readonly string[];
  readonly enums: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
};

export type FromThread =
  | { readonly kind: 'call'; readonly request: CallRequest }
  | { readonly kind: 'log'; readonly level: string; readonly text: string }
  | { readonly kind: 'ended'; readonly outcome: Outcome };

export type ToThread =
  | { readonly kind: 'job'; readonly job: Job }
  | { readonly kind: 'answer'; readonly answer: CallAnswer };
