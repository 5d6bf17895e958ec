import { useState } from 'preact/hooks';
import { opportunityFields } from '../../src/domain/fields';
import type { Opportunity } from '../../src/domain/records';
import { Button, IconButton } from '../components/button';
import { LeadPicker } from '../components/lead-picker';
import { isComing } from '../data/lines';
import { changeField, nameOfLeadId } from '../data/record-actions';
import type { Shown } from '../data/records';
import { t } from '../texts/text';
import { FieldTrouble } from './field-trouble';
import { usePanel } from './panel-context';

/** Whose deal it is: opens the lead, or links the deal to another one. */
export function LeadRow({ deal, shown }: { deal: Opportunity; shown: Shown<Opportunity> }) {
  const panel = usePanel();
  /** What is typed to find another lead; null: nobody looks for one. */
  const [query, setQuery] = useState<string | null>(null);
  const name = nameOfLeadId(panel, deal.leadId) || deal.lead;
  if (query !== null) {
    return (
      <LeadPicker
        id={`${deal.id}-lead`}
        leads={panel.leadLines.lines.value}
        isLoading={isComing(panel.leadLines.state.value)}
        label={t('deal.changeLead')}
        text={query}
        onText={setQuery}
        autoFocus
        onLeave={() => setQuery(null)}
        onChoose={(lead) => {
          setQuery(null);
          changeField(panel, 'opportunity', { id: deal.id, field: 'leadId', value: lead.id, seen: deal.leadId });
        }}
      />
    );
  }
  return (
    <>
      <div class="-mx-1.5 flex items-center">
        {deal.leadId ? (
          <button
            type="button"
            class="min-w-0 rounded-md px-1.5 py-0.5 text-left text-link hover:bg-wash"
            onClick={() => panel.screens.go({ name: 'lead', id: deal.leadId })}
          >
            {name || t('noName')}
          </button>
        ) : (
          <span class="px-1.5 text-soft">{name}</span>
        )}
        {!panel.session.canEdit.value ? null : deal.leadId ? (
          <IconButton icon="chevron" label={t('deal.changeLead')} onClick={() => setQuery('')} />
        ) : (
          <Button look="quiet" onClick={() => setQuery('')}>
            {t('deal.linkLead')}
          </Button>
        )}
      </div>
      <FieldTrouble
        kind="opportunity"
        id={deal.id}
        name="leadId"
        field={opportunityFields.leadId}
        now={name}
        show={(leadId) => nameOfLeadId(panel, String(leadId))}
        currency=""
        trouble={shown.troubles.get('leadId') ?? null}
      />
    </>
  );
}
