import { useState } from 'preact/hooks';
import type { Activity } from '../../src/domain/records';
import { isOpenTask } from '../../src/domain/tasks';
import { FilterChip } from '../components/chip';
import { LoadFailed } from '../components/load-failed';
import { Skeleton } from '../components/skeleton';
import { byAction, merged, newest } from '../data/past';
import type { Subject } from '../data/timelines';
import { t } from '../texts/text';
import { OpenTasks } from './open-tasks';
import { usePanel } from './panel-context';
import { PastEntry } from './past-entry';
import { Section } from './section';
import { ActivityEntry } from './timeline-list';
import { useHistory } from './use-history';

const FILTERS = ['activities', 'history', 'all'] as const;

/** So many are shown of what was done; the server tells of one more where there are more. */
const MOST = 50;

/** So few are seen at a glance: they need no filter by type. */
const A_HANDFUL = 5;

const NONE: readonly never[] = [];

type Props = {
  readonly subject: Subject;
  /** Something of the record is on its way to the sheet. */
  readonly saving: boolean;
  /** Of a deal, for its amounts. */
  readonly currency?: string;
};

/** What is to be done for a record and what happened on it; neither before both are known, so that nothing moves. */
export function Timeline(props: Props) {
  const { activities, error } = usePanel().timelines.of(props.subject).value;
  if (activities === null && !error) {
    return (
      <Section title={t('timeline.title')}>
        <Skeleton rows={4} tall />
      </Section>
    );
  }
  return (
    <>
      <OpenTasks subject={props.subject} />
      <Past {...props} />
    </>
  );
}

/** What people logged and, when asked for, what was changed in the record. */
function Past({ subject, saving, currency = '' }: Props) {
  const { timelines } = usePanel();
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('activities');
  const [type, setType] = useState('');
  const timeline = timelines.of(subject).value;
  const history = useHistory(subject, filter !== 'activities', saving);
  // Open tasks stand above it.
  const all = timeline.activities?.filter((activity) => !isOpenTask(activity)) ?? null;
  const done = all && newest(all, MOST);
  const activities = filter === 'history' ? NONE : done;
  const past = filter === 'activities' ? null : history.past;
  const wanted = type && filter === 'activities' ? activities?.filter((one) => one.type === type) : activities;
  const items = merged(wanted ?? NONE, byAction(past?.changes ?? NONE));
  const failed =
    (activities === null && timeline.error && { ...timeline, load: () => timelines.load(subject) }) ||
    (filter !== 'activities' && history.error && history);
  const isComing = !failed && (activities === null || (filter !== 'activities' && past === null));
  return (
    <Section title={t('timeline.title')}>
      <fieldset aria-label={t('timeline.filter')} class="flex gap-1 pb-1.5">
        {FILTERS.map((name) => (
          <FilterChip
            key={name}
            text={t(`timeline.${name}`)}
            chosen={filter === name}
            onClick={() => {
              setFilter(name);
              setType('');
            }}
          />
        ))}
      </fieldset>
      {filter === 'activities' && <TypeFilter activities={activities ?? NONE} type={type} onChoose={setType} />}
      {failed && <LoadFailed text={failed.error?.message ?? ''} onRetry={failed.load} />}
      {isComing && <Skeleton rows={4} tall />}
      {!failed && !isComing && items.length === 0 && (
        <p class="text-soft">{t(filter === 'history' ? 'past.empty' : 'timeline.empty')}</p>
      )}
      <ol class="flex flex-col gap-2">
        {items.map((item) =>
          'past' in item ? (
            <PastEntry
              key={`${item.past.action} ${item.past.at} ${item.past.changes[0]?.field}`}
              kind={subject.kind}
              done={item.past}
              currency={currency}
              undo={past?.undo?.action === item.past.action ? past.undo : null}
              onUndone={history.load}
            />
          ) : (
            <ActivityEntry
              key={item.activity.id}
              activity={item.activity}
              subject={subject}
              saving={timeline.saving.has(item.activity.id)}
            />
          ),
        )}
      </ol>
      {(all?.length ?? 0) > MOST && <p class="pt-2 text-soft">{t('timeline.more', { count: MOST })}</p>}
      {past !== null && past.more > 0 && <p class="pt-2 text-soft">{t('past.more', { count: past.more })}</p>}
    </Section>
  );
}

type TypeFilterProps = {
  readonly activities: readonly Activity[];
  readonly type: string;
  readonly onChoose: (type: string) => void;
};

function TypeFilter({ activities, type, onChoose }: TypeFilterProps) {
  const counts = new Map<string, number>();
  for (const one of activities) counts.set(one.type, (counts.get(one.type) ?? 0) + 1);
  if (activities.length <= A_HANDFUL || counts.size < 2) return null;
  return (
    <fieldset aria-label={t('log.types')} class="flex flex-wrap gap-1 pb-1.5">
      {[...counts].map(([name, count]) => (
        <FilterChip
          key={name}
          text={name || '–'}
          count={String(count)}
          chosen={type === name}
          onClick={() => onChoose(type === name ? '' : name)}
        />
      ))}
    </fieldset>
  );
}
