import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ActivityLine } from '../../src/contract/contract';
import { ACTIVITY_SORTS } from '../../src/domain/activity-filter';
import { isOpenTask, momentOf } from '../../src/domain/tasks';
import { Icon } from '../components/icon';
import { named, Select } from '../components/select';
import { Skeleton } from '../components/skeleton';
import { WindowedList } from '../components/windowed-list';
import { type ActivityChoice, PERIOD_NAMES, type Period } from '../data/activity-list';
import type { HomeState } from '../data/home-state';
import { ownerNames } from '../data/owner-names';
import { t } from '../texts/text';
import { EmptyList } from './empty-list';
import { LINE_HEIGHT } from './lines';
import { ListHead } from './list-tools';
import { usePanel } from './panel-context';
import { iconOfType } from './quick-log';
import { ReadFailed } from './read-failed';
import { recordName } from './task-row';
import { WhoAreYou } from './who-are-you';

/** Rows below what is seen at which the next page is asked for. */
const AHEAD = 60;

/** All activities, page by page, from the server. */
export function ActivityList() {
  const { home, me } = usePanel();
  const { activities } = home;
  return (
    <>
      <ListHead list={activities} sorts={ACTIVITY_SORTS} onWhose={() => choose(activities, { owner: '' })} />
      <Filters />
      {home.mine.value && me.value === '' ? <WhoAreYou /> : <Listed />}
    </>
  );
}

function Listed() {
  const { activityList, home, screens } = usePanel();
  const { lines, count, error, upTo } = activityList;
  const { scroll } = home.activities;
  const isNearEnd = useComputed(() => scroll.value / LINE_HEIGHT + AHEAD > upTo.value).value;
  const rows = lines.value;
  useEffect(() => activityList.watch(), [activityList]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that came may not be enough
  useEffect(() => {
    if (isNearEnd) activityList.more();
  }, [activityList, isNearEnd, rows]);

  return (
    <>
      {error.value && <ReadFailed error={error.value} onRetry={activityList.load} />}
      {count.value === null ? (
        !error.value && <Skeleton rows={9} tall />
      ) : rows.length === 0 ? (
        <EmptyList title={t('activities.none')} text={t('activities.noneHint')} />
      ) : (
        <WindowedList
          label={t('home.activities')}
          rows={rows}
          rowHeight={LINE_HEIGHT}
          scroll={scroll}
          keyOf={({ id }) => id}
          onOpen={({ id }) => screens.go({ name: 'activity', id })}
          draw={(line) => <ActivityLineView line={line} />}
        />
      )}
    </>
  );
}

function ActivityLineView({ line }: { line: ActivityLine }) {
  const panel = usePanel();
  const { formats, today } = panel.session;
  const { type, subject, details, due } = line;
  const isLate = isOpenTask(line) && due !== null && due < today.value;
  const at = momentOf(line);
  const moment = isOpenTask(line) && due ? formats.value.day(due) : at ? formats.value.moment(at, today.value) : '';
  return (
    <span class="flex gap-2">
      <span class="pt-px text-soft">
        <Icon name={isOpenTask(line) ? 'circle' : iconOfType(type)} />
      </span>
      <span class="min-w-0 flex-1">
        <span class="flex gap-2">
          <span class="min-w-0 flex-1 truncate font-medium">{subject || details || type}</span>
          <span class={`shrink-0 text-sm ${isLate ? 'font-semibold text-lost' : 'text-soft'}`}>{moment}</span>
        </span>
        <span class="block truncate text-soft">
          {[type, recordName(panel, line), line.owner].filter(Boolean).join(' · ')}
        </span>
      </span>
    </span>
  );
}

function choose({ choice, scroll }: HomeState['activities'], chosen: Partial<ActivityChoice>): void {
  choice.value = { ...choice.value, ...chosen };
  scroll.value = 0;
}

type Choices = Parameters<typeof Select>[0]['choices'];

function Filters() {
  const panel = usePanel();
  const { home, me, session } = panel;
  const { activities, mine } = home;
  const { choice, sort } = activities;
  const names = useComputed(() => [...new Set([...ownerNames(panel), choice.value.owner])].filter(Boolean));
  const { owner, type, state, period, text } = choice.value;
  const types = [...new Set([...session.settings.value.activityTypes, type])].filter(Boolean);
  const select = (label: string, value: string, choices: Choices, onChoose: (value: string) => void) => (
    <Select class="h-6 min-w-0 text-sm" label={label} choices={choices} value={value} onChoose={onChoose} />
  );
  return (
    <fieldset aria-label={t('activities.filters')} class="grid grid-cols-2 gap-1 border-b border-line px-3 py-1.5">
      <input
        type="search"
        class="control col-span-2 h-6 px-1.5 text-sm"
        aria-label={t('activities.text')}
        placeholder={t('activities.text')}
        value={text}
        onInput={(event) => choose(activities, { text: event.currentTarget.value })}
      />
      {select(
        t('activities.state'),
        state,
        [
          { value: '', text: t('list.all') },
          { value: 'open', text: t('activities.open') },
          { value: 'done', text: t('activities.done') },
        ],
        (chosen) => {
          // What is to be done is asked by when; the order can be changed beside it.
          sort.value = chosen === 'open' ? 'due' : 'newest';
          choose(activities, { state: chosen as ActivityChoice['state'] });
        },
      )}
      {select(t('field.type'), type, [{ value: '', text: t('activities.anyType') }, ...named(types)], (chosen) =>
        choose(activities, { type: chosen }),
      )}
      {select(
        t('activities.period'),
        period,
        PERIOD_NAMES.map((value) => ({ value, text: t(`period.${value}`) })),
        (chosen) => choose(activities, { period: chosen as Period }),
      )}
      {select(
        t('field.owner'),
        mine.value ? me.value : owner,
        [{ value: '', text: t('activities.anybody') }, ...named(names.value)],
        (chosen) => {
          mine.value = false;
          choose(activities, { owner: chosen });
        },
      )}
    </fieldset>
  );
}
