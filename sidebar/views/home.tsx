import { useEffect } from 'preact/hooks';
import { Button, IconButton } from '../components/button';
import { Icon } from '../components/icon';
import { Tabs } from '../components/tabs';
import { openDealForm, openLeadForm } from '../data/create-actions';
import type { Panel } from '../data/panel';
import { openRepairDialog } from '../data/renew';
import { t } from '../texts/text';
import { DealList } from './deal-list';
import { LeadList } from './lead-list';
import { usePanel } from './panel-context';
import { RowBars } from './row-bars';
import { SearchResults } from './search-results';

export function Home() {
  const panel = usePanel();
  const { home, leadLines, dealLines, follower, screens } = panel;
  const query = home.query.value;
  const tab = home.tab.value;
  const isLeads = tab === 'lead';

  // Results of another query begin at the top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the query changes
  useEffect(() => {
    home.results.scroll.value = 0;
  }, [query]);

  return (
    <>
      <h1 class="sr-only">{t('appName')}</h1>
      <div class="flex gap-1.5 px-3 pt-2.5 pb-1">
        <SearchField />
        <Button
          look="primary"
          icon="plus"
          label={t(isLeads ? 'home.newLead' : 'home.newDeal')}
          onClick={() => (isLeads ? openLeadForm(panel) : openDealForm(panel))}
        >
          {t('home.new')}
        </Button>
      </div>
      {follower.pinned.value && (
        <div class="flex items-center border-b border-line pr-1.5 pl-3 text-soft">
          <span class="flex-1">{t('follow.paused')}</span>
          <Button look="quiet" onClick={() => follower.setPinned(false)}>
            {t('follow.resume')}
          </Button>
        </div>
      )}
      {query.trim() !== '' ? (
        <SearchResults />
      ) : (
        <>
          <div class="flex items-center border-b border-line px-3">
            <div class="flex-1">
              <Tabs
                label={t('home.tabs')}
                panel="list"
                chosen={tab}
                onChoose={(name) => {
                  home.tab.value = name;
                }}
                tabs={[
                  { name: 'opportunity', text: t('home.deals'), count: countOf(panel, dealLines) },
                  { name: 'lead', text: t('home.leads'), count: countOf(panel, leadLines) },
                ]}
              />
            </div>
            <IconButton
              icon="refresh"
              label={t(panel.reading.value ? 'loading' : 'home.refresh')}
              onClick={panel.refresh}
              spinning={panel.reading.value}
            />
            <IconButton icon="undo" label={t('done.title')} onClick={() => openRepairDialog(panel)} />
            <IconButton icon="question" label={t('keys.title')} onClick={() => screens.go({ name: 'shortcuts' })} />
          </div>
          <div id="list" role="tabpanel" aria-labelledby={`tab-${tab}`} class="flex min-h-0 flex-1 flex-col">
            {isLeads ? <LeadList /> : <DealList />}
          </div>
        </>
      )}
      <RowBars />
    </>
  );
}

const countOf = ({ session }: Panel, { count }: Pick<Panel['leadLines'], 'count'>): string =>
  count.value === null ? '' : session.formats.value.number(count.value);

function SearchField() {
  const { home } = usePanel();
  return (
    <div class="relative min-w-0 flex-1">
      <span class="pointer-events-none absolute top-1.5 left-2 text-soft">
        <Icon name="search" />
      </span>
      <input
        id="search"
        type="search"
        class="h-7 w-full rounded-md border border-edge bg-card pr-1 pl-7"
        placeholder={t('home.search')}
        aria-label={t('home.searchLabel')}
        autocomplete="off"
        value={home.query.value}
        onInput={(event) => {
          home.query.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') home.query.value = '';
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          document.querySelector<HTMLElement>('main ul [tabindex="0"]')?.focus();
        }}
      />
    </div>
  );
}
