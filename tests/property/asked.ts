import type { FieldValue } from '../../src/domain/errors';
import type { Cells, Content, State, Step, Tab } from './sheet-state';

/** A cell that a user wants changed, and what they saw in it; null: they did not look. */
export type Want = {
  readonly tab: Tab;
  readonly id: string;
  readonly field: string;
  readonly column: string;
  /** What is to stand there, or what is to become of what stands there. */
  readonly content: Content | ((there: Content) => Content);
  readonly seen: Content | null;
};

/** A row of a tab, by what tells it apart. */
export type RowOf = { readonly tab: Tab; readonly row: string };

export type Renaming = { readonly pipeline: string; readonly from: string; readonly to: string };

/** What an action may do to the sheet; anything else that it does is harm. */
export type Licence = {
  readonly wants?: readonly Want[];
  /** New records, with what the user filled in. `about`: without that record none is made. */
  readonly makes?: readonly {
    readonly tab: Tab;
    readonly id: string;
    readonly cells: Cells;
    readonly about?: string;
  }[];
  /** Cells of these records that the CRM keeps up by itself. */
  readonly derives?: readonly { readonly tab: Tab; readonly id: string; readonly columns: readonly string[] }[];
  /** Rows that go, of those that are there. */
  readonly deletes?: (there: State) => readonly RowOf[];
  /** What an earlier action did to the sheet, which is taken back as far as nobody changed it since. */
  readonly undoes?: Step;
  /** The ids of the rows that it changed, as they were then. */
  readonly idOf?: (tab: Tab, row: string) => string;
  /** Rows that may come back with it. */
  readonly perhaps?: Step['went'];
  /** Blank cells that are filled in whatever record they are of. */
  readonly fills?: { readonly tab: Tab; readonly columns: readonly string[] };
  /** Cells of any record of a tab that the CRM keeps up by itself. */
  readonly keepsUp?: { readonly tab: Tab; readonly columns: readonly string[] };
  /** A stage whose deals go along when its name changes. */
  readonly renames?: Renaming;
  /** What is undone may be undone in part: a person took lines of it out of History. */
  readonly isPartial?: boolean;
  /** Leads that were erased: what comes back may come without them. */
  readonly parted?: ReadonlySet<string>;
  /** A lead of whom nothing is left; its deals stay, without it. */
  readonly erases?: string;
  /** Of the tabs that were there it writes this one alone, and none of the records. */
  readonly reports?: boolean;
  /** Copied rows that get another id. */
  readonly renumbers?: readonly RowOf[];
};

/** `method`: of the contract, or what an entry of the menu is called. */
export type Asked = { readonly method: string; readonly input: unknown; readonly licence: Licence; readonly tab: Tab };

export const wanted = ({ content }: Want, there: Content): Content =>
  typeof content === 'string' ? content : content(there);

export const contentOf = (value: FieldValue): Content => (value === null || value === '' ? '' : JSON.stringify(value));

export const pick = <T>(items: readonly T[], n: number): T => items[n % items.length]!;
