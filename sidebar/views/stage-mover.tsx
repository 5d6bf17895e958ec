import { useState } from 'preact/hooks';
import type { Opportunity } from '../../src/domain/records';
import { findStage, pipelinesOf } from '../../src/domain/settings';
import { Button } from '../components/button';
import { Note } from '../components/note';
import { named, Select } from '../components/select';
import { Toggle } from '../components/toggle';
import { changeField, moveDeal } from '../data/record-actions';
import type { Trouble } from '../data/records';
import { stageOrder } from '../data/stage-order';
import { t } from '../texts/text';
import { whoChanged } from './conflict';
import { usePanel } from './panel-context';

type Props = {
  readonly deal: Opportunity;
  readonly trouble: Trouble | null;
  /** Fields whose cells hold formulas. */
  readonly locked: readonly string[];
};

/** All stages of the deal's pipeline; one click moves it. */
export function StageMover({ deal, trouble, locked }: Props) {
  const panel = usePanel();
  const { stages } = panel.session.settings.value;
  const pipelines = pipelinesOf(stages);
  const [pipeline, setPipeline] = useState(deal.pipeline);
  const offered = stageOrder(stages, pipeline);
  const current = findStage(stages, deal.pipeline, deal.stage);
  const canEdit = panel.session.canEdit.value;
  const isLocked = locked.includes('stage');

  return (
    <section class="border-t border-line px-3 py-2" aria-label={t('field.stage')}>
      {pipelines.length > 1 && (
        <Select
          class="mb-1.5 h-6 w-full"
          label={t('field.pipeline')}
          choices={named([...new Set([...pipelines, deal.pipeline])])}
          value={pipeline}
          onChoose={setPipeline}
        />
      )}
      <fieldset aria-label={t('stage.group')} class="min-w-0 flex flex-wrap gap-1">
        {!current && pipeline === deal.pipeline && (
          <Toggle look="tile" pressed title={t('stage.unknown')}>
            {deal.stage || t('stage.none')}
          </Toggle>
        )}
        {offered.map((stage) => (
          <Toggle
            key={stage.name}
            look="tile"
            tone={stage.kind}
            pressed={stage === current}
            disabled={isLocked || !canEdit}
            onClick={() => moveDeal(panel, deal.id, { pipeline: stage.pipeline, stage: stage.name })}
          >
            {stage.name}
          </Toggle>
        ))}
      </fieldset>
      {isLocked && <p class="pt-1 text-soft">{t('field.formula')}</p>}
      {trouble && (
        <div class="pt-2">
          <MoveTrouble deal={deal} trouble={trouble} />
        </div>
      )}
      {canEdit && current?.kind === 'lost' && deal.lostReason === '' && <LostReasons deal={deal} />}
    </section>
  );
}

function MoveTrouble({ deal, trouble }: { deal: Opportunity; trouble: Trouble }) {
  const panel = usePanel();
  const { error } = trouble;
  const [difference] = error.differences;
  const wanted = String(trouble.wanted['stage']);
  const drop = () => panel.deals.setTrouble(deal.id, 'stage', null);
  const again = <Button onClick={trouble.again}>{t('stage.moveTo', { stage: wanted })}</Button>;
  if (difference) {
    return (
      <Note
        tone="warn"
        text={whoChanged(panel, t('field.stage'), difference)}
        question={t('stage.conflict', { now: deal.stage, wanted })}
      >
        <Button onClick={drop}>{t('stage.keep', { stage: deal.stage })}</Button>
        {again}
      </Note>
    );
  }
  return (
    <Note text={error.message}>
      {error.code !== 'CONFLICT' && again}
      <Button onClick={drop}>{t('dismiss')}</Button>
    </Note>
  );
}

function LostReasons({ deal }: { deal: Opportunity }) {
  const panel = usePanel();
  return (
    <fieldset class="flex flex-wrap items-center gap-1 pt-2" aria-label={t('stage.whyLost')}>
      <span class="pr-0.5 text-soft">{t('stage.whyLost')}</span>
      {panel.session.settings.value.lostReasons.map((reason) => (
        <Toggle
          key={reason}
          onClick={() =>
            changeField(panel, 'opportunity', { id: deal.id, field: 'lostReason', value: reason, seen: '' })
          }
        >
          {reason}
        </Toggle>
      ))}
    </fieldset>
  );
}
