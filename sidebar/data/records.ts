import { type Signal, signal } from '@preact/signals';
import type { Found } from '../../src/domain/crm';
import { asCallError, type CallError } from './call-error';

/** A change that did not go through: what the user wanted, and what can be done about it. */
export type Trouble = {
  readonly error: CallError;
  /** By field. */
  readonly wanted: Readonly<Record<string, unknown>>;
  /** Tries again; where somebody else was first, over what stands there now. */
  again(): void;
};

export type Shown<R> = {
  /** With the changes that are still on their way. Null: not read yet. */
  readonly found: Found<R> | null;
  /** Why it could not be read. */
  readonly error: CallError | null;
  readonly saving: boolean;
  /** Not in the sheet yet. */
  readonly isNew: boolean;
  readonly troubles: ReadonlyMap<string, Trouble>;
};

type Guess<R> = (record: R) => R;

type Entry<R> = {
  readonly shown: Signal<Shown<R>>;
  /** As the server last told it. */
  server: Found<R> | null;
  toldAt: number;
  guesses: readonly Guess<R>[];
  writes: number;
  queue: Promise<unknown>;
};

export type RecordStore<R> = {
  shown(id: string): Signal<Shown<R>>;
  /** Reads the record, unless it is on its way to the server or was told a moment ago. */
  load(id: string): Promise<void>;
  /** Reads it in any case. */
  reload(id: string): Promise<void>;
  /** What the server told without being asked for this record alone. */
  take(found: Found<R>): void;
  /** Counts beginnings and ends of writes: an answer to a question from before must not undo them on the screen. */
  writes(): number;
  /** Shows `guess` at once and the server's answer after it; puts the old record back if it fails, and rejects. */
  write<F extends Found<R>>(id: string, guess: Guess<R>, send: () => Promise<F>): Promise<F>;
  /** As `write`, for a record that is not there yet. */
  create(record: R, send: () => Promise<Found<R>>): Promise<Found<R>>;
  /** Tries again what failed in this way, reads and writes. */
  tryAgain(code: CallError['code']): void;
  setTrouble(id: string, field: string, trouble: Trouble | null): void;
  /** Takes a record that is deleted off the screens. */
  forget(id: string): void;
  /** All records may have changed: each is read anew when it is shown next. */
  outdate(): void;
};

const FRESH_FOR = 5000;

const unknown = { found: null, error: null, saving: false, isNew: false, troubles: new Map() };

export function createRecords<R extends { readonly id: string }>(
  ask: (id: string) => Promise<Found<R>>,
  /** Told of every record that is shown anew; null for one that turned out not to be there. */
  onShown: (id: string, record: R | null) => void,
): RecordStore<R> {
  const entries = new Map<string, Entry<R>>();
  let writes = 0;

  const entryOf = (id: string): Entry<R> => {
    const known = entries.get(id);
    if (known) return known;
    const shown = signal<Shown<R>>(unknown);
    const made: Entry<R> = { shown, server: null, toldAt: 0, guesses: [], writes: 0, queue: Promise.resolve() };
    entries.set(id, made);
    return made;
  };

  const show = (id: string, entry: Entry<R>, change: Partial<Shown<R>> = {}) => {
    const { server, guesses } = entry;
    const found = server && guessed(server, guesses);
    entry.shown.value = { ...entry.shown.value, ...change, found, saving: guesses.length > 0 };
    if (found) onShown(id, found.record);
  };

  const told = (entry: Entry<R>, found: Found<R>) => {
    entry.server = found;
    entry.toldAt = Date.now();
  };

  const count = (entry: Entry<R>) => {
    entry.writes++;
    writes++;
  };

  async function reload(id: string): Promise<void> {
    const entry = entryOf(id);
    const before = entry.writes;
    try {
      const found = await ask(id);
      // Of what was never read, what stood there before a write is more than nothing.
      if (entry.writes === before || !entry.server) told(entry, found);
      show(id, entry, { error: null });
    } catch (thrown) {
      const error = asCallError(thrown);
      entry.shown.value = { ...entry.shown.value, error };
      if (error.code === 'NOT_FOUND') onShown(id, null);
    }
  }

  async function write<F extends Found<R>>(id: string, guess: Guess<R>, send: () => Promise<F>): Promise<F> {
    const entry = entryOf(id);
    // A guess is found again by its identity, even where the same one is made twice.
    const own: Guess<R> = (record) => guess(record);
    entry.guesses = [...entry.guesses, own];
    count(entry);
    show(id, entry);
    // One after the other: the server promises no order, and a later change builds on an earlier one.
    const sent = entry.queue.then(send);
    entry.queue = sent.catch(() => undefined);
    try {
      const answer = await sent;
      told(entry, answer);
      return answer;
    } catch (thrown) {
      const error = asCallError(thrown);
      if (entry.server) entry.server = corrected(entry.server, error);
      throw error;
    } finally {
      entry.guesses = entry.guesses.filter((one) => one !== own);
      count(entry);
      show(id, entry);
    }
  }

  return {
    shown: (id) => entryOf(id).shown,
    async load(id) {
      const entry = entryOf(id);
      const isFresh = entry.guesses.length > 0 || Date.now() - entry.toldAt <= FRESH_FOR;
      if (!entry.server || !isFresh) await reload(id);
    },
    reload,
    take(found) {
      const { id } = found.record;
      const entry = entryOf(id);
      told(entry, found);
      show(id, entry, { error: null });
    },
    writes: () => writes,
    write,
    async create(record, send) {
      const entry = entryOf(record.id);
      entry.server = { record, odd: {}, formulas: [] };
      entry.shown.value = { ...entry.shown.value, isNew: true };
      try {
        const found = await write(record.id, (one) => one, send);
        entry.shown.value = { ...entry.shown.value, isNew: false };
        return found;
      } catch (thrown) {
        entries.delete(record.id);
        onShown(record.id, null);
        throw thrown;
      }
    },
    tryAgain(code) {
      for (const [id, { shown }] of entries) {
        const { error, troubles } = shown.value;
        if (error?.code === code) reload(id);
        for (const trouble of troubles.values()) if (trouble.error.code === code) trouble.again();
      }
    },
    setTrouble(id, field, trouble) {
      const { shown } = entryOf(id);
      const troubles = new Map(shown.value.troubles);
      if (trouble) troubles.set(field, trouble);
      else troubles.delete(field);
      shown.value = { ...shown.value, troubles };
    },
    forget(id) {
      entries.delete(id);
      writes++;
      onShown(id, null);
    },
    outdate() {
      for (const entry of entries.values()) entry.toldAt = 0;
    },
  };
}

/** The record with the changes that are on their way; what they write over is no longer odd. */
function guessed<R>(server: Found<R>, guesses: readonly Guess<R>[]): Found<R> {
  const record = guesses.reduce((record, guess) => guess(record), server.record);
  const isOdd = ([name]: [string, string]) => record[name as keyof R] === server.record[name as keyof R];
  return { ...server, record, odd: Object.fromEntries(Object.entries(server.odd).filter(isOdd)) };
}

/** The record with what the server says stands there now. */
function corrected<R>(found: Found<R>, { differences }: CallError): Found<R> {
  const now = Object.fromEntries(differences.map(({ field, now }) => [field, now]));
  return { ...found, record: { ...found.record, ...now } };
}
