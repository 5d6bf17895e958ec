import type { Host } from '../../host/host';
import { addDays } from '../../src/domain/day';
import { FIRST_LINES } from '../../src/domain/lines';
import { anId, call, readyHost } from './crm-host';

/** As many as the first screen has, and two more, due day after day. */
function withTasks(): { readonly host: Host; readonly ids: readonly string[] } {
  const host = readyHost();
  const lead = anId('lead');
  call(host, 'createLead', { id: lead, fields: { company: 'Acme' } });
  const ids = Array.from({ length: FIRST_LINES + 2 }, () => anId('activity'));
  const about = { kind: 'lead', id: lead } as const;
  for (const [index, id] of ids.entries()) {
    const due = addDays('2027-01-01', index);
    call(host, 'logActivity', { id, about, type: 'Task', subject: `Task ${index}`, details: '', due });
  }
  // The panel that opens: all of them are cached.
  call(host, 'today', { owner: '' });
  return { host, ids };
}

const first = (host: Host) => {
  const tasks = call(host, 'start', {}).first!.tasks;
  if (!tasks) return null;
  const subject = tasks.lines.fields.indexOf('subject');
  return { subjects: tasks.lines.rows.map((row) => row[subject]), count: tasks.count };
};

test('when all tasks of the first screen are done, a later one is not taken for the most urgent', () => {
  const { host, ids } = withTasks();
  call(host, 'leadLines', {});
  call(host, 'opportunityLines', {});
  expect(first(host)).toMatchObject({ count: FIRST_LINES + 2 });
  for (const id of ids.slice(0, FIRST_LINES))
    call(host, 'completeTask', { id, doneAt: Date.UTC(2026, 10, 22, 15), seen: { doneAt: null } });
  const lead = call(host, 'activity', { id: ids[0]! }).record.leadId;
  const about = { kind: 'lead', id: lead } as const;
  const late = { type: 'Task', subject: 'Much later', details: '', due: '2028-01-01' } as const;
  call(host, 'logActivity', { id: anId('activity'), about, ...late });
  // Better none than the wrong ones: the panel asks for the day after its first paint.
  expect(first(host)?.subjects ?? []).toEqual([]);
  call(host, 'today', { owner: '' });
  expect(first(host)).toEqual({
    subjects: [`Task ${FIRST_LINES}`, `Task ${FIRST_LINES + 1}`, 'Much later'],
    count: 3,
  });
});
