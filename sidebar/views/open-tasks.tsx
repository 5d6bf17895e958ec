import { isOpenTask } from '../../src/domain/tasks';
import type { Subject } from '../data/timelines';
import { t } from '../texts/text';
import { usePanel } from './panel-context';
import { Section } from './section';
import { TaskRow } from './task-row';

/** What is still to be done for a record, above what was done. */
export function OpenTasks({ subject }: { subject: Subject }) {
  const { timelines } = usePanel();
  const tasks = (timelines.of(subject).value.activities ?? []).filter(isOpenTask);
  if (tasks.length === 0) return null;
  // Those without a day come last.
  const key = ({ due }: { due: string | null }) => due ?? '9999';
  tasks.sort((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
  return (
    <Section title={t('task.open')}>
      <ul>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} about={subject} />
        ))}
      </ul>
    </Section>
  );
}
