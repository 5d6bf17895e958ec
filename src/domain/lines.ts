import type { Lead, Opportunity } from './records';

/** What lists and search show of a lead: short, because all of them cross at once. */
export const leadLineFields = ['id', 'company', 'contact', 'email', 'status', 'owner', 'createdAt'] as const;

export type LeadLine = Pick<Lead, (typeof leadLineFields)[number]>;

export const opportunityLineFields = [
  'id',
  'leadId',
  'lead',
  'title',
  'pipeline',
  'stage',
  'value',
  'currency',
  'expectedClose',
  'owner',
  'createdAt',
] as const;

export type OpportunityLine = Pick<Opportunity, (typeof opportunityLineFields)[number]>;

/** How many lines the first screen shows. */
export const FIRST_LINES = 50;
