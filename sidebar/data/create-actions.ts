import type { LeadChanges, NewOpportunity } from '../../src/contract/contract';
import { blankLead, blankOpportunity } from '../../src/domain/blank';
import { checkLead } from '../../src/domain/lead';
import { checkOpportunity, moveOpportunity } from '../../src/domain/opportunity';
import type { Opportunity } from '../../src/domain/records';
import { findStage } from '../../src/domain/settings';
import { t } from '../texts/text';
import { createForm, type Form, type LeadChoice } from './form';
import type { Panel } from './panel';
import { checked, readForm, show } from './submit-form';

export function openLeadForm(panel: Panel, company = ''): void {
  const settings = panel.session.settings.value;
  const owner = panel.me.value;
  const form = createForm(
    'lead',
    { company: '', contact: '', email: '', phone: '', status: settings.leadStatuses[0] ?? '', owner },
    { lead: null, stage: { pipeline: '', stage: '' } },
  );
  if (company) form.texts.value = { ...form.texts.value, company };
  panel.form.value = form;
  panel.screens.go({ name: 'newLead' });
}

export function openDealForm(panel: Panel, lead: LeadChoice | null = null): void {
  const settings = panel.session.settings.value;
  const owner = panel.me.value;
  const { pipeline, stage } = blankOpportunity('', settings, 0);
  panel.form.value = createForm(
    'opportunity',
    { title: '', value: '', currency: settings.preferences.currency, expectedClose: '', owner },
    { lead, stage: { pipeline, stage } },
  );
  panel.screens.go({ name: 'newDeal' });
}

export async function createLead(panel: Panel, form: Form): Promise<void> {
  const { values: fields, errors } = readForm(panel, form);
  const blank = blankLead(form.id, panel.session.settings.value, Date.now());
  const lead = checked(form, errors, () => checkLead({ ...blank, ...fields }));
  if (!lead) return;
  const created = await show(panel, form, () =>
    panel.leads.create(lead, () => panel.client.call('createLead', { id: form.id, fields: fields as LeadChanges })),
  );
  if (created) panel.toasts.say(t('toast.leadAdded'));
}

/** The deal of a form as it will stand, with what is sent for it; null where something in the form is wrong. */
export function dealOf(panel: Panel, form: Form): { deal: Opportunity; fields: NewOpportunity } | null {
  const { values, errors } = readForm(panel, form);
  const settings = panel.session.settings.value;
  const choice = form.lead.value;
  if (!choice && form.leadText.value.trim() !== '') errors['lead'] = t('newDeal.chooseLead');
  const blank = blankOpportunity(form.id, settings, Date.now());
  const typed = { ...values, ...(choice && { leadId: choice.id }) };
  const first = checked(form, errors, () => checkOpportunity({ ...blank, ...typed, lead: choice?.name ?? '' }));
  if (!first) return null;
  const to = form.stage.value;
  const stage = findStage(settings.stages, to.pipeline, to.stage);
  return { deal: stage ? moveOpportunity(first, stage, Date.now()) : first, fields: { ...typed, ...to } };
}

export async function createDeal(panel: Panel, form: Form): Promise<void> {
  const made = dealOf(panel, form);
  if (!made) return;
  const choice = form.lead.value;
  const created = await show(panel, form, () => {
    const { call } = panel.client;
    const lead = choice?.isNew ? call('createLead', { id: choice.id, fields: { company: choice.name } }) : null;
    const deal = call('createOpportunity', { id: form.id, fields: made.fields });
    const blank = choice && blankLead(choice.id, panel.session.settings.value, Date.now());
    // The lead's failure is settled first: the deal's is only its consequence.
    return Promise.all([
      lead,
      panel.deals.create(made.deal, () => deal),
      lead && blank && panel.leads.create({ ...blank, company: choice.name }, () => lead),
    ]);
  });
  if (created) panel.toasts.say(t('toast.dealAdded'));
}
