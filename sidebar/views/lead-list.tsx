import { openLeadForm } from '../data/create-actions';
import { LEAD_SORTS } from '../data/lists';
import { LeadLineView } from './lines';
import { usePanel } from './panel-context';
import { RecordList } from './record-list';

export function LeadList() {
  const panel = usePanel();
  return (
    <RecordList
      kind="lead"
      store={panel.leadLines}
      state={panel.home.leads}
      sorts={LEAD_SORTS}
      list={panel.lists.leads}
      draw={(lead) => <LeadLineView lead={lead} />}
      onNew={() => openLeadForm(panel)}
    />
  );
}
