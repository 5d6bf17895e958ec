/**
 * The whole conversation between the sidebar and the server: every method, what it takes, what it answers and how it
 * can fail. Everything that crosses is plain JSON: `google.script.run` loses Dates, and undefined becomes null.
 * Every method can also fail with `SHEET_BROKEN` (a tab or a required column is missing; the message names it) and
 * `QUOTA` (Google's limits). Those that write can fail with `BUSY` and `DENIED`.
 */

import type { ActivityFilter } from '../domain/activity-filter';
import type { Agenda } from '../domain/agenda';
import type {
  Attached,
  CaughtUp,
  DoneAction,
  Erased,
  Found,
  ImportResult,
  ManyChanged,
  Saved,
  Seen,
  Selected,
  Selection,
  Undone,
} from '../domain/crm';
import type { Day, Instant } from '../domain/day';
import type { Difference, ErrorCode, FieldValue } from '../domain/errors';
import type { RecordKind } from '../domain/ids';
import type { ImportPlan, ImportRow } from '../domain/import/rows';
import type { ActivityLine, LeadLine, OpportunityLine } from '../domain/lines';
import type { Moved } from '../domain/opportunity';
import type { OwnFields, OwnValue, OwnValues } from '../domain/own-fields';
import type { PackedRows } from '../domain/packed-rows';
import type { Past } from '../domain/past';
import type { About, Activity, Lead, Opportunity } from '../domain/records';
import type { Settings, Stage } from '../domain/settings';
import type { OwnViews } from '../domain/views';

export type { ActivityLine, ImportResult, LeadLine, OpportunityLine, Selected, Selection };

/** What the sidebar needs to draw itself. */
export type Start = {
  readonly version: string;
  /** Null: the file has no CRM yet. */
  readonly settings: Settings | null;
  /** Of the file, such as `en_US`. */
  readonly locale: string;
  /** Of the file, such as `Europe/Madrid`: moments are shown by its clocks. */
  readonly timeZone: string;
  readonly today: Day;
  /** Address of the user, or '' where Google does not tell. */
  readonly user: string;
  /** False: everything can be looked at, and every write would be `DENIED`. */
  readonly canEdit: boolean;
  /** Of this user; null where Google did not tell them now. */
  readonly views: OwnViews | null;
  /** Null where no record is selected, or nobody looked yet. */
  readonly selected: Selected | null;
  /** Columns that people added to the tabs of records, as far as these were read: else `ownFields` tells after the lists. */
  readonly ownFields: OwnFields;
  /** The newest of each, for the first screen; null where they were not at hand, so that they come with the lists. */
  readonly first: FirstLines | null;
};

export type FirstLines = {
  readonly leads: Lines<LeadLine>;
  readonly opportunities: Lines<OpportunityLine>;
  /** The most urgent open tasks; null where they were not at hand. */
  readonly tasks: FirstTasks | null;
  /** How many there are in all. */
  readonly counts: { readonly leads: number; readonly opportunities: number };
};

export type FirstTasks = {
  readonly lines: Lines<ActivityLine>;
  /** Of all open tasks. */
  readonly count: number;
  readonly overdue: number;
  /** Whether the tab has a column for how tasks repeat: files made before it have none. */
  readonly canRepeat: boolean;
};

/** What a day asks for; of leads and deals the ids, because the panel has their lines. */
export type Today = Omit<Agenda<never>, 'tasks'> & {
  readonly tasks: Lines<ActivityLine>;
  readonly canRepeat: boolean;
};

/** Lines as rows of values in the order of `fields`: half the size of objects. */
export type Lines<Line> = {
  readonly fields: readonly (keyof Line & string)[];
  readonly rows: readonly (readonly FieldValue[])[];
};

/** All lines of one kind, their rows packed. */
export type AllLines<Line> = Pick<Lines<Line>, 'fields'> &
  PackedRows & {
    /** Whoever asks later what changed sends as many digests (src/domain/digest.ts). */
    readonly blocks: number;
  };

/** Of the blocks that were asked about those that differ, with every line that is in them now. */
export type ChangedLines<Line> = AllLines<Line> & { readonly changed: readonly number[] };

