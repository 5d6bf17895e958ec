import type { ComponentChildren } from 'preact';

type LabelledProps = {
  /** Of the control. */
  readonly id: string;
  readonly label: ComponentChildren;
  readonly required?: boolean;
  readonly children: ComponentChildren;
};

/** A control of a form below its name. */
export const Labelled = ({ id, label, required, children }: LabelledProps) => (
  <div>
    <label for={id} class="block pb-0.5 text-sm text-soft">
      {label}
      {required && <span aria-hidden="true"> *</span>}
    </label>
    {children}
  </div>
);

/** What is wrong with the control of this id, for its `describedBy`. */
export const FieldError = ({ id, text }: { id: string; text: string }) =>
  text === '' ? null : (
    <p id={`${id}-error`} role="alert" class="pt-0.5 text-sm font-normal text-lost">
      {text}
    </p>
  );

/** What tells assistive technology that a control is wrong, and where it is said why. */
export const wrongWith = (id: string, error: string) => ({
  'aria-invalid': error !== '',
  'aria-describedby': error ? `${id}-error` : undefined,
});
