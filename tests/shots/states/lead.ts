import type { OwnKind } from '../../../src/domain/own-fields';
import { samples } from '../../sidebar/samples';
import { deals, LONG, leads, openedOnLead, timeline } from '../sample-file';
import type { State } from '../state';
import { click, scrollTo, see, type } from '../steps';

const lead = samples.lead({
  title: 'Head of purchasing',
  phone: '+47 69 21 00 00',
  website: 'halden.example',
  tags: ['vip', 'nordics', 'a tag with many words in it'],
});
const file = {
  leads: [lead, ...leads.slice(1)],
  deals: deals.map((deal, at) => (at < 4 ? { ...deal, leadId: lead.id } : deal)),
};
const answers = { timeline: () => timeline, attached: () => ({ deals: 4, activities: 7 }) };
export const base = { ...file, answers, first: openedOnLead(lead), sees: 'Talked about delivery' };

const own = (header: string, kind: OwnKind) =>
  ({ name: `+${header}`, header, kind, options: kind === 'choice' ? ['North', 'South'] : [] }) as const;

const ownFields = {
  lead: [
    own('VIP', 'checkbox'),
    own('Sales region of the partner', 'choice'),
    own('Seen at', 'instant'),
    own('Discount', 'percent'),
  ],
  opportunity: [],
  activity: [],
};
const owned = { ...lead, '+VIP': true, '+Sales region of the partner': 'North-West', '+Seen at': 0, '+Discount': 0.15 };

/** A lead's screen. */
export const leadStates: readonly State[] = [
  { name: 'lead', ...base, sees: 'Halden Timber' },
  { name: 'lead-whole', ...base, height: 1500 },
  { name: 'lead-cold', ...base, isCold: true, height: 1500 },
  {
    name: 'lead-long',
    ...base,
    first: openedOnLead(
      samples.lead({ ...lead, company: LONG, contact: LONG, email: `${'x'.repeat(60)}@halden.example` }),
    ),
    answers: {
      ...answers,
      lead: () =>
        samples.found(
          samples.lead({ ...lead, company: LONG, contact: LONG, email: `${'x'.repeat(60)}@halden.example` }),
        ),
    },
    height: 1100,
  },
  {
    name: 'lead-own-columns',
    ...base,
    first: openedOnLead(owned, { ownFields }),
    answers: { ...answers, lead: () => samples.found(owned), ownFields: () => ownFields },
    does: [click(/^Sales region/)],
    height: 1000,
  },
  {
    name: 'lead-delete',
    ...base,
    does: [see('Talked about delivery'), click('Delete lead'), scrollTo(/deleted with it/)],
    sees: /deleted with it/,
  },
  {
    name: 'lead-erase',
    ...base,
    does: [see('Talked about delivery'), click('Erase this person…'), click('Go on'), type('Name of the lead', 'Hald')],
    sees: /to erase it for good/,
  },
  {
    name: 'lead-convert',
    ...base,
    does: [see('Talked about delivery'), click('Convert to a deal')],
    sees: 'Convert lead',
  },
];
