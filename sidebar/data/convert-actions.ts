import { blankOpportunity } from '../../src/domain/blank';
import { nameOfLead } from '../../src/domain/lead';
import type { Lead } from '../../src/domain/records';
import { t } from '../texts/text';
import { dealOf } from './create-actions';
import { createForm, type Form } from './form';
import { freshId } from './new-id';
import type { Panel } from './panel';
import { undoHere } from './renew';
import { show } from './submit-form';

const QUALIFIED = 'Qualified';

/** A lead that becomes a deal is qualified; one that is further already stays there. */
function statusAfter(statuses: readonly string[], now: string): string {
  return statuses.indexOf(QUALIFIED) > statuses.indexOf(now) ? QUALIFIED : now;
}

export function openConversion(panel: Panel, lead: Lead): void {
  const settings = panel.session.settings.value;
  const owner = lead.owner || panel.me.value;
  const { pipeline, stage, currency } = blankOpportunity('', settings, 0);
  const title = nameOfLead(lead);
  const status = statusAfter(settings.leadStatuses, lead.status);
  panel.form.value = createForm(
    'opportunity',
    { title, value: '', currency, expectedClose: '', owner, status },
    {
      lead: { id: lead.id, name: title, isNew: false },
      stage: { pipeline, stage },
      conversion: { activityId: freshId('activity') },
    },
  );
  panel.screens.go({ name: 'newDeal' });
}

/** Makes the deal, moves the lead on and notes it, in one call; the same ids again make nothing twice. */
export async function convertLead(panel: Panel, form: Form): Promise<void> {
  const made = dealOf(panel, form);
  const lead = form.lead.value;
  if (!made || !lead || !form.conversion) return;
  const { activityId } = form.conversion;
  const status = form.texts.value['status'] ?? '';
  const found = panel.leads.shown(lead.id).value.found;
  const seen = { status: found?.odd['status'] ?? found?.record.status ?? '' };
  const opportunity = { id: form.id, fields: made.fields };
  let action = '';
  const converted = await show(panel, form, () => {
    const sent = panel.client.call('convertLead', { id: lead.id, status, seen, opportunity, activityId });
    return Promise.all([
      panel.deals.create(made.deal, () => sent.then((answer) => answer.opportunity)),
      panel.leads.write(
        lead.id,
        (record) => ({ ...record, status }),
        () => sent.then((answer) => answer.lead),
      ),
      sent.then((answer) => {
        action = answer.action;
      }),
    ]);
  });
  if (!converted) return;
  const undo = () => {
    panel.screens.drop(new Set([form.id]));
    undoHere(panel, action);
  };
  panel.toasts.say(t('convert.done', { name: lead.name }), { label: t('toast.undo'), act: undo });
}
