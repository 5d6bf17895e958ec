import { addDays, type Day, type Instant } from './day';
import type { Activity } from './records';

/** The type that has a day by which it is to be done. */
export const TASK = 'Task';

/** Done at a moment that nobody can tell: people type “yes” into the cell. */
export const SOME_TIME: Instant = 0;

type Doable = Pick<Activity, 'type' | 'due' | 'doneAt'>;

/** A task, or anything else with a day by which it is to be done, that nobody has done yet. */
export const isOpenTask = ({ type, due, doneAt }: Doable): boolean =>
  doneAt === null && (due !== null || type === TASK);

/** Where a task belongs in a day's list; later ones wait. */
export type Urgency = 'overdue' | 'today' | 'week' | 'undated' | 'later';

const URGENCIES: readonly Urgency[] = ['overdue', 'today', 'week', 'undated', 'later'];

/** How urgent tasks are on a day. `week`: due on one of the seven days after it. */
export function urgencyOn(today: Day): (task: Pick<Activity, 'due'>) => Urgency {
  const week = addDays(today, 7);
  return ({ due }) => {
    if (due === null) return 'undated';
    if (due <= today) return due < today ? 'overdue' : 'today';
    return due <= week ? 'week' : 'later';
  };
}

/** The most urgent first: by day, those without one after the coming week. */
export function byUrgency<T extends Pick<Activity, 'id' | 'due'>>(tasks: readonly T[], today: Day): T[] {
  const urgencyOf = urgencyOn(today);
  const placed = tasks.map((task) => ({
    task,
    key: `${URGENCIES.indexOf(urgencyOf(task))} ${task.due ?? ''} ${task.id}`,
  }));
  return placed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ task }) => task);
}

/** The moment by which an activity stands among others: when it happened, was done, or was logged. */
export const momentOf = ({ when, doneAt, createdAt }: Pick<Activity, 'when' | 'doneAt' | 'createdAt'>): Instant =>
  when ?? (doneAt || createdAt || 0);

type Touching = Doable & Pick<Activity, 'when' | 'createdAt'>;

/**
 * The moment at which an activity shows that somebody was at work: when it happened or was done, else when it was logged.
 * Null for a task that is still to be done, and for what lies in the future: a plan is no work.
 */
export function touchedAt(activity: Touching, now: Instant): Instant | null {
  if (isOpenTask(activity)) return null;
  const { when, doneAt, createdAt } = activity;
  const moments = [when, doneAt].filter((at): at is Instant => at !== null && at !== SOME_TIME);
  if (moments.length === 0) return createdAt;
  const past = moments.filter((at) => at <= now);
  return past.length > 0 ? Math.max(...past) : null;
}
