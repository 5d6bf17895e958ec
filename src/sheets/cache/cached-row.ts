import type { Found } from '../../domain/crm';
import type { FieldsOf } from '../../domain/fields';
import type { Activity, Opportunity } from '../../domain/records';
import type { Kept, TableOf } from '../record-rows';
import type { PackedRow } from './block';

/** A record as the cache knows it. */
export type CachedRow<R> = {
  /** Where it stood; people move rows. 0: not known. */
  readonly number: number;
  readonly found: Found<R>;
  /** Fields that were left out: too long, or of no use without the row itself. Blank in the record. */
  readonly left: readonly string[];
  /** Of an activity: what its deal goes by, where that is not the activity's own lead. */
  readonly via: string;
};

/** What few records have, at the end of a packed row. */
type Rest = {
  readonly odd?: Found<unknown>['odd'];
  readonly formulas?: readonly string[];
  readonly left?: readonly string[];
  readonly via?: string;
};

/** Longer texts are left out: they are read with the record. Those of activities are shown in lists, and searched. */
const LONGEST = { lead: 300, opportunity: 300, activity: 2_000 } as const;

export const fieldOf = (record: unknown, name: string): unknown => (record as Readonly<Record<string, unknown>>)[name];

export function packRow<R extends Kept>(row: CachedRow<R>, names: readonly string[], of: TableOf<R>): PackedRow {
  const { record, odd, formulas } = row.found;
  const fields = of.fields as FieldsOf<R> & Readonly<Record<string, { readonly kind: string } | undefined>>;
  const isLeft = (name: string, value: unknown) =>
    fields[name]?.kind === 'hidden' ||
    row.left.includes(name) ||
    (typeof value === 'string' && value.length > LONGEST[of.kind]);
  const left = names.filter((name) => isLeft(name, fieldOf(record, name)));
  const values = names.map((name) => (left.includes(name) ? '' : fieldOf(record, name)));
  // Of hidden texts every record has one: that they are left out is no news.
  const rest: Rest = {
    ...(Object.keys(odd).length > 0 && { odd }),
    ...(formulas.length > 0 && { formulas }),
    ...(left.some((name) => fields[name]?.kind !== 'hidden') && { left }),
    ...(row.via !== '' && { via: row.via }),
  };
  return Object.keys(rest).length > 0 ? [row.number, ...values, rest] : [row.number, ...values];
}

export function unpackRow<R extends Kept>(packed: PackedRow, names: readonly string[], of: TableOf<R>): CachedRow<R> {
  const values: Record<string, unknown> = {};
  names.forEach((name, at) => {
    values[name] = packed[at + 1];
  });
  const { odd = {}, formulas = [], left = [], via = '' } = (packed[names.length + 1] ?? {}) as Rest;
  const hidden = names.filter(
    (name) => (of.fields as FieldsOf<R> & Record<string, { kind: string }>)[name]?.kind === 'hidden',
  );
  return {
    number: packed[0] as number,
    // Packed from a record of this kind, by the same names.
    found: { record: values as unknown as R, odd, formulas },
    left: [...new Set([...left, ...hidden])],
    via,
  };
}

/**
 * What a record is looked up by: itself; an activity by the leads it is shown with, so that all of a lead lie together, else
 * by its deal.
 */
export function keysOf<R extends Kept>(
  of: TableOf<R>,
  { found: { record }, via }: Pick<CachedRow<R>, 'found' | 'via'>,
): readonly string[] {
  if (of.kind !== 'activity') return [record.id];
  const { leadId, opportunityId, id } = record as unknown as Activity;
  const leads = [...new Set([leadId, via])].filter((key) => key !== '');
  return leads.length > 0 ? leads : [opportunityId || id];
}

/** By what the activities of a deal are looked up. */
export const keyOfDeal = ({ id, leadId }: Pick<Opportunity, 'id' | 'leadId'>): string => leadId || id;
