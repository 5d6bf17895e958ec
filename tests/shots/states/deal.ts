import { never } from '../../sidebar/fake-google';
import { samples } from '../../sidebar/samples';
import { deals, LONG, leads, opened, openedOn, refuses, timeline } from '../sample-file';
import type { State } from '../state';
import { click, press, scrollTo, see, type, wait } from '../steps';

const deal = samples.deal({ probability: 0.4, product: 'Planks', notes: 'Ask for Ola.\nHe decides.' });
const lost = samples.deal({ stage: 'Closed Lost' });
const file = { leads: [samples.lead(), ...leads.slice(1)], deals: [deal, ...deals.slice(1)] };
const answers = { timeline: () => timeline };
export const base = { ...file, answers, first: openedOn(deal), sees: 'Talked about delivery' };

const changedFirst = {
  differences: [
    { field: 'value', seen: 12000, now: 9000, by: { who: 'anna@halden.example', at: Date.UTC(2026, 10, 22, 14) } },
  ],
};

const long = samples.deal({
  title: LONG,
  lead: LONG,
  value: 1_234_567_890.5,
  nextStep: LONG,
  stage: 'A stage that Settings does not list and that has a very long name',
  product: 'x'.repeat(120),
  notes: `${LONG}\n`.repeat(30),
});

/** A deal's screen. */
export const dealStates: readonly State[] = [
  { name: 'deal', ...base, sees: 'Annual supply' },
  { name: 'deal-whole', ...base, height: 1400 },
  { name: 'deal-loading', ...file, first: openedOn(deal), answers: { timeline: never }, sees: 'Annual supply' },
  {
    name: 'deal-opening',
    ...file,
    first: opened(),
    answers: { opportunity: never, timeline: never },
    does: [click(/^Annual supply/)],
    sees: 'Annual supply',
  },
  {
    name: 'deal-gone',
    ...file,
    first: opened(),
    answers: { opportunity: refuses('NOT_FOUND', 'This deal is not in the sheet any more.') },
    does: [click(/^Annual supply/)],
    sees: /not in the sheet any more/,
  },
  {
    name: 'deal-long',
    ...base,
    deals: [long],
    leads: [samples.lead({ company: LONG })],
    first: openedOn(long),
    height: 1600,
  },
  { name: 'deal-bare', ...base, answers: {}, sees: 'Nothing logged yet.', height: 900 },
  { name: 'deal-edit-text', ...base, does: [click(/^Next step/)] },
  { name: 'deal-edit-day', ...base, does: [click(/^Close date/)] },
  { name: 'deal-edit-list', ...base, does: [click(/^Owner/)] },
  {
    name: 'deal-edit-wrong',
    ...base,
    does: [click(/^Value/), type('Value', 'a lot'), press('Enter')],
    sees: /is no number/,
  },
  { name: 'deal-more-fields', ...base, does: [click(/more field/)], height: 1100 },
  { name: 'deal-edit-notes', ...base, does: [click(/^Notes/)], sees: /Esc cancels/, height: 1100 },
  { name: 'deal-lead-choice', ...base, does: [click('Link to another lead')], sees: 'Café Zürich' },
  {
    name: 'deal-saving',
    ...base,
    answers: { ...answers, changeOpportunity: never },
    does: [click(/^Next step/), type('Next step', 'Call Ola'), press('Enter')],
    sees: 'Saving…',
  },
  {
    name: 'deal-conflict',
    ...base,
    answers: {
      ...answers,
      changeOpportunity: refuses('CONFLICT', 'Changed.', changedFirst),
      opportunity: () => samples.found({ ...deal, value: 9000 }),
    },
    does: [click(/^Value/), type('Value', '15000'), press('Enter')],
    sees: 'Theirs',
  },
  {
    name: 'deal-refused',
    ...base,
    answers: { ...answers, changeOpportunity: refuses('DENIED', 'The cell is protected: ask the owner of the file.') },
    does: [click(/^Next step/), type('Next step', LONG), press('Enter')],
    sees: /is not saved/,
  },
  {
    name: 'deal-moved-first',
    ...base,
    answers: {
      ...answers,
      moveOpportunity: refuses('CONFLICT', 'Moved.', {
        differences: [{ field: 'stage', seen: 'Discovery', now: 'Proposal' }],
      }),
      opportunity: () => samples.found({ ...deal, stage: 'Proposal' }),
    },
    does: [click('Negotiation')],
    sees: /Keep it or move/,
  },
  {
    name: 'deal-formulas',
    ...base,
    first: openedOn(deal, {}, { formulas: ['stage', 'value'], odd: { expectedClose: 'before Christmas' } }),
    answers: {
      ...answers,
      opportunity: () =>
        samples.found(deal, { formulas: ['stage', 'value'], odd: { expectedClose: 'before Christmas' } }),
    },
    does: [click(/^fx/)],
    sees: 'before Christmas',
  },
  { name: 'deal-lost', ...base, deals: [lost], first: openedOn(lost), sees: 'Why was it lost?' },
  { name: 'deal-log', ...base, does: [click('Call')], sees: 'Log Call' },
  { name: 'deal-log-task', ...base, does: [click('Task'), click('Tomorrow')], sees: 'Log Task' },
  {
    name: 'deal-log-failed',
    ...base,
    answers: { ...answers, logActivity: refuses('BUSY', 'Somebody else is changing the file. Try again in a moment.') },
    does: [click('Call'), type(/What about/, 'They called back'), click('Log Call')],
    sees: /Somebody else/,
  },
  {
    name: 'deal-timeline-failed',
    ...base,
    answers: { timeline: refuses('BUSY', 'The tab Activities could not be read. Try again.') },
    sees: /could not be read/,
    height: 900,
  },
  {
    name: 'deal-leaving',
    ...base,
    does: [click('Call'), type(/What about/, 'Half a sentence'), click('Back')],
    sees: 'What you typed here is not saved yet.',
  },
  {
    name: 'deal-held',
    ...base,
    answers: { ...answers, selected: () => ({ kind: 'lead', found: samples.found(leads[2]!) }) },
    does: [click('Call'), type(/What about/, 'Half a sentence'), wait(61)],
    sees: /^Selected/,
  },
  {
    name: 'deal-pinned',
    ...base,
    does: [click('Stop following the selected row'), click('Back')],
    sees: 'Not following the sheet',
  },
  {
    name: 'deal-delete',
    ...base,
    answers: { ...answers, attached: () => ({ deals: 0, activities: 7 }) },
    does: [see('Talked about delivery'), click('Delete deal'), scrollTo(/deleted with it/)],
    sees: /deleted with it/,
  },
  {
    name: 'deal-delete-activity',
    ...base,
    does: [click('Delete “Talked about delivery”')],
    sees: /You can undo this/,
  },
];
