import type { Host } from '../../host/host';
import type { Activity } from '../../src/domain/records';
import {
  actAt,
  allNumbersOf,
  anId,
  attempt,
  call,
  copiesOf,
  crmHost,
  everyOther,
  failAt,
  failureOf,
  readyHost,
  rowsOf,
} from './crm-host';

const ready = readyHost();
const [acme, beta] = ['Acme', 'Beta'].map((company) => {
  const id = anId('lead');
  call(ready, 'createLead', { id, fields: { company } });
  return id;
}) as [string, string];
const supply = anId('opportunity');
call(ready, 'createOpportunity', { id: supply, fields: { title: 'Supply', leadId: beta } });

const added = (subject: string, due: Activity['due'], repeat = '', about: string = acme): string => {
  const id = anId('activity');
  const kind = about === supply ? 'opportunity' : 'lead';
  const text = { type: 'Task', subject, details: `About ${subject}`, due, repeat };
  call(ready, 'logActivity', { id, about: { kind, id: about }, ...text });
  return id;
};
const offer = added('Offer', '2026-11-20');
const report = added('Report', '2026-11-01', 'every month');
const thanks = added('Thanks', null, '', supply);
const copy = copiesOf(ready);

const tasks = (host: Host) => rowsOf(host, 'Activities');
const task = (host: Host, subject: string) => tasks(host).find(({ Subject }) => Subject === subject)!;

describe('an activity is changed', () => {
  test('field by field: only what was asked for, with a line in History for each', () => {
    const host = copy();
    const { record, conflicts } = call(host, 'changeActivity', {
      id: offer,
      changes: { due: '2026-11-25', owner: 'Zoe' },
      seen: { due: '2026-11-20', owner: '' },
    });
    expect([record.due, record.owner, conflicts]).toEqual(['2026-11-25', 'Zoe', []]);
    const lines = rowsOf(host, 'History').slice(-2);
    expect(lines.map(({ Record, Field, How }) => [Record, Field, How])).toEqual([
      ['Activity', 'Due', 'sidebar'],
      ['Activity', 'Owner', 'sidebar'],
    ]);
  });

  test('but for a field that somebody changed first, which is told with both values', () => {
    const host = copy();
    call(host, 'changeActivity', { id: offer, changes: { owner: 'Bob' }, seen: { owner: '' } });
    const { record, conflicts } = call(host, 'changeActivity', {
      id: offer,
      changes: { owner: 'Zoe', subject: 'Offer 2' },
      seen: { owner: '', subject: 'Offer' },
    });
    expect([record.owner, record.subject]).toEqual(['Bob', 'Offer 2']);
    expect(conflicts).toMatchObject([{ field: 'owner', seen: '', now: 'Bob' }]);
  });

  test('not so that nothing is left that says what it is about', () => {
    const changes = { subject: '', details: '' };
    const seen = { subject: 'Offer', details: 'About Offer' };
    expect(failureOf(() => call(copy(), 'changeActivity', { id: offer, changes, seen })).code).toBe('INVALID');
  });

  test('and linked to a deal belongs to that deal’s lead', () => {
    const host = copy();
    const changes = { opportunityId: supply };
    const { record } = call(host, 'changeActivity', { id: offer, changes, seen: { opportunityId: '' } });
    expect([record.opportunityId, record.leadId]).toEqual([supply, beta]);
    const about = (kind: 'lead' | 'opportunity', id: string) =>
      call(host, 'timeline', { kind, id }).map(({ subject }) => subject);
    expect(about('lead', acme)).toEqual(['Report']);
    expect(about('lead', beta).sort()).toEqual(['Offer', 'Thanks']);
    expect(about('opportunity', supply).sort()).toEqual(['Offer', 'Thanks']);
  });

  test('and linked to another lead leaves its deal, or stays wholly as it is where somebody linked it first', () => {
    const host = copy();
    const other = anId('opportunity');
    call(host, 'createOpportunity', { id: other, fields: { title: 'Other', leadId: beta } });
    const move = (seen: string) =>
      call(host, 'changeActivity', {
        id: thanks,
        changes: { leadId: acme, opportunityId: '' },
        seen: { leadId: beta, opportunityId: seen },
      });
    call(host, 'changeActivity', { id: thanks, changes: { opportunityId: other }, seen: { opportunityId: supply } });
    const before = task(host, 'Thanks');
    expect(failureOf(() => move(supply))).toMatchObject({
      code: 'CONFLICT',
      differences: [{ field: 'opportunityId', seen: supply, now: other }],
    });
    expect(task(host, 'Thanks')).toEqual(before);
    const { record } = move(other);
    expect([record.leadId, record.opportunityId]).toEqual([acme, '']);
  });

  test('but not linked to a lead or deal that is gone', () => {
    for (const changes of [{ opportunityId: anId('opportunity') }, { leadId: anId('lead') }]) {
      const seen = { opportunityId: '', leadId: acme };
      expect(failureOf(() => call(copy(), 'changeActivity', { id: offer, changes, seen })).code).toBe('NOT_FOUND');
    }
  });

  test('and changed back by an undo', () => {
    const host = copy();
    const before = task(host, 'Offer');
    call(host, 'changeActivity', {
      id: offer,
      changes: { opportunityId: supply, due: null },
      seen: { opportunityId: '', due: '2026-11-20' },
    });
    const [last] = call(host, 'lastActions', {});
    expect(last).toMatchObject({ what: 'changed', kind: 'activity', name: 'Offer' });
    expect(call(host, 'undo', { action: last!.action })).toMatchObject({ records: 1, kept: [], notices: [] });
    expect(task(host, 'Offer')).toEqual(before);
  });
});

