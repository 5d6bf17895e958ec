import { ACTIVITY_SORTS } from '../../src/domain/activity-filter';
import type { SavedView } from '../../src/domain/views';
import { t } from '../texts/text';
import { PERIOD_NAMES } from './activity-list';
import { asCallError } from './call-error';
import type { HomeState, ListPlace } from './home-state';
import { DEAL_SORTS, LEAD_SORTS, type Sort } from './lists';
import { type OwnViewsStore, withoutView, withView } from './own-views';
import type { Panel } from './panel';

/** What is on the screen, as a view. */
export function viewNow(home: HomeState): Omit<SavedView, 'name' | 'isStart'> {
  const tab = home.tab.value;
  const mine = home.mine.value;
  if (tab === 'activity') {
    const { choice, sort } = home.activities;
    const { state, ...others } = choice.value;
    return { tab, filter: state, pipeline: '', sort: sort.value, mine, ...others };
  }
  const { filter, sort } = tab === 'lead' ? home.leads : home.deals;
  return {
    tab,
    filter: filter.value,
    pipeline: tab === 'lead' ? '' : home.pipeline.value,
    sort: sort.value,
    mine,
  };
}

/** Views of tabs that this version does not know are kept, and not offered. */
export const isOffered = ({ tab }: SavedView): boolean => Object.keys(SHOWS).includes(tab);

/** The saved view that is on the screen as it was saved. */
export function chosenView(home: HomeState, views: readonly SavedView[]): SavedView | undefined {
  const now = Object.entries(viewNow(home));
  return views.find((view) => now.every(([name, value]) => view[name as keyof SavedView] === value));
}

const STATES = ['open', 'done'] as const;

/** What a view brings to each tab. */
const SHOWS: Readonly<Record<string, (home: HomeState, view: SavedView) => void>> = {
  lead({ tab, leads }, { filter, sort }) {
    tab.value = 'lead';
    leads.filter.value = filter;
    begin(leads, LEAD_SORTS, sort);
  },
  opportunity({ tab, deals, pipeline }, view) {
    tab.value = 'opportunity';
    pipeline.value = view.pipeline;
    deals.filter.value = view.filter;
    begin(deals, DEAL_SORTS, view.sort);
  },
  activity({ tab, activities }, { filter, sort, owner = '', type = '', period = '', text = '' }) {
    tab.value = 'activity';
    const state = STATES.find((one) => one === filter) ?? '';
    activities.choice.value = { owner, type, text, state, period: PERIOD_NAMES.find((one) => one === period) ?? '' };
    begin(activities, ACTIVITY_SORTS, sort);
  },
};

function begin(list: ListPlace, sorts: readonly Sort[], wanted: string): void {
  list.sort.value = sorts.find((sort) => sort === wanted) ?? 'newest';
  list.scroll.value = 0;
}

export function showView(home: HomeState, view: SavedView): void {
  if (!isOffered(view)) return;
  home.mine.value = view.mine;
  SHOWS[view.tab]?.(home, view);
}

/** Keeps a change of the views; where that fails it is taken back, said, and can be tried again. */
export async function changeViews(
  panel: Pick<Panel, 'ownViews' | 'toasts'>,
  change: Parameters<OwnViewsStore['change']>[0],
): Promise<boolean> {
  try {
    await panel.ownViews.change(change);
    return true;
  } catch (thrown) {
    const again = { label: t('retry'), act: () => void changeViews(panel, change) };
    panel.toasts.complain(t('views.notKept', { reason: asCallError(thrown).message }), again);
    return false;
  }
}

export async function deleteView(panel: Panel, view: SavedView): Promise<void> {
  if (!(await changeViews(panel, withoutView(view.name)))) return;
  const undo = { label: t('toast.undo'), act: () => void changeViews(panel, withView(view)) };
  panel.toasts.say(t('delete.done', { name: view.name }), undo);
}
