/**
 * What actions of a user may cost. Everything that is promised about it stands here and nowhere else: changing a figure is
 * changing this file, with a page in docs/decisions that has the measurement.
 */

/** What a budget may depend on: facts about the file and the action, taken before it. Cells, but for the counts. */
export type Scene = {
  /** Of the widest tab that the action is about: a row is as wide as its tab. */
  readonly row: number;
  /** The header rows of the tabs that it is about. */
  readonly headers: number;
  /** Everything in the tabs that the first screen shows. */
  readonly shown: number;
  readonly tabsShown: number;
  /** What is deleted: rows in all, runs of neighbouring rows, cells. */
  readonly deleted: { readonly rows: number; readonly runs: number; readonly cells: number };
  /** What changes in many records at once. */
  readonly changed: {
    readonly records: number;
    /** Of each. */
    readonly cells: number;
    /** What is looked at before the write. */
    readonly looked: number;
    /** Rows that are looked at after it, and the columns from the id to the field. */
    readonly rows: number;
    readonly span: number;
  };
  /** How many records are listed or looked through. */
  readonly records: number;
  /** A tab that is read whole to change one cell of it. */
  readonly besides: number;
};

type Limit = number | ((scene: Scene) => number);

export type Budget = {
  readonly spreadsheetCalls: Limit;
  readonly otherCalls: Limit;
  readonly navigation: Limit;
  readonly cells: Limit;
  /** Null: none is promised. */
  readonly cacheBytes: Limit | null;
  /** How long a user waits by the cost model. */
  readonly modelledMilliseconds: Limit | null;
  /** Time of the bundle's own code, in each execution. */
  readonly scriptMilliseconds: Limit | null;
  /** Bytes of the answer that travels inside the page. */
  readonly firstAnswerBytes: Limit | null;
  /** Bytes of what the server answers to the page. */
  readonly answerBytes: Limit | null;
  /** Requests of the page. Those of `requests.ts` are seen to be the sidebar's; any other action is one call of the contract here. */
  readonly roundTrips: Limit;
  /** Whether calls may be more in a larger file. */
  readonly grows: boolean;
};

/** Cells. */
export const A_LINE_OF_HISTORY = 10;

const NAVIGATION = 40;
const WRITE_MS = 3_000;

/** What all actions have in common: one round trip, little navigation, and the same calls in every file. */
const common = {
  navigation: NAVIGATION,
  cacheBytes: null,
  modelledMilliseconds: null,
  scriptMilliseconds: null,
  firstAnswerBytes: null,
  answerBytes: null,
  roundTrips: 1,
  grows: false,
} as const;

const write: Budget = {
  ...common,
  spreadsheetCalls: 12,
  otherCalls: 12,
  // The headers vouch for the columns before the write and after it: docs/decisions/0012-budgets.md.
  navigation: 44,
  cells: ({ row, headers }) => 4 * row + 2 * headers,
  cacheBytes: 150_000,
  modelledMilliseconds: WRITE_MS,
};

/**
 * The look before the write; the rows from the id to the field after it; the changed cells and their lines in History. See
 * docs/decisions/0012-budgets.md.
 */
const changedCells = ({ changed: { records, cells, looked, rows, span }, headers, besides }: Scene) =>
  looked + rows * span + records * (cells + A_LINE_OF_HISTORY) + 2 * headers + besides;

