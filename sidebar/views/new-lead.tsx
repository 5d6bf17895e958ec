import { leadFields } from '../../src/domain/fields';
import { createLead } from '../data/create-actions';
import { t } from '../texts/text';
import { FormField } from './form-field';
import { FormFrame } from './form-frame';
import { usePanel } from './panel-context';

const FIRST = ['contact', 'email', 'phone', 'status', 'source', 'owner'] as const;
const MORE = ['title', 'industry', 'companySize', 'website', 'linkedIn', 'tags', 'score', 'notes'] as const;

export function NewLead() {
  const panel = usePanel();
  const form = panel.form.value;
  if (!form) return null;
  return (
    <FormFrame
      form={form}
      title={t('newLead.title')}
      submitText={t('newLead.submit')}
      onSubmit={() => createLead(panel, form)}
      moreNames={MORE}
      more={MORE.map((name) => <FormField key={name} form={form} name={name} field={leadFields[name]} />)}
    >
      <FormField form={form} name="company" field={leadFields.company} required autoFocus />
      {FIRST.map((name) => (
        <FormField key={name} form={form} name={name} field={leadFields[name]} />
      ))}
    </FormFrame>
  );
}
