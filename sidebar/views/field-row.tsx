import { useEffect, useRef, useState } from 'preact/hooks';
import { labelOf } from '../data/field-label';
import { changeField, type Kind, problemOf } from '../data/record-actions';
import type { Shown } from '../data/records';
import { type FieldName, idPart, type ShownField } from '../data/shown-field';
import { fits, readTyped, sameValue, shownText, typedText } from '../data/typed';
import { CheckboxValue } from './checkbox-value';
import { FieldEditor } from './field-editor';
import { FieldMarks } from './field-marks';
import { FieldTrouble } from './field-trouble';
import { FieldValue } from './field-value';
import { usePanel, useUnsaved } from './panel-context';

type Props = {
  readonly kind: Kind;
  readonly id: string;
  readonly name: FieldName;
  readonly field: ShownField;
  readonly shown: Shown<Readonly<Partial<Record<FieldName, unknown>>>>;
  /** The title of a record stands alone and large. */
  readonly look?: 'row' | 'title';
};

type Editing = { readonly text: string; readonly seen: unknown; readonly error: string };

/** A field that is read until it is clicked, then edited in place and saved on Enter or when it is left. */
export function FieldRow({ kind, id, name, field: fieldOfName, shown, look = 'row' }: Props) {
  const panel = usePanel();
  const formats = panel.session.formats.value;
  const [editing, setEditing] = useState<Editing | null>(null);
  const valueButton = useRef<HTMLButtonElement>(null);
  const focusValue = useRef(false);
  const record = shown.found?.record;
  const value = record?.[name];
  const cell = shown.found?.odd[name] ?? value;
  const canEdit = panel.session.canEdit.value;
  const isFormula = shown.found?.formulas.includes(name) ?? false;
  const label = labelOf(name);
  const field = editedAs(fieldOfName, cell);
  const odd = shown.found?.odd[name] ?? (fits(field, value) ? undefined : String(value));
  const currency = String(record?.currency ?? '');
  const text = odd ?? shownText(field, value, formats, currency, panel.session.today.value);

  useUnsaved(`${id} ${name}`, editing !== null && editing.text !== typedText(field, editing.seen, formats));
  useEffect(() => {
    if (editing || !focusValue.current) return;
    focusValue.current = false;
    valueButton.current?.focus();
  }, [editing]);

  const edit = () => {
    setEditing({ text: odd ?? typedText(field, value, formats), seen: cell, error: '' });
  };
  const cancel = () => {
    focusValue.current = true;
    setEditing(null);
  };
  const save = (typed: string, thenFocus: boolean, untouched: boolean): boolean => {
    if (!editing) return true;
    const read = readTyped(name, field, typed, formats);
    const unchanged = untouched || typed === odd || (read.ok && sameValue(read.value, editing.seen));
    const error = unchanged
      ? ''
      : read.ok
        ? problemOf(panel, kind, { id, field: name, ...read, seen: null })
        : read.error;
    if (error) {
      setEditing({ ...editing, text: typed, error });
      return false;
    }
    focusValue.current = thenFocus;
    setEditing(null);
    if (read.ok && !unchanged) changeField(panel, kind, { id, field: name, value: read.value, seen: editing.seen });
    return true;
  };

  const inputId = `${id}-${idPart(name)}`;
  return (
    <div class={look === 'title' ? '-mx-1.5 text-lg font-semibold' : 'flex min-h-7 flex-wrap gap-x-2'}>
      {look === 'row' &&
        (editing ? (
          <label for={inputId} class="w-21 shrink-0 pt-1 text-soft">
            {label}
          </label>
        ) : (
          <span class="w-21 shrink-0 pt-1 text-soft">{label}</span>
        ))}
      <div class="min-w-0 flex-1">
        {editing ? (
          <FieldEditor
            id={inputId}
            label={label}
            field={field}
            text={editing.text}
            error={editing.error}
            onInput={(typed) => setEditing({ ...editing, text: typed, error: '' })}
            onSave={save}
            onCancel={cancel}
          />
        ) : (
          <div class="flex items-start">
            {field.kind === 'checkbox' ? (
              <CheckboxValue
                label={label}
                checked={value === true}
                odd={odd ?? ''}
                readOnly={isFormula || !canEdit}
                onChange={(checked) => changeField(panel, kind, { id, field: name, value: checked, seen: cell })}
              />
            ) : (
              <FieldValue
                label={label}
                field={field}
                text={text}
                readOnly={isFormula || !canEdit}
                // A row has its label beside it, a title stands alone.
                blank={look === 'title' ? label : '–'}
                innerRef={valueButton}
                onEdit={edit}
              />
            )}
            <FieldMarks name={name} text={text} isFormula={isFormula} isOdd={odd !== undefined} />
          </div>
        )}
      </div>
      <FieldTrouble
        kind={kind}
        id={id}
        field={field}
        name={name}
        now={text}
        currency={currency}
        trouble={shown.troubles.get(name) ?? null}
      />
    </div>
  );
}

/** The field whose input can hold what stands in the cell. */
function editedAs(field: ShownField, value: unknown): ShownField {
  // A column of days may hold a moment as well.
  if (field.kind === 'day' && typeof value === 'number') return { kind: 'instant' };
  const isOneLine = (field.kind === 'text' || field.kind === 'general') && !field.list && !field.options;
  // An input of one line would take the line breaks out of a text, and out of the cell.
  return isOneLine && /\n/.test(String(value)) ? { kind: 'longText' } : field;
}
