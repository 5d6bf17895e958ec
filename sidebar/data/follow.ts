import { type ReadonlySignal, signal } from '@preact/signals';
import type { Selected } from '../../src/contract/contract';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Who comes into the panel has come for what is shown there: the selection moves again when they are back in the grid. */
const RETURN = 2 * MINUTE;

/**
 * How long to wait before asking again which row is selected, by how long ago the selection moved. Null: not at all.
 * An add-on's executions are shared by all its customers, so a panel that nobody uses must fall silent.
 */
export function pauseAfter(sinceMoved: number): number | null {
  if (sinceMoved < 30 * SECOND) return 3 * SECOND;
  if (sinceMoved < 2 * MINUTE) return 10 * SECOND;
  if (sinceMoved < 5 * MINUTE) return 20 * SECOND;
  return sinceMoved < 30 * MINUTE ? MINUTE : null;
}

/** What tells one selection from another: the record's id, or which rows they are. */
export function keyOfSelected(selected: Selected | null): string {
  if (!selected) return '';
  return selected.kind === 'rows' ? `${selected.of} ${selected.at}` : selected.found.record.id;
}

export type Follower = {
  readonly pinned: ReadonlySignal<boolean>;
  setPinned(pinned: boolean): void;
  /** Begins with the selection that is known already; asks for it at once where none is. */
  start(selected: Selected | null): void;
  stop(): void;
};

/** Asks for the selection as long as it moves, and tells when it has come to another record, or away from all. */
export function createFollower(
  ask: () => Promise<Selected | null>,
  tell: (selected: Selected | null) => void,
  now: () => number = Date.now,
): Follower {
  const pinned = signal(false);
  let last = '';
  let movedAt = now();
  let askedFrom = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;

  const plan = () => {
    clearTimeout(timer);
    const byAge = pauseAfter(now() - movedAt);
    // Whoever has the keys in the panel selects nothing in the grid.
    const pause = byAge !== null && document.hasFocus() ? MINUTE : byAge;
    if (running && !pinned.value && !document.hidden && pause !== null) timer = setTimeout(poll, pause);
  };

  async function poll() {
    clearTimeout(timer);
    if (askedFrom || pinned.value || document.hidden || !running) return;
    askedFrom = true;
    try {
      take(await ask());
    } catch {
      // The next poll asks anyway, and whatever the user does meanwhile says what is wrong.
    } finally {
      askedFrom = false;
      plan();
    }
  }

  function take(selected: Selected | null) {
    if (!running || pinned.value) return;
    const key = keyOfSelected(selected);
    if (key === last) return;
    last = key;
    movedAt = now();
    tell(selected);
  }

  /** Somebody is here again: without this a panel that fell silent would stay so until the selection moved. */
  const wake = (as: number) => () => {
    if (document.hidden) {
      clearTimeout(timer);
      return;
    }
    movedAt = Math.max(movedAt, now() - as);
    poll();
  };
  const onShown = wake(30 * SECOND);
  const onFocus = wake(RETURN);

  /** Back to the grid, most likely by a click into another row. */
  const onLeft = () => {
    if (!running || pinned.value || document.hidden) return;
    clearTimeout(timer);
    timer = setTimeout(poll, SECOND);
  };

  return {
    pinned,
    setPinned(value) {
      pinned.value = value;
      if (value) clearTimeout(timer);
      else onShown();
    },
    start(selected) {
      last = keyOfSelected(selected);
      movedAt = now();
      running = true;
      window.addEventListener('focus', onFocus);
      window.addEventListener('blur', onLeft);
      document.addEventListener('visibilitychange', onShown);
      // A page that opens from the cache does not know the selection yet.
      if (selected) plan();
      else timer = setTimeout(poll);
    },
    stop() {
      running = false;
      clearTimeout(timer);
      window.removeEventListener('focus', onFocus);
      window.removeEventListener('blur', onLeft);
      document.removeEventListener('visibilitychange', onShown);
    },
  };
}
