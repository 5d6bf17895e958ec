import { useComputed } from '@preact/signals';
import { nameOfLead } from '../../src/domain/lead';
import type { Lead } from '../../src/domain/records';
import { Button } from '../components/button';
import { ListRow } from '../components/list-row';
import { openConversion } from '../data/convert-actions';
import { openDealForm } from '../data/create-actions';
import { t } from '../texts/text';
import { DealLine } from './lines';
import { usePanel } from './panel-context';
import { ReadFailed } from './read-failed';
import { Section } from './section';

/** The deals of a lead, from the index. */
export function LinkedDeals({ lead, canConvert }: { lead: Lead; canConvert: boolean }) {
  const panel = usePanel();
  const { id } = lead;
  const deals = useComputed(() => panel.dealLines.lines.value.filter(({ leadId }) => leadId === id).reverse());
  return (
    <Section title={t('lead.deals')}>
      {panel.dealLines.state.value === 'failed' && panel.dealLines.error.value && (
        <div class="-mx-3">
          <ReadFailed error={panel.dealLines.error.value} onRetry={() => panel.dealLines.load()} />
        </div>
      )}
      {panel.dealLines.state.value === 'ready' && deals.value.length === 0 && (
        <p class="text-soft">{t('lead.noDeals')}</p>
      )}
      <ul class="-mx-3">
        {deals.value.map((deal) => (
          <li key={deal.id}>
            <ListRow onClick={() => panel.screens.go({ name: 'opportunity', id: deal.id })}>
              <DealLine deal={{ ...deal, lead: deal.owner }} />
            </ListRow>
          </li>
        ))}
      </ul>
      {panel.session.canEdit.value && (
        <div class="-ml-1.5 flex flex-wrap pt-0.5">
          <Button
            look="quiet"
            icon="plus"
            onClick={() => openDealForm(panel, { id, name: nameOfLead(lead), isNew: false })}
          >
            {t('home.newDeal')}
          </Button>
          {canConvert && (
            <Button look="quiet" onClick={() => openConversion(panel, lead)}>
              {t('lead.convert')}
            </Button>
          )}
        </div>
      )}
    </Section>
  );
}
