import type { Calendar } from './calendar';
import type { Instant } from './day';
import type { CrmError, Difference, FieldValue } from './errors';
import type { EditedCells, EditRules, LookedOver, Noticed, SharedId, ShownRow } from './grid';
import type { Logged } from './history';
import type { RecordKind } from './ids';
import type { Many, ManyDone, ManyKept } from './many';
import type { About, Activity, Lead, Opportunity } from './records';
import type { Settings, Stage } from './settings';
import type { OwnViews } from './views';

/** A record with what the sheet says about its cells. */
export type Found<R> = {
  readonly record: R;
  /** Fields whose cell holds something the field cannot read, with what stands there. Kept as it is by every save. */
  readonly odd: { readonly [field: string]: string };
  /** Fields whose cell holds a formula: shown, never written. */
  readonly formulas: readonly string[];
};

/** A record after a save of some of its fields. */
export type Saved<R> = Found<R> & {
  /** Fields that were not written, because somebody changed them first. */
  readonly conflicts: readonly Difference[];
  /** What somebody did to the sheet in the very moment of the save and what was put right: a sentence, or ''. */
  readonly notice: string;
};

/** What the user was looking at: values, and where a cell holds something odd, the text that stands there. */
export type Seen<R> = { readonly [K in keyof R]?: R[K] | string };

/** What is selected in the grid: the record of a row, or several rows. */
export type Selected = SelectedRecord | SelectedRows;

export type SelectedRecord =
  | { readonly kind: 'lead'; readonly found: Found<Lead> }
  | { readonly kind: 'opportunity'; readonly found: Found<Opportunity> }
  | { readonly kind: 'activity'; readonly found: Found<Activity> };

/** Several rows of one tab below its header, hidden ones and such without a record among them. `at`: which, as `A2:C9, A20:C20`. */
export type SelectedRows = {
  readonly kind: 'rows';
  readonly of: RecordKind;
  readonly count: number;
  readonly at: string;
};

/** The records in the selected rows, for what is done with all of them. */
export type Selection = {
  readonly of: RecordKind;
  /** Of all rows. */
  readonly count: number;
  /** None where there are more rows than can be changed at once. */
  readonly records: readonly SelectedOne[];
  /** Rows left out because a filter or somebody hides them. */
  readonly hidden: number;
  /** False: there are so many rows that nobody looked which of them are hidden. */
  readonly isChecked: boolean;
  /** Rows left out because they hold no record, or one that another row holds too. */
  readonly others: number;
};

/** `seen`: what the record holds of the fields that can be set for many. */
export type SelectedOne = {
  readonly id: string;
  readonly name: string;
  readonly seen: { readonly [field: string]: FieldValue };
};

/** Where a change came from, as History names it. */
export type How = 'sidebar' | 'import' | 'grid' | 'undo' | 'repair';

/**
 * One part of a user action. Everything it needs was read when it was made; now it can be written, and looked at again
 * after the commit: people hold no lock, and somebody may have moved rows or columns under the pen.
 */
export type Step<T> = { write(): void; confirm(): T };

export type Results<S extends readonly Step<unknown>[]> = { [K in keyof S]: S[K] extends Step<infer T> ? T : never };

