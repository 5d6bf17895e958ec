import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { IconButton } from '../components/button';
import { Icon } from '../components/icon';
import { LoadFailed } from '../components/load-failed';
import { Skeleton } from '../components/skeleton';
import { isComing } from '../data/lines';
import { searchDeals, searchLeads } from '../data/search';
import { t } from '../texts/text';
import { usePanel } from './panel-context';
import { ReadFailed } from './read-failed';
import { groupsBefore, groupsFor, newLeadOption, type Option, type RankedLines } from './search-groups';
import { Options } from './search-options';

const NONE: ReadonlySet<string> = new Set();

/** Leads, deals, activities and commands by typing. An ARIA combobox: the input keeps the focus, keys go through the list. */
export function Search() {
  const panel = usePanel();
  const { search } = panel;
  const query = search.query.value;
  const ranked = useRanked(query);
  const name = query.trim();
  const [open, setOpen] = useState(NONE);
  const [chosen, setChosen] = useState('');
  const groups =
    name === '' ? groupsBefore(panel) : groupsFor(panel, ranked, open, (title) => setOpen(new Set([...open, title])));
  const found = groups.reduce((sum, { count }) => sum + count, 0);
  const options = [
    ...groups.flatMap((group) => group.options),
    ...(name === '' || !panel.session.canEdit.value ? [] : [newLeadOption(panel, name)]),
  ];
  const active = Math.max(
    0,
    options.findIndex(({ key }) => key === chosen),
  );
  const choose = (option: Option | undefined) => {
    if (!option) return;
    if (!option.stays) search.close();
    option.act();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = stepOf(event.key, active, options.length);
    if (event.key === 'Enter') choose(options[active]);
    else if (to === null) return;
    else setChosen(options[to]?.key ?? '');
    event.preventDefault();
  };
  return (
    <main class="flex min-h-0 flex-1 flex-col">
      <h1 class="sr-only">{t('search.title')}</h1>
      <div class="flex items-center gap-1 border-b border-line px-3 pt-2.5 pb-2">
        <SearchInput
          activeId={`found-${active}`}
          onKeyDown={onKeyDown}
          onText={(text) => {
            search.type(text);
            setChosen('');
            setOpen(NONE);
          }}
        />
        <IconButton icon="close" label={t('search.close')} onClick={search.close} />
      </div>
      <p role="status" class="sr-only">
        {name === '' ? '' : t('search.count', { count: found })}
      </p>
      <div class="min-h-0 flex-1 overflow-y-auto pb-2">
        {name !== '' && <Coming found={found} />}
        <Options groups={groups} options={options} active={active} onActive={setChosen} onChoose={choose} />
        {name !== '' && <ActivitiesState />}
      </div>
    </main>
  );
}

/** Not done again for every key that goes through the list. */
function useRanked(query: string): RankedLines {
  const { leadLines, dealLines } = usePanel();
  const [leads, deals] = [leadLines.lines.value, dealLines.lines.value];
  return useMemo(
    () => ({ query, leads: searchLeads(query, leads), deals: searchDeals(query, deals) }),
    [query, leads, deals],
  );
}

const PAGE = 8;

/** Where a key leads in a list of so many; null: it is no key of lists. */
function stepOf(key: string, at: number, count: number): number | null {
  const within = (to: number) => Math.max(0, Math.min(count - 1, to));
  if (key === 'ArrowDown') return (at + 1) % Math.max(1, count);
  if (key === 'ArrowUp') return (at - 1 + count) % Math.max(1, count);
  if (key === 'PageDown') return within(at + PAGE);
  if (key === 'PageUp') return within(at - PAGE);
  if (key === 'Home') return 0;
  return key === 'End' ? within(count) : null;
}

type InputProps = {
  readonly activeId: string;
  readonly onText: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

function SearchInput({ activeId, onText, onKeyDown }: InputProps) {
  const { search } = usePanel();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  return (
    <div class="relative min-w-0 flex-1">
      <span class="pointer-events-none absolute top-1.5 left-2 text-soft">
        <Icon name="search" />
      </span>
      <input
        ref={input}
        id="search"
        type="text"
        class="h-7 w-full rounded-md border border-edge bg-card pr-1 pl-7"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={t('home.search')}
        aria-label={t('search.label')}
        aria-expanded={true}
        aria-controls="found"
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        value={search.query.value}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

/** What is to be said of leads and deals before all of them are there, or where none is found. */
function Coming({ found }: { found: number }) {
  const { leadLines, dealLines, search, refresh } = usePanel();
  const error = leadLines.error.value ?? dealLines.error.value;
  if (error && found === 0) return <ReadFailed error={error} onRetry={refresh} />;
  if (isComing(leadLines.state.value) || isComing(dealLines.state.value))
    return found === 0 ? <Skeleton rows={3} tall /> : null;
  if (found > 0 || search.activities.found.value.state === 'waiting') return null;
  return (
    <div class="px-3 pt-3 pb-1">
      <p class="font-semibold">{t('search.none')}</p>
      <p class="text-soft">{t('search.noneHint')}</p>
    </div>
  );
}

/** The server is asked for activities: that it is, and what to do where it does not answer. */
function ActivitiesState() {
  const { activities } = usePanel().search;
  const { state, error } = activities.found.value;
  if (state === 'waiting') return <p class="px-3 pt-2 text-sm text-soft">{t('search.waiting')}</p>;
  if (!error) return null;
  return (
    <div class="px-3 pt-2">
      <LoadFailed text={t('search.failed', { reason: error.message })} onRetry={activities.retry} />
    </div>
  );
}
