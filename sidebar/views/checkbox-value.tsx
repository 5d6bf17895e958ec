type Props = {
  readonly label: string;
  readonly checked: boolean;
  /** What stands in the cell instead of a truth value. */
  readonly odd: string;
  readonly readOnly: boolean;
  readonly onChange: (checked: boolean) => void;
};

/** One click changes it: there is nothing to type. */
export const CheckboxValue = ({ label, checked, odd, readOnly, onChange }: Props) => (
  <span class="flex min-w-0 flex-1 gap-1.5 px-1.5 py-1">
    <input
      type="checkbox"
      class="mt-0.5 size-4 shrink-0 accent-ink"
      aria-label={label}
      checked={checked}
      disabled={readOnly}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    {odd}
  </span>
);
