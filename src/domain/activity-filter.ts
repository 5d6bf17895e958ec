import type { Day } from './day';

/** Which activities are listed; '' and null leave nothing out. */
export type ActivityFilter = {
  readonly owner: string;
  readonly type: string;
  readonly state: '' | 'open' | 'done';
  /** The day of an open task is the one it is due. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** In the subject, the details, or the name of the lead or deal; without regard to case and accents. */
  readonly text: string;
};
