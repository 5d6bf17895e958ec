import { activityFields, leadFields, opportunityFields } from '../domain/fields';
import type { Activity, Lead, Opportunity } from '../domain/records';
import type { TableOf } from './tab-columns';

export const leadTable: TableOf<Lead> = {
  tab: 'leads',
  kind: 'lead',
  fields: leadFields,
  noun: 'lead',
  named: ['company', 'contact', 'email'],
  required: ['id', 'company'],
  optional: ['createdAt', 'updatedAt'],
};

export const opportunityTable: TableOf<Opportunity> = {
  tab: 'opportunities',
  kind: 'opportunity',
  fields: opportunityFields,
  noun: 'deal',
  named: ['title'],
  required: ['id', 'leadId', 'title', 'pipeline', 'stage', 'value'],
  optional: ['lead', 'createdAt', 'updatedAt', 'stageSince', 'closedAt', 'recorded'],
};

export const activityTable: TableOf<Activity> = {
  tab: 'activities',
  kind: 'activity',
  fields: activityFields,
  noun: 'activity',
  named: ['subject', 'details'],
  required: ['id', 'leadId', 'opportunityId', 'type'],
  optional: ['createdAt'],
};
