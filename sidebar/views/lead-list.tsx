import { useComputed } from '@preact/signals';
import { openLeadForm } from '../data/create-actions';
import { countBy, sortLeads } from '../data/lists';
import { t } from '../texts/text';
import { LeadLineView } from './lines';
import { usePanel } from './panel-context';
import { RecordList } from './record-list';

const SORTS = ['newest', 'name'] as const;

export function LeadList() {
  const panel = usePanel();
  const { leadLines, home, session } = panel;
  const { filter, sort } = home.leads;
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
  return (
    <RecordList
      kind="lead"
      store={leadLines}
      state={home.leads}
      sorts={SORTS}
      filters={filters.value}
      rows={rows.value}
      draw={(lead) => <LeadLineView lead={lead} />}
      onNew={() => openLeadForm(panel)}
    />
  );
}
