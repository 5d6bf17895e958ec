import type { ShownField } from '../data/shown-field';
import { FieldError, wrongWith } from './labelled';
import { type Choice, Options } from './select';

export type Editor = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

type Props = {
  readonly id: string;
  readonly kind: ShownField['kind'];
  readonly text: string;
  readonly error: string;
  /** Given: one of these is chosen instead of typed. */
  readonly choices: readonly Choice[] | null;
  /** Where no visible label stands beside it. */
  readonly label?: string | undefined;
  readonly required?: boolean;
  readonly onMeet?: (element: Editor | null) => void;
  readonly onText: (text: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly onBlur?: () => void;
};

const NUMBERS: readonly ShownField['kind'][] = ['money', 'number', 'percent'];

/** The control for a field of one kind, with what is wrong with it below. */
export function FieldInput(props: Props) {
  const { id, kind, text, error, choices, label, required = false, onMeet, onText, onKeyDown, onBlur } = props;
  const shared = {
    id,
    ref: (element: Editor | null) => onMeet?.(element),
    // Names and notes may be written from right to left.
    dir: 'auto' as const,
    'aria-label': label,
    ...wrongWith(id, error),
    'aria-required': required,
    class: `control w-full ${kind === 'longText' ? 'py-1' : 'h-7'}`,
    value: text,
    onInput: (event: { currentTarget: Editor }) => onText(event.currentTarget.value),
    ...(onKeyDown && { onKeyDown }),
    ...(onBlur && { onBlur }),
  };
  return (
    <>
      {choices ? (
        <select {...shared}>
          <Options choices={choices} />
        </select>
      ) : kind === 'longText' ? (
        <textarea {...shared} rows={5} />
      ) : kind === 'day' ? (
        <input {...shared} type="date" />
      ) : kind === 'instant' ? (
        <input {...shared} type="datetime-local" step={1} />
      ) : kind === 'checkbox' ? (
        <input
          {...shared}
          type="checkbox"
          class="block size-4 accent-ink"
          checked={text === 'true'}
          onInput={(event) => onText(String(event.currentTarget.checked))}
        />
      ) : (
        <input {...shared} type="text" inputMode={NUMBERS.includes(kind) ? 'decimal' : 'text'} autocomplete="off" />
      )}
      <FieldError id={id} text={error} />
    </>
  );
}
