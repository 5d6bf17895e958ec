import { useComputed } from '@preact/signals';
import { pipelinesOf } from '../../src/domain/settings';
import { openDealForm } from '../data/create-actions';
import { DEAL_SORTS } from '../data/lists';
import { t } from '../texts/text';
import { DealLine } from './lines';
import { usePanel } from './panel-context';
import { RecordList } from './record-list';

export function DealList() {
  const panel = usePanel();
  const { dealLines, home, session, lists } = panel;
  const pipelines = useComputed(() => pipelinesOf(session.settings.value.stages));
  return (
    <RecordList
      kind="opportunity"
      store={dealLines}
      state={home.deals}
      sorts={DEAL_SORTS}
      list={lists.deals}
      draw={(deal) => <DealLine deal={deal} />}
      onNew={() => openDealForm(panel)}
    >
      {pipelines.value.length > 1 && <PipelineSelect pipelines={pipelines.value} />}
    </RecordList>
  );
}

function PipelineSelect({ pipelines }: { pipelines: readonly string[] }) {
  const { home } = usePanel();
  const chosen = home.pipeline.value;
  return (
    <label class="flex items-center gap-2 px-3 pt-1.5">
      <span class="text-soft">{t('field.pipeline')}</span>
      <select
        class="h-6 min-w-0 flex-1 rounded-md border border-edge bg-card"
        value={chosen}
        onChange={(event) => {
          home.pipeline.value = event.currentTarget.value;
          home.deals.filter.value = '';
          home.deals.scroll.value = 0;
        }}
      >
        <option value="">{t('list.allPipelines')}</option>
        {/* A saved view may name a pipeline that Settings does not list any more. */}
        {[...new Set([...pipelines, chosen])].filter(Boolean).map((pipeline) => (
          <option key={pipeline} value={pipeline}>
            {pipeline}
          </option>
        ))}
      </select>
    </label>
  );
}
