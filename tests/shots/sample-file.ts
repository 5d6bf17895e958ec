import type { Answer, Failure, Start } from '../../src/contract/contract';
import { CrmError, type ErrorCode } from '../../src/domain/errors';
import type { Activity, Lead, Opportunity } from '../../src/domain/records';
import { samples } from '../sidebar/samples';

/** The longest that people type into a cell that is meant for a name. */
export const LONG =
  'Donaudampfschifffahrtsgesellschaft Wien, Abteilung für Ausschreibungen und besondere Vorhaben mbH & Co. KG';

const NAMES = [
  ['Halden Timber', 'Ingrid Moe', 'New'],
  ['Nordlicht Optik', 'Jan Petersen', 'Contacted'],
  [LONG, 'Maximiliane von Hohenstaufen-Wittelsbach', 'Qualified'],
  ['', 'Aoife Ní Bhraonáin', 'New'],
  ['بريد الشرق', 'ليلى حداد', 'Customer'],
  ['Kōbe Freight', 'Haruto Tanaka', 'Unqualified'],
  ['Café Zürich', 'Lea Brändli', 'Lost'],
  ['A', 'B', ''],
] as const;

const id = (letter: string, number: number) => `${letter}-${String(number).padStart(10, '0')}`;

export const leads: readonly Lead[] = Array.from({ length: 24 }, (_, at) => {
  const [company, contact, status] = NAMES[at % NAMES.length]!;
  return samples.lead({
    id: id('L', at + 1),
    company: company === '' || at < NAMES.length ? company : `${company} ${at}`,
    contact,
    status,
    email: at % 5 === 3 ? '' : `contact.${at}@a-rather-long-mail-domain.example`,
  });
});

const TITLES = ['Annual supply', 'Pilot', LONG, 'Renewal 2027', 'Второй этап', 'Onsite training', '', 'Press fit-out'];
const STAGES = ['Prospecting', 'Discovery', 'Proposal', 'Negotiation', 'Closed Won', 'Closed Lost'];

export const deals: readonly Opportunity[] = Array.from({ length: 24 }, (_, at) => {
  const lead = leads[(at * 5) % leads.length]!;
  return samples.deal({
    id: id('O', at + 1),
    leadId: lead.id,
    lead: lead.company || lead.contact,
    title: TITLES[at % TITLES.length]!,
    stage: STAGES[at % STAGES.length]!,
    value: at % 7 === 6 ? null : at === 2 ? 1_234_567_890.5 : (at + 1) * 1750,
    currency: at % 4 === 3 ? 'USD' : 'EUR',
  });
});

const day = 24 * 60 * 60_000;
const noon = Date.UTC(2026, 10, 22, 17);

/** A timeline with everything in it. */
const talks: readonly Partial<Activity>[] = [
  { type: 'Task', subject: 'Send the signed offer', due: '2026-11-19', doneAt: null },
  { type: 'Task', subject: 'Prepare the visit', due: '2026-11-27', doneAt: null },
  { type: 'Call', subject: 'Talked about delivery', details: 'They want it before the holidays.\nPrice is fine.' },
  { type: 'Email', subject: `Re: Fwd: ${LONG}`, details: '' },
  { type: 'Meeting', subject: 'Visit in Halden', details: 'Ingrid, Ola and the head of purchasing were there.' },
  { type: 'Task', subject: 'Call back', due: '2026-11-10', doneAt: noon - 11 * day },
  { type: 'Note', subject: '', details: 'Careful with invoices: they pay late.' },
];

export const timeline: readonly Activity[] = talks.map((fields, at) =>
  samples.activity({ id: id('A', at + 1), when: noon - at * day, ...fields }),
);

/** The file of a team that uses it, as the first answer tells it. */
export const opened = (fields: Partial<Start> = {}): Answer<Start> => ({ ok: true, value: samples.start(fields) });

export const openedOn = (deal: Opportunity, fields: Partial<Start> = {}, about = {}): Answer<Start> =>
  opened({ selected: { kind: 'opportunity', found: samples.found(deal, about) }, ...fields });

export const openedOnLead = (lead: Lead, fields: Partial<Start> = {}, about = {}): Answer<Start> =>
  opened({ selected: { kind: 'lead', found: samples.found(lead, about) }, ...fields });

export const failed = (code: Failure['code'], message: string): Answer<Start> => ({
  ok: false,
  error: { code, message, field: null, differences: [] },
});

/** A handler that fails as the server says it. */
export const refuses =
  (code: ErrorCode, message: string, about: ConstructorParameters<typeof CrmError>[2] = {}) =>
  (): never => {
    throw new CrmError(code, message, about);
  };
