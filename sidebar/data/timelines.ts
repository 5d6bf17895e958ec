import { type Signal, signal } from '@preact/signals';
import type { Activity } from '../../src/domain/records';
import { asCallError, type CallError } from './call-error';
import type { Client } from './client';
import { createMeanwhile, type Meanwhile } from './meanwhile';
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

type All = readonly Activity[];
type Entry = { readonly timeline: Signal<Timeline>; readonly meanwhile: Meanwhile<All> };

/** `isSaving`: a change of this activity is on its way. */
export function createTimelines(client: Client, isSaving: (id: string) => boolean): Timelines {
  const known = new Map<string, Entry>();

  const entryOf = ({ id }: Subject): Entry => {
    const entry = known.get(id);
    if (entry) return entry;
    const timeline = signal(empty);
    const meanwhile = createMeanwhile<All>((one) => isSaving(one) || timeline.peek().saving.has(one));
    const made = { timeline, meanwhile };
    known.set(id, made);
    return made;
  };

  const change = ({ timeline, meanwhile }: Entry, id: string, act: (all: All) => All) => {
    meanwhile.note(id, act);
    const { activities } = timeline.value;
    if (activities) timeline.value = { ...timeline.value, activities: act(activities) };
  };

  const changeAll = (id: string, act: (all: All, key: string) => All) => {
    for (const [key, entry] of known) change(entry, id, (all) => act(all, key));
  };

  return {
    of: (subject) => entryOf(subject).timeline,
    async load(subject) {
      const { timeline, meanwhile } = entryOf(subject);
      timeline.value = { ...timeline.value, loading: true, error: null };
      try {
        const read = await meanwhile.ask(() => client.call('timeline', subject));
        if (read) timeline.value = { ...timeline.value, activities: meanwhile.over(read), loading: false, error: null };
      } catch (thrown) {
        timeline.value = { ...timeline.value, loading: false, error: asCallError(thrown) };
      }
    },
    put: (activity) => changeAll(activity.id, (all, key) => withActivity(all, activity, key)),
    patch: (id, fields) => changeAll(id, (all) => all.map((one) => (one.id === id ? { ...one, ...fields } : one))),
    remove: (id) => changeAll(id, (all) => without(all, id)),
    async log(subject, activity) {
      const { id, type, subject: title, details, due, repeat } = activity;
      const entry = entryOf(subject);
      const { timeline } = entry;
      const settle = (act: (all: All) => All) => {
        const saving = new Set(timeline.value.saving);
        saving.delete(id);
        timeline.value = { ...timeline.value, saving };
        change(entry, id, act);
      };
      const { activities, saving } = timeline.value;
      timeline.value = { ...timeline.value, activities: activities ?? [], saving: new Set(saving).add(id) };
      change(entry, id, (all) => [activity, ...without(all, id)]);
      try {
        const text = { type, subject: title, details, due, ...(repeat && { repeat }) };
        const logged = await client.call('logActivity', { id, about: subject, ...text });
        settle((all) => all.map((one) => (one.id === id ? logged : one)));
      } catch (thrown) {
        settle((all) => without(all, id));
        throw asCallError(thrown);
      }
    },
  };
}

const without = (all: readonly Activity[], id: string): readonly Activity[] => all.filter((one) => one.id !== id);

/** What was linked to another record leaves the timeline of the first; a lead's deals bring theirs along. */
function withActivity(all: readonly Activity[], activity: Activity, key: string): readonly Activity[] {
  const known = all.find(({ id }) => id === activity.id);
  const isSame = known?.leadId === activity.leadId && known.opportunityId === activity.opportunityId;
  const isHere = isSame || activity.leadId === key || activity.opportunityId === key;
  if (known) return isHere ? all.map((one) => (one === known ? activity : one)) : all.filter((one) => one !== known);
  return isHere ? [activity, ...all] : all;
}
