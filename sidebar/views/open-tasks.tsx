import { byUrgency, isOpenTask } from '../../src/domain/tasks';
import type { Subject } from '../data/timelines';
import { t } from '../texts/text';
import { usePanel } from './panel-context';
import { Section } from './section';
import { TaskRow } from './task-row';

/** What is still to be done for a record, above what was done. */
export function OpenTasks({ subject }: { subject: Subject }) {
  const { timelines, session } = usePanel();
  const tasks = (timelines.of(subject).value.activities ?? []).filter(isOpenTask);
  if (tasks.length === 0) return null;
  return (
    <Section title={t('task.open')}>
      <ul>
        {byUrgency(tasks, session.today.value).map((task) => (
          <TaskRow key={task.id} task={task} about={subject} />
        ))}
      </ul>
    </Section>
  );
}
