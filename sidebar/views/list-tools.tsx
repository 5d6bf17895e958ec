import { useRef, useState } from 'preact/hooks';
import { BETWEEN } from '../../src/domain/lines';
import { FilterChip } from '../components/chip';
import { Select } from '../components/select';
import type { Formats } from '../data/formats';
import type { ListPlace, ListState } from '../data/home-state';
import type { Sort } from '../data/lists';
import type { Filter } from '../data/shown-lists';
import { t } from '../texts/text';
import { usePanel } from './panel-context';
import { ViewMenu, ViewsButton } from './view-menu';

type Props = {
  readonly label: string;
  readonly state: ListState;
  readonly filters: readonly Filter[];
  /** The counts are of all records. */
  readonly counted: boolean;
  readonly sorts: readonly Sort[];
};

/** Above a list: what it is chosen by, and below that what is shown of it. */
export function ListTools({ label, state, filters, counted, sorts }: Props) {
  const { session } = usePanel();
  const row = useRef<HTMLFieldSetElement>(null);
  const formats = session.formats.value;
  const choose = (key: string) => {
    state.filter.value = key;
    state.scroll.value = 0;
  };
  return (
    <>
      <ListHead list={state} sorts={sorts} />
      <fieldset
        ref={row}
        aria-label={label}
        class="no-scrollbar flex min-h-9.5 min-w-0 shrink-0 gap-1 overflow-x-auto border-b border-line px-3 py-1.5"
        // A mouse wheel turns only up and down; the chips lie side by side.
        onWheel={(event) => {
          if (row.current && event.deltaX === 0) row.current.scrollLeft += event.deltaY;
        }}
      >
        {/* Not before the counts are known: they would move each other. */}
        {counted &&
          filters.map((filter) => {
            const text = filter.key || t('list.all');
            return (
              <FilterChip
                key={filter.key}
                text={text}
                count={inShort(filter, formats)}
                title={`${text}: ${inFull(filter, formats)}`}
                chosen={filter.key === state.filter.value}
                onClick={() => choose(filter.key)}
              />
            );
          })}
      </fieldset>
    </>
  );
}

/** More currencies than these do not fit on a chip. */
const SHOWN_SUMS = 2;

const inShort = ({ count, sums }: Filter, { number, moneyInShort }: Formats): string =>
  [
    number(count),
    ...[...sums].slice(0, SHOWN_SUMS).map(([currency, sum]) => moneyInShort(sum, currency)),
    ...(sums.size > SHOWN_SUMS ? ['…'] : []),
  ].join(BETWEEN);

const inFull = ({ count, sums }: Filter, { number, money }: Formats): string =>
  // Sums of binary fractions end in dust.
  [number(count), ...[...sums].map(([currency, sum]) => money(Math.round(sum * 1e4) / 1e4, currency))].join(BETWEEN);

/** Everybody's records, or the user's own. */
export function WhoseSwitch({ onChoose }: { onChoose?: () => void }) {
  const { mine } = usePanel().home;
  return (
    <fieldset aria-label={t('list.whose')} class="flex shrink-0 rounded-md border border-edge">
      {([false, true] as const).map((isMine) => (
        <button
          key={isMine}
          type="button"
          class={`h-5.5 rounded-sm px-2 text-sm ${mine.value === isMine ? 'bg-ink text-paper' : 'hover:bg-wash'}`}
          aria-pressed={mine.value === isMine}
          onClick={() => {
            mine.value = isMine;
            onChoose?.();
          }}
        >
          {t(isMine ? 'list.mine' : 'list.everyone')}
        </button>
      ))}
    </fieldset>
  );
}

type HeadProps = { readonly list: ListPlace; readonly sorts: readonly Sort[]; readonly onWhose?: () => void };

/** Whose records, in which order, saved views. */
export function ListHead({ list: { sort, scroll }, sorts, onWhose }: HeadProps) {
  const [isOpen, setOpen] = useState(false);
  const toTop = () => {
    scroll.value = 0;
  };
  return (
    <>
      <div class="flex items-center gap-1.5 px-3 pt-1.5">
        <WhoseSwitch
          onChoose={() => {
            toTop();
            onWhose?.();
          }}
        />
        <Select
          class="h-6 min-w-0 shrink text-sm"
          label={t('sort.label')}
          choices={sorts.map((one) => ({ value: one, text: t(`sort.${one}`) }))}
          value={sort.value}
          onChoose={(chosen) => {
            sort.value = sorts.find((one) => one === chosen) ?? 'newest';
            toTop();
          }}
        />
        <ViewsButton isOpen={isOpen} onClick={() => setOpen(!isOpen)} />
      </div>
      {isOpen && <ViewMenu onClose={() => setOpen(false)} />}
    </>
  );
}
