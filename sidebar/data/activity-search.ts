import { type ReadonlySignal, signal } from '@preact/signals';
import type { Activity } from '../../src/domain/records';
import { asCallError, type CallError } from './call-error';
import type { Client } from './client';

export type FoundActivities = {
  /** `idle`: nothing is searched. */
  readonly state: 'idle' | 'waiting' | 'found' | 'failed';
  readonly list: readonly Activity[];
  readonly error: CallError | null;
};

export type ActivitySearch = {
  readonly found: ReadonlySignal<FoundActivities>;
  /** What was found for another query is gone at once. */
  ask(query: string): void;
  retry(): void;
};

/** Somebody who types on does not pause as long (milliseconds). */
const PAUSE = 300;

/** A single letter is in nearly all of them. */
const SHORTEST = 2;

const IDLE: FoundActivities = { state: 'idle', list: [], error: null };

/** Searches activities on the server, where all of them are. */
export function createActivitySearch(client: Client): ActivitySearch {
  const found = signal(IDLE);
  let text = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look() {
    const own = text;
    found.value = { ...IDLE, state: 'waiting' };
    const tell = (answer: FoundActivities) => {
      if (own === text) found.value = answer;
    };
    try {
      tell({ state: 'found', list: await client.call('searchActivities', { text: own }), error: null });
    } catch (thrown) {
      tell({ state: 'failed', list: [], error: asCallError(thrown) });
    }
  }

  return {
    found,
    ask(query) {
      if (query.trim() === text) return;
      text = query.trim();
      clearTimeout(timer);
      found.value = text.length < SHORTEST ? IDLE : { ...IDLE, state: 'waiting' };
      if (text.length >= SHORTEST) timer = setTimeout(look, PAUSE);
    },
    retry: look,
  };
}
