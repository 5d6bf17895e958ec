import { leadFields, opportunityFields } from '../../src/domain/fields';
import { nameOfLead } from '../../src/domain/lead';
import { Labelled } from '../components/labelled';
import { LeadPicker } from '../components/lead-picker';
import { convertLead } from '../data/convert-actions';
import { createDeal } from '../data/create-actions';
import type { Form, LeadChoice } from '../data/form';
import { isComing } from '../data/lines';
import { freshId } from '../data/new-id';
import { t } from '../texts/text';
import { FormField } from './form-field';
import { FormFrame } from './form-frame';
import { MoreFields, namesOfMore } from './more-fields';
import { usePanel } from './panel-context';
import { NEW_DEAL_MORE } from './shown-fields';
import { StageField } from './stage-field';

export function NewDeal() {
  const panel = usePanel();
  const form = panel.form.value;
  if (!form) return null;
  const isConversion = form.conversion !== null;
  return (
    <FormFrame
      form={form}
      title={t(isConversion ? 'convert.title' : 'newDeal.title')}
      submitText={t(isConversion ? 'convert.submit' : 'newDeal.submit')}
      onSubmit={() => (isConversion ? convertLead : createDeal)(panel, form)}
      moreNames={namesOfMore(panel, 'opportunity', NEW_DEAL_MORE)}
      more={<MoreFields form={form} names={NEW_DEAL_MORE} />}
    >
      <FormField form={form} name="title" field={opportunityFields.title} required autoFocus />
      {!isConversion && <LeadChoiceField form={form} />}
      <div class="grid grid-cols-[1fr_5rem] gap-2">
        <FormField form={form} name="value" field={opportunityFields.value} />
        <FormField form={form} name="currency" field={opportunityFields.currency} />
      </div>
      <StageField form={form} />
      <FormField form={form} name="expectedClose" field={opportunityFields.expectedClose} />
      <FormField form={form} name="owner" field={opportunityFields.owner} />
      {isConversion && (
        <FormField
          form={form}
          name="status"
          label={t('convert.status', { name: form.leadText.value })}
          field={leadFields.status}
        />
      )}
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
    <Labelled id="form-lead" label={t('field.lead')}>
      <LeadPicker
        id="form-lead"
        leads={leadLines.lines.value}
        isLoading={isComing(leadLines.state.value)}
        text={form.leadText.value}
        error={form.errors.value['lead'] ?? ''}
        onText={(text) => take(null, text)}
        onChoose={(lead) => take({ id: lead.id, name: nameOfLead(lead), isNew: false }, nameOfLead(lead))}
        onCreate={(name) => take({ id: freshId('lead'), name, isNew: true }, name)}
      />
      {choice?.isNew && <p class="text-sm text-soft">{t('newDeal.newLead')}</p>}
    </Labelled>
  );
}
