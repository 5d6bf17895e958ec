import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Field } from '../../src/domain/fields';
import { type Editor, FieldInput } from '../components/field-input';
import type { Form } from '../data/form';
import { t } from '../texts/text';
import { choicesFor } from './choices';
import type { FieldName } from './field-row';
import { usePanel } from './panel-context';

type Props = {
  readonly form: Form;
  readonly name: FieldName;
  readonly field: Field;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
};

/** A labelled input of a form. */
export function FormField({ form, name, field, required = false, autoFocus = false }: Props) {
  const { session } = usePanel();
  const element = useRef<Editor | null>(null);
  const text = form.texts.value[name] ?? '';
  const id = `form-${name}`;
  const isPercent = field.kind === 'percent';

  useLayoutEffect(() => {
    // Without the focus in the panel the keys belong to the grid.
    if (autoFocus && document.hasFocus()) element.current?.focus();
  }, [autoFocus]);

  const type = (typed: string) => {
    const { [name]: _, ...otherErrors } = form.errors.value;
    form.texts.value = { ...form.texts.value, [name]: typed };
    form.errors.value = otherErrors;
  };
  return (
    <div>
      <label for={id} class="block pb-0.5 text-sm text-soft">
        {t(`field.${name}`)}
        {isPercent && ' (%)'}
        {required && <span aria-hidden="true"> *</span>}
      </label>
      <FieldInput
        id={id}
        kind={field.kind}
        text={text}
        error={form.errors.value[name] ?? ''}
        choices={field.list ? choicesFor(session.settings.value, field.list, text) : null}
        required={required}
        onMeet={(met) => {
          element.current = met;
        }}
        onText={type}
      />
    </div>
  );
}
