import { openBulk } from '../data/bulk';
import { openDealForm, openLeadForm } from '../data/create-actions';
import { focusGrid } from '../data/door';
import type { Panel } from '../data/panel';
import { openRepairDialog } from '../data/renew';
import { singleKeysOn } from './single-keys';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable);

/** Opens the search, or begins it anew where it is open. */
function openSearch({ search }: Panel): void {
  search.open();
  const input = document.getElementById('search');
  if (input instanceof HTMLInputElement) input.select();
}

/** Keys that work anywhere while the panel has the focus. Returns how to stop listening. */
export function listenToKeys(panel: Panel): () => void {
  const writing: Readonly<Record<string, () => void>> = {
    n: () => (panel.home.tab.value === 'lead' ? openLeadForm(panel) : openDealForm(panel)),
    b: () => openBulk(panel),
    u: () => openRepairDialog(panel),
  };
  const looking: Readonly<Record<string, () => void>> = {
    '/': () => openSearch(panel),
    '?': () => panel.screens.go({ name: 'shortcuts' }),
    p: () => panel.follower.setPinned(!panel.follower.pinned.value),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !panel.session.start.value?.settings) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      openSearch(panel);
    } else if (event.key === 'Escape') {
      // What lies on top answers first.
      if (panel.search.isOpen.value) panel.search.close();
      else if (panel.screens.asked.value) panel.screens.stay();
      else if (panel.screens.current.value.name !== 'home') panel.screens.back();
      // What is typed next must not go into somebody's cell.
      else if (!isTyping(event.target) && !panel.screens.hasUnsaved.value) focusGrid();
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target) && singleKeysOn.value) {
      // Over the screen lies the search, which the others do not concern.
      if (panel.search.isOpen.value && event.key !== '/') return;
      const act = looking[event.key] ?? (panel.session.canEdit.value ? writing[event.key] : undefined);
      if (!act) return;
      event.preventDefault();
      act();
    }
  };
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}
