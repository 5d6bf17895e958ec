import { Button, IconButton } from '../components/button';
import { Tabs } from '../components/tabs';
import { openDealForm, openLeadForm } from '../data/create-actions';
import type { HomeTab } from '../data/home-state';
import type { Panel } from '../data/panel';
import { openRepairDialog } from '../data/renew';
import { t } from '../texts/text';
import { ActivityList } from './activity-list';
import { DealList } from './deal-list';
import { LeadList } from './lead-list';
import { usePanel } from './panel-context';
import { RowBars } from './row-bars';
import { SearchButton } from './search-button';
import { Today } from './today';

export function Home() {
  const panel = usePanel();
  const { agenda, home, leadLines, dealLines, follower, screens, session } = panel;
  const canEdit = session.canEdit.value;
  const tab = home.tab.value;
  const isLeads = tab === 'lead';
  const overdue = agenda.overdue.value;
  const { number } = session.formats.value;

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
      <div class="border-b border-line px-3">
        <Tabs
          label={t('home.tabs')}
          panel="list"
          chosen={tab}
          onChoose={(name) => {
            home.tab.value = name;
          }}
          tabs={[
            {
              name: 'today',
              text: t('home.today'),
              count: overdue > 0 ? number(overdue) : '',
              said: t('home.overdue', { count: overdue }),
              alarm: true,
            },
            { name: 'opportunity', text: t('home.deals'), ...countOf(panel, dealLines) },
            { name: 'lead', text: t('home.leads'), ...countOf(panel, leadLines) },
            { name: 'activity', text: t('home.activities') },
          ]}
        />
      </div>
      <div id="list" role="tabpanel" aria-labelledby={`tab-${tab}`} class="flex min-h-0 flex-1 flex-col">
        <HomeTabPanel tab={tab} />
      </div>
      {canEdit && <RowBars />}
      <div class="flex justify-end gap-1 border-t border-line px-1.5">
        <IconButton
          icon="refresh"
          label={t(panel.reading.value ? 'loading' : 'home.refresh')}
          onClick={panel.refresh}
          spinning={panel.reading.value}
        />
        {canEdit && <IconButton icon="undo" label={t('done.title')} onClick={() => openRepairDialog(panel)} />}
        <IconButton icon="question" label={t('keys.title')} onClick={() => screens.go({ name: 'shortcuts' })} />
      </div>
    </>
  );
}

function countOf({ session }: Panel, { count }: Pick<Panel['leadLines'], 'count'>) {
  if (count.value === null) return { count: '' };
  const { number, short } = session.formats.value;
  return { count: short(count.value), said: number(count.value) };
}

function HomeTabPanel({ tab }: { tab: HomeTab }) {
  switch (tab) {
    case 'today':
      return <Today />;
    case 'lead':
      return <LeadList />;
    case 'activity':
      return <ActivityList />;
    default:
      return <DealList />;
  }
}
