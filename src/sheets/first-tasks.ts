import type { Day } from '../domain/day';
import type { FieldValue } from '../domain/errors';
import type { Activity } from '../domain/records';
import { isSpent, overdueOn } from './cache/open-tasks';
import type { SheetTable } from './sheet-table';

/** Open tasks as the first screen shows them. */
export type FirstTasks = {
  readonly rows: readonly (readonly FieldValue[])[];
  /** Of all open ones. */
  readonly count: number;
  readonly overdue: number;
  /** Whether the tab has a column for how tasks repeat. */
  readonly canRepeat: boolean;
};

export function firstTasks({ cached }: SheetTable<Activity>, today: Day): FirstTasks | null {
  const directory = cached?.directory;
  if (!directory?.tasks || isSpent(directory)) return null;
  const { first: rows, tasks, columns } = directory;
  const canRepeat = columns.some(([name]) => name === 'repeat');
  return { rows, count: tasks.count, overdue: overdueOn(tasks, today), canRepeat };
}
