import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ActivityLine } from '../../src/contract/contract';
import { isOpenTask } from '../../src/domain/tasks';
import { Icon } from '../components/icon';
import { Select } from '../components/select';
import { Skeleton } from '../components/skeleton';
import { WindowedList } from '../components/windowed-list';
import { type ActivityChoice, PERIODS, type Period } from '../data/activity-list';
import { t } from '../texts/text';
import { EmptyList } from './empty-list';
import { LINE_HEIGHT } from './lines';
import { usePanel } from './panel-context';
import { iconOfType } from './quick-log';
import { ReadFailed } from './read-failed';
import { recordName } from './task-row';

/** Rows below what is seen at which the next page is asked for. */
const AHEAD = 60;

/** All activities, page by page, from the server. */
export function ActivityList() {
  const { activityList, screens } = usePanel();
  const { lines, count, error, scroll } = activityList;
  const isNearEnd = useComputed(() => scroll.value / LINE_HEIGHT + AHEAD > lines.value.length).value;
  const length = lines.value.length;
  useEffect(() => {
    if (count.value === null) activityList.load();
  }, [activityList, count]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that came may not be enough
  useEffect(() => {
    if (isNearEnd) activityList.more();
  }, [activityList, isNearEnd, length]);

  return (
    <>
      <Filters />
      {error.value && <ReadFailed error={error.value} onRetry={activityList.load} />}
      {count.value === null ? (
        !error.value && <Skeleton rows={9} tall />
      ) : length === 0 ? (
        <EmptyList title={t('activities.none')} text={t('activities.noneHint')} />
      ) : (
        <WindowedList
          label={t('home.activities')}
          rows={lines.value}
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
  const { type, subject, details, due, doneAt, when, createdAt } = line;
  const isLate = isOpenTask(line) && due !== null && due < today.value;
  const at = when ?? doneAt ?? createdAt;
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

type Options = readonly (readonly [value: string, text: string])[];

function Filters() {
  const { activityList, session } = usePanel();
  const { owners, activityTypes } = session.settings.value;
  const choice = activityList.choice.value;
  const select = (name: keyof ActivityChoice, label: string, options: Options) => (
    <Select
      class="h-6 min-w-0 text-sm"
      label={label}
      choices={options.map(([value, text]) => ({ value, text }))}
      value={choice[name]}
      onChoose={(value) => activityList.choose({ [name]: value })}
    />
  );
  const named = (names: readonly string[]): Options => names.map((name) => [name, name]);
  const periods = Object.keys(PERIODS) as Period[];
  return (
    <fieldset aria-label={t('activities.filters')} class="grid grid-cols-2 gap-1 border-b border-line px-3 py-1.5">
      <input
        type="search"
        class="control col-span-2 h-6 px-1.5 text-sm"
        aria-label={t('activities.text')}
        placeholder={t('activities.text')}
        value={choice.text}
        onInput={(event) => activityList.choose({ text: event.currentTarget.value })}
      />
      {select('state', t('activities.state'), [
        ['', t('list.all')],
        ['open', t('activities.open')],
        ['done', t('activities.done')],
      ])}
      {select('type', t('field.type'), [['', t('activities.anyType')], ...named(activityTypes)])}
      {select(
        'period',
        t('activities.period'),
        periods.map((period) => [period, t(`period.${period}`)]),
      )}
      {owners.length > 0 &&
        select('owner', t('field.owner'), [['', t('activities.anybody')], ...named(owners.map(({ name }) => name))])}
    </fieldset>
  );
}
