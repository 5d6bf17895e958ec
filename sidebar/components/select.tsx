export type Choice = { readonly value: string; readonly text: string };

/** Values that are their own names. */
export const named = (values: readonly string[]): readonly Choice[] => values.map((value) => ({ value, text: value }));

type Props = {
  readonly choices: readonly Choice[];
  readonly value: string;
  /** Where no visible label names it. */
  readonly label?: string;
  readonly id?: string;
  /** Its size. */
  readonly class?: string;
  readonly onChoose: (value: string) => void;
};

/** One of a few known values. */
export const Select = ({ choices, value, label, id, class: size = 'h-7 w-full', onChoose }: Props) => (
  <select
    id={id}
    class={`control ${size}`}
    aria-label={label}
    value={value}
    onChange={(event) => onChoose(event.currentTarget.value)}
  >
    <Options choices={choices} />
  </select>
);

export const Options = ({ choices }: { choices: readonly Choice[] }) => (
  <>
    {choices.map(({ value, text }) => (
      <option key={value} value={value}>
        {text}
      </option>
    ))}
  </>
);
