import type { Host } from '../../host/host';
import { actAt, anId, attempt, call, copiesOf, failAt, failureOf, numbersOf, readyHost, rowsOf } from './crm-host';

const NAMES = ['Acme', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta', 'Eta', 'Theta'];

/** Every other deal is in Discovery; these six are to be moved. */
const MOVED = [0, 2, 4, 5, 6, 7];

const stageOf = (index: number) => (index % 2 === 0 ? 'Discovery' : 'Proposal');

const prepared = () => {
  const host = readyHost();
  const deals = NAMES.map((company, index) => {
    const lead = anId('lead');
    const tags = index % 2 === 0 ? ['fair', 'VIP'] : [];
    call(host, 'createLead', { id: lead, fields: { company, owner: `Owner ${index}`, tags } });
    const id = anId('opportunity');
    call(host, 'createOpportunity', {
      id,
      fields: { title: company, leadId: lead, stage: stageOf(index), value: index },
    });
    return { id, lead };
  });
  return { deals, copy: copiesOf(host) };
};
const { deals, copy } = prepared();

const recordsOf = (indexes: readonly number[]) =>
  indexes.map((index) => ({ id: deals[index]!.id, seen: { pipeline: 'Sales', stage: stageOf(index) } }));

const move = (
  host: Host,
  stage = 'Closed Lost',
  lostReason?: string,
  indexes: readonly number[] = MOVED,
  action?: string,
) =>
  call(host, 'moveMany', {
    ...(action !== undefined && { action }),
    pipeline: 'Sales',
    stage,
    ...(lostReason !== undefined && { lostReason }),
    records: recordsOf(indexes),
  });

/** What a move is about, of each deal; `now`: whether it has today's date. */
const moves = (host: Host) =>
  Object.fromEntries(
    rowsOf(host, 'Opportunities').map((row) => [
      row['Title'],
      [row['Stage'], row['Lost reason'], row['Closed at'] === '' ? 'open' : 'closed', recordedStage(row['Recorded'])],
    ]),
  );

const recordedStage = (recorded: string | undefined) =>
  recorded ? (JSON.parse(recorded) as { stage: string }).stage : '';

const expected = (stage: string, reason: string, isClosed: boolean, indexes = MOVED) =>
  Object.fromEntries(
    NAMES.map((name, index) => [
      name,
      indexes.includes(index)
        ? [stage, reason, isClosed ? 'closed' : 'open', stage]
        : [stageOf(index), '', 'open', stageOf(index)],
    ]),
  );

const LOST = expected('Closed Lost', 'Price', true);

test('many deals are lost in a few calls, for one reason, each dated, with their lines in History', () => {
  const host = copy();
  host.passTime(60_000);
  // The panel that shows the lists: the stages are cached with them.
  call(host, 'leadLines', {});
  const before = rowsOf(host, 'Opportunities');
  expect(move(host, 'Closed Lost', 'Price')).toMatchObject({ changed: 6, kept: [], missing: [] });
  expect(host.counts.spreadsheetCalls).toBeLessThanOrEqual(12);
  expect(moves(host)).toEqual(LOST);
  const [acme, beta] = rowsOf(host, 'Opportunities');
  expect(acme!['Stage since']).toBe(acme!['Closed at']);
  expect(acme!['Stage since']).not.toBe(before[0]!['Stage since']);
  expect(beta).toEqual(before[1]);
  const lines = rowsOf(host, 'History').filter((row) => row['Field'] === 'Stage' && row['After'] === 'Closed Lost');
  expect(lines.map((row) => row['Before'])).toEqual(MOVED.map(stageOf));
});

test('what was moved in bulk is nothing that somebody did in the grid', () => {
  const host = copy();
  move(host, 'Closed Lost', 'Price');
  expect(call(host, 'catchUp', {}).logged).toBe(0);
});

test('deals that go back to an open stage lose their closing date and the reason', () => {
  const host = copy();
  move(host, 'Closed Lost', 'Price');
  const records = MOVED.map((index) => ({
    id: deals[index]!.id,
    seen: { pipeline: 'Sales', stage: 'Closed Lost' },
  }));
  call(host, 'moveMany', { pipeline: 'Sales', stage: 'Proposal', records });
  expect(moves(host)).toEqual(expected('Proposal', '', false));
});

test('a bulk move goes back in a few calls, with the dates and reasons that it had written over', () => {
  const host = copy();
  const dated = (one: Host) =>
    rowsOf(one, 'Opportunities').map((row) => [row['Stage'], row['Stage since'], row['Closed at'], row['Lost reason']]);
  host.passTime(60_000);
  move(host, 'Closed Lost', 'Timing', [0]);
  const before = dated(host);
  host.passTime(60_000);
  const { action } = call(host, 'moveMany', {
    pipeline: 'Sales',
    stage: 'Closed Won',
    records: [
      { id: deals[0]!.id, seen: { pipeline: 'Sales', stage: 'Closed Lost' } },
      ...recordsOf(MOVED.filter((index) => index !== 0)),
    ],
  });
  expect(call(host, 'undo', { action: action! })).toMatchObject({ records: 6, kept: [], notices: [] });
  expect(host.counts.spreadsheetCalls).toBeLessThanOrEqual(24);
  expect(dated(host)).toEqual(before);
});

test('the undo of a bulk move leaves a deal alone of which somebody changed a part since', () => {
  const host = copy();
  const { action } = move(host, 'Closed Lost', 'Price');
  const column = host.person.seesTab('Opportunities')[0]!.indexOf('Lost reason');
  host.person.type(`Opportunities!${String.fromCharCode(65 + column)}4`, 'Budget');
  const { records, kept } = call(host, 'undo', { action: action! });
  expect([records, kept]).toEqual([
    5,
    [{ kind: 'opportunity', id: deals[2]!.id, field: 'lostReason', seen: 'Price', now: 'Budget' }],
  ]);
  expect(moves(host)).toMatchObject({
    Acme: ['Discovery', '', 'open', 'Discovery'],
    Gamma: ['Closed Lost', 'Budget', 'closed', 'Closed Lost'],
  });
});

test('a deal that somebody moved first stays there, and it is told who that was', () => {
  const host = copy();
  const bob = host.as('bob@example.com').install();
  const seen = { pipeline: 'Sales', stage: 'Discovery' };
  call(bob, 'moveOpportunity', { id: deals[2]!.id, pipeline: 'Sales', stage: 'Negotiation', seen });
  const { changed, kept } = move(host, 'Closed Lost', 'Price');
  expect([changed, kept]).toMatchObject([
    5,
    [{ id: deals[2]!.id, now: 'Negotiation', why: 'changed', by: { who: 'bob@example.com' } }],
  ]);
});

test('a deal whose closing date a formula works out stays as it is', () => {
  const host = copy();
  const column = String.fromCharCode(65 + host.person.seesTab('Opportunities')[0]!.indexOf('Closed at'));
  host.person.type(`Opportunities!${column}4`, '=TODAY()');
  expect(move(host, 'Closed Lost', 'Price')).toMatchObject({
    changed: 5,
    kept: [{ id: deals[2]!.id, now: 'Discovery', why: 'formula' }],
  });
  expect(moves(host)['Gamma']![0]).toBe('Discovery');
});

test('a tab without the columns that the CRM keeps up by itself takes a bulk move all the same', () => {
  const host = copy();
  for (const header of ['Recorded', 'Closed at', 'Stage since'])
    host.person.deleteColumns('Opportunities', host.person.seesTab('Opportunities')[0]!.indexOf(header) + 1, 1);
  expect(move(host)).toMatchObject({ changed: 6 });
  expect(rowsOf(host, 'Opportunities').filter((row) => row['Stage'] === 'Closed Lost')).toHaveLength(6);
});

test.each([
  ['sorts the deals', (host: Host) => host.person.sort('Opportunities', 4, false)],
  ['puts a row in', (host: Host) => host.person.insertRows('Opportunities', 3, 1)],
  ['takes another deal out', (host: Host) => host.person.deleteRows('Opportunities', 3, 1)],
  ['drags the stages away', (host: Host) => host.person.moveColumns('Opportunities', 6, 1, 2)],
])('where a person %s while many deals move, each ends with all of its move and no other has any', (_, act) => {
  const counted = copy();
  for (const at of numbersOf(counted, () => move(counted, 'Closed Lost', 'Price'))) {
    const host = copy();
    actAt(host, at, () => act(host));
    attempt(() => move(host, 'Closed Lost', 'Price'));
    host.beforeCall = null;
    const there = moves(host);
    expect(there).toEqual(Object.fromEntries(Object.entries(LOST).filter(([name]) => name in there)));
  }
});

test('a reason that a person types in that very moment stays there', () => {
  const counted = copy();
  const column = String.fromCharCode(65 + counted.person.seesTab('Opportunities')[0]!.indexOf('Lost reason'));
  for (const at of numbersOf(counted, () => move(counted, 'Closed Lost', 'Price'))) {
    const host = copy();
    const bob = host.as('bob@example.com').install();
    actAt(host, at, () => bob.person.type(`Opportunities!${column}4`, 'Typed'));
    move(host, 'Closed Lost', 'Price');
    host.beforeCall = null;
    // What stood there before the first look at the row is part of what the move writes over.
    const isSeen = moves(host)['Gamma']![1] === 'Price';
    const told = rowsOf(host, 'History').filter((row) => row['Field'] === 'Lost reason' && row['Before'] === 'Typed');
    expect(isSeen ? told.length > 0 : moves(host)['Gamma']![1] === 'Typed').toBe(true);
  }
});

test('where a call fails, the same bulk move again completes it', () => {
  const counted = copy();
  for (const at of numbersOf(counted, () => move(counted, 'Closed Lost', 'Price'))) {
    const host = copy();
    failAt(host, at);
    attempt(() => move(host, 'Closed Lost', 'Price', MOVED, 'X-0123456789'));
    host.beforeCall = null;
    expect(move(host, 'Closed Lost', 'Price', MOVED, 'X-0123456789')).toMatchObject({
      changed: 6,
      kept: [],
      missing: [],
    });
    expect(moves(host)).toEqual(LOST);
  }
});

const tags = (host: Host) => rowsOf(host, 'Leads').map((row) => row['Tags']);

test('leads get a tag, and lose one, beside those that they have', () => {
  const host = copy();
  const ids = deals.slice(0, 6).map(({ lead }) => lead);
  const { changed, action } = call(host, 'tagMany', { ids, tag: 'vip', isAdded: true });
  expect([changed, tags(host).slice(0, 2), tags(host)[6]]).toEqual([3, ['fair, VIP', 'vip'], 'fair, VIP']);
  call(host, 'tagMany', { ids, tag: 'fair', isAdded: false });
  expect(tags(host).slice(0, 2)).toEqual(['VIP', 'vip']);
  call(host, 'undo', { action: action! });
  expect(tags(host).slice(0, 2)).toEqual(['VIP', '']);
});

test('two tags at once are none', () => {
  const failure = failureOf(() => call(copy(), 'tagMany', { ids: [deals[0]!.lead], tag: 'a, b', isAdded: true }));
  expect(failure).toMatchObject({ code: 'INVALID', field: 'tag' });
});

const task = (host: Host, records: readonly { readonly id: string; readonly activityId: string }[]) =>
  call(host, 'logMany', {
    kind: 'opportunity',
    records,
    type: 'Task',
    subject: 'Send the calendar',
    details: '',
    due: '2026-12-01',
  });

const withIds = (indexes: readonly number[]) =>
  indexes.map((index) => ({ id: deals[index]!.id, activityId: anId('activity') }));

test('a task for many deals is one activity each, with the deal’s lead and owner; the same call again adds none', () => {
  const host = copy();
  const records = withIds(MOVED);
  expect(task(host, records)).toMatchObject({ logged: 6, missing: [] });
  const rows = rowsOf(host, 'Activities');
  expect(rows.map((row) => [row['Opportunity ID'], row['Lead ID']])).toEqual(
    MOVED.map((index) => [deals[index]!.id, deals[index]!.lead]),
  );
  expect(rows[0]).toMatchObject({ Type: 'Task', Subject: 'Send the calendar', 'Done at': '' });
  task(host, records);
  expect(rowsOf(host, 'Activities')).toHaveLength(6);
});

test('a deal that is gone gets no task, and is named', () => {
  const host = copy();
  host.person.deleteRows('Opportunities', 2, 1);
  expect(task(host, withIds(MOVED))).toMatchObject({ logged: 5, missing: [deals[0]!.id] });
});

test('tasks of many deals go again with one undo', () => {
  const host = copy();
  const { action } = task(host, withIds(MOVED));
  expect(call(host, 'undo', { action: action! })).toMatchObject({ records: 6, notices: [] });
  expect(rowsOf(host, 'Activities')).toEqual([]);
});

test('where a call fails, the same tasks again are each there once', () => {
  const counted = copy();
  const records = withIds(MOVED);
  for (const at of numbersOf(counted, () => task(counted, records))) {
    const host = copy();
    failAt(host, at);
    attempt(() => task(host, records));
    host.beforeCall = null;
    task(host, records);
    const rows = rowsOf(host, 'Activities');
    expect(rows.map((row) => row['Activity ID']).sort()).toEqual(records.map(({ activityId }) => activityId).sort());
    expect(rows.every((row) => row['Subject'] === 'Send the calendar' && row['Created at'] !== '')).toBe(true);
  }
});

test('many tasks are done, or due on another day, at once; one that is done already keeps its moment', () => {
  const host = copy();
  const records = withIds(MOVED);
  task(host, records);
  const selected = records.map(({ activityId }) => ({ id: activityId, seen: null }));
  const done = call(host, 'changeMany', { kind: 'activity', field: 'doneAt', value: true, records: selected });
  expect(done).toMatchObject({ changed: 6, kept: [] });
  const first = rowsOf(host, 'Activities').map((row) => row['Done at']);
  host.passTime(60_000);
  call(host, 'changeMany', { kind: 'activity', field: 'doneAt', value: true, records: selected });
  expect([first.every(Boolean), rowsOf(host, 'Activities').map((row) => row['Done at'])]).toEqual([true, first]);
  const due = selected.map(({ id }) => ({ id, seen: '2026-12-01' }));
  call(host, 'changeMany', { kind: 'activity', field: 'due', value: '2026-12-24', records: due });
  expect(rowsOf(host, 'Activities').every((row) => row['Due']!.includes('24'))).toBe(true);
  call(host, 'undo', { action: done.action! });
  expect(rowsOf(host, 'Activities').map((row) => row['Done at'])).toEqual(MOVED.map(() => ''));
});
