import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Editor, FieldInput } from '../components/field-input';
import { Labelled } from '../components/labelled';
import { labelOf } from '../data/field-label';
import type { Form } from '../data/form';
import { type FieldName, idPart, type ShownField } from '../data/shown-field';
import { choicesFor } from './choices';
import { usePanel } from './panel-context';

type Props = {
  readonly form: Form;
  readonly name: FieldName;
  readonly field: ShownField;
  /** Where the name of the field does not tell enough. */
  readonly label?: string;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
};

/** A labelled input of a form. */
export function FormField({ form, name, field, label = labelOf(name), required = false, autoFocus = false }: Props) {
  const { session } = usePanel();
  const element = useRef<Editor | null>(null);
  const text = form.texts.value[name] ?? '';
  const id = `form-${idPart(name)}`;
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
    <Labelled id={id} label={isPercent ? `${label} (%)` : label} required={required}>
      <FieldInput
        id={id}
        kind={field.kind}
        text={text}
        error={form.errors.value[name] ?? ''}
        choices={choicesFor(session.settings.value, field, text)}
        required={required}
        onMeet={(met) => {
          element.current = met;
        }}
        onText={type}
      />
    </Labelled>
  );
}
