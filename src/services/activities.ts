import { blankActivity } from '../domain/blank';
import type { Crm } from '../domain/crm';
import type { Day } from '../domain/day';
import { CrmError } from '../domain/errors';
import type { About, Activity } from '../domain/records';

export type ActivityText = {
  readonly type: string;
  readonly subject: string;
  readonly details: string;
  readonly due: Day | null;
};

/** Logs something that happened, or a task that is due, on a lead or a deal. Throws `INVALID`, `NOT_FOUND`. */
export function logActivity(
  crm: Crm,
  id: string,
  about: About,
  { type, subject, details, due }: ActivityText,
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
    createdBy: crm.user,
  };
  return crm.activities.create(activity, ['type', 'subject', 'details', 'due']).record;
}

/** Throws `INVALID` where it says nothing. */
export function checkText({ subject, details }: ActivityText): void {
  if (subject.trim() === '' && details.trim() === '')
    throw new CrmError('INVALID', 'Write what happened.', { field: 'subject' });
}

/** A task is still to be done; anything else has just happened. */
export function timesOf({ now }: Crm, { type, due }: ActivityText): Pick<Activity, 'doneAt' | 'when'> {
  const at = due !== null || type === 'Task' ? null : now;
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

/** Activities of a lead, those of its deals included, or of a deal: newest first, the newest fifty. */
export const timelineOf = (crm: Crm, about: About): readonly Activity[] => newest(crm.activitiesAbout(about));

/** Activities whose subject or details hold a text: newest first, the newest fifty. */
export const searchActivities = (crm: Crm, text: string): readonly Activity[] =>
  text.trim() === '' ? [] : newest(crm.activitiesHolding(text));

function newest(activities: readonly Activity[]): readonly Activity[] {
  const moment = ({ when, createdAt }: Activity) => when ?? createdAt ?? 0;
  return [...activities].sort((a, b) => moment(b) - moment(a)).slice(0, LONGEST);
}
