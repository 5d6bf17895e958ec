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
    <div>
      <label for="form-stage" class="block pb-0.5 text-sm text-soft">
        {t('field.stage')}
      </label>
      <select
        id="form-stage"
        class="h-7 w-full rounded-md border border-edge bg-card px-2"
        value={current}
        onChange={(event) => {
          const stage = stages[Number(event.currentTarget.value)];
          if (stage) form.stage.value = { pipeline: stage.pipeline, stage: stage.name };
        }}
      >
        {stages.map(({ pipeline, name }, index) => (
          <option key={`${pipeline} ${name}`} value={index}>
            {isOnly ? name : `${pipeline}: ${name}`}
          </option>
        ))}
      </select>
    </div>
  );
}
