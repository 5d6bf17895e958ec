import type { Day, Instant } from './day';
import type { RecordKind } from './ids';

export const OWN_KINDS = [
  'general',
  'text',
  'choice',
  'checkbox',
  'number',
  'money',
  'percent',
  'day',
  'instant',
] as const;

/** What a column of the user's own holds: told from its validation and number format, else from what stands in it. */
export type OwnKind = (typeof OWN_KINDS)[number];

/** The name of a field of the user's own: a plus and the header of its column, so that it is never one of ours. */
export type OwnName = `+${string}`;

/** A column that people added to a tab of records: a field like any other. */
export type OwnField = {
  readonly name: OwnName;
  readonly header: string;
  readonly kind: OwnKind;
  /** What its dropdown offers. */
  readonly options: readonly string[];
};

/** What a cell of such a column holds, whatever its kind says. A date is a day where it has no time. Blank is null. */
export type OwnValue = string | number | boolean | Day | Instant | null;

/** Values of the user's own fields, beside those of ours. */
export type OwnValues = { readonly [name: OwnName]: OwnValue };

/** The own fields of each tab of records, in the order of its columns. */
export type OwnFields = { readonly [K in RecordKind]: readonly OwnField[] };

export const isOwnName = (name: string): name is OwnName => name.startsWith('+') && name.length > 1;