export interface Contract {
  /** Everything for the first screen. */
  start(input: Nothing): Start;
  /** Makes the tabs of the CRM, or completes them; running it again changes nothing. */
  setUp(input: Nothing): Start;
  /** The user's saved views of this file. */
  views(input: Nothing): OwnViews;
  /**
   * Keeps all views as they are given; nothing is written into the file. `seen`: the revision that the user was looking at.
   * `CONFLICT` if another window saved first, `INVALID` where names are blank or the same, or there is no room, `QUOTA`.
   */
  saveViews(input: Pick<OwnViews, 'views' | 'owner'> & { readonly seen: number }): OwnViews;
  /** The record under the cursor, or null. One row is read; where several are selected they are counted, and none is read. */
  selected(input: Nothing): Selected | null;
  /**
   * The records in the rows that are selected, without those that a filter or somebody hides: of up to 200 rows, and none of more
   * than 500. What a filter view hides nobody can tell. Fails with `NOT_FOUND` where no tab of records is in front, `BUSY`.
   */
  selection(input: Nothing): Selection;
  /** All leads in short. */
  leadLines(input: Nothing): AllLines<LeadLine>;
  /** All deals in short. */
  opportunityLines(input: Nothing): AllLines<OpportunityLine>;
  /** Leads in short, as far as they differ from those that the client has: `since` holds the digest of each block of its lines. */
  changedLeadLines(input: { readonly since: readonly string[] }): ChangedLines<LeadLine>;
  /** As `changedLeadLines`. */
  changedOpportunityLines(input: { readonly since: readonly string[] }): ChangedLines<OpportunityLine>;
  /** Columns that people added to those tabs of records that were read, such as by the same request. */
  ownFields(input: Nothing): OwnFields;
  /** Fails with `NOT_FOUND`. */
  lead(input: { readonly id: string }): Found<Lead>;
  /** Fails with `NOT_FOUND`. */
  opportunity(input: { readonly id: string }): Found<Opportunity>;
  /** Fails with `NOT_FOUND`. */
  activity(input: { readonly id: string }): Found<Activity>;
  /** What the day asks for, of one owner or of everybody (''): the first 200 of each kind, and how many there are. */
  today(input: { readonly owner: string }): Today;
  /** 200 activities from the place `skip` on. */
  activities(input: ActivityFilter & { readonly skip: number }): ActivityPage;
  /** Activities of a lead (its deals' included) or of a deal, newest first: at most 51, and 50 more that are open tasks. */
  timeline(input: About): readonly Activity[];
  /** What History says of a lead or a deal itself: the newest 100 lines. Nothing of a record that is not there. */
  historyOf(input: About): Past;
  /** Adds a lead under the id that the client made; the same call twice adds one. Fails with `INVALID`. */
  createLead(input: { readonly id: string; readonly fields: LeadChanges }): Found<Lead>;
  /** Adds a deal, in the first stage where none is named; `leadId` must be a lead's. Fails with `INVALID`, `NOT_FOUND`. */
  createOpportunity(input: { readonly id: string; readonly fields: NewOpportunity }): Found<Opportunity>;
  /**
   * Writes the changed fields that still are as seen, or as wanted already; the others come back as `conflicts`.
   * `CONFLICT` if that is all of them. The same call again completes what Google cut short.
   */
  changeLead(input: Change<LeadChanges>): Saved<Lead>;
  /** As `changeLead`. Stage and pipeline are changed by `moveOpportunity` alone. */
  changeOpportunity(input: Change<OpportunityChanges>): Saved<Opportunity>;
  /**
   * Puts a deal into another stage and dates the move. `undone`: this move undoes another, and brings back what that one
   * wrote over. `CONFLICT` if someone moved it elsewhere first.
   */
  moveOpportunity(input: {
    readonly id: string;
    readonly pipeline: string;
    readonly stage: string;
    readonly seen: { readonly pipeline: string; readonly stage: string };
    readonly undone?: Moved;
  }): Saved<Opportunity>;
  /**
   * Makes a deal of a lead: the deal, the lead's status and a note, all or nothing. The same call again completes what
   * Google cut short. Fails with `INVALID`, `NOT_FOUND`, `CONFLICT` (the status is not as seen).
   */
  convertLead(input: {
    readonly id: string;
    readonly status: string;
    readonly seen: { readonly status: string };
    readonly opportunity: { readonly id: string; readonly fields: NewOpportunity };
    readonly activityId: string;
  }): Converted;
  /** Sets one field of up to 500 records, such as those selected in the grid. Fails with `INVALID`. */
  changeMany(input: ManyChange): ManyChanged;
  /** Puts up to 500 deals into a stage, each wholly or not at all. `lostReason`: of those that are lost by it. Fails with `INVALID`. */
  moveMany(input: ManyMove): ManyChanged;
  /** Gives up to 500 leads a tag, or takes it from them; their other tags stay. Fails with `INVALID`. */
  tagMany(
    input: OneAction & { readonly ids: readonly string[]; readonly tag: string; readonly isAdded: boolean },
  ): ManyChanged;
  /**
   * Notes the same on up to 500 leads or deals, an activity each; those that are gone come back as `missing`. The same call twice
   * logs once. Fails with `INVALID`.
   */
  logMany(input: ManyLog): ManyLogged;
  /**
   * Gives a stage another name, in Settings and in all its deals. Fails with `INVALID`, also where a formula keeps a deal
   * in it, `CONFLICT`.
   */
  renameStage(input: { readonly pipeline: string; readonly from: string; readonly to: string }): {
    readonly opportunities: number;
  };
  /** What would go with a lead or a deal that is deleted. Fails with `NOT_FOUND`. */
  attached(input: About): Attached;
  /**
   * Deletes a lead with its deals and activities, a deal with its activities, or an activity. `CONFLICT` if more hangs on
   * it than the user was told. Answers with the action, to undo it by. A record that is gone already counts as deleted.
   */
  deleteRecord(input: { readonly kind: RecordKind; readonly id: string; readonly seen: Attached }): {
    readonly action: string;
  };
  /** The user's last actions that can be undone, newest first, at most 20. */
  lastActions(input: Nothing): readonly DoneAction[];
  /** Takes an action back, as far as nobody changed its values since. Fails with `NOT_FOUND`. */
  undo(input: { readonly action: string }): Undone;
  /**
   * Erases a person: the lead, its activities, and every value of them in History; deals stay without a name. Leaves a line
   * that something was erased. Cannot be undone. Fails with `NOT_FOUND`.
   */
  erasePerson(input: { readonly id: string }): Erased;
  /** Logs in History what was changed in the grid, and tells which rows wait for an id or share one. */
  catchUp(input: Nothing): CaughtUp;
  /**
   * Gives the waiting rows of a tab ids and dates; a row whose id was emptied gets it back where History knows it. Of rows that lie scattered
   * the first hundred groups: those that still wait are a matter of another call. `CONFLICT` where people moved rows in that moment and it could not be put right.
   */
  adoptRows(input: { readonly kind: RecordKind }): { readonly adopted: number };
  /**
   * Gives all rows with this id a new one but for the row that keeps it. `rows`: as they were shown. `CONFLICT` if they are
   * not as shown any more. The same call again completes what Google cut short. Fails with `INVALID` where not one row keeps it.
   */
  repairIds(input: {
    readonly kind: RecordKind;
    readonly id: string;
    readonly rows: readonly { readonly row: number; readonly name: string; readonly keeps: boolean }[];
  }): { readonly repaired: number };
  /**
   * Activities whose subject, details and columns of people's own hold every word of the text, without regard to case and accents;
   * newest first, at most 50.
   */
  searchActivities(input: { readonly text: string }): readonly Activity[];
  /** Notes a call, e-mail, meeting, note or task on a lead or a deal. */
  logActivity(input: {
    readonly id: string;
    readonly about: About;
    readonly type: string;
    readonly subject: string;
    readonly details: string;
    readonly due: Day | null;
    readonly repeat?: string;
  }): Activity;
  /**
   * As `changeLead`; where it is linked to another lead or deal any difference is a `CONFLICT`. To link it to a deal links it
   * to that deal's lead as well. Also fails with `NOT_FOUND` where the lead or deal is gone.
   */
  changeActivity(input: Change<ActivityChanges>): Saved<Activity>;
  /**
   * Dates a task as done and, where it repeats, adds the next one. The same call again completes what Google cut short,
   * under the same action; no task has two next ones. `CONFLICT` if it is not open as seen.
   */
  completeTask(input: {
    readonly id: string;
    readonly doneAt: Instant;
    readonly seen: Seen<Pick<Activity, 'doneAt'>>;
  }): Completed;
  /** Adds stages that an import found; those that exist stay as they are. Answers with all stages. */
  addStages(input: { readonly stages: readonly Stage[] }): readonly Stage[];
  /**
   * Imports up to 1,000 rows of a file. The same rows twice are added once. `SHEET_BROKEN`, and nothing is added, where a
   * field of the plan has no column; without rows nothing but that is looked at.
   */
  importRows(input: { readonly plan: ImportPlan; readonly rows: readonly ImportRow[] }): ImportResult;
}

