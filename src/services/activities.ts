import { blankActivity } from '../domain/blank';
import type { Crm } from '../domain/crm';
import type { Day } from '../domain/day';
import { CrmError } from '../domain/errors';
import type { About, Activity } from '../domain/records';
import { byUrgency, isOpenTask, TASK } from '../domain/tasks';
import { say } from '../texts/say';

export type ActivityText = {
  readonly type: string;
  readonly subject: string;
  readonly details: string;
  readonly due: Day | null;
  readonly repeat?: string;
};

/** Logs something that happened, or a task that is due, on a lead or a deal. Throws `INVALID`, `NOT_FOUND`. */
export function logActivity(
  crm: Crm,
  id: string,
  about: About,
  { type, subject, details, due, repeat = '' }: ActivityText,
): Activity {
  const text = { type, subject, details, due };
  checkText(text);
  const { leadId, opportunityId, owner } = placeOf(crm, about);
  const activity: Activity = {
    ...blankActivity(id, crm.now),
    leadId,
    opportunityId,
    owner,
    ...text,
    ...timesOf(crm, text),
    repeat,
    createdBy: crm.user,
  };
  return crm.activities.create(activity, ['type', 'subject', 'details', 'due', 'repeat']).record;
}

/** Throws `INVALID` where it says nothing. */
export function checkText({ subject, details }: ActivityText): void {
  if (subject.trim() === '' && details.trim() === '')
    throw new CrmError('INVALID', say('activity.blank'), { field: 'subject' });
}

/** A task is still to be done; anything else has just happened. */
export function timesOf({ now }: Crm, { type, due }: ActivityText): Pick<Activity, 'doneAt' | 'when'> {
  const at = due !== null || type === TASK ? null : now;
  return { doneAt: at, when: at };
}

function placeOf(crm: Crm, { kind, id }: About) {
  if (kind === 'lead') {
    const record = crm.leads.peek(id);
    return { leadId: record.id, opportunityId: '', owner: record.owner };
  }
  const record = crm.opportunities.peek(id);
  return { leadId: record.leadId, opportunityId: record.id, owner: record.owner };
}

const LONGEST = 50;

/** Activities of a lead, those of its deals included, or of a deal: the newest fifty, and fifty more that are to be done. */
export function timelineOf(crm: Crm, about: About): readonly Activity[] {
  const activities = crm.activitiesAbout(about);
  const first = newest(activities);
  const shown = new Set(first);
  const rest = activities.filter((one) => isOpenTask(one) && !shown.has(one));
  return [...first, ...byUrgency(rest, crm.calendar.dayOf(crm.now)).slice(0, LONGEST)];
}

/** Activities whose subject and details hold every word of a text: newest first, the newest fifty. */
export const searchActivities = (crm: Crm, text: string): readonly Activity[] =>
  text.trim() === '' ? [] : newest(crm.activitiesHolding(text));

type Moments = Pick<Activity, 'when' | 'createdAt'>;

export const momentOf = ({ when, createdAt }: Moments) => when ?? createdAt ?? 0;

/** The newest first. */
export const byAge = (a: Moments, b: Moments) => momentOf(b) - momentOf(a);

const newest = (activities: readonly Activity[]): readonly Activity[] => [...activities].sort(byAge).slice(0, LONGEST);
