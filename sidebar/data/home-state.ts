import { type Signal, signal } from '@preact/signals';
import type { ActivityChoice } from './activity-list';
import type { Sort } from './lists';

/** How a list stands on the screen. */
export type ListPlace = {
  readonly sort: Signal<Sort>;
  /** Kept while a record is open, so that going back leads to the same place. */
  readonly scroll: Signal<number>;
};

export type ListState = ListPlace & {
  /** Stage or status; '' shows all. */
  readonly filter: Signal<string>;
};

export type HomeTab = 'today' | 'opportunity' | 'lead' | 'activity';

export type HomeState = {
  readonly tab: Signal<HomeTab>;
  readonly pipeline: Signal<string>;
  /** Only records of the user, in all lists. */
  readonly mine: Signal<boolean>;
  readonly deals: ListState;
  readonly leads: ListState;
  readonly activities: ListPlace & { readonly choice: Signal<ActivityChoice> };
};

const listPlace = (): ListPlace => ({ sort: signal<Sort>('newest'), scroll: signal(0) });

const listState = (): ListState => ({ ...listPlace(), filter: signal('') });

export const createHomeState = (): HomeState => ({
  tab: signal<HomeTab>('today'),
  pipeline: signal(''),
  mine: signal(false),
  deals: listState(),
  leads: listState(),
  activities: {
    ...listPlace(),
    choice: signal<ActivityChoice>({ owner: '', type: '', state: '', text: '', period: '' }),
  },
});
