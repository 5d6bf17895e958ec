import type { Host } from '../../host/host';
import type { Activity } from '../../src/domain/records';
import { anId, call, copiesOf, readyHost } from './crm-host';

/** Sunday, 22 November 2026; the week ends today where it begins on Monday. */
const ready = readyHost();
const lead = (company: string, status = 'New', owner = '') => {
  const id = anId('lead');
  call(ready, 'createLead', { id, fields: { company, status, owner } });
  return id;
};
const deal = (title: string, fields: object = {}) => {
  const id = anId('opportunity');
  call(ready, 'createOpportunity', { id, fields: { title, ...fields } });
  return id;
};
const task = (subject: string, leadId: string, due: Activity['due']) => {
  const id = anId('activity');
  const text = { type: 'Task', subject, details: '', due };
  call(ready, 'logActivity', { id, about: { kind: 'lead', id: leadId }, ...text });
  return id;
};
const acme = lead('Acme', 'New', 'Zoe');
const beta = lead('Beta');
const gamma = lead('Gamma', 'Customer');
const delta = lead('Delta');
const offer = deal('Offer', { leadId: beta, expectedClose: '2026-11-22', owner: 'Zoe' });
const late = deal('Late', { expectedClose: '2026-11-02' });
deal('Later', { expectedClose: '2026-11-23' });
deal('Won', { stage: 'Closed Won', expectedClose: '2026-11-20', leadId: delta });
task('In a month', acme, '2026-12-22');
task('Without a day', acme, null);
task('Tomorrow', acme, '2026-11-23');
task('Yesterday', acme, '2026-11-21');
task('Today', acme, '2026-11-22');
task('Long ago', gamma, '2026-01-02');
const copy = copiesOf(ready);

const today = (host: Host, owner = '') => {
  const answer = call(host, 'today', { owner });
  const at = answer.tasks.fields.indexOf('subject');
  return { ...answer, subjects: answer.tasks.rows.map((row) => row[at]) };
};
const first = (host: Host) => {
  call(host, 'leadLines', {});
  call(host, 'opportunityLines', {});
  return call(host, 'start', {}).first!;
};

test('tasks come by urgency: overdue, today, the coming week, without a day; later ones are counted', () => {
  const { subjects, counts } = today(copy());
  expect(subjects).toEqual(['Long ago', 'Yesterday', 'Today', 'Tomorrow', 'Without a day']);
  expect(counts).toEqual({ overdue: 2, today: 1, week: 1, undated: 1, later: 1 });
});

test('deals that close this week come with those that should have closed before, the oldest first', () => {
  expect(today(copy()).closing).toEqual({ count: 2, first: [late, offer] });
});

test('a lead without a next step is an open one without an open task and without an open deal', () => {
  expect(today(copy()).noNextStep).toEqual({ count: 1, first: [delta] });
});

test('one owner sees what is theirs', () => {
  const { subjects, closing, noNextStep } = today(copy(), 'Zoe');
  expect(subjects).toEqual(['Yesterday', 'Today', 'Tomorrow', 'Without a day']);
  expect(closing.first).toEqual([offer]);
  expect(noNextStep.count).toBe(0);
});

test('a deal is stale when nothing was done for longer than its stage allows; a plan is nothing done', () => {
  const host = copy();
  host.passTime(31 * 86_400_000);
  const about = { kind: 'opportunity', id: offer } as const;
  const text = { subject: 'Call', details: '' };
  call(host, 'logActivity', { id: anId('activity'), about, type: 'Task', due: '2026-12-24', ...text });
  expect(today(host).stale.first).toContainEqual({ id: offer, days: 31 });
  call(host, 'logActivity', { id: anId('activity'), about, type: 'Call', due: null, ...text });
  expect(today(host).stale.first).not.toContainEqual(expect.objectContaining({ id: offer }));
});

test('a deal whose limit is not passed by a whole day is not stale', () => {
  const host = copy();
  host.passTime(30 * 86_400_000);
  expect(today(host).stale.count).toBe(0);
});

test('the most urgent tasks travel with the first screen once they were read, and follow every save', () => {
  const host = copy();
  expect(first(host).tasks).toBeNull();
  today(host);
  const { lines, count, overdue, canRepeat } = first(host).tasks!;
  const [subject, id] = [lines.fields.indexOf('subject'), lines.fields.indexOf('id')];
  expect(lines.rows.map((row) => row[subject])).toEqual([
    'Long ago',
    'Yesterday',
    'Today',
    'Tomorrow',
    'Without a day',
    'In a month',
  ]);
  expect([count, overdue, canRepeat]).toEqual([6, 2, true]);
  const done = { doneAt: Date.parse('2026-11-22T15:00:00Z'), seen: { doneAt: null } };
  call(host, 'completeTask', { id: String(lines.rows[0]![id]), ...done });
  call(host, 'changeActivity', {
    id: String(lines.rows[5]![id]),
    changes: { due: '2026-11-20' },
    seen: { due: '2026-12-22' },
  });
  const after = first(host).tasks!;
  expect(after.lines.rows.map((row) => row[subject])).toEqual([
    'In a month',
    'Yesterday',
    'Today',
    'Tomorrow',
    'Without a day',
  ]);
  expect([after.count, after.overdue]).toEqual([5, 2]);
});

