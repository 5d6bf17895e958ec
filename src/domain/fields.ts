import type { RecordKind } from './ids';
import type { Activity, Lead, Opportunity } from './records';

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

/** One field: the header of its column in new files, what it holds, and other headers that mean the same. */
export type Field<Kind extends FieldKind = FieldKind> = {
  readonly kind: Kind;
  readonly header: string;
  readonly list?: ListName;
  /** Compared as `plainHeader` makes them: lower case, no accents or punctuation. */
  readonly aliases: readonly string[];
};

/** A record's fields in the order of their columns. Forgetting one does not compile. */
export type FieldsOf<R> = { readonly [K in keyof R]: Field<KindFor<R[K]>> };

const field = <Kind extends FieldKind>(kind: Kind, header: string, aliases = '', list?: ListName): Field<Kind> => ({
  kind,
  header,
  aliases: aliases === '' ? [] : aliases.split(', '),
  ...(list && { list }),
});

/** Aliases are headers seen in exports of HubSpot, Salesforce, Pipedrive, Zoho, Google Contacts, LinkedIn and Outlook. */
export const leadFields: FieldsOf<Lead> = {
  id: field('id', 'Lead ID', 'id lead'),
  company: field(
    'text',
    'Company',
    'company name, account, account name, organization, organisation, organization name, company account, person organization, customer, customer name, client, client name',
  ),
  contact: field('text', 'Contact', 'contact name, full name, name, lead name, person name, contact person'),
  title: field('text', 'Title', 'job title, position, role, organization title'),
  email: field(
    'text',
    'Email',
    'e mail, email address, e mail address, email work, e mail 1 value, person email work, person email',
  ),
  phone: field(
    'text',
    'Phone',
    'phone number, telephone, business phone, phone work, phone 1 value, person phone work, mobile phone, mobile',
  ),
  status: field('text', 'Status', 'lead status, lifecycle stage', 'leadStatuses'),
  source: field('text', 'Source', 'lead source, original source, lead origin', 'sources'),
  industry: field('text', 'Industry', 'sector, companyindustry'),
  companySize: field(
    'text',
    'Company size',
    'size, employees, number of employees, no of employees, numberofemployees, company headcount',
    'companySizes',
  ),
  website: field(
    'text',
    'Website',
    'website url, web page, url, website 1 value, domain, domain name, company domain name, associated company domain',
  ),
  linkedIn: field('text', 'LinkedIn', 'linkedin url, person linkedin, linked in, linkedin profile'),
  owner: field(
    'text',
    'Owner',
    'lead owner, contact owner, company owner, account owner, sales rep, assigned to',
    'owners',
  ),
  tags: field('tags', 'Tags', 'labels, tag, person labels'),
  notes: field('longText', 'Notes', 'note, description, comments, background'),
  score: field('number', 'Score', 'lead score, points'),
  createdAt: field('instant', 'Created at', 'created, create date, created date, created time, date created'),
  updatedAt: field('instant', 'Updated at', 'updated, last modified date, modified time, last modified'),
};

export const opportunityFields: FieldsOf<Opportunity> = {
  id: field('id', 'Opportunity ID', 'id opportunity'),
  leadId: field('id', 'Lead ID'),
  lead: field(
    'text',
    'Lead',
    'account, account name, company, company name, organization, deal organization, associated company, customer, customer name, client, client name',
  ),
  title: field('text', 'Title', 'deal name, opportunity name, deal title, opportunity, deal, name, subject'),
  pipeline: field('text', 'Pipeline', 'deal pipeline, sub pipeline', 'pipelines'),
  stage: field('text', 'Stage', 'deal stage, stage name, stagename, sales stage, status, deal status', 'stages'),
  value: field(
    'money',
    'Value',
    'amount, deal value, close value, deal amount, opportunity amount, opportunity amount usd',
  ),
  currency: field('text', 'Currency', 'currency code, amount currency, deal currency, currency of value'),
  probability: field('percent', 'Probability', 'probability %, win probability, deal probability'),
  expectedClose: field(
    'day',
    'Expected close',
    'close date, closing date, expected close date, deal expected close date, closedate',
  ),
  nextStep: field('text', 'Next step', 'nextstep, next action'),
  product: field('text', 'Product', 'product name'),
  owner: field(
    'text',
    'Owner',
    'deal owner, opportunity owner, sales agent, sales rep, account executive, salesperson, assigned to',
    'owners',
  ),
  lostReason: field(
    'text',
    'Lost reason',
    'closed lost reason, reason for loss, loss reason, deal lost reason',
    'lostReasons',
  ),
  notes: field('longText', 'Notes', 'note, description, comments'),
  createdAt: field(
    'instant',
    'Created at',
    'created, create date, created date, created time, deal created, engage date, date created',
  ),
  updatedAt: field('instant', 'Updated at', 'updated, last modified date, modified time, last modified'),
  stageSince: field(
    'instant',
    'Stage since',
    'date entered current stage, last stage change date, last stage change, deal last stage change',
  ),
  closedAt: field('instant', 'Closed at', 'closed on, closed date, deal closed on, won time, deal won time'),
  recorded: field('hidden', 'Recorded'),
};

export const activityFields: FieldsOf<Activity> = {
  id: field('id', 'Activity ID', 'id activity'),
  leadId: field('id', 'Lead ID'),
  opportunityId: field('id', 'Opportunity ID'),
  type: field('text', 'Type', 'activity type, kind', 'activityTypes'),
  subject: field('text', 'Subject', 'title, activity subject'),
  details: field('longText', 'Details', 'notes, description, body'),
  when: field('instant', 'When', 'date, activity date, happened at'),
  due: field('day', 'Due', 'due date'),
  doneAt: field('instant', 'Done at', 'done, completed, completed at'),
  owner: field('text', 'Owner', 'activity owner, task owner, assigned to', 'owners'),
  createdBy: field('text', 'Created by', 'author'),
  createdAt: field('instant', 'Created at', 'created, create date, created time'),
};

const FIELDS: Readonly<Record<RecordKind, Readonly<Record<string, Field>>>> = {
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
