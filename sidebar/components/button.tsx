import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';

const SHAPE = 'inline-flex items-center justify-center gap-1 rounded-md font-medium disabled:opacity-50 ';

const LOOK = {
  primary: 'min-h-7 px-3 bg-ink text-paper border border-ink hover:opacity-90',
  plain: 'min-h-7 px-2.5 bg-card border border-edge hover:bg-wash',
  quiet: 'min-h-6 px-1.5 text-link hover:bg-wash',
} as const;

type ButtonProps = {
  readonly onClick?: () => void;
  readonly look?: keyof typeof LOOK;
  readonly icon?: IconName;
  readonly disabled?: boolean;
  readonly submit?: boolean;
  /** Said instead of the visible text, which it must contain. */
  readonly label?: string;
  /** Of a button that opens something below it. */
  readonly expanded?: boolean;
  readonly children: ComponentChildren;
};

export const Button = ({
  onClick,
  look = 'plain',
  icon,
  disabled = false,
  submit,
  label,
  expanded,
  children,
}: ButtonProps) => (
  <button
    type={submit ? 'submit' : 'button'}
    class={SHAPE + LOOK[look]}
    disabled={disabled}
    aria-label={label}
    aria-expanded={expanded}
    onClick={onClick}
  >
    {icon && <Icon name={icon} />}
    {children}
  </button>
);

type IconButtonProps = {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly pressed?: boolean;
  readonly spinning?: boolean;
};

export const IconButton = ({ icon, label, onClick, pressed, spinning }: IconButtonProps) => (
  <button
    type="button"
    class={`inline-flex size-7 shrink-0 items-center justify-center rounded-md hover:bg-wash ${
      pressed ? 'bg-wash text-link' : 'text-soft hover:text-ink'
    }`}
    aria-label={label}
    aria-pressed={pressed}
    title={label}
    onClick={onClick}
  >
    <span class={spinning ? 'motion-safe:animate-spin' : ''}>
      <Icon name={icon} />
    </span>
  </button>
);
