import type { SavedView } from '../../src/domain/views';
import { t } from '../texts/text';
import { asCallError } from './call-error';
import type { HomeState } from './home-state';
import { DEAL_SORTS, LEAD_SORTS } from './lists';
import { type OwnViewsStore, withoutView, withView } from './own-views';
import type { Panel } from './panel';

/** What is on the screen, as a view. */
export function viewNow(home: HomeState): Omit<SavedView, 'name' | 'isStart'> {
  const tab = home.tab.value;
  const { filter, sort } = tab === 'lead' ? home.leads : home.deals;
  return {
    tab,
    filter: filter.value,
    pipeline: tab === 'lead' ? '' : home.pipeline.value,
    sort: sort.value,
    mine: home.mine.value,
  };
}

/** Views of tabs that this version does not know are kept, and not offered. */
export const isOffered = ({ tab }: SavedView): boolean => tab === 'lead' || tab === 'opportunity';

/** The saved view that is on the screen as it was saved. */
export function chosenView(home: HomeState, views: readonly SavedView[]): SavedView | undefined {
  const now = Object.entries(viewNow(home));
  return views.find((view) => now.every(([name, value]) => view[name as keyof SavedView] === value));
}

export function showView(home: HomeState, view: SavedView): void {
  if (!isOffered(view)) return;
  const isLeads = view.tab === 'lead';
  const list = isLeads ? home.leads : home.deals;
  const sorts = isLeads ? LEAD_SORTS : DEAL_SORTS;
  home.tab.value = isLeads ? 'lead' : 'opportunity';
  if (!isLeads) home.pipeline.value = view.pipeline;
  home.mine.value = view.mine;
  list.filter.value = view.filter;
  list.sort.value = sorts.find((sort) => sort === view.sort) ?? 'newest';
  list.scroll.value = 0;
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
