import type { ClientGoogle } from './question';

export const GUIDE = 'guide "HTML service: communicate with server functions"';
export const MEASURED = 'K. Tanaike, "Values to transfer between JavaScript and Google Apps Script", 2023-08-28';

type Done = (answer: unknown) => void;

/** Hands on what a call of `name` came to, also where it failed at once. */
export function outcomeOf(google: ClientGoogle, done: Done, name: string, ...args: unknown[]): void {
  const run = google.script.run
    .withSuccessHandler((value: unknown) => done(value === undefined ? 'undefined' : value))
    .withFailureHandler((error: Error) => done({ failed: error.message }));
  try {
    run[name]!(...args);
  } catch (error) {
    done({ refused: (error as Error).message });
  }
}

/** A question that is one call. */
export const asks = (name: string, ...args: unknown[]) =>
  function client(google: ClientGoogle, done: Done): void {
    outcomeOf(google, done, name, ...args);
  };