/** A tab of records. All methods look rows up by id at the moment of the call. */
export type Table<R> = {
  /** Of its tab, as people named it. */
  readonly name: string;
  /** As `columns`, for a list to look at: may be some minutes old. */
  lines<K extends keyof R & string>(fields: readonly K[]): readonly Pick<R, K>[];
  /** Some fields of every record: moves fewer cells than `all`. */
  columns<K extends keyof R & string>(fields: readonly K[]): readonly Pick<R, K>[];
  /** Some fields of those of these records that are there: as many calls for two as for two hundred. */
  some<K extends keyof R & string>(ids: ReadonlySet<string>, fields: readonly K[]): readonly Pick<R, K>[];
  /** Throws `NOT_FOUND`. */
  get(id: string): Found<R>;
  /** The same, for what is made of it: no column was moved as it was read. A call more. Throws `NOT_FOUND`, `BUSY`. */
  getSurely(id: string): Found<R>;
  /** Every record with all that stands in its row, people's own columns and formulas too. */
  wholes(): readonly Found<R>[];
  /** The record alone, in fewer calls than `get`. Throws `NOT_FOUND`. */
  peek(id: string): R;
  /** Headers of those fields that have no column in the tab, but for what the CRM keeps up by itself and can go without. */
  missing(fields: readonly string[]): readonly string[];
  /** As `add`, for one record; answers with what stands in the sheet then. */
  create(record: R, filledIn: readonly string[]): Found<R>;
  /** The same as a part of a larger action. `mayDiffer`: one that is there already may have been changed since. */
  creating(record: R, filledIn: readonly string[], mayDiffer?: boolean): Step<Found<R>>;
  /**
   * Adds what is not there yet; ids that are known are left alone, so that the same call twice adds once. `filledIn` names
   * the fields that come from the user: throws `SHEET_BROKEN` where one of them is `missing`.
   */
  add(records: readonly R[], filledIn: readonly string[]): { readonly added: number; readonly known: number };
  /**
   * Writes what `decide` makes of the record as it stands now: changed cells only. `seen` is what the user looked at; a
   * field where that differs now is left out of the changes, unless it is what the user asks for already. Throws
   * `CONFLICT` where nothing is left, `NOT_FOUND`, `INVALID` (a formula in the way), `DENIED` (a protected cell).
   */
  change(id: string, seen: Seen<R>, asked: Partial<R>, decide: (record: R, changes: Partial<R>) => R): Saved<R>;
  /** The same for an action that happens wholly or not at all: any difference is a `CONFLICT`. */
  act(id: string, seen: Seen<R>, asked: Partial<R>, decide: (record: R) => R): Saved<R>;
  /** As many calls for two records as for two thousand. Throws `DENIED`, `CONFLICT`, `BUSY`. */
  setMany(request: Many<R>, now: Instant): ManyDone;
  /** Either of them as a part of a larger action. */
  changing(
    id: string,
    seen: Seen<R>,
    asked: Partial<R>,
    decide: (record: R, changes: Partial<R>) => R,
    isWhole: boolean,
  ): Step<Saved<R>>;
  /**
   * Looks what people did to the rows by hand. What `notice` says of a record goes into History, and the record remembers
   * it; null where the records of this tab remember nothing.
   */
  lookOver(notice: ((found: Found<R>) => Noticed<R> | null) | null): LookedOver;
  /** Takes in what somebody did in the grid a moment ago. */
  edited(edit: EditedCells, rules: EditRules<R>): void;
  /** Gives the rows that wait for one an id, and fills their blank cells from `complete`; answers with their number. */
  adopt(complete: (records: readonly R[]) => readonly R[]): number;
  /**
   * Gives all rows with an id a new one but for the row that keeps it; `renew` makes of each the record it becomes. Throws
   * `CONFLICT` where the rows are not as shown, `INVALID`.
   */
  giveNewIds(id: string, shown: readonly ShownRow[], renew: (record: R) => R): number;
};

/** What an import has done with some rows of a file. */
export type ImportResult = {
  readonly added: number;
  /** Rows whose record was there already, from an earlier try of the same chunk. */
  readonly known: number;
  readonly refused: readonly { readonly row: number; readonly reason: string }[];
  /** Deals that name no lead, or none that is known. */
  readonly unlinked: number;
};

/** What belongs to a lead or a deal and goes with it when it is deleted. */
export type Attached = { readonly deals: number; readonly activities: number };

/** A user action as History knows it. */
export type DoneAction = {
  readonly action: string;
  readonly at: Instant;
  readonly how: How;
  readonly what: 'created' | 'changed' | 'deleted' | 'restored';
  /** Of the record it was about, or of the first of several: the lead, or deal, before what hangs on it. */
  readonly kind: RecordKind;
  readonly id: string;
  /** As people know that record; '' where nobody can tell any more. */
  readonly name: string;
  /** Headers of what was changed in it. */
  readonly fields: readonly string[];
  readonly records: number;
};

/** What undoing an action came to. */
export type Undone = {
  readonly records: number;
  /** Values that somebody changed since, which stay as they are. */
  readonly kept: readonly (Difference & { readonly kind: RecordKind; readonly id: string })[];
  /** What could not be undone for another reason, each a sentence. */
  readonly notices: readonly string[];
};

export type Erased = { readonly activities: number; readonly deals: number; readonly historyLines: number };

/** What hangs on a record, and whether the record itself is in the sheet. */
export type Belongings = Attached & { readonly isThere: boolean };

/** Ids of records, by kind. */
export type Ids = { readonly [K in RecordKind]: readonly string[] };

/** What came of bringing deleted records back. */
export type Restored = { readonly records: number; readonly notices: readonly string[] };

/** What was done with many records. */
export type ManyChanged = {
  /** By this action, whether this call of it wrote them or an earlier one whose answer was lost: not those that held it before. */
  readonly changed: number;
  /** Records that stay as they are. `by`: who changed them first, as far as History tells. */
  readonly kept: readonly (ManyKept & Pick<Difference, 'by'>)[];
  /** Ids that are no longer in the sheet. */
  readonly missing: readonly string[];
  /** To undo it by; null where nothing was changed. */
  readonly action: string | null;
};

