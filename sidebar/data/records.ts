import { type Signal, signal } from '@preact/signals';
import type { Found } from '../../src/domain/crm';
import { asCallError, type CallError } from './call-error';

/** A change that did not go through: what the user wanted, and what can be done about it. */
export type Trouble = {
  readonly error: CallError;
  readonly wanted: unknown;
  /** Tries again; where somebody else was first, over what stands there now. */
  again(): void;
};

export type Shown<R> = {
  /** With the changes that are still on their way. Null: not read yet. */
  readonly found: Found<R> | null;
  readonly loading: boolean;
  /** Why it could not be read. */
  readonly error: CallError | null;
  readonly saving: boolean;
  readonly troubles: ReadonlyMap<string, Trouble>;
};

type Guess<R> = { readonly apply: (record: R) => R };

type Entry<R> = {
  readonly shown: Signal<Shown<R>>;
  /** As the server last told it. */
  server: Found<R> | null;
  guesses: readonly Guess<R>[];
  /** Counts what was written: an answer to an older question must not undo it on the screen. */
  writes: number;
  queue: Promise<unknown>;
};

export type RecordStore<R> = {
  shown(id: string): Signal<Shown<R>>;
  load(id: string): Promise<void>;
  /** What the server told without being asked for this record alone. */
  take(found: Found<R>): void;
  /** Shows `guess` at once and the server's answer after it; puts the old record back if it fails, and rejects. */
  write(id: string, guess: (record: R) => R, send: () => Promise<Found<R>>): Promise<Found<R>>;
  /** As `write`, for a record that is not there yet. */
  create(guess: R, send: () => Promise<Found<R>>): Promise<Found<R>>;
  setTrouble(id: string, field: string, trouble: Trouble | null): void;
};

const nothingYet = { found: null, loading: false, error: null, saving: false, troubles: new Map() };

export function createRecords<R extends { readonly id: string }>(
  ask: (id: string) => Promise<Found<R>>,
  /** Told of every record that is shown anew; null for one that turned out not to be. */
  onShown: (id: string, record: R | null) => void,
): RecordStore<R> {
  const entries = new Map<string, Entry<R>>();

  const entryOf = (id: string): Entry<R> => {
    const known = entries.get(id);
    if (known) return known;
    const made: Entry<R> = {
      shown: signal<Shown<R>>(nothingYet),
      server: null,
      guesses: [],
      writes: 0,
      queue: Promise.resolve(),
    };
    entries.set(id, made);
    return made;
  };

  const show = (id: string, entry: Entry<R>, change: Partial<Shown<R>> = {}) => {
    const { server } = entry;
    const found = server && {
      ...server,
      record: entry.guesses.reduce((record, guess) => guess.apply(record), server.record),
    };
    entry.shown.value = { ...entry.shown.value, ...change, found, saving: entry.guesses.length > 0 };
    onShown(id, found?.record ?? null);
  };

  async function write(id: string, guess: (record: R) => R, send: () => Promise<Found<R>>): Promise<Found<R>> {
    const entry = entryOf(id);
    const own: Guess<R> = { apply: guess };
    entry.guesses = [...entry.guesses, own];
    entry.writes++;
    show(id, entry);
    // One after the other: the server promises no order, and a later change builds on an earlier one.
    const sent = entry.queue.then(send);
    entry.queue = sent.catch(() => undefined);
    try {
      const answer = await sent;
      entry.server = answer;
      return answer;
    } catch (thrown) {
      const error = asCallError(thrown);
      if (error.code === 'CONFLICT' && entry.server) entry.server = corrected(entry.server, error);
      throw error;
    } finally {
      entry.guesses = entry.guesses.filter((one) => one !== own);
      entry.writes++;
      show(id, entry);
    }
  }

  return {
    shown: (id) => entryOf(id).shown,
    async load(id) {
      const entry = entryOf(id);
      const { writes } = entry;
      entry.shown.value = { ...entry.shown.value, loading: true, error: null };
      try {
        const found = await ask(id);
        if (entry.writes === writes) entry.server = found;
        show(id, entry, { loading: false });
      } catch (thrown) {
        entry.shown.value = { ...entry.shown.value, loading: false, error: asCallError(thrown) };
      }
    },
    take(found) {
      const entry = entryOf(found.record.id);
      if (entry.guesses.length > 0) return;
      entry.server = found;
      show(found.record.id, entry, { error: null });
    },
    write,
    async create(guess, send) {
      const entry = entryOf(guess.id);
      entry.server = { record: guess, odd: {}, formulas: [] };
      try {
        return await write(guess.id, (record) => record, send);
      } catch (thrown) {
        entries.delete(guess.id);
        onShown(guess.id, null);
        throw thrown;
      }
    },
    setTrouble(id, field, trouble) {
      const { shown } = entryOf(id);
      const troubles = new Map(shown.value.troubles);
      if (trouble) troubles.set(field, trouble);
      else troubles.delete(field);
      shown.value = { ...shown.value, troubles };
    },
  };
}

/** The record with what the server says stands there now. */
function corrected<R>(found: Found<R>, { differences }: CallError): Found<R> {
  const now = Object.fromEntries(differences.map(({ field, now }) => [field, now]));
  return { ...found, record: { ...found.record, ...now } };
}
