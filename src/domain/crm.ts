import type { Calendar } from './calendar';
import type { Instant } from './day';
import type { Activity, Lead, Opportunity } from './records';
import type { Settings, Stage } from './settings';

/** A record with what the sheet says about its cells. */
export type Found<R> = {
  readonly record: R;
  /** Fields whose cell holds something the field cannot read, with what stands there. Kept as it is by every save. */
  readonly odd: { readonly [field: string]: string };
  /** Fields whose cell holds a formula: shown, never written. */
  readonly formulas: readonly string[];
};

/** What the user was looking at: values, and where a cell holds something odd, the text that stands there. */
export type Seen<R> = { readonly [K in keyof R]?: R[K] | string };

/** The record of a row that is selected in the grid. */
export type Selected =
  | { readonly kind: 'lead'; readonly found: Found<Lead> }
  | { readonly kind: 'opportunity'; readonly found: Found<Opportunity> }
  | { readonly kind: 'activity'; readonly found: Found<Activity> };

/** Where a change came from, as History names it. */
export type How = 'sidebar' | 'import' | 'grid' | 'undo' | 'repair';

/** A tab of records. All methods look rows up by id at the moment of the call. */
export type Table<R> = {
  /** Of its tab, as people named it. */
  readonly name: string;
  /** Every record, in the order of the rows. */
  all(): readonly R[];
  /** Some fields of every record: moves fewer cells than `all`. */
  columns<K extends keyof R & string>(fields: readonly K[]): readonly Pick<R, K>[];
  /** Throws `NOT_FOUND`. */
  get(id: string): Found<R>;
  /** Headers of those fields that have no column in the tab, but for what the CRM keeps up by itself and can go without. */
  missing(fields: readonly string[]): readonly string[];
  /** As `add`, for one record; answers with what stands in the sheet then. */
  create(record: R, filledIn: readonly (keyof R & string)[]): Found<R>;
  /**
   * Adds what is not there yet; ids that are known are left alone, so that the same call twice adds once. `filledIn` names
   * the fields that come from the user: throws `SHEET_BROKEN` where one of them is `missing`.
   */
  add(
    records: readonly R[],
    filledIn: readonly (keyof R & string)[],
  ): { readonly added: number; readonly known: number };
  /**
   * Writes what `decide` makes of the record as it stands now: changed cells only. `seen` is what the user looked at;
   * where that differs now, nothing is written, unless it is what the user asks for already. Throws `CONFLICT`,
   * `NOT_FOUND`, `INVALID` (a formula in the way).
   */
  change(id: string, seen: Seen<R>, asked: Partial<R>, decide: (record: R) => R): Found<R>;
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

/** The stages of a pipeline report. Won and lost deals are no pipeline: they come apart. */
export type PipelineReport = { readonly open: readonly Stage[]; readonly closed: readonly Stage[] };

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
  addStages(stages: readonly Stage[]): void;
  /** Writes the report tab afresh and shows it; answers with the tab's name. */
  writePipelineReport(report: PipelineReport): string;
};
