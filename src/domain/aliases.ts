import { activityFields, type Field, type FieldsOf, leadFields, opportunityFields } from './fields';
import type { Activity, Lead, Opportunity } from './records';

/** Other headers that mean the same, parted by commas, as `plainHeader` makes them: lower case, no accents or punctuation. */
type Aliases<R> = { readonly [K in keyof R]?: string };

/** Seen in exports of HubSpot, Salesforce, Pipedrive, Zoho, Google Contacts, LinkedIn and Outlook. */
const leadAliases: Aliases<Lead> = {
  id: 'id lead',
  company:
    'company name, account, account name, organization, organisation, organization name, company account, person organization, customer, customer name, client, client name',
  contact: 'contact name, full name, name, lead name, person name, contact person',
  title: 'job title, position, role, organization title',
  email: 'e mail, email address, e mail address, email work, e mail 1 value, person email work, person email',
  phone: 'phone number, telephone, business phone, phone work, phone 1 value, person phone work, mobile phone, mobile',
  status: 'lead status, lifecycle stage',
  source: 'lead source, original source, lead origin',
  industry: 'sector, companyindustry',
  companySize: 'size, employees, number of employees, no of employees, numberofemployees, company headcount',
  website:
    'website url, web page, url, website 1 value, domain, domain name, company domain name, associated company domain',
  linkedIn: 'linkedin url, person linkedin, linked in, linkedin profile',
  owner: 'lead owner, contact owner, company owner, account owner, sales rep, assigned to',
  tags: 'labels, tag, person labels',
  notes: 'note, description, comments, background',
  score: 'lead score, points',
  createdAt: 'created, create date, created date, created time, date created',
  updatedAt: 'updated, last modified date, modified time, last modified',
};

const opportunityAliases: Aliases<Opportunity> = {
  id: 'id opportunity',
  lead: 'account, account name, company, company name, organization, deal organization, associated company, customer, customer name, client, client name',
  title: 'deal name, opportunity name, deal title, opportunity, deal, name, subject',
  pipeline: 'deal pipeline, sub pipeline',
  stage: 'deal stage, stage name, stagename, sales stage, status, deal status',
  value: 'amount, deal value, close value, deal amount, opportunity amount, opportunity amount usd',
  currency: 'currency code, amount currency, deal currency, currency of value',
  probability: 'probability %, win probability, deal probability',
  expectedClose: 'close date, closing date, expected close date, deal expected close date, closedate',
  nextStep: 'nextstep, next action',
  product: 'product name',
  owner: 'deal owner, opportunity owner, sales agent, sales rep, account executive, salesperson, assigned to',
  lostReason: 'closed lost reason, reason for loss, loss reason, deal lost reason',
  notes: 'note, description, comments',
  createdAt: 'created, create date, created date, created time, deal created, engage date, date created',
  updatedAt: 'updated, last modified date, modified time, last modified',
  stageSince: 'date entered current stage, last stage change date, last stage change, deal last stage change',
  closedAt: 'closed on, closed date, deal closed on, won time, deal won time',
};

const activityAliases: Aliases<Activity> = {
  id: 'id activity',
  type: 'activity type, kind',
  subject: 'title, activity subject',
  details: 'notes, description, body',
  when: 'date, activity date, happened at',
  due: 'due date',
  doneAt: 'done, completed, completed at',
  owner: 'activity owner, task owner, assigned to',
  createdBy: 'author',
  createdAt: 'created, create date, created time',
  repeat: 'recurrence, repeats, recurring',
};

const known = new Map<Field, readonly string[]>();

function learn<R>(fields: FieldsOf<R>, aliases: Aliases<R>): void {
  for (const name of Object.keys(aliases) as (keyof R)[]) known.set(fields[name], aliases[name]?.split(', ') ?? []);
}

learn(leadFields, leadAliases);
learn(opportunityFields, opportunityAliases);
learn(activityFields, activityAliases);

/** Apart from the fields, because the sidebar shows fields and reads no headers. */
export const aliasesOf = (field: Field): readonly string[] => known.get(field) ?? [];
