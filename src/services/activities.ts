import { blankActivity } from '../domain/blank';
import type { Crm } from '../domain/crm';
import type { Day } from '../domain/day';
import { CrmError } from '../domain/errors';
import type { About, Activity } from '../domain/records';
import { byUrgency, isOpenTask, momentOf, TASK } from '../domain/tasks';
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

/**
 * Activities of a lead, those of its deals included, or of a deal: fifty that are to be done, and the newest of all others, one more
 * than the fifty that are shown: it tells that there are more.
 */
export function timelineOf(crm: Crm, about: About): readonly Activity[] {
  const activities = crm.activitiesAbout(about);
  const open = byUrgency(activities.filter(isOpenTask), crm.calendar.dayOf(crm.now));
  const past = newest(
    activities.filter((one) => !isOpenTask(one)),
    LONGEST + 1,
  );
  return [...past, ...open.slice(0, LONGEST)].sort(byAge);
}

/** Activities that hold every word of a text: newest first, the newest fifty. */
export const searchActivities = (crm: Crm, text: string): readonly Activity[] =>
  text.trim() === '' ? [] : newest(crm.activitiesHolding(text));

type Dated = Parameters<typeof momentOf>[0];

/** The newest first. */
const byAge = (a: Dated, b: Dated) => momentOf(b) - momentOf(a);

const newest = (activities: readonly Activity[], most = LONGEST): readonly Activity[] =>
  [...activities].sort(byAge).slice(0, most);
