import type { Crm, Saved, Seen } from '../domain/crm';
import type { Instant } from '../domain/day';
import { CrmError } from '../domain/errors';
import type { Activity } from '../domain/records';
import { doesRepeat, nextDue } from '../domain/repeat';
import { say } from '../texts/say';

/** Writes the changed fields of an activity. Throws `NOT_FOUND`, `CONFLICT`, `INVALID`. */
export function changeActivity(
  crm: Crm,
  id: string,
  changes: Partial<Activity>,
  seen: Seen<Activity>,
): Saved<Activity> {
  // Before the activity is read: between reading and writing it nothing else is asked.
  const place = placeIn(crm, changes);
  return crm.activities.change(id, seen, changes, (activity, accepted) =>
    checked({ ...activity, ...accepted, ...(accepted.opportunityId !== undefined && place) }, activity),
  );
}

/** The lead of the deal that an activity is linked to. Throws `NOT_FOUND` where the deal, or the lead, is gone. */
function placeIn(crm: Crm, { leadId, opportunityId }: Partial<Activity>): Partial<Activity> {
  if (opportunityId) return { leadId: crm.opportunities.peek(opportunityId).leadId };
  if (leadId) crm.leads.peek(leadId);
  return {};
}

/** Throws `INVALID`. */
function checked(activity: Activity, before: Activity): Activity {
  const says = ({ subject, details }: Activity) => subject.trim() !== '' || details.trim() !== '';
  if (says(before) && !says(activity)) throw new CrmError('INVALID', say('task.blank'), { field: 'subject' });
  return activity;
}

export type Completion = {
  readonly id: string;
  readonly doneAt: Instant;
  readonly seen: Seen<Pick<Activity, 'doneAt'>>;
  readonly next: string;
};

/** Dates a task as done, and adds the next one where it repeats. Throws `NOT_FOUND`, `CONFLICT`. */
export function completeTask(
  crm: Crm,
  { id, doneAt, seen, next }: Completion,
): { readonly task: Saved<Activity>; readonly next: Activity | null } {
  const coming = comingAfter(crm, crm.activities.peek(id), next);
  const doing = crm.activities.changing(id, seen, { doneAt }, (activity) => ({ ...activity, doneAt }), true);
  if (!coming) return { task: crm.carryOut([doing])[0], next: null };
  const creating = crm.activities.creating(coming, ['type', 'subject', 'details', 'due', 'repeat']);
  const [task, made] = crm.carryOut([doing, creating]);
  return { task, next: made.record };
}

/** The same task for its next day. Null where it does not come again. */
function comingAfter(crm: Crm, task: Activity, id: string): Activity | null {
  if (!doesRepeat(task.repeat)) return null;
  const due = nextDue(task.repeat, task.due, crm.calendar.dayOf(crm.now));
  return due && { ...task, id, due, when: null, doneAt: null, createdBy: crm.user, createdAt: crm.now };
}