export type Nothing = Readonly<Record<string, never>>;

/** Fields that a form can set. What the CRM keeps itself (ids, dates of change, the stage) is not among them. */
export type LeadChanges = Partial<Omit<Lead, 'id' | 'createdAt' | 'updatedAt'>> & OwnValues;
export type OpportunityChanges = Partial<
  Omit<
    Opportunity,
    'id' | 'lead' | 'pipeline' | 'stage' | 'createdAt' | 'updatedAt' | 'stageSince' | 'closedAt' | 'recorded'
  >
> &
  OwnValues;

export type ActivityChanges = Partial<Omit<Activity, 'id' | 'createdBy' | 'createdAt'>> & OwnValues;

/** `next`: null where the task does not repeat, or that one is done already. `action`: to undo it by. */
export type Completed = { readonly task: Saved<Activity>; readonly next: Activity | null; readonly action: string };

export type ActivityPage = { readonly lines: Lines<ActivityLine>; readonly count: number };

/** A new deal may begin in any stage; later ones are moves. */
export type NewOpportunity = OpportunityChanges & Partial<Pick<Opportunity, 'pipeline' | 'stage'>>;

/**
 * `seen`: what the user was looking at, of the very fields that change: values, and the text in `odd` where a cell holds
 * something that its field cannot read.
 */