test('what was due today is overdue tomorrow, by what is cached', () => {
  const host = copy();
  today(host);
  host.passTime(10 * 3_600_000);
  expect(call(host, 'start', {}).today).toBe('2026-11-22');
  host.passTime(4 * 3_600_000);
  const { today: day, first: lines } = call(host, 'start', {});
  expect([day, lines?.tasks?.overdue ?? 3]).toEqual(['2026-11-23', 3]);
});

test('what is cached answers without a look at the sheet', () => {
  const host = copy();
  first(host);
  today(host);
  const calls: string[] = [];
  host.beforeCall = ({ method }) => {
    calls.push(method);
    return undefined;
  };
  today(host);
  host.beforeCall = null;
  expect(calls.filter((method) => /Values|find|getLastRow/.test(method))).toEqual([]);
});

describe('the list of activities', () => {
  const all = { owner: '', type: '', state: '', from: null, to: null, text: '', sort: 'due', skip: 0 } as const;
  const listed = (filter: object, host = copy()) => {
    const { lines, count } = call(host, 'activities', { ...all, ...filter });
    return [count, ...lines.rows.map((row) => row[lines.fields.indexOf('subject')])];
  };
  test.each([
    [
      'by person',
      { owner: ' zoe', state: 'open' },
      [5, 'Yesterday', 'Today', 'Tomorrow', 'Without a day', 'In a month'],
    ],
    ['by type', { type: 'Call' }, [0]],
    ['by what is done', { state: 'done' }, [0]],
    [
      'by the day they are due',
      { from: '2026-11-22', to: '2026-11-23', state: 'open', owner: '' },
      [3, 'Today', 'Tomorrow', 'Without a day'],
    ],
    ['by what they say', { text: 'LONG' }, [1, 'Long ago']],
    ['by the record they are about', { text: 'gamma' }, [1, 'Long ago']],
    ['from a place on', { state: 'open', skip: 4 }, [6, 'Without a day', 'In a month']],
  ])('%s', (_, filter, expected) => {
    expect(listed(filter)).toEqual(expected);
  });

  test('stands in the order that is asked for, by the day that it shows', () => {
    const host = copy();
    const text = { type: 'Call', subject: 'Called just now', details: '', due: null };
    call(host, 'logActivity', { id: anId('activity'), about: { kind: 'lead', id: gamma }, ...text });
    const { lines } = call(host, 'activities', { ...all, text: 'long ago' });
    const id = String(lines.rows[0]![lines.fields.indexOf('id')]);
    const doneAt = Date.parse('2026-11-22T15:00:01Z');
    call(host, 'completeTask', { id, doneAt, seen: { doneAt: null } });
    const order = (sort: string) => listed({ sort, text: 'gamma' }, host).slice(1);
    expect([order('newest'), order('oldest')]).toEqual([
      ['Long ago', 'Called just now'],
      ['Called just now', 'Long ago'],
    ]);
    expect(listed({ sort: 'due' }, host).slice(1, 4)).toEqual(['Yesterday', 'Today', 'Tomorrow']);
  });
});

test.each([
  ['the day', (host: Host) => today(host).subjects],
  [
    'the list of activities',
    (host: Host) => {
      const all = { owner: '', type: '', state: '', from: null, to: null, text: '', sort: 'newest', skip: 0 } as const;
      const { fields, rows } = call(host, 'activities', all).lines;
      return rows.map((row) => row[fields.indexOf('subject')]);
    },
  ],
])('what came into the sheet without an edit, as Ctrl+Z does, is in %s after five minutes', (_, subjectsIn) => {
  const host = copy();
  expect(subjectsIn(host)).toContain('Long ago');
  const sheet = host.file.sheetNamed('Activities')!.id;
  const [headers = [], ...lines] = host.person.seesTab('Activities');
  const column = headers.indexOf('Subject');
  const row = 1 + lines.findIndex((line) => line[column] === 'Long ago');
  host.file.apply({ kind: 'cells', sheet, row, column, layers: { values: [['Brought back']] } });
  host.passTime(6 * 60_000);
  expect(subjectsIn(host)).toContain('Brought back');
});
