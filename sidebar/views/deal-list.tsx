import { useComputed } from '@preact/signals';
import { pipelinesOf } from '../../src/domain/settings';
import { named, Select } from '../components/select';
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
    <div class="flex items-center gap-2 px-3 pt-1.5">
      <label for="pipeline" class="text-soft">
        {t('field.pipeline')}
      </label>
      <Select
        id="pipeline"
        class="h-6 min-w-0 flex-1"
        // A saved view may name a pipeline that Settings does not list any more.
        choices={[
          { value: '', text: t('list.allPipelines') },
          ...named([...new Set([...pipelines, chosen])].filter(Boolean)),
        ]}
        value={chosen}
        onChoose={(pipeline) => {
          home.pipeline.value = pipeline;
          home.deals.filter.value = '';
          home.deals.scroll.value = 0;
        }}
      />
    </div>
  );
}
