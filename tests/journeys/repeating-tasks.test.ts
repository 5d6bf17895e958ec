import type { Host } from '../../host/host';
import {
  actAt,
  anId,
  attempt,
  call,
  callsOf,
  copiesOf,
  failAt,
  failureOf,
  numbersOf,
  readyHost,
  rowsOf,
} from './crm-host';

const DAY = 86_400_000;
const doneAt = Date.parse('2026-11-22T15:00:00Z');

const ready = readyHost();
const acme = anId('lead');
call(ready, 'createLead', { id: acme, fields: { company: 'Acme' } });
const report = anId('activity');
for (const [id, subject, repeat] of [
  [anId('activity'), 'Offer', ''],
  [report, 'Report', 'every month'],
  [anId('activity'), 'Thanks', ''],
] as const)
  call(ready, 'logActivity', {
    id,
    about: { kind: 'lead', id: acme },
    type: 'Task',
    subject,
    details: '',
    due: '2026-11-01',
    repeat,
  });
const copy = copiesOf(ready);

const complete = (host: Host, id = report, at = doneAt) =>
  call(host, 'completeTask', { id, doneAt: at, seen: { doneAt: null } });

const reports = (host: Host) => rowsOf(host, 'Activities').filter(({ Subject }) => Subject === 'Report');
const counts = (host: Host) => {
  const all = reports(host);
  return { all: all.length, open: all.filter((one) => one['Done at'] === '').length };
};

/** Whatever order they are in, and whether or not Google could tell who made them. */
const sorted = (host: Host) =>
  rowsOf(host, 'Activities')
    .map((row) => JSON.stringify({ ...row, 'Created by': '' }))
    .sort();

const moments = () => {
  const counted = copy();
  return callsOf(counted, () => complete(counted));
};

const whole = copy();
complete(whole);
const expected = sorted(whole);

describe('a task that repeats is completed', () => {
  test('whole in the end, wherever Google fails, when it is asked for again', () => {
    for (const at of moments()) {
      const host = copy();
      failAt(host, at);
      attempt(() => complete(host));
      host.beforeCall = null;
      complete(host);
      expect([at, sorted(host)]).toEqual([at, expected]);
    }
  });

  test('and is never done without a next one, wherever Google fails; whoever finds it open completes it, once', () => {
    for (const at of moments()) {
      const host = copy();
      failAt(host, at);
      attempt(() => complete(host));
      host.beforeCall = null;
      const left = reports(host).find((one) => one['Activity ID'] === report)!;
      if (left['Done at'] === '') complete(host, report, doneAt + 60_000);
      expect([at, counts(host)]).toEqual([at, { all: 2, open: 1 }]);
    }
  });

  type Moves = (host: Host, columnOf: (header: string) => number) => void;
  test.each<[string, Moves]>([
    ['puts a column in', (host, columnOf) => host.person.insertColumns('Activities', columnOf('Done at'))],
    ['drags one', (host, columnOf) => host.person.moveColumns('Activities', columnOf('Type'), 1, columnOf('Due'))],
  ])('and comes again as it is wherever somebody %s meanwhile', (_, moves) => {
    for (const at of moments()) {
      const host = copy();
      const headers = host.person.seesTab('Activities')[0]!;
      actAt(host, at, () => moves(host, (header) => headers.indexOf(header) + 1));
      attempt(() => complete(host));
      host.beforeCall = null;
      expect([at, counts(host)]).toEqual([at, { all: 2, open: 1 }]);
    }
  });

  test('weeks later too, when Google failed the first time', () => {
    for (const at of moments()) {
      const host = copy();
      failAt(host, at);
      attempt(() => complete(host));
      host.beforeCall = null;
      host.passTime(40 * DAY);
      complete(host);
      expect([at, counts(host)]).toEqual([at, { all: 2, open: 1 }]);
    }
  });

  test('and taken back by one undo, also where it took two tries', () => {
    const before = sorted(copy());
    const counted = copy();
    for (const at of numbersOf(counted, () => complete(counted))) {
      const host = copy();
      failAt(host, at);
      attempt(() => complete(host));
      host.beforeCall = null;
      const { action } = complete(host);
      expect([at, call(host, 'undo', { action }).notices, sorted(host)]).toEqual([at, [], before]);
    }
  });

  test('and no other task is harmed where somebody sorts in that moment', () => {
    const subject = whole.person.seesTab('Activities')[0]!.indexOf('Subject') + 1;
    const counted = copy();
    for (const at of numbersOf(counted, () => complete(counted))) {
      const host = copy();
      actAt(host, at, () => host.person.sort('Activities', subject, false));
      const told = attempt(() => complete(host));
      host.beforeCall = null;
      if ('code' in told) complete(host);
      expect([at, sorted(host)]).toEqual([at, expected]);
    }
  });

  test('and again after it was opened again: the next one is there, whatever became of it', () => {
    const host = copy();
    const { next } = complete(host);
    call(host, 'changeActivity', { id: next!.id, changes: { due: '2026-12-24' }, seen: { due: next!.due } });
    call(host, 'changeActivity', { id: report, changes: { doneAt: null }, seen: { doneAt } });
    expect(complete(host, report, doneAt + 60_000).next).toMatchObject({ id: next!.id, due: '2026-12-24' });
    expect(counts(host)).toEqual({ all: 2, open: 1 });
  });

  test('and again after an undo took the next one away', () => {
    const host = copy();
    const { action } = complete(host);
    call(host, 'undo', { action });
    const again = complete(host, report, doneAt + 60_000);
    expect(counts(host)).toEqual({ all: 2, open: 1 });
    expect(call(host, 'undo', { action: again.action })).toMatchObject({ records: 2, notices: [] });
    expect(counts(host)).toEqual({ all: 1, open: 1 });
  });

  test('and from one time to the next', () => {
    const host = copy();
    const { next } = complete(host);
    const second = complete(host, next!.id);
    expect(second.next).toMatchObject({ due: '2027-01-01' });
    expect(new Set([report, next!.id, second.next!.id]).size).toBe(3);
  });

  test('but not twice by two people: the second is told who was first', () => {
    const host = copy();
    complete(host);
    expect(failureOf(() => complete(host, report, doneAt + 60_000)).code).toBe('CONFLICT');
    expect(counts(host)).toEqual({ all: 2, open: 1 });
  });
});

