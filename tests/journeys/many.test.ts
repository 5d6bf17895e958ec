import type { Host } from '../../host/host';
import { newActionId } from '../../src/domain/ids';
import {
  actAt,
  allNumbersOf,
  anId,
  attempt,
  call,
  copiesOf,
  failAt,
  failureOf,
  numbersOf,
  readyHost,
  rowsOf,
} from './crm-host';

const NAMES = ['Acme', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta'];

const prepared = () => {
  const host = readyHost();
  const ids = NAMES.map((company, index) => {
    const id = anId('lead');
    call(host, 'createLead', { id, fields: { company, owner: `Owner ${index}` } });
    const fields = {
      title: company,
      leadId: id,
      stage: index % 2 === 0 ? 'Proposal' : 'Discovery',
      value: 100 * index,
    };
    call(host, 'createOpportunity', { id: anId('opportunity'), fields });
    return id;
  });
  return { ids, copy: copiesOf(host) };
};
const { ids, copy } = prepared();

const owners = (host: Host) => Object.fromEntries(rowsOf(host, 'Leads').map(({ Company, Owner }) => [Company, Owner]));
const stages = (host: Host) =>
  Object.fromEntries(rowsOf(host, 'Opportunities').map(({ Title, Stage }) => [Title, Stage]));

/** Acme, Gamma and Zeta go to one owner. */
const assign = (host: Host, owner = '007', action = newActionId(Math.random)) =>
  call(host, 'changeMany', {
    action,
    kind: 'lead',
    field: 'owner',
    value: owner,
    records: [0, 2, 5].map((index) => ({ id: ids[index]!, seen: `Owner ${index}` })),
  });

/** The action of a call that is sent again. */
const AGAIN = 'X-0123456789';

const ASSIGNED = { Acme: '007', Beta: 'Owner 1', Gamma: '007', Delta: 'Owner 3', Epsilon: 'Owner 4', Zeta: '007' };

test('the same field of many records is set in a few calls, and History has a line for each', () => {
  const host = copy();
  expect(assign(host)).toMatchObject({ changed: 3, kept: [], missing: [] });
  expect(owners(host)).toEqual(ASSIGNED);
  expect(
    rowsOf(host, 'History')
      .slice(-3)
      .map((row) => [row.Before, row.After]),
  ).toEqual([
    ['Owner 0', '007'],
    ['Owner 2', '007'],
    ['Owner 5', '007'],
  ]);
  assign(host, '=Bob');
  expect(host.counts.spreadsheetCalls).toBeLessThanOrEqual(14);
});

test('a record that somebody changed first keeps what it has, and is named; so is one that is gone', () => {
  const host = copy();
  host.person.type('Leads!M4', 'Ann');
  host.person.deleteRows('Leads', 7, 1);
  expect(assign(host)).toMatchObject({
    changed: 1,
    kept: [{ id: ids[2], now: 'Ann', why: 'changed' }],
    missing: [ids[5]],
  });
  expect(owners(host)).toMatchObject({ Acme: '007', Gamma: 'Ann' });
});

test('a formula stays a formula', () => {
  const host = copy();
  host.person.type('Leads!P4', '=40+2');
  const records = [0, 2].map((index) => ({ id: ids[index]!, seen: null }));
  const answer = call(host, 'changeMany', { kind: 'lead', field: 'score', value: 7, records });
  expect(answer).toMatchObject({ changed: 1, kept: [{ id: ids[2], now: 42, why: 'formula' }], missing: [] });
  expect(host.person.sees('Leads!P2:P4').flat()).toEqual(['7', '', '42']);
});

test('what names a record, or the stage of a deal, is nothing for many at once', () => {
  const records = [{ id: ids[0]!, seen: 'Acme' }];
  expect(
    failureOf(() => call(copy(), 'changeMany', { kind: 'lead', field: 'company', value: 'X', records })).code,
  ).toBe('INVALID');
});

test.each([
  ['sorts the leads', (host: Host) => host.person.sort('Leads', 2, false)],
  ['puts a row in', (host: Host) => host.person.insertRows('Leads', 3, 1)],
  ['takes another lead out', (host: Host) => host.person.deleteRows('Leads', 3, 1)],
])('where a person %s in between, every lead ends with the owner that it should have', (_, act) => {
  const counted = copy();
  for (const at of numbersOf(counted, () => assign(counted))) {
    const host = copy();
    actAt(host, at, () => act(host));
    attempt(() => assign(host));
    host.beforeCall = null;
    const expected: Record<string, string> = { ...ASSIGNED };
    for (const name of NAMES) if (!(name in owners(host))) delete expected[name];
    expect(owners(host)).toEqual(expected);
  }
});

/** The leads by company and header, but for when they were changed. */
const leads = (host: Host) =>
  rowsOf(host, 'Leads').map((row) =>
    Object.entries(row).filter(([header]) => header !== 'Updated at' && header !== ''),
  );

test.each([
  ['drags a column away', (host: Host) => host.person.moveColumns('Leads', 2, 1, 19)],
  ['drags the formulas there', (host: Host) => host.person.moveColumns('Leads', 16, 1, 13)],
  ['drags the owners to the left', (host: Host) => host.person.moveColumns('Leads', 13, 1, 2)],
  ['puts a column in', (host: Host) => host.person.insertColumns('Leads', 6)],
])('where a person %s in between, every cell of every lead is as it should be', (_, act) => {
  const counted = copy();
  // A formula of somebody's in another column comes back too.
  const formula = (host: Host) => host.person.type('Leads!P4', '=40+2');
  formula(counted);
  const numbers = numbersOf(counted, () => assign(counted));
  const sorted = (host: Host) => leads(host).map((row) => [...row].sort().map(String));
  for (const at of numbers) {
    const host = copy();
    formula(host);
    actAt(host, at, () => act(host));
    attempt(() => assign(host));
    host.beforeCall = null;
    expect(sorted(host)).toEqual(sorted(counted));
    const column = host.person.seesTab('Leads')[0]!.indexOf('Score');
    expect(host.file.sheetNamed('Leads')!.grid.formula(3, column)).toBe('=40+2');
  }
});

test('what a person types into one of the rows in that very moment stays there, and both values are told', () => {
  const counted = copy();
  for (const at of numbersOf(counted, () => assign(counted))) {
    const host = copy();
    const bob = host.as('bob@example.com').install();
    actAt(host, at, () => bob.person.type('Leads!M4', 'Typed'));
    const answer = assign(host);
    host.beforeCall = null;
    expect(owners(host)).toEqual({ ...ASSIGNED, Gamma: 'Typed' });
    // After the last look at the row it is a change like any other.
    if (answer.changed === 2) expect(answer.kept).toMatchObject([{ id: ids[2], now: 'Typed' }]);
  }
});

test('where a call fails, the same call again completes it', () => {
  const counted = copy();
  for (const at of numbersOf(counted, () => assign(counted))) {
    const host = copy();
    failAt(host, at);
    attempt(() => assign(host, '007', AGAIN));
    host.beforeCall = null;
    expect(assign(host, '007', AGAIN)).toMatchObject({ changed: 3, kept: [], missing: [] });
    expect(owners(host)).toEqual(ASSIGNED);
  }
});

test.each([
  [2, 'throws'],
  [2, 'times out after it applied'],
  [4, 'throws'],
  [4, 'times out after it applied'],
] as const)('where %i writes in a row %s, every owner that was set has its line in History', (times, fault) => {
  const counted = copy();
  const writes: number[] = [];
  // History is written with another method.
  const isOurs = (method: string) => /^set(Value|NumberFormat)$/.test(method);
  counted.beforeCall = ({ number, method }) => void (isOurs(method) && writes.push(number));
  assign(counted);
  for (const at of writes) {
    const host = copy();
    let failures = 0;
    host.beforeCall = ({ number, method }) => {
      if (number < at || failures === times || !isOurs(method)) return;
      failures++;
      return { fault };
    };
    attempt(() => assign(host, '007', AGAIN));
    host.beforeCall = null;
    const set = rowsOf(host, 'Leads').filter(({ Owner }) => Owner === '007');
    const lines = rowsOf(host, 'History').filter(({ Field }) => Field === 'Owner');
    expect(lines.map((line) => [line['Record ID'], line.Before, line.After])).toEqual(
      set.map((lead) => [lead['Lead ID'], `Owner ${NAMES.indexOf(lead.Company!)}`, '007']),
    );
    expect(assign(host, '007', AGAIN)).toMatchObject({ changed: 3, kept: [], missing: [] });
    expect(owners(host)).toEqual(ASSIGNED);
  }
});

test('a record whose row somebody copied stays as it is in both rows', () => {
  const host = copy();
  const [headers = [], acme = []] = host.person.seesTab('Leads');
  host.person.paste('Leads!A8', [acme]);
  const owner = String.fromCharCode(65 + headers.indexOf('Owner'));
  const [first, second] = ids;
  const records = [first!, second!].map((id, index) => ({ id, seen: `Owner ${index}` }));
  const { changed, kept } = call(host, 'changeMany', { kind: 'lead', field: 'owner', value: 'Zoe', records });
  expect([changed, new Set(kept.map(({ id }) => id))]).toEqual([1, new Set([first])]);
  expect(['2', '3', '8'].map((row) => host.person.sees(`Leads!${owner}${row}`)[0]![0])).toEqual([
    'Owner 0',
    'Zoe',
    'Owner 0',
  ]);
});

const rename = (host: Host) => call(host, 'renameStage', { pipeline: 'Sales', from: 'Proposal', to: 'Offer' });

test('a stage that is renamed takes its deals along', () => {
  const host = copy();
  expect(rename(host)).toEqual({ opportunities: 3 });
  const offer = { Acme: 'Offer', Beta: 'Discovery', Gamma: 'Offer', Delta: 'Discovery' };
  expect(stages(host)).toMatchObject(offer);
  expect(call(host, 'start', {}).settings!.stages.map(({ name }) => name)).toContain('Offer');
  expect(rename(host)).toEqual({ opportunities: 0 });
  expect(failureOf(() => call(host, 'renameStage', { pipeline: 'Sales', from: 'Offer', to: 'Discovery' })).code).toBe(
    'INVALID',
  );
});

test('a stage that a formula works out stops its rename, and the undo of one, before anything is written', () => {
  // A cell that came with another format than the column's.
  const stageOfGamma = (host: Host, stage: string, formula: string) => {
    const column = host.person.seesTab('Opportunities')[0]!.indexOf('Stage');
    const sheet = host.file.sheetNamed('Opportunities')!.id;
    host.file.apply({ kind: 'cells', sheet, row: 3, column, layers: { values: [[stage]], formulas: [[formula]] } });
  };
  const settings = (host: Host) => call(host, 'start', {}).settings!.stages.map(({ name }) => name);
  const first = copy();
  stageOfGamma(first, 'Proposal', '="Prop"&"osal"');
  const before = [stages(first), settings(first)];
  expect(failureOf(() => rename(first))).toMatchObject({
    code: 'INVALID',
    message: expect.stringContaining('row 4') as string,
  });
  expect([stages(first), settings(first)]).toEqual(before);

  const second = copy();
  rename(second);
  const [last] = call(second, 'lastActions', {});
  stageOfGamma(second, 'Offer', '="Off"&"er"');
  const after = [stages(second), settings(second)];
  expect(failureOf(() => call(second, 'undo', { action: last!.action })).message).toContain('row 4');
  expect([stages(second), settings(second)]).toEqual(after);
});

test('a rename goes back whole though a person deleted lines of it from History', () => {
  const host = copy();
  const before = [stages(host), call(host, 'start', {}).settings!.stages];
  rename(host);
  const [last] = call(host, 'lastActions', {});
  const first = rowsOf(host, 'History').findIndex(({ Field }) => Field === '(stage renamed)') + 2;
  host.person.deleteRows('History', first, 2);
  call(host, 'undo', { action: last!.action });
  expect([stages(host), call(host, 'start', {}).settings!.stages]).toEqual(before);
});

test('a rename that was cut short is completed by the same call', () => {
  const counted = copy();
  for (const at of numbersOf(counted, () => rename(counted))) {
    const host = copy();
    failAt(host, at);
    attempt(() => rename(host));
    host.beforeCall = null;
    rename(host);
    expect(Object.values(stages(host))).not.toContain('Proposal');
    expect(call(host, 'start', {}).settings!.stages.map(({ name }) => name)).not.toContain('Proposal');
  }
});

test.each([
  ['sorts the deals', (host: Host) => host.person.sort('Opportunities', 2, false)],
  ['puts rows in', (host: Host) => host.person.insertRows('Opportunities', 3, 2)],
  ['drags the stages away', (host: Host) => host.person.moveColumns('Opportunities', 6, 1, 2)],
])('where a person %s while a stage is renamed, its deals go along and nobody else’s', (_, act) => {
  const counted = copy();
  const before = stages(counted);
  for (const at of numbersOf(counted, () => rename(counted))) {
    const host = copy();
    actAt(host, at, () => act(host));
    attempt(() => rename(host));
    host.beforeCall = null;
    rename(host);
    const expected = Object.entries(before).map(([deal, stage]) => [deal, stage === 'Proposal' ? 'Offer' : stage]);
    expect(stages(host)).toEqual(Object.fromEntries(expected));
  }
});

test('where Ctrl+Z brings a stage back right before it is renamed again, its deals go along', () => {
  const start = copy();
  rename(start);
  const [first] = call(start, 'lastActions', {});
  call(start, 'renameStage', { pipeline: 'Sales', from: 'Offer', to: 'Quote' });
  const renamed = copiesOf(start);
  const counted = renamed();
  // Each of them: what matters is one moment between two looks.
  const numbers = allNumbersOf(counted, () => attempt(() => call(counted, 'undo', { action: first!.action })));
  for (const at of numbers) {
    const host = renamed();
    // What Ctrl+Z takes back: the second name, in Settings and in the deals.
    actAt(host, at, () => {
      const settings = host.person.seesTab('Settings');
      const row = settings.findIndex((line) => line.includes('Quote'));
      host.person.type(`Settings!${letter(settings[row]!.indexOf('Quote'))}${row + 1}`, 'Offer');
      const deals = host.person.seesTab('Opportunities');
      const column = letter(deals[0]!.indexOf('Stage'));
      deals.forEach((line, index) => {
        if (line.includes('Quote')) host.person.type(`Opportunities!${column}${index + 1}`, 'Offer');
      });
    });
    attempt(() => call(host, 'undo', { action: first!.action }));
    host.beforeCall = null;
    const names = call(host, 'start', {}).settings!.stages.map(({ name }) => name);
    for (const stage of Object.values(stages(host)))
      expect({ at, stage: names.includes(String(stage)) }).toEqual({ at, stage: true });
  }
});

const letter = (index: number) => String.fromCharCode(65 + index);

test('blank rows that come in above the last deal while a stage is renamed leave none behind', () => {
  const counted = copy();
  const last = counted.file.sheetNamed('Opportunities')!.grid.lastRow() + 1;
  for (const at of numbersOf(counted, () => rename(counted))) {
    const host = copy();
    actAt(host, at, () => host.person.insertRows('Opportunities', last, 2));
    rename(host);
    expect(Object.values(stages(host))).not.toContain('Proposal');
  }
});
