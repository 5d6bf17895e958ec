import type { ActivityChanges, ActivityLine, Completed, InputOf } from '../../src/contract/contract';
import type { Saved, Seen } from '../../src/domain/crm';
import { type Day, isDay } from '../../src/domain/day';
import type { Difference } from '../../src/domain/errors';
import type { Activity } from '../../src/domain/records';
import { doesRepeat } from '../../src/domain/repeat';
import { t } from '../texts/text';
import { CERTAIN } from './attempt';
import { asCallError, type CallError } from './call-error';
import { labelOf } from './field-label';
import type { Panel } from './panel';
import { undoHere } from './renew';
import type { FieldName } from './shown-field';

/** An activity as a row shows it. */
export type Task = Pick<Activity, keyof ActivityLine>;

type Places = Pick<Panel, 'agenda' | 'activityList' | 'timelines'>;

/** Shows some fields of an activity anew wherever it stands. */
export function showFields({ agenda, activityList, timelines }: Places, id: string, fields: Partial<Activity>): void {
  for (const place of [agenda, activityList, timelines]) place.patch(id, fields);
}

/** Shows an activity as the server told it; null: it is gone. */
export function showActivity({ agenda, activityList, timelines }: Places, id: string, activity: Activity | null): void {
  if (!activity) {
    for (const place of [agenda, activityList, timelines]) place.remove(id);
    return;
  }
  agenda.put(activity);
  activityList.patch(id, activity);
  timelines.put(activity);
}

const nameOf = ({ subject, type }: Pick<Task, 'subject' | 'type'>) => subject || type;

type Attempt = {
  /** What the user saw, where that is not what the row shows: a text that its field cannot read. */
  readonly over?: Seen<Activity> | undefined;
  readonly send: (seen: Seen<Activity>) => Promise<Saved<Activity>>;
  readonly again: (over?: Seen<Activity>) => void;
};

/** Shows a change at once, sends it, and shows what stands there where it fails. True: it stands in the sheet. */
async function attemptChange(
  panel: Panel,
  task: Task,
  fields: Partial<Activity>,
  { over, send, again }: Attempt,
): Promise<boolean> {
  const { activities, agenda, toasts } = panel;
  const before = valuesOf(task, fields);
  const stands = (record: Partial<Activity> | undefined) =>
    Object.entries(fields).every(([name, value]) => record?.[name as keyof Activity] === value);
  showFields(panel, task.id, fields);
  try {
    const { notice, conflicts, record } = await send(over ?? before);
    if (notice) toasts.tell(notice);
    if (conflicts.length === 0) return true;
    showActivity(panel, task.id, record);
    toasts.complain(t('conflict.someone', { field: conflicts.map(({ field }) => nameOfField(field)).join(', ') }));
    return false;
  } catch (thrown) {
    const error = asCallError(thrown);
    showFields(panel, task.id, before);
    if (!CERTAIN.includes(error.code)) {
      agenda.outdate();
      await activities.reload(task.id);
      // A conflict that differs in nothing was written, and its message says what else to look at.
      if (error.code !== 'CONFLICT' && stands(activities.shown(task.id).value.found?.record)) return true;
    }
    const odd = error.differences.find(isOdd);
    const text = odd ? t('task.odd', { field: nameOfField(odd.field), text: String(odd.now) }) : error.message;
    toasts.complain(text, wayOn(error, odd, again));
    return false;
  }
}

/** Somebody else was first, or the row is gone: what stands there now is worth more than another try. */
function wayOn({ code }: CallError, odd: Difference | undefined, again: Attempt['again']) {
  if (odd) return { label: t('field.overwrite'), act: () => again({ [odd.field]: odd.now }) };
  return code === 'CONFLICT' || code === 'NOT_FOUND' ? null : { label: t('retry'), act: () => again() };
}

const valuesOf = (task: Task, fields: object): Partial<Activity> =>
  Object.fromEntries(Object.keys(fields).map((name) => [name, task[name as keyof Task]]));

/** Rows change days and moments alone: any other text stands where it cannot be read. */
const isOdd = ({ now }: Difference): boolean => typeof now === 'string' && !isDay(now);

const nameOfField = (field: string) => labelOf(field as FieldName);

/** Changes fields of a task from its row, with an undo. */
async function changeTask(
  panel: Panel,
  task: Task,
  fields: Partial<Activity>,
  said: string,
  over?: Seen<Activity>,
): Promise<void> {
  const { id } = task;
  const isDone = await attemptChange(panel, task, fields, {
    over,
    send: (seen) =>
      panel.activities.write(
        id,
        (activity) => ({ ...activity, ...fields }),
        () => panel.client.call('changeActivity', { id, changes: fields as ActivityChanges, seen }),
      ),
    again: (now) => changeTask(panel, task, fields, said, now ?? over),
  });
  if (!isDone || !said) return;
  const back = () => changeTask(panel, { ...task, ...fields }, valuesOf(task, fields), '');
  // A text that the field cannot read could not be written again.
  panel.toasts.say(said, over ? null : { label: t('toast.undo'), act: back });
}

export const reopenTask = (panel: Panel, task: Task) => changeTask(panel, task, { doneAt: null }, '');

export const snoozeTask = (panel: Panel, task: Task, due: Day) =>
  changeTask(
    panel,
    task,
    { due },
    t('task.snoozed', { name: nameOf(task), day: panel.session.formats.value.day(due) }),
  );

/** Sends that an activity is done, and shows the next one where it repeats. */
export async function sendDone(panel: Panel, done: InputOf<'completeTask'>): Promise<Completed> {
  const answer = await panel.client.call('completeTask', done);
  if (answer.next) showActivity(panel, answer.next.id, answer.next);
  return answer;
}

/** Cells keep no thousandths: what is shown, sent and read again is one moment. */
const thisSecond = () => Math.floor(Date.now() / 1000) * 1000;

/** Done; one that repeats comes again. `doneAt`: another try is the same call, which completes what Google cut short. */
export async function completeTask(
  panel: Panel,
  task: Task,
  doneAt = thisSecond(),
  over?: Seen<Activity>,
): Promise<void> {
  const { id } = task;
  let done: Completed | null = null;
  const isDone = await attemptChange(
    panel,
    task,
    { doneAt },
    {
      over,
      send: (seen) =>
        panel.activities.write(
          id,
          (activity) => ({ ...activity, doneAt }),
          async () => {
            done = await sendDone(panel, { id, doneAt, seen });
            return done.task;
          },
        ),
      again: (now) => completeTask(panel, task, doneAt, now ?? over),
    },
  );
  if (isDone) sayDone(panel, { ...task, doneAt }, done, over !== undefined);
}

/** `done`: null where no answer came, and the task was found to be done. */
function sayDone(panel: Panel, task: Task, done: Completed | null, wasOdd: boolean): void {
  const name = nameOf(task);
  const due = done?.next?.due;
  const said = due
    ? t('task.doneAgain', { name, day: panel.session.formats.value.day(due) })
    : t('task.done', { name });
  const back = () => (done?.next ? undoHere(panel, done.action) : reopenTask(panel, task));
  const isWhole = done !== null || !doesRepeat(task.repeat);
  panel.toasts.say(said, isWhole && !wasOdd ? { label: t('toast.undo'), act: back } : null);
}
