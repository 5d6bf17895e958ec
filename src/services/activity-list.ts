import type { ActivityFilter, ActivitySort } from '../domain/activity-filter';
import type { Crm } from '../domain/crm';
import type { Day } from '../domain/day';
import { fold } from '../domain/fold';
import { nameOfLead } from '../domain/lead';
import { type ActivityLine, activityLineFields } from '../domain/lines';
import { sameOwner } from '../domain/owner';
import { byUrgency, isOpenTask, momentOf } from '../domain/tasks';

const PAGE = 200;

/** A page of the activities that a filter lets through, and how many these are. */
export function listActivities(
  crm: Crm,
  filter: ActivityFilter,
  skip: number,
): { readonly count: number; readonly first: readonly ActivityLine[] } {
  const { owner, type, state, from, to } = filter;
  const today = crm.calendar.dayOf(crm.now);
  const isMeant = textFilter(crm, fold(filter.text.trim()));
  const isInPeriod = (activity: ActivityLine) => {
    const day = activity.due !== null && isOpenTask(activity) ? activity.due : crm.calendar.dayOf(momentOf(activity));
    return (from === null || day >= from) && (to === null || day <= to);
  };
  const meant = crm
    .activityFields(activityLineFields)
    .filter(
      (activity) =>
        (owner === '' || sameOwner(activity.owner, owner)) &&
        (type === '' || activity.type === type) &&
        (state === '' || isOpenTask(activity) === (state === 'open')) &&
        ((from === null && to === null) || isInPeriod(activity)) &&
        isMeant(activity),
    );
  const found = sorted(meant, filter.sort, today);
  return { count: found.length, first: found.slice(skip, skip + PAGE) };
}

function sorted(activities: readonly ActivityLine[], sort: ActivitySort, today: Day): readonly ActivityLine[] {
  if (sort === 'due') {
    const rest = activities.filter((activity) => !isOpenTask(activity));
    return [...byUrgency(activities.filter(isOpenTask), today), ...sorted(rest, 'newest', today)];
  }
  const sign = sort === 'oldest' ? 1 : -1;
  return [...activities].sort((a, b) => sign * (momentOf(a) - momentOf(b)));
}

/** Whether an activity says the text, or the record that it is about. */
function textFilter(crm: Crm, text: string): (activity: ActivityLine) => boolean {
  if (text === '') return () => true;
  const isSaid = (name: string) => fold(name).includes(text);
  const saying = new Set(crm.activitiesHolding(text).map(({ id }) => id));
  const leads = crm.leads.lines(['id', 'company', 'contact']).filter((lead) => isSaid(nameOfLead(lead)));
  const deals = crm.opportunities.lines(['id', 'title']).filter(({ title }) => isSaid(title));
  const about = new Set([...leads, ...deals].map(({ id }) => id));
  return ({ id, leadId, opportunityId }) => saying.has(id) || about.has(leadId) || about.has(opportunityId);
}
