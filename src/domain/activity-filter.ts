import type { Day } from './day';

/** `due`: open tasks first, the most urgent of them on top. */
export const ACTIVITY_SORTS = ['newest', 'oldest', 'due'] as const;

export type ActivitySort = (typeof ACTIVITY_SORTS)[number];

/** Which activities are listed, in which order; '' and null leave nothing out. */
export type ActivityFilter = {
  /** Without regard to case. */
  readonly owner: string;
  readonly type: string;
  readonly state: '' | 'open' | 'done';
  /** The day of an open task is the one it is due. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** In the subject, the details, a column of people's own, or the name of the lead or deal; without regard to case and accents. */
  readonly text: string;
  readonly sort: ActivitySort;
};
