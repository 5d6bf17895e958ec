import type { Found } from '../../domain/crm';
import { isAsRecorded, recordOf } from '../../domain/opportunity';
import type { Activity, Opportunity } from '../../domain/records';
import { fieldOf, type Name } from '../row-values';
import type { Kept, TableOf } from '../tab-columns';
import type { PackedRow } from './block';

/** A record as the cache knows it. */
export type CachedRow<R> = {
  /** Where it stood; people move rows. 0: not known. */
  readonly number: number;
  readonly found: Found<R>;
  /** Fields that were left out, because they are too long: blank in the record. */
  readonly left: readonly string[];
  /** What its formulas say, by field, in R1C1 notation; '' where that is not known. */
  readonly texts: Readonly<Record<string, string>>;
  /** Of an activity: what its deal goes by, where that is not the activity's own lead. */
  readonly via: string;
};

/** What few records have, at the end of a packed row. */
type Rest = {
  readonly odd?: Found<unknown>['odd'];
  readonly formulas?: CachedRow<unknown>['texts'];
  readonly left?: readonly string[];
  readonly via?: string;
};

/** Longer texts are left out: they are read with the record. Those of activities are shown in lists, and searched. */
const LONGEST = { lead: 1_000, opportunity: 1_000, activity: 2_000 } as const;

const LONGEST_FORMULA = 200;

export function packRow<R extends Kept>(row: CachedRow<R>, names: readonly string[], of: TableOf<R>): PackedRow {
  const { record, odd, formulas } = row.found;
  const isLong = (value: unknown) => typeof value === 'string' && value.length > LONGEST[of.kind];
  const left = names.filter((name) => row.left.includes(name) || isLong(fieldOf(record, name as Name<R>)));
  const values = names.map((name) => {
    if (left.includes(name)) return '';
    return name === 'recorded' ? packRecorded(record) : fieldOf(record, name as Name<R>);
  });
  const rest: Rest = {
    ...(Object.keys(odd).length > 0 && { odd }),
    ...(formulas.length > 0 && { formulas: Object.fromEntries(formulas.map((name) => [name, textOf(row, name)])) }),
    ...(left.length > 0 && { left }),
    ...(row.via !== '' && { via: row.via }),
  };
  return Object.keys(rest).length > 0 ? [row.number, ...values, rest] : [row.number, ...values];
}

function textOf<R>({ texts }: CachedRow<R>, name: string): string {
  const text = texts[name] ?? '';
  return text.length > LONGEST_FORMULA ? '' : text;
}

export function unpackRow<R extends Kept>(packed: PackedRow, names: readonly string[]): CachedRow<R> {
  const values: Record<string, unknown> = {};
  names.forEach((name, at) => {
    values[name] = packed[at + 1];
  });
  const { odd = {}, formulas: texts = {}, left = [], via = '' } = (packed[names.length + 1] ?? {}) as Rest;
  const { recorded } = values;
  // Packed from a record of this kind, by the same names.
  const record = values as unknown as R;
  if (typeof recorded === 'number') values['recorded'] = recordOf(values as unknown as Opportunity, recorded);
  return { number: packed[0] as number, found: { record, odd, formulas: Object.keys(texts) }, left, texts, via };
}

/** What *Recorded* says is mostly what the deal itself says: then the moment will do, a tenth of it. */
function packRecorded(record: unknown): unknown {
  const deal = record as Opportunity;
  if (deal.recorded === '' || !isAsRecorded(deal)) return deal.recorded;
  return Date.parse((JSON.parse(deal.recorded) as { at: string }).at);
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