describe('a task is completed', () => {
  const doneAt = Date.parse('2026-11-22T15:00:00Z');
  const complete = (host: Host, id: string) => call(host, 'completeTask', { id, doneAt, seen: { doneAt: null } });

  test('and dated', () => {
    const host = copy();
    const { task: done, next } = complete(host, offer);
    expect([done.record.doneAt, next]).toEqual([doneAt, null]);
    expect(tasks(host)).toHaveLength(3);
  });

  test('and comes again where it repeats, for a day that is not past', () => {
    const host = copy();
    const { next } = complete(host, report);
    expect(next).toMatchObject({ subject: 'Report', due: '2026-12-01', doneAt: null, repeat: 'every month' });
    expect(next).toMatchObject({ leadId: acme });
    expect(tasks(host).filter(({ Subject }) => Subject === 'Report')).toHaveLength(2);
  });

  test('once, however often it is asked for', () => {
    const host = copy();
    const first = complete(host, report);
    expect(complete(host, report)).toEqual(first);
    expect(tasks(host)).toHaveLength(4);
  });

  test('at a moment between two seconds, of which cells know nothing: sent again, undone and opened again all the same', () => {
    const host = copy();
    const between = { id: offer, doneAt: doneAt + 678, seen: { doneAt: null } };
    const first = call(host, 'completeTask', between);
    expect(first.task.record.doneAt).toBe(doneAt);
    const lines = rowsOf(host, 'History').length;
    expect(call(host, 'completeTask', between).task).toEqual(first.task);
    expect(rowsOf(host, 'History')).toHaveLength(lines);
    const reopening = { id: offer, changes: { doneAt: null }, seen: { doneAt: doneAt + 678 } };
    expect(call(host, 'changeActivity', reopening).record.doneAt).toBeNull();
  });

  test('not where somebody did that first, and then nothing is added', () => {
    const host = copy();
    call(host, 'changeActivity', { id: report, changes: { doneAt: doneAt - 60_000 }, seen: { doneAt: null } });
    expect(failureOf(() => complete(host, report)).code).toBe('CONFLICT');
    expect(tasks(host)).toHaveLength(3);
  });

  test('and both are taken back by one undo', () => {
    const host = copy();
    const before = tasks(host);
    const { action } = complete(host, report);
    expect(call(host, 'lastActions', {})[0]?.action).toBe(action);
    call(host, 'undo', { action });
    expect(tasks(host)).toEqual(before);
  });

  test('a repetition that nobody can read is kept as it is, and the task does not come again', () => {
    const host = copy();
    const changes = { repeat: 'now and then' };
    call(host, 'changeActivity', { id: report, changes, seen: { repeat: 'every month' } });
    expect(complete(host, report).next).toBeNull();
    expect(task(host, 'Report')['Repeat']).toBe('now and then');
  });
});

