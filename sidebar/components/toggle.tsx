import type { ComponentChildren } from 'preact';
import type { StageKind } from '../../src/domain/settings';

/** Lines up with others of its kind: shares the width, keeps its own, or is one of many. */
const LOOK = {
  wide: 'min-h-7 flex-auto rounded-md px-1',
  tile: 'min-h-6 rounded-md px-2',
  pill: 'min-h-6 shrink-0 rounded-full px-2',
} as const;

const PRESSED = {
  open: 'border-ink bg-ink text-paper',
  won: 'border-won bg-won-wash text-won font-semibold',
  lost: 'border-lost bg-lost-wash text-lost font-semibold',
} as const;

type Props = {
  /** Left out where a click does something and nothing stays chosen. */
  readonly pressed?: boolean;
  readonly look?: keyof typeof LOOK;
  readonly tone?: StageKind;
  readonly disabled?: boolean;
  readonly title?: string | undefined;
  readonly onClick?: (() => void) | undefined;
  readonly children: ComponentChildren;
};

/** One of several things to choose from that are all in sight. */
export const Toggle = ({ pressed, look = 'pill', tone = 'open', disabled, title, onClick, children }: Props) => (
  <button
    type="button"
    class={`max-w-full border text-sm disabled:opacity-50 ${LOOK[look]} ${
      pressed ? PRESSED[tone] : 'border-edge bg-card hover:bg-wash'
    }`}
    aria-pressed={pressed}
    disabled={disabled}
    title={title}
    onClick={onClick}
  >
    {children}
  </button>
);
