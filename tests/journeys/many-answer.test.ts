import type { Host } from '../../host/host';
import { actAt, allNumbersOf, anId, attempt, call, copiesOf, failAt, numbersOf, readyHost, rowsOf } from './crm-host';

const NAMES = ['Acme', 'Beta', 'Gamma', 'Delta'];
const ACTION = 'X-0123456789';

const prepared = () => {
  const host = readyHost();
  const made = NAMES.map((company, index) => {
    const [lead, deal] = [anId('lead'), anId('opportunity')];
    call(host, 'createLead', { id: lead, fields: { company, owner: `Owner ${index}`, tags: ['fair'] } });
    call(host, 'createOpportunity', { id: deal, fields: { title: company, leadId: lead, stage: 'Discovery' } });
    return { lead, deal };
  });
  return { made, copy: copiesOf(host) };
};
const { made, copy } = prepared();

const owners = (host: Host) => rowsOf(host, 'Leads').map((row) => row['Owner']);
const OLD = NAMES.map((_, index) => `Owner ${index}`);
const NEW = NAMES.map(() => 'Zoe');

const assign = (host: Host, parts: { readonly action?: string; readonly value?: string } = {}) =>
  call(host, 'changeMany', {
    kind: 'lead',
    field: 'owner',
    value: 'Zoe',
    records: made.map(({ lead }, index) => ({ id: lead, seen: `Owner ${index}` })),
    ...parts,
  });

const move = (host: Host, parts: { readonly action?: string } = {}) =>
  call(host, 'moveMany', {
    pipeline: 'Sales',
    stage: 'Proposal',
    records: made.map(({ deal }) => ({ id: deal, seen: { pipeline: 'Sales', stage: 'Discovery' } })),
    ...parts,
  });

test('what all of them hold already is no change, and there is nothing to undo', () => {
  const host = copy();
  assign(host);
  expect(assign(host)).toEqual({ changed: 0, kept: [], missing: [], action: null });
  const ids = made.map(({ lead }) => lead);
  expect(call(host, 'tagMany', { ids, tag: 'VIP', isAdded: false })).toMatchObject({ changed: 0, action: null });
  move(host);
  expect(move(host)).toMatchObject({ changed: 0, action: null });
});

test('only those are counted that did not hold it yet', () => {
  const host = copy();
  host.person.type(`Leads!${letterOf(host, 'Leads', 'Owner')}3`, 'Zoe');
  expect(assign(host)).toMatchObject({ changed: 3, kept: [] });
});

test('the same action again, because its answer was lost, tells what it has changed and what undoes it', () => {
  const host = copy();
  const first = assign(host, { action: ACTION });
  expect(first).toMatchObject({ changed: 4, action: ACTION });
  expect(assign(host, { action: ACTION })).toEqual(first);
  expect(call(host, 'undo', { action: ACTION })).toMatchObject({ records: 4 });
  expect(owners(host)).toEqual(OLD);
});

test('an action that Google cut short is completed by the same one, and one undo takes back all of it', () => {
  const counted = copy();
  for (const at of numbersOf(counted, () => assign(counted, { action: ACTION }))) {
    const host = copy();
    failAt(host, at);
    attempt(() => assign(host, { action: ACTION }));
    host.beforeCall = null;
    expect(assign(host, { action: ACTION })).toMatchObject({ changed: 4, action: ACTION });
    expect(owners(host)).toEqual(NEW);
    expect(call(host, 'undo', { action: ACTION }).kept).toEqual([]);
    expect(owners(host)).toEqual(OLD);
  }
});

test('what is logged twice by one action is there once, and goes again with one undo', () => {
  const host = copy();
  const records = made.map(({ lead }) => ({ id: lead, activityId: anId('activity') }));
  const log = (parts = {}) =>
    call(host, 'logMany', { kind: 'lead', records, type: 'Call', subject: 'Hello', details: '', due: null, ...parts });
  expect(log({ action: ACTION })).toMatchObject({ logged: 4, action: ACTION });
  expect(log({ action: ACTION })).toMatchObject({ logged: 4, action: ACTION });
  expect(log()).toMatchObject({ logged: 4, action: null });
  call(host, 'undo', { action: ACTION });
  expect(rowsOf(host, 'Activities')).toEqual([]);
});

const letterOf = (host: Host, tab: string, header: string) =>
  String.fromCharCode(65 + host.person.seesTab(tab)[0]!.indexOf(header));

test('nobody is told to have been first by what we put right for them ourselves', () => {
  const counted = copy();
  const place = `Leads!${letterOf(counted, 'Leads', 'Owner')}4`;
  let kept = 0;
  for (const at of allNumbersOf(counted, () => assign(counted))) {
    const host = copy();
    const bob = host.as('bob@example.com').install();
    actAt(host, at, () => bob.person.type(place, 'Typed'));
    const answer = assign(host);
    host.beforeCall = null;
    for (const one of answer.kept) {
      kept++;
      expect(one.by?.who).not.toBe('ann@example.com');
    }
  }
  expect(kept).toBeGreaterThan(0);
});

test('who was first is told however many records were changed by the same action', () => {
  const host = copy();
  const bob = host.as('bob@example.com').install();
  const ids = Array.from({ length: 310 }, () => anId('lead'));
  call(host, 'importRows', {
    plan: { kind: 'lead', fields: ['company', 'owner'], reading: { decimal: '.', dayFirst: false }, stages: [] },
    rows: ids.map((id, index) => ({ id, row: index + 2, cells: [`Imported ${index}`, 'Ann'] })),
  });
  call(bob, 'changeLead', { id: ids[5]!, changes: { owner: 'Bob' }, seen: { owner: 'Ann' } });
  const records = ids.map((id) => ({ id, seen: 'Ann' }));
  const { changed, kept } = call(host, 'changeMany', { kind: 'lead', field: 'owner', value: 'Zoe', records });
  expect([changed, kept]).toMatchObject([309, [{ id: ids[5], now: 'Bob', by: { who: 'bob@example.com' } }]]);
});
