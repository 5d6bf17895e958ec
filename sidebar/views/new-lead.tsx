import { useEffect } from 'preact/hooks';
import { leadFields } from '../../src/domain/fields';
import { foldNames } from '../data/alike';
import { createLead } from '../data/create-actions';
import { t } from '../texts/text';
import { DuplicateNote } from './duplicate-note';
import { FormField } from './form-field';
import { FormFrame } from './form-frame';
import { MoreFields, namesOfMore } from './more-fields';
import { usePanel } from './panel-context';
import { NEW_LEAD, NEW_LEAD_MORE } from './shown-fields';

export function NewLead() {
  const panel = usePanel();
  const form = panel.form.value;
  useEffect(() => {
    setTimeout(() => foldNames(panel.leadLines.lines.value));
  }, [panel]);
  if (!form) return null;
  return (
    <FormFrame
      form={form}
      title={t('newLead.title')}
      submitText={t('newLead.submit')}
      onSubmit={() => createLead(panel, form)}
      moreNames={namesOfMore(panel, 'lead', NEW_LEAD_MORE)}
      more={<MoreFields form={form} names={NEW_LEAD_MORE} />}
    >
      <div>
        <FormField form={form} name="company" field={leadFields.company} required autoFocus />
        <DuplicateNote form={form} way="company" />
      </div>
      {NEW_LEAD.map((name) => (
        <div key={name}>
          <FormField form={form} name={name} field={leadFields[name]} />
          {(name === 'email' || name === 'phone') && <DuplicateNote form={form} way={name} />}
        </div>
      ))}
    </FormFrame>
  );
}
