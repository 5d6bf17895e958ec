import { opportunityFields } from '../../src/domain/fields';
import { nameOfLead } from '../../src/domain/lead';
import { LeadPicker } from '../components/lead-picker';
import { createDeal } from '../data/create-actions';
import type { Form, LeadChoice } from '../data/form';
import { freshId } from '../data/new-id';
import { allStages } from '../data/stage-order';
import { t } from '../texts/text';
import { FormField } from './form-field';
import { FormFrame } from './form-frame';
import { usePanel } from './panel-context';
import { NEW_DEAL_MORE } from './shown-fields';

export function NewDeal() {
  const panel = usePanel();
  const form = panel.form.value;
  if (!form) return null;
  return (
    <FormFrame
      form={form}
      title={t('newDeal.title')}
      submitText={t('newDeal.submit')}
      onSubmit={() => createDeal(panel, form)}
      moreNames={NEW_DEAL_MORE}
      more={NEW_DEAL_MORE.map((name) => (
        <FormField key={name} form={form} name={name} field={opportunityFields[name]} />
      ))}
    >
      <FormField form={form} name="title" field={opportunityFields.title} required autoFocus />
      <LeadChoiceField form={form} />
      <div class="grid grid-cols-[1fr_5rem] gap-2">
        <FormField form={form} name="value" field={opportunityFields.value} />
        <FormField form={form} name="currency" field={opportunityFields.currency} />
      </div>
      <StageField form={form} />
      <FormField form={form} name="expectedClose" field={opportunityFields.expectedClose} />
      <FormField form={form} name="owner" field={opportunityFields.owner} />
    </FormFrame>
  );
}

function LeadChoiceField({ form }: { form: Form }) {
  const { leadLines } = usePanel();
  const choice = form.lead.value;
  const take = (lead: LeadChoice | null, text: string) => {
    const { lead: _, ...otherErrors } = form.errors.value;
    form.errors.value = otherErrors;
    form.lead.value = lead;
    form.leadText.value = text;
  };
  return (
    <div>
      <label for="form-lead" class="block pb-0.5 text-sm text-soft">
        {t('field.lead')}
      </label>
      <LeadPicker
        id="form-lead"
        leads={leadLines.lines.value}
        isLoading={leadLines.state.value === 'loading'}
        text={form.leadText.value}
        error={form.errors.value['lead'] ?? ''}
        onText={(text) => take(null, text)}
        onChoose={(lead) => take({ id: lead.id, name: nameOfLead(lead), isNew: false }, nameOfLead(lead))}
        onCreate={(name) => take({ id: freshId('lead'), name, isNew: true }, name)}
      />
      {choice?.isNew && <p class="text-sm text-soft">{t('newDeal.newLead')}</p>}
    </div>
  );
}

function StageField({ form }: { form: Form }) {
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
