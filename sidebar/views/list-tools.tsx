import type { Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { FilterChip } from '../components/chip';
import { Select } from '../components/select';
import type { ListState } from '../data/home-state';
import type { Sort } from '../data/lists';
import { t } from '../texts/text';
import { usePanel } from './panel-context';

export type Filter = { readonly key: string; readonly text: string; readonly count: number };

type Props = {
  readonly label: string;
  readonly state: ListState;
  readonly filters: readonly Filter[];
  /** The counts are of all records. */
  readonly counted: boolean;
  readonly sorts: readonly Sort[];
};

/** The row above a list: how it is sorted and what is shown of it. */
export function ListTools({ label, state, filters, counted, sorts }: Props) {
  const { session } = usePanel();
  const row = useRef<HTMLFieldSetElement>(null);
  const choose = (key: string) => {
    state.filter.value = key;
    state.scroll.value = 0;
  };
  return (
    <div class="flex items-center gap-1.5 border-b border-line py-1.5 pl-3">
      <SortSelect sort={state.sort} scroll={state.scroll} sorts={sorts} />
      <fieldset
        ref={row}
        aria-label={label}
        class="no-scrollbar flex min-h-6.5 min-w-0 flex-1 gap-1 overflow-x-auto py-px pr-3"
        // A mouse wheel turns only up and down; the chips lie side by side.
        onWheel={(event) => {
          if (row.current && event.deltaX === 0) row.current.scrollLeft += event.deltaY;
        }}
      >
        {/* Not before the counts are known: they would move each other. */}
        {counted &&
          filters.map(({ key, text, count }) => (
            <FilterChip
              key={key}
              text={text}
              count={session.formats.value.number(count)}
              chosen={key === state.filter.value}
              onClick={() => choose(key)}
            />
          ))}
      </fieldset>
    </div>
  );
}

type SortProps = { readonly sort: Signal<Sort>; readonly scroll: Signal<number>; readonly sorts: readonly Sort[] };

const SortSelect = ({ sort, scroll, sorts }: SortProps) => (
  <Select
    class="h-6 shrink-0 text-sm"
    label={t('sort.label')}
    choices={sorts.map((one) => ({ value: one, text: t(`sort.${one}`) }))}
    value={sort.value}
    onChoose={(chosen) => {
      sort.value = sorts.find((one) => one === chosen) ?? 'newest';
      scroll.value = 0;
    }}
  />
);
