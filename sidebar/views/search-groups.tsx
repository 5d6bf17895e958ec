import type { ComponentChildren } from 'preact';
import type { LeadLine, OpportunityLine } from '../../src/contract/contract';
import type { Activity } from '../../src/domain/records';
import { Icon } from '../components/icon';
import { MarkedText } from '../components/marked-text';
import { openLeadForm } from '../data/create-actions';
import { marksOf } from '../data/fold';
import type { Panel } from '../data/panel';
import type { RecordScreen } from '../data/screens';
import { MOST, type Ranked, rank } from '../data/search';
import { ofNamed } from '../data/searchable';
import { t } from '../texts/text';
import { ActivityLine } from './activity-line';
import { type Command, commandsOf } from './commands';
import { DealLine, LeadLineView } from './lines';

export type Option = {
  readonly key: string;
  readonly draw: () => ComponentChildren;
  readonly act: () => void;
  /** Choosing it changes what is shown here. */
  readonly stays?: boolean;
};

export type Group = {
  readonly title: string;
  readonly options: readonly Option[];
  /** How many there are, shown or not. */
  readonly count: number;
  readonly score: number;
};

/** What the panel knows that fits a query. */
export type RankedLines = {
  readonly query: string;
  readonly leads: Ranked<LeadLine>;
  readonly deals: Ranked<OpportunityLine>;
};

/** Shown of a group before somebody wants to see all of it. */
const FIRST = 5;

/** Before anything is typed: what was on the screen lately, then what can be done. */
export function groupsBefore(panel: Panel): readonly Group[] {
  const shown = panel.screens.current.value;
  const recent = panel.search.recent.value.filter(({ id }) => !('id' in shown && shown.id === id));
  const options = recent.flatMap((place) => recordOption(panel, place, []) ?? []);
  const commands = commandsOf(panel).map((command) => commandOption(command, []));
  return [group('search.recent', options), group('search.commands', commands)].filter(({ count }) => count > 0);
}

/** What fits a query, the group with the best of it first; activities come later and stay last. */
export function groupsFor(
  panel: Panel,
  { query, leads, deals }: RankedLines,
  open: ReadonlySet<string>,
  more: (title: string) => void,
): readonly Group[] {
  const words = marksOf(query);
  const commands = rank(query, commandsOf(panel), ofNamed);
  const local = [
    group(
      'search.commands',
      commands.lines.map((one) => commandOption(one, words)),
      commands.score,
    ),
    group(
      'home.leads',
      leads.lines
        .slice(0, MOST)
        .map((line) => option(panel, { name: 'lead', id: line.id }, () => <LeadLineView lead={line} words={words} />)),
      leads.score,
      leads.count,
    ),
    group(
      'home.deals',
      deals.lines
        .slice(0, MOST)
        .map((line) =>
          option(panel, { name: 'opportunity', id: line.id }, () => <DealLine deal={line} words={words} />),
        ),
      deals.score,
      deals.count,
    ),
  ];
  const found = panel.search.activities.found.value.list;
  const activities = group(
    'search.activities',
    found.map((one) => activityOption(panel, one, words)),
  );
  return [...local.sort((a, b) => b.score - a.score), activities]
    .filter(({ count }) => count > 0)
    .map((one) => (open.has(one.title) ? one : shortened(one, more)));
}

/** For whoever is not there yet. */
export const newLeadOption = (panel: Panel, name: string): Option => ({
  key: 'new lead',
  draw: () => <CommandLine icon="plus" text={t('search.newLead', { name })} words={[]} />,
  act: () => openLeadForm(panel, name),
});

type Title = 'search.recent' | 'search.commands' | 'search.activities' | 'home.leads' | 'home.deals';

const group = (title: Title, options: readonly Option[], score = 0, count = options.length): Group => ({
  title: t(title),
  options,
  score,
  count,
});

function shortened(all: Group, more: (title: string) => void): Group {
  const { title, options, count } = all;
  if (count <= FIRST + 1) return all;
  const showAll: Option = {
    key: `all ${title}`,
    draw: () => (
      <span class="text-link">
        {count > MOST ? t('search.best', { most: MOST, count, what: title }) : t('search.all', { count, what: title })}
      </span>
    ),
    act: () => more(title),
    stays: true,
  };
  return { ...all, options: [...options.slice(0, FIRST), showAll] };
}

const option = ({ screens }: Panel, place: RecordScreen, draw: Option['draw']): Option => ({
  key: place.id,
  draw,
  act: () => screens.go(place),
});

function recordOption(panel: Panel, place: RecordScreen, words: readonly string[]): Option | null {
  const lead = panel.leadLines.byId.value.get(place.id);
  const deal = panel.dealLines.byId.value.get(place.id);
  if (lead) return option(panel, place, () => <LeadLineView lead={lead} words={words} />);
  return deal ? option(panel, place, () => <DealLine deal={deal} words={words} />) : null;
}

const commandOption = ({ key, icon, text, shortcut, act }: Command, words: readonly string[]): Option => ({
  key,
  act,
  draw: () => <CommandLine icon={icon} text={text} shortcut={shortcut} words={words} />,
});

function activityOption({ screens }: Panel, activity: Activity, words: readonly string[]): Option {
  return {
    key: activity.id,
    draw: () => <ActivityLine activity={activity} words={words} />,
    act: () => screens.go({ name: 'activity', id: activity.id }),
  };
}

type LineProps = Pick<Command, 'icon' | 'text'> & { readonly shortcut?: string; readonly words: readonly string[] };

const CommandLine = ({ icon, text, shortcut = '', words }: LineProps) => (
  <span class="flex items-center gap-2">
    <span class="text-soft">
      <Icon name={icon} />
    </span>
    <span class="min-w-0 flex-1 truncate">
      <MarkedText text={text} words={words} />
    </span>
    {shortcut && <kbd class="font-sans text-sm text-soft">{shortcut}</kbd>}
  </span>
);
