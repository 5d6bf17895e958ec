import { type Signal, signal } from '@preact/signals';
import type { Sort } from './lists';

export type ListState = {
  /** Stage or status; '' shows all. */
  readonly filter: Signal<string>;
  readonly sort: Signal<Sort>;
  /** Kept while a record is open, so that going back leads to the same place. */
  readonly scroll: Signal<number>;
};

export type HomeTab = 'today' | 'opportunity' | 'lead' | 'activity';

export type HomeState = {
  readonly tab: Signal<HomeTab>;
  readonly pipeline: Signal<string>;
  /** Only records of the user, in both lists. */
  readonly mine: Signal<boolean>;
  readonly deals: ListState;
  readonly leads: ListState;
};

const listState = (): ListState => ({ filter: signal(''), sort: signal<Sort>('newest'), scroll: signal(0) });

export const createHomeState = (): HomeState => ({
  tab: signal<HomeTab>('today'),
  pipeline: signal(''),
  mine: signal(false),
  deals: listState(),
  leads: listState(),
});
