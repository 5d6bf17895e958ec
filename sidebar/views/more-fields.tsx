import type { Form } from '../data/form';
import type { Panel } from '../data/panel';
import type { Kind } from '../data/record-actions';
import { type FieldName, fieldOf } from '../data/shown-field';
import { FormField } from './form-field';
import { usePanel } from './panel-context';

/** All that a form does not ask first, the columns that people added with it. */
export const namesOfMore = ({ session }: Panel, kind: Kind, names: readonly FieldName[]): readonly FieldName[] => [
  ...names,
  ...session.ownFields.value[kind].map(({ name }) => name),
];

export function MoreFields({ form, names }: { form: Form; names: readonly FieldName[] }) {
  const panel = usePanel();
  return (
    <>
      {namesOfMore(panel, form.kind, names).map((name) => {
        const field = fieldOf(panel.session, form.kind, name);
        return field && <FormField key={name} form={form} name={name} field={field} />;
      })}
    </>
  );
}
