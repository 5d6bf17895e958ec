import { leadFields } from '../../src/domain/fields';
import { nameOfLead } from '../../src/domain/lead';
import type { Lead } from '../../src/domain/records';
import { Skeleton } from '../components/skeleton';
import { isComing } from '../data/lines';
import { nameOfLeadId } from '../data/record-actions';
import type { Shown } from '../data/records';
import { t } from '../texts/text';
import { BelowTimeline } from './below-timeline';
import { Dates } from './dates';
import { FieldList } from './field-list';
import { FieldRow } from './field-row';
import { LinkedDeals } from './linked-deals';
import { usePanel } from './panel-context';
import { QuickLog } from './quick-log';
import { ReadFailed } from './read-failed';
import { RecordFoot } from './record-foot';
import { RecordHead } from './record-head';
import { RelatedLeads } from './related-leads';
import { Section } from './section';
import { LEAD_MAIN, LEAD_MORE } from './shown-fields';
import { Timeline } from './timeline';
import { useLead } from './use-record';

export function LeadView({ id }: { id: string }) {
  const panel = usePanel();
  const shown = useLead(id);
  const { found, error } = shown;
  return (
    <>
      <RecordHead id={id} title={t('lead')} saving={shown.saving} />
      {error && <ReadFailed error={error} onRetry={() => panel.leads.reload(id)} />}
      {found ? (
        <LeadBody id={id} shown={shown} lead={found.record} />
      ) : (
        !error && (
          <>
            <p class="px-3 pt-2.5 text-lg font-semibold">{nameOfLeadId(panel, id)}</p>
            <Skeleton rows={8} />
          </>
        )
      )}
    </>
  );
}

function LeadBody({ id, shown, lead }: { id: string; shown: Shown<Lead>; lead: Lead }) {
  const { dealLines, session } = usePanel();
  const canEdit = session.canEdit.value;
  // A person without a company is known by name.
  const [head, next] =
    lead.company === '' && lead.contact ? (['contact', 'company'] as const) : (['company', 'contact'] as const);
  const main = [next, ...LEAD_MAIN];
  return (
    <div class="min-h-0 flex-1 overflow-y-auto pb-4">
      <div class="px-3 pt-1.5 pb-1">
        <FieldRow key={head} kind="lead" name={head} field={leadFields[head]} shown={shown} id={id} look="title" />
      </div>
      <QuickLog subject={{ kind: 'lead', id }} />
      <Section title={t('record.details')}>
        <FieldList kind="lead" id={id} shown={shown} fields={leadFields} main={main} more={LEAD_MORE} />
      </Section>
      {isComing(dealLines.state.value) ? (
        // How many deals there are is not known yet: they would move what stands below.
        <Skeleton rows={4} tall />
      ) : (
        <>
          <LinkedDeals lead={lead} canConvert={!shown.isNew && !shown.found?.formulas.includes('status')} />
          <RelatedLeads key={`related ${id}`} lead={lead} />
          <Timeline key={id} subject={{ kind: 'lead', id }} saving={shown.saving || shown.isNew} />
          <BelowTimeline subject={{ kind: 'lead', id }}>
            <Dates
              dates={[
                ['field.createdAt', lead.createdAt],
                ['field.updatedAt', lead.updatedAt],
              ]}
            />
            {canEdit && !shown.isNew && <RecordFoot kind="lead" id={id} name={nameOfLead(lead) || t('noName')} />}
          </BelowTimeline>
        </>
      )}
    </div>
  );
}
