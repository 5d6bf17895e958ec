import type { ShownField } from '../data/shown-field';

export type Editor = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export type Choice = { readonly value: string; readonly text: string };

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
    'aria-invalid': error !== '',
    'aria-describedby': error ? `${id}-error` : undefined,
    'aria-required': required,
    class: `w-full rounded-md border bg-card px-1.5 ${error ? 'border-lost' : 'border-edge'} ${
      kind === 'longText' ? 'py-1' : 'h-7'
    }`,
    value: text,
    onInput: (event: { currentTarget: Editor }) => onText(event.currentTarget.value),
    ...(onKeyDown && { onKeyDown }),
    ...(onBlur && { onBlur }),
  };
  return (
    <>
      {choices ? (
        <select {...shared}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.text}
            </option>
          ))}
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
      {error && (
        <p id={`${id}-error`} role="alert" class="pt-0.5 text-sm font-normal text-lost">
          {error}
        </p>
      )}
    </>
  );
}
