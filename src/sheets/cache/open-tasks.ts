import { addDays, type Day } from '../../domain/day';
import type { FieldValue } from '../../domain/errors';
import { FIRST_LINES, LINES } from '../../domain/lines';
import type { Activity } from '../../domain/records';
import { byUrgency, isOpenTask } from '../../domain/tasks';
import { lineOf } from './first-lines';

type Line = readonly FieldValue[];

/** How many open tasks there are, for a count of those overdue on any later day that the cache lives to see. */
export type OpenTasks = {
  readonly count: number;
  /** What is due earlier counts as due on this day, which was past when the tab was read. */
  readonly since: Day;
  /** By the day they are due; later than a year they are not counted. */
  readonly days: Readonly<Record<Day, number>>;
};

type Told = { readonly tasks: OpenTasks; readonly first: readonly Line[] };

/** Much longer than Google keeps what is cached. */
const DAYS_AHEAD = 366;

/** The open tasks among activities: their days, and the most urgent as lines. */
export function openTasksIn(activities: readonly Activity[], today: Day): Told {
  const none = { count: 0, since: addDays(today, -1), days: {} };
  return renewedTasks({ tasks: none, first: [] }, [], activities, today);
}

/**
 * The same after a save: `before` as the changed ones were, `after` as they are. The most urgent grow fewer as they are done,
 * because the cache knows no others; the next reading fills them up.
 */
export function renewedTasks(
  { tasks, first }: Told,
  before: readonly Activity[],
  after: readonly Activity[],
  today: Day,
): Told {
  const days: Record<Day, number> = { ...tasks.days };
  let { count } = tasks;
  const until = addDays(tasks.since, DAYS_AHEAD);
  const note = (activity: Activity, step: 1 | -1) => {
    if (!isOpenTask(activity)) return;
    count += step;
    if (activity.due === null || activity.due > until) return;
    const day = activity.due < tasks.since ? tasks.since : activity.due;
    days[day] = Math.max(0, (days[day] ?? 0) + step);
  };
  for (const activity of before) note(activity, -1);
  for (const activity of after) note(activity, 1);
  const changed = new Set([...before, ...after].map(({ id }) => id));
  const kept = first.map(taskIn).filter(({ id }) => !changed.has(id));
  const isAll = first.length >= tasks.count;
  const sorted = byUrgency([...kept, ...after.filter(isOpenTask)], today);
  // Below the last one that is known there may be others that come before a new one.
  const last = kept[kept.length - 1];
  const end = isAll ? sorted.length : last ? sorted.indexOf(last) + 1 : 0;
  return {
    tasks: { ...tasks, count, days },
    first: sorted.slice(0, Math.min(end, FIRST_LINES)).map(lineOfTask),
  };
}

/** Whether all that were known are done and others are not: only the tab tells which are the most urgent now. */
export const isSpent = ({ tasks, first }: Partial<Told>): boolean =>
  tasks !== undefined && tasks.count > 0 && first?.length === 0;

/** The first screen shows what a task is called; how much it may weigh is promised. */
const lineOfTask = (task: Activity): Line =>
  lineOf(task.subject === '' ? task : { ...task, details: '' }, LINES.activity);

/** A line holds all that decides on its place. */
const taskIn = (line: Line): Activity =>
  Object.fromEntries(LINES.activity.map((field, index) => [field, line[index]])) as unknown as Activity;

/** How many are overdue on a day. */
export const overdueOn = ({ days }: OpenTasks, today: Day): number =>
  Object.entries(days).reduce((sum, [day, count]) => sum + (day < today ? count : 0), 0);
