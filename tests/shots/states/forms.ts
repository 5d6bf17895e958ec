import { deals, leads, refuses } from '../sample-file';
import type { State } from '../state';
import { click, press, see, type } from '../steps';

const file = { leads, deals };
const newDeal = [see('Annual supply'), click('New deal')];
const newLead = [click(/^Leads/, 'tab'), click('New lead')];

/** New records. */
export const forms: readonly State[] = [
  { name: 'new-deal', ...file, does: newDeal, sees: 'Add deal' },
  { name: 'new-deal-whole', ...file, does: [...newDeal, click('More fields')], sees: 'Product', height: 1000 },
  {
    name: 'new-deal-wrong',
    ...file,
    does: [...newDeal, type(/^Value/, 'much'), click('Add deal')],
    sees: /is no number/,
  },
  {
    name: 'new-deal-lead-choice',
    ...file,
    does: [...newDeal, type('Lead', 'no')],
    sees: /Create lead/,
  },
  {
    name: 'new-deal-refused',
    ...file,
    answers: { createOpportunity: refuses('DENIED', 'The tab Opportunities is protected: ask the owner of the file.') },
    does: [...newDeal, type(/^Title/, 'Winter offer'), click('Add deal')],
    sees: /is protected/,
  },
  { name: 'new-lead', ...file, does: newLead, sees: 'Add lead' },
  { name: 'new-lead-wrong', ...file, does: [...newLead, click('Add lead')], sees: 'Add lead' },
  { name: 'new-lead-whole', ...file, does: [...newLead, click('More fields')], sees: 'LinkedIn', height: 1100 },
  {
    name: 'new-lead-leaving',
    ...file,
    does: [...newLead, type(/^Company/, 'Acme'), press('Escape')],
    sees: /not saved yet/,
  },
];
