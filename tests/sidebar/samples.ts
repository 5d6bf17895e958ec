import type {
  ActivityLine,
  AllLines,
  LeadLine,
  Lines,
  OpportunityLine,
  Start,
  Today,
} from '../../src/contract/contract';
import type { Saved } from '../../src/domain/crm';
import { LINES, lineValue } from '../../src/domain/lines';
import type { Activity, Lead, Opportunity } from '../../src/domain/records';
import { DEFAULT_SETTINGS, type Settings } from '../../src/domain/settings';
import { urgencyOn } from '../../src/domain/tasks';
import { NO_VIEWS } from '../../src/domain/views';

const moment = Date.UTC(2026, 10, 20, 9);

const settings: Settings = {
  ...DEFAULT_SETTINGS,
  owners: [{ name: 'Anna Lindqvist', email: 'anna@halden.example', active: true, monthlyQuota: null }],
  preferences: { ...DEFAULT_SETTINGS.preferences, currency: 'EUR' },
};

const lead = (fields: Partial<Lead> = {}): Lead => ({
  id: 'L-0000000001',
  company: 'Halden Timber',
  contact: 'Ingrid Moe',
  title: '',
  email: 'ingrid@halden.example',
  phone: '',
  status: 'New',
  source: '',
  industry: '',
  companySize: '',
  website: '',
  linkedIn: '',
  owner: 'Anna Lindqvist',
  tags: [],
  notes: '',
  score: null,
  createdAt: moment,
  updatedAt: moment,
  ...fields,
});

const deal = (fields: Partial<Opportunity> = {}): Opportunity => ({
  id: 'O-0000000001',
  leadId: 'L-0000000001',
  lead: 'Halden Timber',
  title: 'Annual supply',
  pipeline: 'Sales',
  stage: 'Discovery',
  value: 12000,
  currency: 'EUR',
  probability: null,
  expectedClose: '2026-12-18',
  nextStep: 'Send the offer',
  product: '',
  owner: 'Anna Lindqvist',
  lostReason: '',
  notes: '',
  createdAt: moment,
  updatedAt: moment,
  stageSince: moment,
  closedAt: null,
  recorded: '',
  ...fields,
});

const activity = (fields: Partial<Activity> = {}): Activity => ({
  id: 'A-0000000001',
  leadId: '',
  opportunityId: 'O-0000000001',
  type: 'Call',
  subject: 'Talked about delivery',
  details: '',
  when: moment,
  due: null,
  doneAt: null,
  owner: 'Anna Lindqvist',
  createdBy: '',
  createdAt: moment,
  repeat: '',
  ...fields,
});

const found = <R>(record: R, about: Partial<Saved<R>> = {}): Saved<R> => ({
  record,
  odd: {},
  formulas: [],
  conflicts: [],
  notice: '',
  ...about,
});

const start = (fields: Partial<Start> = {}): Start => ({
  version: '0.1.0',
  settings,
  locale: 'en_US',
  timeZone: 'America/New_York',
  today: '2026-11-22',
  user: 'anna@halden.example',
  canEdit: true,
  views: NO_VIEWS,
  selected: null,
  ownFields: { lead: [], opportunity: [], activity: [] },
  first: null,
  ...fields,
});

const leadLines = (leads: readonly Lead[]): AllLines<LeadLine> => ({
  blocks: 3,
  words: [],
  coded: [],
  fields: LINES.lead,
  rows: leads.map((one) => LINES.lead.map((field) => lineValue(one, field))),
});

const dealLines = (deals: readonly Opportunity[]): AllLines<OpportunityLine> => ({
  blocks: 3,
  words: [],
  coded: [],
  fields: LINES.opportunity,
  rows: deals.map((one) => LINES.opportunity.map((field) => lineValue(one, field))),
});

const activityLines = (activities: readonly Activity[]): Lines<ActivityLine> => ({
  fields: LINES.activity,
  rows: activities.map((one) => LINES.activity.map((field) => lineValue(one, field))),
});

/** A day of these tasks; the counts are of them. */
const today = (tasks: readonly Activity[] = [], fields: Partial<Today> = {}): Today => {
  const counts = { overdue: 0, today: 0, week: 0, undated: 0, later: 0 };
  for (const task of tasks) counts[urgencyOn('2026-11-22')(task)]++;
  const none = { count: 0, first: [] };
  return {
    tasks: activityLines(tasks),
    counts,
    stale: none,
    closing: none,
    noNextStep: none,
    canRepeat: true,
    ...fields,
  };
};

/** Records as they stand in the sheet of the tests. */
export const samples = {
  settings,
  lead,
  deal,
  activity,
  found,
  start,
  leadLines,
  dealLines,
  activityLines,
  today,
};
