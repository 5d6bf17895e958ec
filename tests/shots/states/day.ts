import type { Selected, Selection } from '../../../src/contract/contract';
import { samples } from '../../sidebar/samples';
import { deals, leads, opened, openedOnLead, timeline } from '../sample-file';
import type { State } from '../state';
import { choose, click, offline, press, see, seek } from '../steps';

const tasks = [
  ['Send the signed offer', '2026-11-19', 'O-0000000001'],
  ['Prepare the visit in Halden with everybody who was there last time', '2026-11-22', 'O-0000000003'],
  ['Call back', '2026-11-24', ''],
  ['Tidy up the price list', null, ''],
].map(([subject, due, opportunityId], at) =>
  samples.activity({
    id: `A-00000001${String(at).padStart(2, '0')}`,
    type: 'Task',
    subject: subject!,
    due: due as never,
    opportunityId: opportunityId!,
    leadId: 'L-0000000001',
    repeat: at === 2 ? 'every week' : '',
  }),
);

const bucket = (ids: readonly string[]) => ({ count: ids.length, first: ids });

const answers = {
  today: () =>
    samples.today(tasks, {
      closing: bucket(['O-0000000002', 'O-0000000003']),
      stale: { count: 1, first: [{ id: 'O-0000000004', days: 41 }] },
      noNextStep: bucket(['L-0000000002', 'L-0000000003']),
    }),
  activities: () => ({ lines: samples.activityLines([...tasks, ...timeline]), count: 11 }),
  activity: () => samples.found(tasks[0]!),
  timeline: () => [...tasks, ...timeline],
};

export const file = { leads, deals, tasks, answers };
export const today = { ...file, tab: 'Today' } as const;

const seen = { pipeline: 'Sales', stage: 'Discovery', owner: '' };
const records = deals.slice(0, 12).map(({ id, title }) => ({ id, name: title, seen }));
const rows: Selected = { kind: 'rows', of: 'opportunity', count: 14, at: 'A2:A15' };
const selection: Selection = { of: 'opportunity', count: 14, records, hidden: 2, isChecked: true, others: 0 };
const kept = [{ id: records[0]!.id, now: 'Proposal', why: 'changed' }] as const;
export const bulk = {
  ...file,
  first: opened({ selected: rows }),
  answers: {
    ...answers,
    selected: () => rows,
    selection: () => selection,
    moveMany: () => ({ changed: 11, kept, missing: [], action: 'X-0000000001' }),
  },
};
const toStage = [click('Actions'), click('Stage')];

const line = {
  at: Date.UTC(2026, 10, 20, 9),
  who: 'anna@halden.example',
  how: 'grid',
  action: 'X-0000000001',
} as const;
const historyOf = () => ({
  changes: [
    { ...line, what: 'changed', field: 'status', before: 'New', after: 'Contacted' } as const,
    { ...line, what: 'changed', field: 'notes', before: '', after: 'A long story. '.repeat(30) } as const,
    { ...line, action: 'X-0000000002', what: 'created', field: '', before: '', after: '' } as const,
  ],
  more: 12,
  undo: { action: line.action, others: 2 },
});
const lead = samples.lead({ phone: '+47 69 21 00 00' });
export const onLead = {
  ...file,
  leads: [lead, samples.lead({ id: 'L-0000000077', contact: 'Per Moe' }), ...leads.slice(1)],
  first: openedOnLead(lead),
  answers: { ...answers, historyOf },
};

const view = {
  name: 'Proposals of mine',
  tab: 'opportunity',
  filter: 'Proposal',
  pipeline: '',
  sort: 'newest',
  mine: true,
};
const views = { views: [{ ...view, isStart: false }], owner: '', revision: 1 };

/** What people come back to all day: tasks, activities, several rows, search, what happened, their own views. */
export const day: readonly State[] = [
  { name: 'today', ...today, sees: 'Send the signed offer' },
  { name: 'today-tools', ...today, does: [click(/^Put off, log or edit “Send/)], sees: 'Tomorrow' },
  { name: 'today-log', ...today, does: [click(/^Log for/)], sees: 'Meeting' },
  { name: 'today-free', ...file, tab: 'Today', tasks: [], answers: {}, sees: 'Nothing waits for you' },
  { name: 'today-viewer', ...today, first: opened({ canEdit: false }), sees: 'View only.' },
  {
    name: 'today-offline',
    ...today,
    does: [see('Call back'), offline],
    sees: 'No connection. What you typed waits here.',
  },
  { name: 'activities', ...file, tab: 'Activities', sees: 'Tidy up the price list' },
  { name: 'activity', ...file, tab: 'Activities', does: [click(/Send the signed offer/)], sees: 'Done' },
  { name: 'bulk-bar', ...bulk, sees: '14 rows selected' },
  { name: 'bulk', ...bulk, does: [click('Actions')], sees: '12 deals' },
  { name: 'bulk-stage', ...bulk, does: [...toStage, choose('Stage', 'Closed Lost')], sees: 'Why was it lost?' },
  {
    name: 'bulk-question',
    ...bulk,
    does: [...toStage, choose('Stage', 'Proposal'), click('Go on')],
    sees: 'Change 12 records',
  },
  {
    name: 'bulk-result',
    ...bulk,
    does: [...toStage, choose('Stage', 'Proposal'), click('Go on'), click('Change 12 records')],
    sees: /stay/,
  },
  { name: 'search-blank', ...file, does: [press('/')], sees: /^Import/ },
  { name: 'search-typo', ...file, does: [see('Annual supply'), seek('nordlciht')], sees: /\d result/ },
  { name: 'lead-history', ...onLead, does: [click('History')], sees: 'Contacted' },
  { name: 'lead-related', ...onLead, height: 1500, sees: 'Per Moe' },
  { name: 'views', ...file, first: opened({ views }), does: [click('Views')], sees: 'Proposals of mine' },
  { name: 'mine-unknown', ...file, first: opened({ user: '' }), does: [click('Mine')], sees: /Which name/ },
];
