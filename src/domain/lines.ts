import type { FieldValue } from './errors';
import { isOwnName } from './own-fields';
import type { Lead, Opportunity } from './records';

/** What lists and search show of a lead: short, because all of them cross at once. */
export const leadLineFields = ['id', 'company', 'contact', 'email', 'phone', 'status', 'owner', 'createdAt'] as const;

export const opportunityLineFields = [
  'id',
  'leadId',
  'lead',
  'title',
  'pipeline',
  'stage',
  'value',
  'currency',
  'expectedClose',
  'owner',
  'createdAt',
] as const;

/** What stands in the columns that people added, to be found by: one value after the other. */
type WithOwn = { readonly own: string };

export type LeadLine = Pick<Lead, (typeof leadLineFields)[number]> & WithOwn;
export type OpportunityLine = Pick<Opportunity, (typeof opportunityLineFields)[number]> & WithOwn;

/** The fields of lines, as they cross. */
export const LINES = {
  lead: [...leadLineFields, 'own'],
  opportunity: [...opportunityLineFields, 'own'],
} as const;

/** How many lines the first screen shows. */
export const FIRST_LINES = 50;

/** Between values of own columns. */
export const BETWEEN = ' · ';

/** Longer values are read with the record, and not searched. */
const LONGEST_VALUE = 60;
const LONGEST = 200;

/** The value of a line's field in a whole record. */
export const lineValue = (record: object, field: string): FieldValue =>
  field === 'own' ? ownText(record) : ((record as Readonly<Record<string, FieldValue>>)[field] ?? null);

const ownText = (record: object): string =>
  Object.entries(record)
    .filter(([name, value]) => isOwnName(name) && value && String(value).length < LONGEST_VALUE)
    .map(([, value]) => value)
    .join(BETWEEN)
    .slice(0, LONGEST);
