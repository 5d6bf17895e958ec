import type { StageKind } from '../../src/domain/settings';

const TONE = {
  open: 'bg-wash text-ink',
  won: 'bg-won-wash text-won',
  lost: 'bg-lost-wash text-lost',
} as const;

/** A stage or status as a small label. */
export const Chip = ({ text, tone = 'open' }: { text: string; tone?: StageKind }) =>
  text === '' ? null : (
    <span class={`inline-block max-w-28 truncate rounded-sm px-1.5 text-xs ${TONE[tone]}`}>{text}</span>
  );

type FilterChipProps = {
  readonly text: string;
  readonly count?: string;
  readonly chosen: boolean;
  readonly onClick: () => void;
};

export const FilterChip = ({ text, count = '', chosen, onClick }: FilterChipProps) => (
  <button
    type="button"
    class={`inline-flex h-6 shrink-0 items-center gap-1 rounded-full border px-2 text-sm whitespace-nowrap ${
      chosen ? 'border-ink bg-ink text-paper' : 'border-line bg-card hover:bg-wash'
    }`}
    aria-pressed={chosen}
    onClick={onClick}
  >
    {text} {count && <span class={chosen ? '' : 'text-soft'}>{count}</span>}
  </button>
);
