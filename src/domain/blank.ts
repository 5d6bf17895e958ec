import type { Instant } from './day';
import type { Activity, Lead, Opportunity } from './records';
import { DEFAULT_PIPELINE, type Settings, stagesOf } from './settings';

export const blankLead = (id: string, settings: Settings, now: Instant): Lead => ({
  id,
  company: '',
  contact: '',
  title: '',
  email: '',
  phone: '',
  status: settings.leadStatuses[0] ?? '',
  source: '',
  industry: '',
  companySize: '',
  website: '',
  linkedIn: '',
  owner: '',
  tags: [],
  notes: '',
  score: null,
  createdAt: now,
  updatedAt: now,
});

/** A deal in the first open stage of the first pipeline. */
export function blankOpportunity(id: string, settings: Settings, now: Instant): Opportunity {
  const pipeline = settings.stages[0]?.pipeline ?? DEFAULT_PIPELINE;
  const first = stagesOf(settings.stages, pipeline).find((stage) => stage.kind === 'open');
  return {
    id,
    leadId: '',
    lead: '',
    title: '',
    pipeline,
    stage: first?.name ?? '',
    value: null,
    currency: settings.preferences.currency,
    probability: null,
    expectedClose: null,
    nextStep: '',
    product: '',
    owner: '',
    lostReason: '',
    notes: '',
    createdAt: now,
    updatedAt: now,
    stageSince: now,
    closedAt: null,
    recorded: '',
  };
}

export const blankActivity = (id: string, now: Instant): Activity => ({
  id,
  leadId: '',
  opportunityId: '',
  type: 'Note',
  subject: '',
  details: '',
  when: now,
  due: null,
  doneAt: null,
  owner: '',
  createdBy: '',
  createdAt: now,
  repeat: '',
});
