import { blankActivity } from '../domain/blank';
import type { Crm, Found, Saved, Seen } from '../domain/crm';
import { type Instant, isDay } from '../domain/day';
import { CrmError } from '../domain/errors';
import { completionOf, nextOf } from '../domain/ids';
import { isOwnName } from '../domain/own-fields';
import type { Activity } from '../domain/records';
import { doesRepeat, nextDue } from '../domain/repeat';
import { isOpenTask } from '../domain/tasks';
import { say } from '../texts/say';

/** Writes the changed fields of an activity; what it is linked to wholly or not at all. Throws `NOT_FOUND`, `CONFLICT`, `INVALID`. */
export function changeActivity(
  crm: Crm,
  id: string,
  changes: Partial<Activity>,
  seen: Seen<Activity>,
): Saved<Activity> {
  // Before the activity is read: between reading and writing it nothing else is asked.
  const place = placeIn(crm, changes);
  const decide = (activity: Activity, accepted: Partial<Activity>) =>
    checked({ ...activity, ...accepted, ...(accepted.opportunityId !== undefined && place) }, activity);
  // A lead beside the deal of another one would be neither the old link nor the new one.
  const isLinking = changes.leadId !== undefined || changes.opportunityId !== undefined;
  return crm.carryOut([crm.activities.changing(id, seen, changes, decide, isLinking)])[0];
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
};

export type Completed = {
  readonly task: Saved<Activity>;
  readonly next: Activity | null;
  readonly action: string;
};

/**
 * Dates a task as done, and adds the next one where it repeats. That one comes first: where Google fails in between, the task
 * is still open, and whoever completes it then finds the next one there. Throws `NOT_FOUND`, `CONFLICT`.
 */
export function completeTask(crm: Crm, { id, doneAt, seen }: Completion): Completed {
  let { repeat } = blankActivity(id, crm.now);
  const doing = crm.activities.changing(
    id,
    seen,
    { doneAt },
    (activity) => {
      repeat = activity.repeat;
      return { ...activity, doneAt };
    },
    true,
  );
  crm.goOnWith(completionOf(id, doneAt));
  const creating = (task: Found<Activity>) => {
    const coming = doesRepeat(task.record.repeat) ? comingAfter(crm, task) : null;
    return coming && crm.activities.creating(coming.activity, coming.own, true);
  };
  const completed = (task: Saved<Activity>, made: Found<Activity> | null): Completed => ({
    task,
    next: made && isOpenTask(made.record) ? made.record : null,
    action: crm.action,
  });
  const coming = doesRepeat(repeat) ? creating(crm.activities.getSurely(id)) : null;
  if (coming) {
    const [made, task] = crm.carryOut([coming, doing]);
    return completed(task, made);
  }
  const [task] = crm.carryOut([doing]);
  // Where somebody moved columns while it was read, only the look after the write shows that it repeats.
  const late = creating(task);
  return completed(task, late && crm.carryOut([late])[0]);
}

/** The same task for its next day, with the columns of people's own that it takes along. Null where no day is left. */
function comingAfter(crm: Crm, { record, odd, formulas }: Found<Activity>) {
  const due = nextDue(record.repeat, record.due, crm.calendar.dayOf(crm.now));
  if (due === null) return null;
  const id = nextOf(record.id);
  const texts = ['leadId', 'opportunityId', 'type', 'subject', 'details', 'owner', 'repeat'] as const;
  const same = texts.map((name) => [name, odd[name] ?? record[name]] as const);
  const own = Object.entries(record).filter(
    ([name, value]) => isOwnName(name) && !formulas.includes(name) && isLasting(value),
  );
  const fields: Partial<Activity> = Object.fromEntries([...same, ...own]);
  const blank = { ...blankActivity(id, crm.now), when: null, createdBy: crm.user };
  return { activity: { ...blank, ...fields, due }, own: own.map(([name]) => name) };
}

/** A moment, in milliseconds since 1970 after March 1973: cells hold whole seconds. Long numbers, as of phones, seldom end so. */
const isMoment = (value: number): boolean => value >= 1e11 && value % 1000 === 0;

/** Of people's own columns: a day, a moment or a tick tells of the task that was done, not of the next one. */
const isLasting = (value: unknown): boolean =>
  typeof value === 'string' ? value !== '' && !isDay(value) : typeof value === 'number' && !isMoment(value);
