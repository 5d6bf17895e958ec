import type { FieldValue } from './errors';

/** One value for a field of many records, or one for each. */
export type Many<R> = {
  readonly name: string;
  /** `now`: what the record holds. */
  readonly valueFor: (id: string, now: unknown) => unknown;
  /** Other fields that the choice needs. */
  readonly reads: readonly (keyof R & string)[];
  /** Only of these; absent: of all. */
  readonly ids?: ReadonlySet<string>;
  /** Whether a record gets the value, by what it holds now: the value, or the text of an odd cell. */
  readonly gets: (record: { readonly id: string; readonly now: unknown; readonly values: Partial<R> }) => boolean;
  /** Other fields that change with it: all of a record's go in, or none. */
  readonly along?: Along<R>;
  /** A field that depends on it, such as what was last recorded. */
  readonly also?: Also<R>;
  /** The records themselves do not change by it: their date of change stays. */
  readonly isQuiet?: boolean;
  /** The pipeline of which this renames a stage: each line of History says it. */
  readonly renamesIn?: string;
  /**
   * What comes before the first write, such as another part of the action. Gets the rows that a formula keeps from getting
   * the value; where it throws, nothing is written.
   */
  readonly first?: (calculated: readonly number[]) => void;
};

/** `fields` are among those that the choice reads. What `valuesFor` leaves as it is, is not written. */
export type Along<R> = {
  readonly fields: readonly (keyof R & string)[];
  readonly valuesFor: (record: {
    readonly id: string;
    readonly now: unknown;
    readonly values: Partial<R>;
  }) => Partial<R>;
};

/** `valueFor`: by what stood there; null where the tab is too long to read that along. */
export type Also<R> = {
  readonly name: keyof R & string;
  readonly valueFor: (before: string | null, id: string) => string;
};

export type ManyDone = {
  /** Records that hold the value now. */
  readonly done: readonly string[];
  /** Those of them that got it now: the others held it already. */
  readonly written: readonly string[];
  /** Records that do not get it, with what they hold. */
  readonly kept: readonly ManyKept[];
};

/**
 * `copied`: its row was copied, so that nobody knows which of them is meant. `repeats`: a task that comes again when it is
 * done, which is for one at a time.
 */
export type ManyKept = {
  readonly id: string;
  readonly now: FieldValue;
  readonly why: 'changed' | 'formula' | 'copied' | 'repeats';
};