test.each(['', 'of the deal', 'another'] as const)(
  'the next of a task of a deal is at once in the timelines where the task is, also where its own lead is %p',
  (own) => {
    const host = copy();
    const [beta, deal, id] = [anId('lead'), anId('opportunity'), anId('activity')];
    call(host, 'createLead', { id: beta, fields: { company: 'Beta' } });
    call(host, 'createOpportunity', { id: deal, fields: { title: 'Supply', leadId: beta } });
    const text = { type: 'Task', subject: 'Check', details: '', due: '2026-11-20', repeat: 'every week' } as const;
    call(host, 'logActivity', { id, about: { kind: 'opportunity', id: deal }, ...text });
    const [headers = [], ...rows] = host.person.seesTab('Activities');
    const row = rows.findIndex((cells) => cells.includes(id)) + 2;
    const column = String.fromCharCode(65 + headers.indexOf('Lead ID'));
    host.person.type(`Activities!${column}${row}`, { '': '', 'of the deal': beta, another: acme }[own]);
    const checks = (kind: 'lead' | 'opportunity', about: string) =>
      call(host, 'timeline', { kind, id: about }).filter(({ subject }) => subject === 'Check').length;
    call(host, 'today', { owner: '' });
    expect([checks('opportunity', deal), checks('lead', beta)]).toEqual([1, 1]);
    complete(host, id);
    expect([checks('opportunity', deal), checks('lead', beta)]).toEqual([2, 2]);
    expect(checks('lead', acme)).toBe(own === 'another' ? 2 : 0);
  },
);

describe('in a file where people added columns, a task that repeats', () => {
  const withOwn = () => {
    const host = copy();
    const width = host.person.seesTab('Activities')[0]!.length;
    const left = String.fromCharCode(65 + width);
    const row = host.person.seesTab('Activities').findIndex((cells) => cells.includes('Report')) + 1;
    const cells = ['Priority', 'Minutes', 'Sent', 'Sent on', 'Age', 'Order', 'Met at'];
    host.person.paste(`Activities!${left}1`, [cells]);
    host.person.paste(`Activities!${left}${row}`, [
      ['High', '30', 'TRUE', '2026-11-21', '=1+1', '491701234567', '2026-11-21 14:30'],
    ]);
    return host;
  };

  test('comes again with what lasts: not with ticks, days and what formulas say of the first one', () => {
    const host = withOwn();
    complete(host);
    const next = reports(host).find((one) => one['Done at'] === '')!;
    const { Priority, Minutes, Order } = next;
    expect([Priority, Minutes, Order]).toEqual(['High', '30', '491701234567']);
    expect([next.Sent, next['Sent on'], next.Age, next['Met at']]).toEqual(['', '', '', '']);
  });

  test('and is taken back by one undo', () => {
    const host = withOwn();
    const before = sorted(host);
    const { action } = complete(host);
    expect(call(host, 'undo', { action })).toMatchObject({ records: 2, kept: [], notices: [] });
    expect(sorted(host)).toEqual(before);
  });
});

describe('of several tasks that are done at once', () => {
  const selected = (host: Host) =>
    rowsOf(host, 'Activities').map((row) => ({ id: row['Activity ID']!, seen: null as string | null }));
  const done = (host: Host) =>
    call(host, 'changeMany', { kind: 'activity', field: 'doneAt', value: true, records: selected(host) });

  test('one that repeats stays open and says why: its next one is made when it is completed by itself', () => {
    const host = copy();
    expect(done(host)).toMatchObject({ changed: 2, kept: [{ id: report, why: 'repeats', now: null }] });
    expect(counts(host)).toEqual({ all: 1, open: 1 });
  });

  test('one that repeats and was done before is as any other', () => {
    const host = copy();
    const { next } = complete(host);
    expect(done(host)).toMatchObject({ kept: [{ id: next!.id, why: 'repeats' }] });
  });

  test('all are done in a file that was made before tasks could repeat', () => {
    const host = copy();
    host.person.deleteColumns('Activities', host.person.seesTab('Activities')[0]!.indexOf('Repeat') + 1, 1);
    expect(done(host)).toMatchObject({ changed: 3, kept: [] });
  });

  test.each(['soon', 5, true])('none is due on %p', (value) => {
    const host = copy();
    const records = selected(host).map(({ id }) => ({ id, seen: '2026-11-01' }));
    const change = { kind: 'activity', field: 'due', value, records } as const;
    expect(failureOf(() => call(host, 'changeMany', change))).toMatchObject({ code: 'INVALID', field: 'due' });
  });
});
