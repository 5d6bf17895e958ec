import type { ActivityChanges, ActivityLine } from '../../src/contract/contract';
import type { Seen } from '../../src/domain/crm';
import type { Day } from '../../src/domain/day';
import type { Activity } from '../../src/domain/records';
import { t } from '../texts/text';
import { asCallError } from './call-error';
import { freshId } from './new-id';
import type { Panel } from './panel';
import { undoNewest } from './renew';

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

/** Shows a change at once, sends it, and puts the old values back where it fails. True: it stands in the sheet. */
async function attemptChange(
  panel: Panel,
  task: Task,
  fields: Partial<Activity>,
  send: () => Promise<unknown>,
  again: () => void,
): Promise<boolean> {
  const before = Object.fromEntries(Object.keys(fields).map((name) => [name, task[name as keyof Task]]));
  showFields(panel, task.id, fields);
  try {
    await send();
    panel.agenda.outdate();
    return true;
  } catch (thrown) {
    const error = asCallError(thrown);
    showFields(panel, task.id, before);
    // Somebody else was first, or the row is gone: what stands there now is worth more than another try.
    const isOver = error.code === 'CONFLICT' || error.code === 'NOT_FOUND';
    if (isOver) panel.agenda.outdate();
    panel.toasts.complain(error.message, isOver ? null : { label: t('retry'), act: again });
    return false;
  }
}

/** Changes fields of a task from its row, with an undo. */
async function changeTask(panel: Panel, task: Task, fields: Partial<Activity>, said: string): Promise<void> {
  const { id } = task;
  const before = Object.fromEntries(Object.keys(fields).map((name) => [name, task[name as keyof Task]]));
  const input = { id, changes: fields as ActivityChanges, seen: before as Seen<ActivityChanges> };
  const send = () =>
    panel.activities.write(
      id,
      (activity) => ({ ...activity, ...fields }),
      () => panel.client.call('changeActivity', input),
    );
  const isDone = await attemptChange(panel, task, fields, send, () => changeTask(panel, task, fields, said));
  if (!isDone || !said) return;
  const act = () => changeTask(panel, { ...task, ...fields }, before, '');
  panel.toasts.say(said, { label: t('toast.undo'), act });
}

export const reopenTask = (panel: Panel, task: Task) => changeTask(panel, task, { doneAt: null }, '');

export const snoozeTask = (panel: Panel, task: Task, due: Day) =>
  changeTask(
    panel,
    task,
    { due },
    t('task.snoozed', { name: nameOf(task), day: panel.session.formats.value.day(due) }),
  );

/** Done; one that repeats comes again. */
export async function completeTask(panel: Panel, task: Task, nextId = freshId('activity')): Promise<void> {
  const { id } = task;
  const doneAt = Date.now();
  let next: Activity | null = null;
  const send = () =>
    panel.activities.write(
      id,
      (activity) => ({ ...activity, doneAt }),
      async () => {
        const seen = { doneAt: task.doneAt };
        const done = await panel.client.call('completeTask', { id, doneAt, seen, next: nextId });
        next = done.next;
        return done.task;
      },
    );
  const isDone = await attemptChange(panel, task, { doneAt }, send, () => completeTask(panel, task, nextId));
  if (!isDone) return;
  const coming = next as Activity | null;
  if (coming) showActivity(panel, coming.id, coming);
  const day = coming?.due ? panel.session.formats.value.day(coming.due) : '';
  const said = coming ? t('task.doneAgain', { name: nameOf(task), day }) : t('task.done', { name: nameOf(task) });
  const act = () => (coming ? undoNewest(panel, [id]) : reopenTask(panel, { ...task, doneAt }));
  panel.toasts.say(said, { label: t('toast.undo'), act });
}
