import type { Calendar } from './calendar';
import { addDays, type Day, daysBetween, type Instant, weekday } from './day';
import { isOpenStatus } from './lead-status';
import { sameOwner } from './owner';
import type { Activity, Lead, Opportunity } from './records';
import { findStage, type Preferences, type Settings } from './settings';
import { byUrgency, isOpenTask, touchedAt, type Urgency, urgencyOn } from './tasks';

/** What has to be known of the records to tell what a day asks for. */
export const agendaFields = {
  lead: ['id', 'status', 'owner', 'createdAt'],
  opportunity: ['id', 'leadId', 'pipeline', 'stage', 'owner', 'expectedClose', 'createdAt', 'updatedAt', 'stageSince'],
} as const;

export type AgendaLead = Pick<Lead, (typeof agendaFields.lead)[number]>;
export type AgendaDeal = Pick<Opportunity, (typeof agendaFields.opportunity)[number]>;
export type AgendaActivity = Pick<
  Activity,
  'id' | 'leadId' | 'opportunityId' | 'type' | 'when' | 'due' | 'doneAt' | 'owner' | 'createdAt'
>;

/** The first of them, and how many there are in all. */
export type Bucket<T> = { readonly count: number; readonly first: readonly T[] };

/** A deal that nobody has touched for so many days. */
export type StaleDeal = { readonly id: string; readonly days: number };

/** What a day asks for, the most urgent first. */
export type Agenda<Task> = {
  /** Open tasks, but for those due later than in a week. */
  readonly tasks: Bucket<Task>;
  /** How many open tasks there are of each urgency. */
  readonly counts: Readonly<Record<Urgency, number>>;
  readonly stale: Bucket<StaleDeal>;
  /** Ids of deals that are expected to close this week, or were before. */
  readonly closing: Bucket<string>;
  /** Ids of leads in an open status without an open task, be it of a deal of theirs, and without an open deal. */
  readonly noNextStep: Bucket<string>;
};

type At = { readonly settings: Settings; readonly calendar: Calendar; readonly now: Instant };

const MOST = 200;

const bucket = <T>(all: readonly T[]): Bucket<T> => ({ count: all.length, first: all.slice(0, MOST) });

/** `owner`: of this one alone; '' for everybody's. A task of somebody else's is a next step all the same. */
export function agendaOf<Task extends AgendaActivity>(
  {
    leads,
    deals,
    activities,
  }: {
    readonly leads: readonly AgendaLead[];
    readonly deals: readonly AgendaDeal[];
    readonly activities: readonly Task[];
  },
  owner: string,
  at: At,
): Agenda<Task> {
  const today = at.calendar.dayOf(at.now);
  const isWanted = (record: { readonly owner: string }) => owner === '' || sameOwner(record.owner, owner);
  const open = deals.filter((deal) => stageKind(at.settings, deal) === 'open');
  const own = open.filter(isWanted);
  const tasks = activities.filter(isOpenTask);
  return {
    ...tasksOf(tasks.filter(isWanted), today),
    stale: bucket(staleAmong(own, activities, today, at)),
    closing: bucket(closingAmong(own, endOfWeek(today, at.settings.preferences.weekStart))),
    noNextStep: bucket(withoutNextStep(leads.filter(isWanted), deals, open, tasks)),
  };
}

/** A stage that Settings do not list is taken for an open one. */
const stageKind = ({ stages }: Settings, { pipeline, stage }: AgendaDeal) =>
  findStage(stages, pipeline, stage)?.kind ?? 'open';

function tasksOf<Task extends AgendaActivity>(tasks: readonly Task[], today: Day) {
  const counts: Record<Urgency, number> = { overdue: 0, today: 0, week: 0, undated: 0, later: 0 };
  const urgencyOf = urgencyOn(today);
  for (const task of tasks) counts[urgencyOf(task)]++;
  const due = tasks.filter((task) => urgencyOf(task) !== 'later');
  return { counts, tasks: bucket(byUrgency(due, today)) };
}

/**
 * Open deals of which nothing was changed, done or logged for more days than their stage allows, the longest first. A task
 * that is planned does not count. A deal without any date is not known to be old.
 */
function staleAmong(
  deals: readonly AgendaDeal[],
  activities: readonly AgendaActivity[],
  today: Day,
  { settings, calendar, now }: At,
): readonly StaleDeal[] {
  const limits = new Map(
    deals.map((deal) => [deal.id, findStage(settings.stages, deal.pipeline, deal.stage)?.staleAfterDays ?? null]),
  );
  const touched = new Map<string, Instant>();
  for (const activity of activities) {
    const { opportunityId } = activity;
    const at = (limits.get(opportunityId) ?? null) === null ? null : touchedAt(activity, now);
    if (at !== null) touched.set(opportunityId, Math.max(at, touched.get(opportunityId) ?? 0));
  }
  const stale = deals.flatMap(({ id, createdAt, updatedAt, stageSince }) => {
    const limit = limits.get(id) ?? null;
    const last = Math.max(updatedAt ?? 0, stageSince ?? 0, touched.get(id) ?? 0) || createdAt;
    const days = last ? daysBetween(calendar.dayOf(last), today) : 0;
    return limit !== null && days > limit ? [{ id, days }] : [];
  });
  return stale.sort((a, b) => b.days - a.days);
}

/** As weekdays count. */
const START_DAYS = { Sunday: 0, Monday: 1, Saturday: 6 } as const;

/** The last day of the week that holds a day. */
export function endOfWeek(day: Day, weekStart: Preferences['weekStart']): Day {
  const start = START_DAYS[weekStart];
  return addDays(day, 6 - ((weekday(day) - start + 7) % 7));
}

/** Days that are past come first. */
const closingAmong = (deals: readonly AgendaDeal[], until: Day): readonly string[] =>
  deals
    .flatMap(({ id, expectedClose }) =>
      expectedClose !== null && expectedClose <= until ? [{ id, expectedClose }] : [],
    )
    .sort((a, b) => (a.expectedClose < b.expectedClose ? -1 : Number(a.expectedClose > b.expectedClose)))
    .map(({ id }) => id);

/** The newest first: they are asked about most. */
function withoutNextStep(
  leads: readonly AgendaLead[],
  deals: readonly AgendaDeal[],
  open: readonly AgendaDeal[],
  tasks: readonly AgendaActivity[],
): readonly string[] {
  const leadOf = new Map(deals.map(({ id, leadId }) => [id, leadId]));
  const busy = new Set(open.map(({ leadId }) => leadId));
  for (const { leadId, opportunityId } of tasks) busy.add(leadId).add(leadOf.get(opportunityId) ?? '');
  return leads
    .filter(({ id, status }) => !busy.has(id) && isOpenStatus(status))
    .sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))
    .map(({ id }) => id);
}
