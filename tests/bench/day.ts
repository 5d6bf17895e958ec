/** What somebody does while the panel is open. `rows`: so many others are selected, so many seconds apart, then none. */
export type Stretch = {
  readonly what: string;
  readonly minutes: number;
  /** The tab of the browser is in the background. */
  readonly isHidden?: boolean;
  readonly rows?: number;
  readonly secondsApart?: number;
  /** Saves of any kind from a record: a call logged, a field changed, a deal moved. For each the user clicks into the panel. */
  readonly saves?: number;
  /** The same from Today: a task is done or put off. */
  readonly tasks?: number;
  /** Searches in the panel, with so many pauses in the typing. */
  readonly searches?: number;
  /** Cells that are typed into the grid: each starts the add-on's trigger, which is no execution of the panel. */
  readonly edits?: number;
};

const PAUSES = 2;

const looking: Stretch = {
  what: 'goes through some rows',
  minutes: 3,
  rows: 8,
  secondsApart: 15,
  saves: 1,
  tasks: 1,
  edits: 2,
};
const working: Stretch = {
  what: 'works with one record, and talks',
  minutes: 12,
  rows: 2,
  secondsApart: 180,
  saves: 2,
  searches: PAUSES,
  edits: 1,
};
const elsewhere: Stretch = { what: 'is in the mail, with the sheet in the background', minutes: 15, isHidden: true };
const hour = [looking, working, elsewhere, looking, working, elsewhere] as const;

/**
 * An ordinary day of a salesperson with the panel open from nine to half past five: five hours at the desk, half of each in the
 * sheet; 120 rows selected, 48 saves, 14 of them tasks; ten searches; a meeting and a break with the sheet in front and nobody there;
 * an hour at a customer's.
 */
export const ORDINARY_DAY: readonly Stretch[] = [
  ...hour,
  ...hour,
  { what: 'is in a meeting, the sheet in front', minutes: 60 },
  { what: 'is at lunch, the sheet in front', minutes: 60 },
  { what: 'visits a customer, the computer asleep', minutes: 60, isHidden: true },
  ...hour,
  ...hour,
  { what: 'plans the week in the sheet', minutes: 30, rows: 20, secondsApart: 20, saves: 4, tasks: 4, edits: 10 },
  ...hour,
];
