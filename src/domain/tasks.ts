import { addDays, type Day, type Instant } from './day';
import type { Activity } from './records';

/** The type that has a day by which it is to be done. */
export const TASK = 'Task';

type Doable = Pick<Activity, 'type' | 'due' | 'doneAt'>;

/** A task, or anything else with a day by which it is to be done, that nobody has done yet. */
export const isOpenTask = ({ type, due, doneAt }: Doable): boolean =>
  doneAt === null && (due !== null || type === TASK);

/** Where a task belongs in a day's list; later ones wait. */
export type Urgency = 'overdue' | 'today' | 'week' | 'undated' | 'later';

const URGENCIES: readonly Urgency[] = ['overdue', 'today', 'week', 'undated', 'later'];

/** `week`: one of the seven days after today. */
export function urgencyOf({ due }: Pick<Activity, 'due'>, today: Day): Urgency {
  if (due === null) return 'undated';
  if (due <= today) return due < today ? 'overdue' : 'today';
  return due <= addDays(today, 7) ? 'week' : 'later';
}

type Dated = Pick<Activity, 'id' | 'due'>;

/** The most urgent first: by day, those without one after the coming week. */
export function byUrgency(today: Day): (a: Dated, b: Dated) => number {
  const keyOf = (task: Dated) => `${URGENCIES.indexOf(urgencyOf(task, today))} ${task.due ?? ''} ${task.id}`;
  return (a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)];
    return one < other ? -1 : Number(one > other);
  };
}

type Touching = Doable & Pick<Activity, 'when' | 'createdAt'>;

/**
 * The moment at which an activity shows that somebody was at work: when it happened or was done, else when it was logged.
 * Null for a task that is still to be done, and for what lies in the future: a plan is no work.
 */
export function touchedAt(activity: Touching, now: Instant): Instant | null {
  if (isOpenTask(activity)) return null;
  const { when, doneAt, createdAt } = activity;
  const moments = [when, doneAt].filter((at): at is Instant => at !== null);
  if (moments.length === 0) return createdAt;
  const past = moments.filter((at) => at <= now);
  return past.length > 0 ? Math.max(...past) : null;
}