export type Change<Fields> = { readonly id: string; readonly changes: Fields; readonly seen: Seen<Fields> };

/** `action`: to undo it by. */
export type Converted = {
  readonly lead: Found<Lead>;
  readonly opportunity: Found<Opportunity>;
  readonly activity: Activity;
  readonly action: string;
};

/** Made by the client: what the same call again has still to do belongs to the same action, which one undo takes back. */
export type OneAction = { readonly action?: string };

/** The new value of a field, and of each record the old one as the user saw it. */
export type ManyChange = OneAction & {
  readonly kind: RecordKind;
  readonly field: string;
  readonly value: OwnValue;
  readonly records: readonly { readonly id: string; readonly seen: OwnValue }[];
};

/** Where each deal was as the user saw it. */
export type ManyMove = OneAction & {
  readonly pipeline: string;
  readonly stage: string;
  readonly lostReason?: string;
  readonly records: readonly {
    readonly id: string;
    readonly seen: { readonly pipeline: string; readonly stage: string };
  }[];
};

/** `activityId`: made by the client. */
export type ManyLog = OneAction & {
  readonly kind: 'lead' | 'opportunity';
  readonly records: readonly { readonly id: string; readonly activityId: string }[];
  readonly type: string;
  readonly subject: string;
  readonly details: string;
  readonly due: Day | null;
};

/** `action`: to undo it by; null where nothing was logged. */
export type ManyLogged = {
  readonly logged: number;
  readonly missing: readonly string[];
  readonly action: string | null;
};

export type MethodName = keyof Contract;
export type InputOf<M extends MethodName> = Parameters<Contract[M]>[0];
export type AnswerOf<M extends MethodName> = ReturnType<Contract[M]>;

/** One request may carry several calls; they run in order, each under its own lock. */
export type Request = { readonly calls: readonly { readonly method: string; readonly input: unknown }[] };

export type Failure = {
  readonly code: ErrorCode | 'BUG';
  readonly message: string;
  readonly field: string | null;
  readonly differences: readonly Difference[];
};

export type Answer<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

/** The answers in the order of the calls; or one failure, where the request itself could not be read. */
export type Response = { readonly answers: readonly Answer[] };