describe('people at work while an activity is saved', () => {
  const save = (host: Host) =>
    call(host, 'changeActivity', {
      id: report,
      changes: { owner: 'Zoe', due: '2026-12-24' },
      seen: { owner: '', due: '2026-11-01' },
    });
  const held = (host: Host) =>
    tasks(host)
      .map(({ Subject, Owner, Due, Details }) => [Subject, Owner, Due, Details].join('|'))
      .sort();
  const whole = copy();
  save(whole);
  const expected = held(whole);
  const counted = copy();
  const calls = allNumbersOf(counted, () => save(counted));
  const column = whole.person.seesTab('Activities')[0]!.indexOf('Subject') + 1;

  test.each([
    ['nothing is cached', () => {}],
    ['all is cached', (host: Host) => void call(host, 'today', { owner: '' })],
  ])('a sort at any moment leaves every activity with its own values: %s', (_, warm) => {
    for (const at of everyOther(calls))
      for (const ascending of [true, false]) {
        const host = copy();
        warm(host);
        actAt(host, at, () => host.person.sort('Activities', column, ascending));
        attempt(() => save(host));
        host.beforeCall = null;
        expect([at, held(host)]).toEqual([at, expected]);
      }
  });

  test('so does a row that is put in and taken out again', () => {
    for (const from of everyOther(calls.slice(-12)))
      for (const to of calls.filter((at) => at > from)) {
        const host = copy();
        host.beforeCall = ({ number }) => {
          if (number === from) host.person.insertRows('Activities', 2, 1);
          if (number === to) host.person.deleteRows('Activities', 2, 1);
        };
        attempt(() => save(host));
        host.beforeCall = null;
        expect([from, to, held(host)]).toEqual([from, to, expected]);
      }
  });

  test('a sort under the pen and a failure after it too', () => {
    const last = calls[calls.length - 1]!;
    const host = copy();
    call(host, 'today', { owner: '' });
    let written = 0;
    host.beforeCall = ({ method, number }) => {
      if (written === 0 && /^setValue/.test(method)) written = number;
    };
    save(host);
    for (let failing = written + 1; failing <= last + 10; failing += 2) {
      const one = copy();
      call(one, 'today', { owner: '' });
      actAt(one, written, () => {
        one.person.sort('Activities', column);
        failAt(one, failing);
      });
      attempt(() => save(one));
      one.beforeCall = null;
      expect([failing, held(one)]).toEqual([failing, expected]);
    }
  });
});

describe('a file that was made before tasks could repeat', () => {
  const old = () => {
    const host = copy();
    const headers = host.person.seesTab('Activities')[0]!;
    host.person.deleteColumns('Activities', headers.indexOf('Repeat') + 1, 1);
    return host;
  };

  test('has tasks that are logged, changed and completed as before, and is not offered repetition', () => {
    const host = old();
    expect(call(host, 'today', { owner: '' }).canRepeat).toBe(false);
    const id = anId('activity');
    const text = { type: 'Task', subject: 'Call', details: '', due: null, repeat: '' };
    call(host, 'logActivity', { id, about: { kind: 'lead', id: acme }, ...text });
    call(host, 'changeActivity', { id, changes: { due: '2026-11-30' }, seen: { due: null } });
    const doneAt = Date.parse('2026-11-22T15:00:00Z');
    expect(call(host, 'completeTask', { id, doneAt, seen: { doneAt: null } }).next).toBeNull();
    const repeating = { id: offer, changes: { repeat: 'every day' }, seen: { repeat: '' } };
    expect(failureOf(() => call(host, 'changeActivity', repeating))).toMatchObject({ code: 'SHEET_BROKEN' });
  });

  test('gets the column when its tabs are completed', () => {
    const host = old();
    call(host, 'setUp', {});
    expect(call(host, 'today', { owner: '' }).canRepeat).toBe(true);
    call(host, 'changeActivity', { id: offer, changes: { repeat: 'every day' }, seen: { repeat: '' } });
    expect(task(host, 'Offer')['Repeat']).toBe('every day');
  });
});

test('a new file has a column for how tasks repeat', () => {
  const host = crmHost();
  host.choose('Set up CRM');
  expect(host.person.seesTab('Activities')[0]).toContain('Repeat');
});

test.each([thanks, offer])('what is cached is renewed with an activity, not read again', (id) => {
  const host = copy();
  call(host, 'today', { owner: '' });
  call(host, 'changeActivity', {
    id,
    changes: { subject: 'Renamed' },
    seen: { subject: id === offer ? 'Offer' : 'Thanks' },
  });
  const methods: string[] = [];
  host.beforeCall = ({ method }) => {
    methods.push(method);
    return undefined;
  };
  const { lines } = call(host, 'activities', {
    owner: '',
    type: '',
    state: '',
    from: null,
    to: null,
    text: '',
    sort: 'newest',
    skip: 0,
  });
  host.beforeCall = null;
  expect(lines.rows.map((row) => row[lines.fields.indexOf('subject')])).toContain('Renamed');
  expect(methods).not.toContain('getValues');
});
