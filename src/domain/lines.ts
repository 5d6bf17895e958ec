import type { FieldValue } from './errors';
import { isOwnName } from './own-fields';
import type { Activity, Lead, Opportunity } from './records';

/** What lists and search show of a lead: short, because all of them cross at once. */
export const leadLineFields = [
  'id',
  'company',
  'contact',
  'email',
  'phone',
  'status',
  'owner',
  'createdAt',
  'updatedAt',
] as const;

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
  'updatedAt',
] as const;

/** What lists show of an activity; of its details a beginning. */
export const activityLineFields = [
  'id',
  'leadId',
  'opportunityId',
  'type',
  'subject',
  'details',
  'when',
  'due',
  'doneAt',
  'owner',
  'createdAt',
  'repeat',
] as const;

/** What stands in the columns that people added, to be found by: one value after the other. */
type WithOwn = { readonly own: string };

export type LeadLine = Pick<Lead, (typeof leadLineFields)[number]> & WithOwn;
export type OpportunityLine = Pick<Opportunity, (typeof opportunityLineFields)[number]> & WithOwn;

export type ActivityLine = Pick<Activity, (typeof activityLineFields)[number]>;

/** The fields of lines, as they cross. */
export const LINES = {
  lead: [...leadLineFields, 'own'],
  opportunity: [...opportunityLineFields, 'own'],
  activity: activityLineFields,
} as const;

/** How many lines the first screen shows. */
export const FIRST_LINES = 50;

/** Between values of own columns. */
export const BETWEEN = ' · ';

/** Longer values are read with the record, and not searched. */
const LONGEST_VALUE = 60;
const LONGEST = 200;

/** The value of a line's field in a whole record. */
export function lineValue(record: object, field: string): FieldValue {
  if (field === 'own') return ownText(record);
  const value = (record as Readonly<Record<string, FieldValue>>)[field] ?? null;
  return BEGINNINGS.includes(field) && typeof value === 'string' ? value.slice(0, LONGEST) : value;
}

/** Of these a line of text is shown. */
const BEGINNINGS: readonly string[] = ['subject', 'details'];

/** What stands in the columns that people added, in short. */
export const ownText = (record: object): string =>
  Object.entries(record)
    .filter(([name, value]) => isOwnName(name) && value && String(value).length < LONGEST_VALUE)
    .map(([, value]) => value)
    .join(BETWEEN)
    .slice(0, LONGEST);
