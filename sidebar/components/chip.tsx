import type { StageKind } from '../../src/domain/settings';
import { Toggle } from './toggle';

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
  readonly count: string;
  readonly chosen: boolean;
  readonly onClick: () => void;
};

export const FilterChip = ({ text, count, chosen, onClick }: FilterChipProps) => (
  <Toggle pressed={chosen} onClick={onClick}>
    {text} <span class={chosen ? '' : 'text-soft'}>{count}</span>
  </Toggle>
);
