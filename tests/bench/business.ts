import { demoData, seeded } from '../../scripts/demo/data.mjs';
import { blankActivity, blankLead, blankOpportunity } from '../../src/domain/blank';
import type { Day, Instant } from '../../src/domain/day';
import { newId } from '../../src/domain/ids';
import { recordOf } from '../../src/domain/opportunity';
import type { Activity, Lead, Opportunity } from '../../src/domain/records';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { Size } from './sizes';

/** A lead that is the same in every size: two deals and six activities, none of them beside another lead's. */
export type Sample = { readonly lead: string; readonly deals: readonly [string, string] };

/** What fills a file. */
export type Business = {
  readonly leads: readonly Lead[];
  readonly opportunities: readonly Opportunity[];
  readonly activities: readonly Activity[];
  readonly samples: readonly Sample[];
};

export const TODAY = '2026-11-22';

/** The stage that gets another name: in no more deals than one call may change. */
export const RENAMED_STAGE = 'Negotiation';
const MOST_RENAMED = 500;

/** A word that a few activities hold, for the search. */
export const RARE_WORD = 'Zeppelin';

/** One that a large part of them holds. */
export const FREQUENT_WORD = 'offer';

const SAMPLES = 8;
const DEALS_EACH = 2;
const PAIRS_EACH = 3;

const momentOf = (day: string, hours = 15): Instant => Date.parse(`${day}T${String(hours).padStart(2, '0')}:00:00Z`);

/** The same size gives the same business. */
export function businessOf(size: Size): Business {
  const random = seeded(size.leads + size.deals);
  const demo = demoData({ leads: size.leads, deals: size.deals, activities: size.activities, today: TODAY });
  const leads = demo.leads.slice(1).map((cells) => leadOf(newId('lead', random), cells as readonly string[]));
  const isSample = new Set(placesOf(SAMPLES, size.leads));
  const others = leads.filter((_, index) => !isSample.has(index));
  const byCompany = new Map(others.map((lead) => [lead.company, lead]));
  const renamed = new Set(placesOf(Math.min(MOST_RENAMED, Math.floor(size.deals / 10)), size.deals));
  const opportunities = demo.deals.slice(1).map((row, index) => {
    const cells = row as readonly string[];
    const lead = byCompany.get(cells[1]!) ?? others[index % others.length]!;
    return dealOf(newId('opportunity', random), cells, lead, renamed.has(index));
  });
  const sampleLeads = [...isSample].map((index) => leads[index]!);
  placesOf(SAMPLES * DEALS_EACH, size.deals).forEach((place, n) => {
    opportunities[place] = sampleDeal(opportunities[place]!, sampleLeads[n % SAMPLES]!);
  });
  const activities = demo.activities.map((activity, index) => {
    const deal = opportunities[activity.deal]!;
    return activityOf(newId('activity', random), activity, deal, index);
  });
  return { leads, opportunities, activities, samples: withActivities(sampleLeads, opportunities, activities) };
}

/** So many places in a list, far from each other and from its ends. */
const placesOf = (count: number, length: number): number[] =>
  Array.from({ length: count }, (_, n) => Math.floor(((n + 0.5) / count) * length));

function leadOf(id: string, cells: readonly string[]): Lead {
  const [company, contact, title, email, phone, status, source, industry, companySize, website, owner, created] =
    cells as readonly [string, string, string, string, string, string, string, string, string, string, string, string];
  const createdAt = momentOf(created);
  return {
    ...blankLead(id, DEFAULT_SETTINGS, createdAt),
    ...{ company, contact, title, email, phone, status, source, industry, companySize, website, owner },
    tags: industry === 'Software' ? ['tech', 'newsletter'] : [],
    notes: `Met ${contact} through ${source.toLowerCase()}.`,
  };
}

function dealOf(id: string, cells: readonly string[], lead: Lead, isRenamed: boolean): Opportunity {
  const [title, , shown, value, close, created, , product, nextStep, lostReason] = cells as readonly [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const stage = isRenamed ? RENAMED_STAGE : shown === RENAMED_STAGE ? 'Proposal' : shown;
  const createdAt = momentOf(created);
  const blank = blankOpportunity(id, DEFAULT_SETTINGS, createdAt);
  const closedAt = stage.startsWith('Closed') ? momentOf(close) : null;
  const deal = { ...blank, title, stage, product, nextStep, closedAt, owner: lead.owner };
  const amount = value === '' ? null : Number(value);
  return dealFor({ ...deal, value: amount, expectedClose: close as Day, lostReason: closedAt ? lostReason : '' }, lead);
}

const dealFor = (deal: Opportunity, lead: Lead): Opportunity => {
  const linked = { ...deal, leadId: lead.id, lead: lead.company, owner: lead.owner };
  return { ...linked, recorded: recordOf(linked, deal.createdAt ?? 0) };
};

/** Alike in every size: how many cells a change comes down to depends on what is in them. */
const sampleDeal = (deal: Opportunity, lead: Lead): Opportunity =>
  dealFor({ ...deal, stage: 'Proposal', value: 5_000, nextStep: '', closedAt: null, lostReason: '' }, lead);

type DemoActivity = ReturnType<typeof demoData>['activities'][number];

function activityOf(id: string, { type, subject, at, due }: DemoActivity, deal: Opportunity, index: number): Activity {
  const when = Date.parse(`${at.replace(' ', 'T')}:00Z`);
  return {
    ...blankActivity(id, when),
    ...about(deal),
    type,
    subject,
    details: index % 40 === 7 ? `Talked about the ${RARE_WORD} offer and what comes after it.` : '',
    when: due ? null : when,
    due: due === '' ? null : (due as Day),
    doneAt: due ? null : when,
  };
}

const about = ({ id, leadId, owner }: Opportunity) => ({ opportunityId: id, leadId, owner });

/** Gives each sample six activities in neighbouring pairs: one pair on the lead, one on each of its deals. */
function withActivities(leads: readonly Lead[], deals: readonly Opportunity[], activities: Activity[]): Sample[] {
  const samples = leads.map((lead) => {
    const [first, second] = deals.filter(({ leadId }) => leadId === lead.id);
    return { lead, deals: [first!, second!] as const };
  });
  const of = new Set(leads.map(({ id }) => id));
  const other = deals.find(({ leadId }) => !of.has(leadId))!;
  // The demo spreads activities over all deals: those that fell to a sample go to somebody else.
  activities.forEach((activity, index) => {
    if (of.has(activity.leadId)) activities[index] = { ...activity, ...about(other) };
  });
  placesOf(SAMPLES * PAIRS_EACH, activities.length).forEach((place, n) => {
    const { lead, deals: own } = samples[n % SAMPLES]!;
    const onLead = { opportunityId: '', leadId: lead.id, owner: lead.owner };
    const subject = [onLead, about(own[0]), about(own[1])][Math.floor(n / SAMPLES)]!;
    for (const index of [place, place + 1]) activities[index] = { ...activities[index]!, ...subject };
  });
  return samples.map(({ lead, deals: [first, second] }) => ({ lead: lead.id, deals: [first.id, second.id] }));
}
