import type { RecordKind } from './ids';
import type { Activity, Lead, Opportunity } from './records';
import { SOME_TIME } from './tasks';

/** What a field holds, which decides how it is written into cells, shown in forms and read from imports. */
export type FieldKind =
  | 'id'
  | 'text'
  | 'longText'
  | 'tags'
  | 'money'
  | 'number'
  | 'percent'
  | 'instant'
  | 'day'
  | 'hidden';

/** Characters that a cell of Google Sheets holds. Source: Google Drive help, "Files you can store". */
export const CELL_LIMIT = 50_000;

/** Lists of the Settings tab that a field takes its values from. */
export type ListName =
  | 'pipelines'
  | 'stages'
  | 'leadStatuses'
  | 'sources'
  | 'activityTypes'
  | 'lostReasons'
  | 'companySizes'
  | 'owners';

/** Kinds that fit a field's type: a text field cannot be declared money. */
type KindFor<T> = [T] extends [readonly string[]]
  ? 'tags'
  : [T] extends [string]
    ? 'id' | 'text' | 'longText' | 'hidden'
    : [T] extends [number | null]
      ? 'money' | 'number' | 'percent' | 'instant'
      : 'day';

/** One field: the header of its column in new files, and what it holds. */
export type Field<Kind extends FieldKind = FieldKind> = {
  readonly kind: Kind;
  readonly header: string;
  readonly list?: ListName;
  /** What a record holds where its cell cannot be read; blank, unless something else is said here. */
  readonly unread?: number;
};

/** A record's fields in the order of their columns. Forgetting one does not compile. */
export type FieldsOf<R> = { readonly [K in keyof R]: Field<KindFor<R[K]>> };

// Pages leave out what they do not show.
/* @__NO_SIDE_EFFECTS__ */
const field = <Kind extends FieldKind>(kind: Kind, header: string, list?: ListName): Field<Kind> => ({
  kind,
  header,
  ...(list && { list }),
});

export const leadFields: FieldsOf<Lead> = {
  id: field('id', 'Lead ID'),
  company: field('text', 'Company'),
  contact: field('text', 'Contact'),
  title: field('text', 'Title'),
  email: field('text', 'Email'),
  phone: field('text', 'Phone'),
  status: field('text', 'Status', 'leadStatuses'),
  source: field('text', 'Source', 'sources'),
  industry: field('text', 'Industry'),
  companySize: field('text', 'Company size', 'companySizes'),
  website: field('text', 'Website'),
  linkedIn: field('text', 'LinkedIn'),
  owner: field('text', 'Owner', 'owners'),
  tags: field('tags', 'Tags'),
  notes: field('longText', 'Notes'),
  score: field('number', 'Score'),
  createdAt: field('instant', 'Created at'),
  updatedAt: field('instant', 'Updated at'),
};

export const opportunityFields: FieldsOf<Opportunity> = {
  id: field('id', 'Opportunity ID'),
  leadId: field('id', 'Lead ID'),
  lead: field('text', 'Lead'),
  title: field('text', 'Title'),
  pipeline: field('text', 'Pipeline', 'pipelines'),
  stage: field('text', 'Stage', 'stages'),
  value: field('money', 'Value'),
  currency: field('text', 'Currency'),
  probability: field('percent', 'Probability'),
  expectedClose: field('day', 'Expected close'),
  nextStep: field('text', 'Next step'),
  product: field('text', 'Product'),
  owner: field('text', 'Owner', 'owners'),
  lostReason: field('text', 'Lost reason', 'lostReasons'),
  notes: field('longText', 'Notes'),
  createdAt: field('instant', 'Created at'),
  updatedAt: field('instant', 'Updated at'),
  stageSince: field('instant', 'Stage since'),
  closedAt: field('instant', 'Closed at'),
  recorded: field('hidden', 'Recorded'),
};

export const activityFields: FieldsOf<Activity> = {
  id: field('id', 'Activity ID'),
  leadId: field('id', 'Lead ID'),
  opportunityId: field('id', 'Opportunity ID'),
  type: field('text', 'Type', 'activityTypes'),
  subject: field('text', 'Subject'),
  details: field('longText', 'Details'),
  when: field('instant', 'When'),
  due: field('day', 'Due'),
  doneAt: { kind: 'instant', header: 'Done at', unread: SOME_TIME },
  owner: field('text', 'Owner', 'owners'),
  createdBy: field('text', 'Created by'),
  createdAt: field('instant', 'Created at'),
  repeat: field('text', 'Repeat'),
};

export const FIELDS: Readonly<Record<RecordKind, Readonly<Record<string, Field>>>> = {
  lead: leadFields,
  opportunity: opportunityFields,
  activity: activityFields,
};

/** The field that History and people call by a header: one of ours, else of the user's own, of which only its name is known. */
export function fieldNamed(kind: RecordKind, header: string): { readonly name: string; readonly field: Field | null } {
  const found = Object.entries(FIELDS[kind]).find(([, field]) => field.header === header);
  return found ? { name: found[0], field: found[1] } : { name: `+${header}`, field: null };
}

/** A header as it is compared: lower case, without accents and punctuation, single spaces. */
export const plainHeader = (header: string): string =>
  header
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
