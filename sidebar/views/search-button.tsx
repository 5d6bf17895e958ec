import { Icon } from '../components/icon';
import { t } from '../texts/text';
import { usePanel } from './panel-context';

/** Stands where the search opens, in the shape of its field. */
export function SearchButton() {
  const { search } = usePanel();
  return (
    <button
      type="button"
      class="flex h-7 min-w-0 flex-1 items-center gap-1.5 rounded-md border border-edge bg-card px-2 text-left text-soft"
      aria-label={t('search.label')}
      aria-keyshortcuts="/ Control+K Meta+K"
      onClick={search.open}
    >
      <Icon name="search" />
      <span class="flex-1">{t('home.search')}</span>
      <kbd class="font-sans text-sm">/</kbd>
    </button>
  );
}
