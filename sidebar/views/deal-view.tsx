import { opportunityFields } from '../../src/domain/fields';
import type { Opportunity } from '../../src/domain/records';
import { findStage } from '../../src/domain/settings';
import { Skeleton } from '../components/skeleton';
import type { Shown } from '../data/records';
import { t } from '../texts/text';
import { BelowTimeline } from './below-timeline';
import { Dates } from './dates';
import { FieldList } from './field-list';
import { FieldRow } from './field-row';
import { LeadRow } from './lead-row';
import { usePanel } from './panel-context';
import { QuickLog } from './quick-log';
import { ReadFailed } from './read-failed';
import { RecordFoot } from './record-foot';
import { RecordHead } from './record-head';
import { Section } from './section';
import { DEAL_MAIN, DEAL_MORE } from './shown-fields';
import { StageMover } from './stage-mover';
import { Timeline } from './timeline';
import { useDeal } from './use-record';

/** The value shows it; in the file's own currency it needs no line of its own. */
const CURRENCY = ['currency'] as const;

export function DealView({ id }: { id: string }) {
  const { deals, dealLines } = usePanel();
  const shown = useDeal(id);
  const { found, error } = shown;
  const line = dealLines.byId.value.get(id);
  return (
    <>
      <RecordHead id={id} title={t('deal')} saving={shown.saving} />
      {error && <ReadFailed error={error} onRetry={() => deals.reload(id)} />}
      {found ? (
        <Deal id={id} shown={shown} deal={found.record} />
      ) : (
        !error && (
          <>
            <p class="px-3 pt-2.5 text-lg font-semibold">{line?.title}</p>
            <Skeleton rows={8} />
          </>
        )
      )}
    </>
  );
}

function Deal({ id, shown, deal }: { id: string; shown: Shown<Opportunity>; deal: Opportunity }) {
  const { session } = usePanel();
  const settings = session.settings.value;
  const canEdit = session.canEdit.value;
  const kind = findStage(settings.stages, deal.pipeline, deal.stage)?.kind;
  // Why a deal was lost is asked by the stage mover; elsewhere it would be an empty field on every open deal.
  const more = DEAL_MORE.filter((field) => field !== 'lostReason' || deal.lostReason !== '' || kind === 'lost');
  return (
    <div class="min-h-0 flex-1 overflow-y-auto pb-4">
      <div class="px-3 pt-1.5 pb-2">
        <FieldRow kind="opportunity" name="title" field={opportunityFields.title} shown={shown} id={id} look="title" />
        <LeadRow deal={deal} shown={shown} />
        <FieldRow kind="opportunity" name="value" field={opportunityFields.value} shown={shown} id={id} look="title" />
      </div>
      <StageMover deal={deal} trouble={shown.troubles.get('stage') ?? null} locked={shown.found?.formulas ?? []} />
      <QuickLog subject={{ kind: 'opportunity', id }} />
      <Section title={t('record.details')}>
        <FieldList
          kind="opportunity"
          id={id}
          shown={shown}
          fields={opportunityFields}
          main={DEAL_MAIN}
          more={more}
          quiet={deal.currency === settings.preferences.currency ? CURRENCY : []}
        />
      </Section>
      <Timeline
        key={id}
        subject={{ kind: 'opportunity', id }}
        saving={shown.saving || shown.isNew}
        currency={deal.currency}
      />
      <BelowTimeline subject={{ kind: 'opportunity', id }}>
        <Dates
          dates={[
            ['field.stageSince', deal.stageSince],
            ['field.closedAt', deal.closedAt],
            ['field.createdAt', deal.createdAt],
            ['field.updatedAt', deal.updatedAt],
          ]}
        />
        {canEdit && !shown.isNew && <RecordFoot kind="opportunity" id={id} name={deal.title || t('noTitle')} />}
      </BelowTimeline>
    </div>
  );
}
