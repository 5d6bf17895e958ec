import type { LeadChanges } from '../../src/contract/contract';
import { blankLead, blankOpportunity } from '../../src/domain/blank';
import { CrmError } from '../../src/domain/errors';
import { type Field, leadFields, opportunityFields } from '../../src/domain/fields';
import { checkLead } from '../../src/domain/lead';
import { checkOpportunity, moveOpportunity } from '../../src/domain/opportunity';
import { findStage, ownName } from '../../src/domain/settings';
import { t } from '../texts/text';
import { asCallError } from './call-error';
import { createForm, type Form, type LeadChoice } from './form';
import type { Panel } from './panel';
import { readTyped } from './typed';

export function openLeadForm(panel: Panel, company = ''): void {
  const settings = panel.session.settings.value;
  const owner = ownName(settings, panel.session.start.value?.user ?? '');
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
  const owner = ownName(settings, panel.session.start.value?.user ?? '');
  const { pipeline, stage } = blankOpportunity('', settings, 0);
  panel.form.value = createForm(
    'opportunity',
    { title: '', value: '', currency: settings.preferences.currency, expectedClose: '', owner },
    { lead, stage: { pipeline, stage } },
  );
  panel.screens.go({ name: 'newDeal' });
}

/** The typed fields as values, with the errors of those that cannot be read. */
function readForm(panel: Panel, form: Form) {
  const fields: Readonly<Record<string, Field>> = form.kind === 'lead' ? leadFields : opportunityFields;
  const values: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const [name, text] of Object.entries(form.texts.value)) {
    const field = fields[name];
    if (!field || text.trim() === '') continue;
    const typed = readTyped(name, field, text, panel.session.formats.value);
    if (typed.ok) values[name] = typed.value;
    else errors[name] = typed.error;
  }
  return { values, errors };
}

function refuse(form: Form, error: { readonly field: string | null; readonly message: string }): void {
  if (error.field && error.field in form.texts.value) form.errors.value = { [error.field]: error.message };
  else form.problem.value = error.message;
}

/** The record that `check` lets pass; null, with everything that is wrong shown, where there is anything. */
function checked<R>(form: Form, errors: Readonly<Record<string, string>>, check: () => R): R | null {
  form.problem.value = '';
  form.errors.value = errors;
  try {
    const record = check();
    return Object.keys(errors).length > 0 ? null : record;
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    refuse(form, error);
    form.errors.value = { ...form.errors.value, ...errors };
    return null;
  }
}

/** Shows the new record at once; if it cannot be written, the form comes back as it was typed. */
async function show(panel: Panel, form: Form, created: () => Promise<unknown>): Promise<void> {
  const record = { name: form.kind, id: form.id } as const;
  const screen = { name: form.kind === 'lead' ? 'newLead' : 'newDeal' } as const;
  const written = created();
  panel.screens.noteUnsaved('form', false);
  panel.screens.replace(record);
  try {
    await written;
    if (panel.form.value === form) panel.form.value = null;
    panel.toasts.say(t(form.kind === 'lead' ? 'toast.leadAdded' : 'toast.dealAdded'));
  } catch (thrown) {
    const error = asCallError(thrown);
    refuse(form, error);
    const reopen = () => {
      panel.form.value = form;
      panel.screens.replace(screen);
    };
    if (panel.screens.shows(record)) reopen();
    else panel.toasts.complain(error.message, { label: t('toast.openForm'), act: reopen });
  }
}

export function createLead(panel: Panel, form: Form): void {
  const { values: fields, errors } = readForm(panel, form);
  const blank = blankLead(form.id, panel.session.settings.value, Date.now());
  const lead = checked(form, errors, () => checkLead({ ...blank, ...fields }));
  if (!lead) return;
  show(panel, form, () =>
    panel.leads.create(lead, () => panel.client.call('createLead', { id: form.id, fields: fields as LeadChanges })),
  );
}

export function createDeal(panel: Panel, form: Form): void {
  const { values: fields, errors } = readForm(panel, form);
  const settings = panel.session.settings.value;
  const choice = form.lead.value;
  if (!choice && form.leadText.value.trim() !== '') errors['lead'] = t('newDeal.chooseLead');
  const blank = blankOpportunity(form.id, settings, Date.now());
  const typed = { ...fields, ...(choice && { leadId: choice.id }) };
  const first = checked(form, errors, () => checkOpportunity({ ...blank, ...typed, lead: choice?.name ?? '' }));
  if (!first) return;
  const to = form.stage.value;
  const stage = findStage(settings.stages, to.pipeline, to.stage);
  const deal = stage ? moveOpportunity(first, stage, Date.now()) : first;
  const sentFields = { ...typed, ...form.stage.value };
  show(panel, form, () => {
    const sent = panel.client.together((call) => ({
      lead: choice?.isNew ? call('createLead', { id: choice.id, fields: { company: choice.name } }) : null,
      deal: call('createOpportunity', { id: form.id, fields: sentFields }),
    }));
    const { lead } = sent;
    const made = [
      panel.deals.create(deal, () => sent.deal),
      ...(lead && choice
        ? [panel.leads.create({ ...blankLead(choice.id, settings, Date.now()), company: choice.name }, () => lead)]
        : []),
    ];
    // The lead's failure is settled first: the deal's is only its consequence.
    return Promise.all([lead, ...made]);
  });
}
