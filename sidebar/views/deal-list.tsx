import { useComputed } from '@preact/signals';
import { pipelinesOf } from '../../src/domain/settings';
import { named, Select } from '../components/select';
import { openDealForm } from '../data/create-actions';
import { countBy, sortDeals } from '../data/lists';
import { stageOrder } from '../data/stage-order';
import { t } from '../texts/text';
import { DealLine } from './lines';
import { usePanel } from './panel-context';
import { RecordList } from './record-list';

const SORTS = ['newest', 'name', 'value'] as const;

export function DealList() {
  const panel = usePanel();
  const { dealLines, home, session } = panel;
  const { filter, sort } = home.deals;
  const pipelines = useComputed(() => pipelinesOf(session.settings.value.stages));
  const inPipeline = useComputed(() =>
    home.pipeline.value === ''
      ? dealLines.lines.value
      : dealLines.lines.value.filter(({ pipeline }) => pipeline === home.pipeline.value),
  );
  const sorted = useComputed(() => sortDeals(inPipeline.value, sort.value));
  const filters = useComputed(() => {
    const counts = countBy(inPipeline.value, ({ stage }) => stage);
    const { stages } = session.settings.value;
    const shown = home.pipeline.value === '' ? pipelines.value : [home.pipeline.value];
    const known = shown.flatMap((pipeline) => stageOrder(stages, pipeline).map(({ name }) => name));
    // A stage that Settings does not list must not make its deals unfindable.
    const names = [...new Set([...known, ...counts.keys()])].filter((name) => name !== '');
    return [
      { key: '', text: t('list.all'), count: inPipeline.value.length },
      ...names.map((name) => ({ key: name, text: name, count: counts.get(name) ?? 0 })),
    ];
  });
  const rows = useComputed(() =>
    filter.value === '' ? sorted.value : sorted.value.filter(({ stage }) => stage === filter.value),
  );

  return (
    <RecordList
      kind="opportunity"
      store={dealLines}
      state={home.deals}
      sorts={SORTS}
      filters={filters.value}
      rows={rows.value}
      draw={(deal) => <DealLine deal={deal} />}
      onNew={() => openDealForm(panel)}
    >
      {pipelines.value.length > 1 && <PipelineSelect pipelines={pipelines.value} />}
    </RecordList>
  );
}

function PipelineSelect({ pipelines }: { pipelines: readonly string[] }) {
  const { home } = usePanel();
  return (
    <div class="flex items-center gap-2 px-3 pt-1.5">
      <label for="pipeline" class="text-soft">
        {t('field.pipeline')}
      </label>
      <Select
        id="pipeline"
        class="h-6 min-w-0 flex-1"
        choices={[{ value: '', text: t('list.allPipelines') }, ...named(pipelines)]}
        value={home.pipeline.value}
        onChoose={(pipeline) => {
          home.pipeline.value = pipeline;
          home.deals.filter.value = '';
          home.deals.scroll.value = 0;
        }}
      />
    </div>
  );
}