export const BUDGETS = {
  'open the sidebar, warm': {
    ...common,
    spreadsheetCalls: 0,
    otherCalls: 6,
    cells: 0,
    modelledMilliseconds: 2_000,
    scriptMilliseconds: 150,
    firstAnswerBytes: 60_000,
    roundTrips: 0,
  },
  /** Until the lists of leads and deals are there; History and Activities are not among the tabs that may be read. */
  'open the sidebar, cold': {
    ...common,
    spreadsheetCalls: ({ tabsShown }) => 6 * tabsShown,
    // One of them asks for the user's language, which the page is chosen by: docs/decisions/0019-languages.md.
    otherCalls: 13,
    // Two executions, the menu's and the first request's: docs/decisions/0012-budgets.md, 0017-several-rows.md.
    navigation: 80,
    cells: ({ shown }) => shown,
    modelledMilliseconds: 8_000,
    firstAnswerBytes: 60_000,
    grows: true,
  },
  'a record with its deals and activities, warm': {
    ...common,
    spreadsheetCalls: 1,
    otherCalls: 6,
    cells: ({ row }) => row,
    cacheBytes: 400_000,
  },
  /** Asked for by a click. Lines far apart are read in pieces, up to a second's worth of cells: docs/decisions/0012-budgets.md. */
  'the history of a record': {
    ...common,
    spreadsheetCalls: 16,
    otherCalls: 6,
    // Each line that was found is asked for its row.
    navigation: 130,
    cells: ({ besides }) => Math.min(besides, 200_000) + 200,
    modelledMilliseconds: 4_000,
    grows: true,
  },
  /** What makes typing in the search independent of the server: docs/decisions/0015-search.md. */
  'the lists of leads and deals, warm': {
    ...common,
    spreadsheetCalls: 0,
    otherCalls: 6,
    cells: 0,
    answerBytes: ({ records }) => Math.min(150 * records, 3_000_000),
  },
  /** Of a few saves since. */
  'the lists anew, warm': {
    ...common,
    spreadsheetCalls: 0,
    otherCalls: 8,
    // Whether the user may edit is asked of each tab, for whoever opens and for whoever comes back.
    navigation: 44,
    cells: 0,
    roundTrips: 1,
    answerBytes: 120_000,
  },
  /** The tab of which many records were changed is read again, values and formulas: docs/decisions/0017-several-rows.md. */
  'the lists anew, after a change of many': {
    ...common,
    spreadsheetCalls: 7,
    otherCalls: 8,
    // Of people's own columns what kind they are is looked at in some rows.
    cells: ({ shown }) => shown + 200,
    modelledMilliseconds: ({ shown }) => 2_000 + 0.006 * shown,
    grows: true,
  },
  /** Searching is not in the table of calls: its time is. */
  'search activities': {
    ...common,
    spreadsheetCalls: Infinity,
    otherCalls: Infinity,
    cells: Infinity,
    scriptMilliseconds: 60,
  },
  'search activities for a frequent word': {
    ...common,
    spreadsheetCalls: Infinity,
    otherCalls: Infinity,
    cells: Infinity,
    scriptMilliseconds: ({ records }) => 60 * Math.ceil(records / 10_000),
  },
  /** What the panel asks for after its lists, for nobody to wait for; docs/decisions/0016-tasks.md. */
  'what the day asks for, warm': {
    ...common,
    spreadsheetCalls: 0,
    otherCalls: 8,
    cells: 0,
    scriptMilliseconds: 340,
  },
  'a page of activities, warm': {
    ...common,
    spreadsheetCalls: 0,
    otherCalls: 4,
    cells: 0,
    scriptMilliseconds: 185,
  },
  'create / update / move / log': write,
  'complete a task that repeats': {
    ...write,
    // A change and a new record in the same tab.
    spreadsheetCalls: 22,
    navigation: 56,
    cells: ({ row, headers }) => 8 * row + 3 * headers,
    cacheBytes: 400_000,
    modelledMilliseconds: 4_100,
  },
  'convert a lead': {
    ...write,
    // Two new records and a change in three tabs: docs/decisions/0012-budgets.md.
    spreadsheetCalls: 28,
    otherCalls: 16,
    navigation: 82,
    cells: ({ row, headers }) => 10 * row + headers,
    cacheBytes: 400_000,
    modelledMilliseconds: 4_100,
  },
  'delete with its deals and activities': {
    ...write,
    // Every look that a person could come between is there for a reason: docs/decisions/0010-deleting.md, 0012-budgets.md.
    spreadsheetCalls: ({ deleted }) => 26 + 2 * deleted.runs,
    otherCalls: 16,
    navigation: 90,
    // Values and formulas are two reads, and the values once more right before they go; the ids before and after.
    cells: ({ deleted, headers }) => 3 * deleted.cells + headers + deleted.rows * (A_LINE_OF_HISTORY + 4),
    cacheBytes: null,
    modelledMilliseconds: 5_000,
  },
  'erase a person': {
    ...write,
    // As many for thirty deals as for two; History comes in pieces of 5,000 lines: docs/decisions/0012-budgets.md.
    spreadsheetCalls: ({ deleted }) => 55 + 2 * deleted.runs,
    otherCalls: 14,
    navigation: 180,
    cells: ({ deleted, changed, row, headers, besides }) =>
      2 * deleted.cells + 2 * row * changed.rows + 16 * headers + besides,
    cacheBytes: null,
    modelledMilliseconds: 9_400,
    grows: true,
  },
  /** Asked again and again while somebody works in the grid. */
  'what is selected': { ...common, spreadsheetCalls: 5, otherCalls: 5, cells: ({ row }) => row },
  /** Whether a row is hidden is a step of its own, for at most 200 rows and in two ways. */
  'the records of the selected rows': {
    ...common,
    spreadsheetCalls: 5,
    otherCalls: 6,
    navigation: ({ changed }) => NAVIGATION + 2 * changed.records,
    cells: ({ changed, row, headers }) => changed.records * (row + 1) + 2 * headers,
    // More rows can be selected, and each is asked whether it is hidden, where there are more.
    grows: true,
  },
  /** The deal's stage, its dates, the reason and what is recorded, of which four are told in History. */
  'a stage for many selected deals': {
    ...write,
    cells: ({ changed: { records, cells, looked, rows, span }, headers, besides }) =>
      looked + rows * span + records * (cells + 4 * A_LINE_OF_HISTORY) + 2 * headers + besides,
    cacheBytes: null,
  },
  /** The look at who owns the records comes before what a new record takes. */
  'an activity for many selected rows': {
    ...write,
    spreadsheetCalls: 16,
    // Their values, then the new cells with their formats and the look at them.
    cells: ({ changed: { records, looked }, headers }) => looked / 2 + records * (35 + A_LINE_OF_HISTORY) + 2 * headers,
    navigation: 46,
    cacheBytes: null,
    modelledMilliseconds: 3_300,
  },
  'one value to many selected rows': { ...write, navigation: NAVIGATION, cells: changedCells, cacheBytes: null },
  'rename of a stage': {
    ...write,
    // Two tabs are written, and only reading tells which deals are in the stage: docs/decisions/0012-budgets.md.
    spreadsheetCalls: 14,
    navigation: NAVIGATION,
    cells: changedCells,
    cacheBytes: null,
    modelledMilliseconds: ({ changed }) => 3_200 + 0.07 * changed.rows,
  },
} as const satisfies Readonly<Record<string, Budget>>;

export type BudgetRow = keyof typeof BUDGETS;

/** Time and bytes are promised up to this many leads, deals in proportion; counts in the large case too. */
export const TIMES_HOLD_UP_TO = 10_000;

/** The figure that a limit comes to in a scene. */
export const limitIn = (limit: Limit | null, scene: Scene): number | null =>
  typeof limit === 'function' ? limit(scene) : limit;
