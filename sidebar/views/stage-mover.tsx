import { useState } from 'preact/hooks';
import type { Opportunity } from '../../src/domain/records';
import { findStage, pipelinesOf, type Stage } from '../../src/domain/settings';
import { Button } from '../components/button';
import { Note } from '../components/note';
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
        <select
          class="mb-1.5 h-6 w-full rounded-md border border-edge bg-card"
          aria-label={t('field.pipeline')}
          value={pipeline}
          onChange={(event) => setPipeline(event.currentTarget.value)}
        >
          {[...new Set([...pipelines, deal.pipeline])].map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      )}
      <fieldset aria-label={t('stage.group')} class="min-w-0 flex flex-wrap gap-1">
        {!current && pipeline === deal.pipeline && (
          <StageButton name={deal.stage || t('stage.none')} kind="open" isCurrent title={t('stage.unknown')} />
        )}
        {offered.map((stage) => (
          <StageButton
            key={stage.name}
            name={stage.name}
            kind={stage.kind}
            isCurrent={stage === current}
            disabled={isLocked || !canEdit}
            onClick={() => moveDeal(panel, deal.id, { pipeline: stage.pipeline, stage: stage.name })}
          />
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

const TONE = {
  open: 'border-ink bg-ink text-paper',
  won: 'border-won bg-won-wash text-won',
  lost: 'border-lost bg-lost-wash text-lost',
} as const;

type StageButtonProps = {
  readonly name: string;
  readonly kind: Stage['kind'];
  readonly isCurrent: boolean;
  readonly disabled?: boolean;
  readonly title?: string;
  readonly onClick?: () => void;
};

const StageButton = ({ name, kind, isCurrent, disabled, title, onClick }: StageButtonProps) => (
  <button
    type="button"
    class={`h-6 max-w-full truncate rounded-md border px-2 text-sm disabled:opacity-50 ${
      isCurrent ? `font-semibold ${TONE[kind]}` : 'border-edge bg-card hover:bg-wash'
    }`}
    aria-pressed={isCurrent}
    disabled={disabled}
    title={title ?? name}
    onClick={onClick}
  >
    {name}
  </button>
);

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
        <button
          key={reason}
          type="button"
          class="h-6 rounded-full border border-edge bg-card px-2 text-sm hover:bg-wash"
          onClick={() =>
            changeField(panel, 'opportunity', { id: deal.id, field: 'lostReason', value: reason, seen: '' })
          }
        >
          {reason}
        </button>
      ))}
    </fieldset>
  );
}
