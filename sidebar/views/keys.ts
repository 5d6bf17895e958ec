import { openBulk } from '../data/bulk';
import { openDealForm, openLeadForm } from '../data/create-actions';
import type { Panel } from '../data/panel';
import { openRepairDialog } from '../data/renew';
import { singleKeysOn } from './single-keys';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable);

/** Shows the search field and puts the cursor into it. */
export function focusSearch(panel: Panel): void {
  panel.screens.home();
  setTimeout(() => document.getElementById('search')?.focus());
}

/** Keys that work anywhere while the panel has the focus. Returns how to stop listening. */
export function listenToKeys(panel: Panel): () => void {
  const single: Readonly<Record<string, () => void>> = {
    '/': () => focusSearch(panel),
    '?': () => panel.screens.go({ name: 'shortcuts' }),
    n: () => (panel.home.tab.value === 'lead' ? openLeadForm(panel) : openDealForm(panel)),
    b: () => openBulk(panel),
    u: () => openRepairDialog(panel),
    p: () => panel.follower.setPinned(!panel.follower.pinned.value),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !panel.session.start.value?.settings) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      focusSearch(panel);
    } else if (event.key === 'Escape') {
      if (panel.screens.asked.value) panel.screens.stay();
      else if (panel.screens.current.value.name !== 'home') panel.screens.back();
      else panel.home.query.value = '';
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target) && singleKeysOn.value) {
      const act = single[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    }
  };
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}
