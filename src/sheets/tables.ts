import { activityFields, leadFields, opportunityFields } from '../domain/fields';
import { nameOfLead } from '../domain/lead';
import type { Activity, Lead, Opportunity } from '../domain/records';
import type { SelectionOf } from './selection';
import type { TableOf } from './tab-columns';

export const leadTable: TableOf<Lead> = {
  tab: 'leads',
  kind: 'lead',
  fields: leadFields,
  named: ['company', 'contact', 'email'],
  required: ['id', 'company'],
  optional: ['createdAt', 'updatedAt'],
};

export const opportunityTable: TableOf<Opportunity> = {
  tab: 'opportunities',
  kind: 'opportunity',
  fields: opportunityFields,
  named: ['title'],
  required: ['id', 'leadId', 'title', 'pipeline', 'stage', 'value'],
  optional: ['lead', 'createdAt', 'updatedAt', 'stageSince', 'closedAt', 'recorded'],
};

export const activityTable: TableOf<Activity> = {
  tab: 'activities',
  kind: 'activity',
  fields: activityFields,
  named: ['subject', 'details'],
  required: ['id', 'leadId', 'opportunityId', 'type'],
  optional: ['createdAt'],
};

/** What is told of records that are selected in the grid: what many of them can be given at once, and how people know them. */
export const selectionOf: {
  readonly lead: SelectionOf<Lead>;
  readonly opportunity: SelectionOf<Opportunity>;
  readonly activity: SelectionOf<Activity>;
} = {
  lead: { fields: ['status', 'owner', 'tags'], nameOf: nameOfLead },
  opportunity: { fields: ['pipeline', 'stage', 'owner'], nameOf: ({ title }) => title },
  activity: {
    fields: ['type', 'due', 'doneAt', 'owner'],
    nameOf: ({ subject, details }) => subject || details.slice(0, 80),
  },
};
