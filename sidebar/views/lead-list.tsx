import { useComputed } from '@preact/signals';
import { Button } from '../components/button';
import { Skeleton } from '../components/skeleton';
import { WindowedList } from '../components/windowed-list';
import { openLeadForm } from '../data/create-actions';
import { countBy, sortLeads } from '../data/lists';
import { t } from '../texts/text';
import { EmptyList } from './empty-list';
import { LeadLineView, LINE_HEIGHT } from './lines';
import { ListTools } from './list-tools';
import { usePanel } from './panel-context';
import { ReadFailed } from './read-failed';

export function LeadList() {
  const panel = usePanel();
  const { leadLines, home, session, screens } = panel;
  const { filter, sort, scroll } = home.leads;
  const sorted = useComputed(() => sortLeads(leadLines.lines.value, sort.value));
  const filters = useComputed(() => {
    const counts = countBy(leadLines.lines.value, ({ status }) => status);
    const names = [...new Set([...session.settings.value.leadStatuses, ...counts.keys()])].filter(Boolean);
    return [
      { key: '', text: t('list.all'), count: leadLines.lines.value.length },
      ...names.map((name) => ({ key: name, text: name, count: counts.get(name) ?? 0 })),
    ];
  });
  const rows = useComputed(() =>
    filter.value === '' ? sorted.value : sorted.value.filter(({ status }) => status === filter.value),
  );

  if (leadLines.state.value === 'loading') return <Skeleton rows={9} tall />;
  if (leadLines.state.value === 'failed' && leadLines.error.value) {
    return <ReadFailed error={leadLines.error.value} onRetry={leadLines.load} />;
  }
  if (leadLines.lines.value.length === 0) {
    return (
      <EmptyList title={t('leads.empty')} text={t('leads.emptyHint')}>
        <Button onClick={() => openLeadForm(panel)} icon="plus">
          {t('home.newLead')}
        </Button>
      </EmptyList>
    );
  }
  return (
    <>
      <ListTools label={t('list.byStatus')} state={home.leads} filters={filters.value} sorts={['newest', 'name']} />
      {rows.value.length === 0 ? (
        <EmptyList title={t('list.nothingHere')} text={t('list.nothingHint')} />
      ) : (
        <WindowedList
          label={t('home.leads')}
          rows={rows.value}
          rowHeight={LINE_HEIGHT}
          scroll={scroll}
          keyOf={({ id }) => id}
          onOpen={({ id }) => screens.go({ name: 'lead', id })}
          draw={(lead) => <LeadLineView lead={lead} />}
        />
      )}
    </>
  );
}
