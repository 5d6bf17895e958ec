import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Editor, FieldInput } from '../components/field-input';
import type { ShownField } from '../data/shown-field';
import { t } from '../texts/text';
import { choicesFor } from './choices';
import { usePanel } from './panel-context';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly field: ShownField;
  readonly text: string;
  readonly error: string;
  readonly onInput: (text: string) => void;
  /** False: refused, the editor stays. `untouched`: the input holds what it held at first. `thenFocus`: the keyboard is still here, so the value takes the focus over. */
  readonly onSave: (text: string, thenFocus: boolean, untouched: boolean) => boolean;
  readonly onCancel: () => void;
};

export function FieldEditor({ id, label, field, text, error, onInput, onSave, onCancel }: Props) {
  const { session } = usePanel();
  const editor = useRef<Editor | null>(null);
  // Taking the editor away blurs it, which would save a second time.
  const isDone = useRef(false);
  // Inputs of days show nothing of a text that is none, and inputs of moments no parts of a second.
  const first = useRef('');
  const isLong = field.kind === 'longText';
  const choices = choicesFor(session.settings.value, field, text);

  useLayoutEffect(() => {
    const element = editor.current;
    first.current = element?.value ?? '';
    element?.focus();
    if (element instanceof HTMLTextAreaElement) element.setSelectionRange(element.value.length, element.value.length);
    else if (element instanceof HTMLInputElement && element.type === 'text') element.select();
    else if (element) openPicker(element);
  }, []);

  const save = (thenFocus: boolean) => {
    if (isDone.current || !editor.current) return;
    const { value } = editor.current;
    isDone.current = onSave(value, thenFocus, value === first.current);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      isDone.current = true;
      onCancel();
    } else if (event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save(true);
    }
  };

  return (
    <>
      <FieldInput
        id={id}
        kind={field.kind}
        label={label}
        text={text}
        error={error}
        choices={choices}
        onMeet={(element) => {
          editor.current = element;
        }}
        onText={(typed) => (choices ? save(true) : onInput(typed))}
        onKeyDown={onKeyDown}
        onBlur={() => save(false)}
      />
      {isLong && <p class="text-sm text-soft">{t('field.longTextKeys')}</p>}
      {field.kind === 'tags' && <p class="text-sm text-soft">{t('field.tagsHint')}</p>}
    </>
  );
}

/** Opens a list or calendar with the click that began the editing, where the browser lets it. */
function openPicker(element: Editor): void {
  try {
    if ('showPicker' in element) element.showPicker();
  } catch {
    // Begun by a key: the picker opens by the keys of the browser.
  }
}
