import { type Signal, signal } from '@preact/signals';
import type { Activity } from '../../src/domain/records';
import { asCallError, type CallError } from './call-error';
import type { Client } from './client';
import type { RecordScreen } from './screens';

export type Subject = { readonly kind: RecordScreen['name']; readonly id: string };

export type Timeline = {
  /** Newest first. Null: not read yet. */
  readonly activities: readonly Activity[] | null;
  readonly loading: boolean;
  readonly error: CallError | null;
  /** Ids that are shown but not confirmed yet. */
  readonly saving: ReadonlySet<string>;
};

export type Timelines = {
  of(subject: Subject): Signal<Timeline>;
  load(subject: Subject): Promise<void>;
  /** Shows the activity at once; takes it away again if it could not be logged, and rejects. */
  log(subject: Subject, activity: Activity): Promise<void>;
  /** Shows an activity as the server told it, on those timelines that it belongs to. */
  put(activity: Activity): void;
  /** Shows some fields of an activity anew. */
  patch(id: string, fields: Partial<Activity>): void;
  /** Takes an activity off every timeline. */
  remove(id: string): void;
};

const empty: Timeline = { activities: null, loading: false, error: null, saving: new Set() };

export function createTimelines(client: Client): Timelines {
  const known = new Map<string, Signal<Timeline>>();

  const of = (subject: Subject) => {
    const timeline = known.get(subject.id) ?? signal(empty);
    known.set(subject.id, timeline);
    return timeline;
  };

  const change = (timeline: Signal<Timeline>, act: (all: readonly Activity[]) => readonly Activity[]) => {
    const { activities } = timeline.value;
    if (activities) timeline.value = { ...timeline.value, activities: act(activities) };
  };

  return {
    of,
    async load(subject) {
      const timeline = of(subject);
      timeline.value = { ...timeline.value, loading: true, error: null };
      try {
        const read = await client.call('timeline', subject);
        const { activities, saving } = timeline.value;
        const onTheirWay = (activities ?? []).filter(({ id }) => saving.has(id) && !read.some((one) => one.id === id));
        timeline.value = { ...timeline.value, activities: [...onTheirWay, ...read], loading: false };
      } catch (thrown) {
        timeline.value = { ...timeline.value, loading: false, error: asCallError(thrown) };
      }
    },
    put(activity) {
      for (const [key, timeline] of known) change(timeline, (all) => withActivity(all, activity, key));
    },
    patch(id, fields) {
      for (const timeline of known.values())
        change(timeline, (all) => all.map((one) => (one.id === id ? { ...one, ...fields } : one)));
    },
    remove(id) {
      for (const timeline of known.values()) change(timeline, (all) => all.filter((one) => one.id !== id));
    },
    async log(subject, activity) {
      const timeline = of(subject);
      const settle = (change: (all: readonly Activity[]) => readonly Activity[]) => {
        const saving = new Set(timeline.value.saving);
        saving.delete(activity.id);
        timeline.value = { ...timeline.value, saving, activities: change(timeline.value.activities ?? []) };
      };
      timeline.value = {
        ...timeline.value,
        activities: [activity, ...(timeline.value.activities ?? [])],
        saving: new Set(timeline.value.saving).add(activity.id),
      };
      try {
        const { id, type, subject: title, details, due, repeat } = activity;
        const text = { type, subject: title, details, due, ...(repeat && { repeat }) };
        const logged = await client.call('logActivity', { id, about: subject, ...text });
        settle((all) => all.map((one) => (one.id === logged.id ? logged : one)));
      } catch (thrown) {
        settle((all) => all.filter((one) => one.id !== activity.id));
        throw asCallError(thrown);
      }
    },
  };
}

/** What was linked to another record leaves the timeline of the first; a lead's deals bring theirs along. */
function withActivity(all: readonly Activity[], activity: Activity, key: string): readonly Activity[] {
  const known = all.find(({ id }) => id === activity.id);
  const isSame = known?.leadId === activity.leadId && known.opportunityId === activity.opportunityId;
  const isHere = isSame || activity.leadId === key || activity.opportunityId === key;
  if (known) return isHere ? all.map((one) => (one === known ? activity : one)) : all.filter((one) => one !== known);
  return isHere ? [activity, ...all] : all;
}
