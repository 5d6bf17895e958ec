import { Labelled } from '../components/labelled';
import { Select } from '../components/select';
import type { Form } from '../data/form';
import { allStages } from '../data/stage-order';
import { t } from '../texts/text';
import { usePanel } from './panel-context';

/** The stage that a new deal begins in. */
export function StageField({ form }: { form: Form }) {
  const { session } = usePanel();
  const stages = allStages(session.settings.value.stages);
  const isOnly = new Set(stages.map(({ pipeline }) => pipeline)).size < 2;
  const current = stages.findIndex(
    ({ pipeline, name }) => pipeline === form.stage.value.pipeline && name === form.stage.value.stage,
  );
  return (
    <Labelled id="form-stage" label={t('field.stage')}>
      <Select
        id="form-stage"
        choices={stages.map(({ pipeline, name }, index) => ({
          value: String(index),
          text: isOnly ? name : `${pipeline}: ${name}`,
        }))}
        value={String(current)}
        onChoose={(index) => {
          const stage = stages[Number(index)];
          if (stage) form.stage.value = { pipeline: stage.pipeline, stage: stage.name };
        }}
      />
    </Labelled>
  );
}
