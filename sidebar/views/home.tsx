import { Button, IconButton } from '../components/button';
import { Tabs } from '../components/tabs';
import { openDealForm, openLeadForm } from '../data/create-actions';
import type { Panel } from '../data/panel';
import { openRepairDialog } from '../data/renew';
import { t } from '../texts/text';
import { DealList } from './deal-list';
import { LeadList } from './lead-list';
import { usePanel } from './panel-context';
import { RowBars } from './row-bars';
import { SearchButton } from './search-button';

export function Home() {
  const panel = usePanel();
  const { home, leadLines, dealLines, follower, screens } = panel;
  const canEdit = panel.session.canEdit.value;
  const tab = home.tab.value;
  const isLeads = tab === 'lead';

  return (
    <>
      <h1 class="sr-only">{t('appName')}</h1>
      <div class="flex gap-1.5 px-3 pt-2.5 pb-1">
        <SearchButton />
        {canEdit && (
          <Button
            look="primary"
            icon="plus"
            label={t(isLeads ? 'home.newLead' : 'home.newDeal')}
            onClick={() => (isLeads ? openLeadForm(panel) : openDealForm(panel))}
          >
            {t('home.new')}
          </Button>
        )}
      </div>
      {follower.pinned.value && (
        <div class="flex items-center border-b border-line pr-1.5 pl-3 text-soft">
          <span class="flex-1">{t('follow.paused')}</span>
          <Button look="quiet" onClick={() => follower.setPinned(false)}>
            {t('follow.resume')}
          </Button>
        </div>
      )}
      {canEdit && <RowBars />}
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
        {canEdit && <IconButton icon="undo" label={t('done.title')} onClick={() => openRepairDialog(panel)} />}
        <IconButton icon="question" label={t('keys.title')} onClick={() => screens.go({ name: 'shortcuts' })} />
      </div>
      <div id="list" role="tabpanel" aria-labelledby={`tab-${tab}`} class="flex min-h-0 flex-1 flex-col">
        {isLeads ? <LeadList /> : <DealList />}
      </div>
    </>
  );
}

const countOf = ({ session }: Panel, { count }: Pick<Panel['leadLines'], 'count'>): string =>
  count.value === null ? '' : session.formats.value.number(count.value);