/** A row of a tab as its people would know it again. */
export type NamedRow = { readonly row: number; readonly name: string };

/** What the rows of the tabs say that nobody has told the CRM yet. */
export type CaughtUp = {
  /** Changes made in the grid that went into History now. */
  readonly logged: number;
  /** Rows typed or pasted by hand that wait for an id, by tab. */
  readonly waiting: readonly { readonly kind: RecordKind; readonly rows: readonly NamedRow[] }[];
  /** Ids that stand in several rows: somebody copied a row. `keeps`: the row that is the last known record. */
  readonly twice: readonly (SharedId & { readonly kind: RecordKind })[];
};

/** The stages of a pipeline report. Won and lost deals are no pipeline: they come apart. */
export type PipelineReport = { readonly open: readonly Stage[]; readonly closed: readonly Stage[] };

/** Whole records, as they go and come back. */
export type Bin = {
  /** What hangs on a record: a few calls however long the tabs are. */
  belongings(kind: RecordKind, id: string): Belongings;
  /** Takes a record out with what hangs on it, unless `refusal` has something against what does; otherwise as `remove`. */
  removeWhole(kind: RecordKind, id: string, action: string, refusal: (there: Attached) => CrmError | null): void;
  /**
   * Takes records out of the sheet, activities first and leads last, after History got all that is in their rows. The same
   * call again goes on where Google cut it short. `action`: the one under which History has them.
   */
  remove(ids: Ids, action: string): void;
  /** Throws `SHEET_BROKEN` where one of these ids stands twice, so that an action which touches them could not be whole. */
  refuseCopies(ids: Ids): void;
  /**
   * Brings records back from the lines that History has of their deletion, each once, with all that stood in their rows. The
   * same call again completes what Google cut short.
   */
  restore(deletions: readonly Logged[]): Restored;
};

/** What History says, oldest line first. */
export type Log = {
  /** The lines that stand lowest. */
  newest(count: number): readonly Logged[];
  /** What came to it since an action began, its own lines among it. */
  since(action: string): readonly Logged[];
  /** The newest lines about a record, as far as they are not too far apart to be read while somebody waits, and how many are left. */
  of(id: string, count: number): { readonly lines: readonly Logged[]; readonly left: number };
  /** How many lines an action has. */
  count(action: string): number;
};

/** What a user keeps in this file for themselves alone. */
export type Own = {
  read(): OwnViews;
  /** Throws `INVALID`, `QUOTA`. */
  write(views: OwnViews): void;
};

/** What the add-on can do with one spreadsheet. Services ask for this and know no cells. */
export type Crm = {
  readonly settings: Settings;
  readonly leads: Table<Lead>;
  readonly opportunities: Table<Opportunity>;
  readonly activities: Table<Activity>;
  /** Of the file's time zone. */
  readonly calendar: Calendar;
  readonly now: Instant;
  /** Address of the user, or '' where Google does not tell. */
  readonly user: string;
  /** All activities of a lead, those of its deals included, or of a deal. */
  activitiesAbout(about: About): readonly Activity[];
  /** All activities whose subject, details and columns of people's own hold every word of a text, without regard to case and accents. */
  activitiesHolding(text: string): readonly Activity[];
  /** Some fields of every activity, for a list to look at: may be some minutes old; of long details nothing. */
  activityFields<K extends keyof Activity & string>(fields: readonly K[]): readonly Pick<Activity, K>[];
  /** Throws `INVALID`, naming the stages there are. */
  stage(pipeline: string, name: string): Stage;
  addStages(stages: readonly Stage[]): void;
  readonly bin: Bin;
  readonly log: Log;
  readonly own: Own;
  readonly eraser: {
    /** Takes a person out of the tabs and out of History. The same call again completes it. Throws `NOT_FOUND`. */
    erase(id: string): Erased;
  };
  /** Under which History has what is done. */
  readonly action: string;
  /** What is done from here on belongs to this action: it goes on with one that Google cut short. */
  goOnWith(action: string): void;
  /** Gives a stage another name in Settings, or finds that it has it. Throws `INVALID`, `CONFLICT`. */
  renameStage(pipeline: string, from: string, to: string): void;
  /** Writes the parts of one action, commits them together and looks at each again. */
  carryOut<const S extends readonly Step<unknown>[]>(steps: S): Results<S>;
  /** Logs what was heard of the grid while a save was under way; answers with the number of changes. */
  logHeard(): number;
  /** Writes the report tab afresh and shows it; answers with the tab's name. */
  writePipelineReport(report: PipelineReport): string;
};
