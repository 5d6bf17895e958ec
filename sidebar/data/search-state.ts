import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { type ActivitySearch, createActivitySearch } from './activity-search';
import type { Client } from './client';
import type { RecordScreen, Screen } from './screens';

/** The search that lies over whatever screen it was opened from. */
export type SearchState = {
  readonly isOpen: ReadonlySignal<boolean>;
  readonly query: ReadonlySignal<string>;
  readonly activities: ActivitySearch;
  /** Records that were on the screen since the panel was opened, newest first. */
  readonly recent: ReadonlySignal<readonly RecordScreen[]>;
  open(): void;
  close(): void;
  type(query: string): void;
  noteShown(screen: Screen): void;
  /** What had the focus before; null where it is gone. */
  cameFrom(): HTMLElement | null;
};

const MOST_RECENT = 6;

export function createSearchState(client: Client): SearchState {
  const isOpen = signal(false);
  const query = signal('');
  const recent = signal<readonly RecordScreen[]>([]);
  const activities = createActivitySearch(client);
  let from: Element | null = null;

  const type = (text: string) =>
    batch(() => {
      query.value = text;
      activities.ask(text);
    });

  return {
    isOpen,
    query,
    activities,
    recent,
    type,
    open() {
      if (!isOpen.value) from = document.activeElement;
      isOpen.value = true;
    },
    close() {
      isOpen.value = false;
      type('');
    },
    noteShown(screen) {
      if (!('id' in screen) || screen.name === 'activity') return;
      recent.value = [screen, ...recent.peek().filter(({ id }) => id !== screen.id)].slice(0, MOST_RECENT);
    },
    cameFrom: () => (from instanceof HTMLElement && from.isConnected && from !== document.body ? from : null),
  };
}
