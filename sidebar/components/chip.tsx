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
  readonly count?: string;
  /** All of what `count` says in short. */
  readonly title?: string | undefined;
  readonly chosen: boolean;
  readonly onClick: () => void;
};

export const FilterChip = ({ text, count = '', title, chosen, onClick }: FilterChipProps) => (
  <Toggle pressed={chosen} title={title} onClick={onClick}>
    {text} {count && <span class={chosen ? '' : 'text-soft'}>{count}</span>}
  </Toggle>
);
