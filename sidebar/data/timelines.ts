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
    remove(id) {
      for (const timeline of known.values()) {
        const { activities } = timeline.value;
        if (activities) timeline.value = { ...timeline.value, activities: activities.filter((one) => one.id !== id) };
      }
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
        const { id, type, subject: title, details, due } = activity;
        const logged = await client.call('logActivity', { id, about: subject, type, subject: title, details, due });
        settle((all) => all.map((one) => (one.id === logged.id ? logged : one)));
      } catch (thrown) {
        settle((all) => all.filter((one) => one.id !== activity.id));
        throw asCallError(thrown);
      }
    },
  };
}
