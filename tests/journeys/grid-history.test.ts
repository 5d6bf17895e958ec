import type { Host } from '../../host/host';
import { actAt, anId, attempt, call, copiesOf, failAt, numbersOf, readyHost, rowsOf } from './crm-host';

/** Three deals of a lead. People's edits come in without the trigger, as from Ctrl+Z, another script or a big paste. */
const scene = copiesOf(
  (() => {
    const host = readyHost();
    for (const [title, value] of [
      ['Alpha', 100],
      ['Beta', 200],
      ['Gamma', 300],
    ] as const)
      call(host, 'createOpportunity', {
        id: anId('opportunity'),
        fields: { title, value, expectedClose: '2026-12-01' },
      });
    return host;
  })(),
);

const HEADERS = scene().person.seesTab('Opportunities')[0]!;

/** Writes a cell as another script does: nobody is told. */
const set = (host: Host, row: number, header: string, value: string | number | null): void =>
  host.file.apply({
    kind: 'cells',
    sheet: host.file.sheetNamed('Opportunities')!.id,
    row: row - 1,
    column: HEADERS.indexOf(header),
    layers: { values: [[value]], formulas: [[null]] },
  });

const changes = (host: Host) => {
  const titles = new Map(rowsOf(host, 'Opportunities').map((row) => [row['Opportunity ID'], row.Title]));
  return rowsOf(host, 'History')
    .filter(({ Field }) => Field !== '' && Field !== 'Stage since')
    .map((line) => [titles.get(line['Record ID']!), line.Field, line.Before, line.After, line.How, line.Who])
    .sort();
};

const logged = (host: Host) => call(host, 'catchUp', {}).logged;

describe('what was changed in the grid', () => {
  test('goes into History with what stood there before, once', () => {
    const host = scene();
    set(host, 2, 'Stage', 'Proposal');
    set(host, 2, 'Value', 150);
    set(host, 4, 'Owner', 'Ann');
    expect([logged(host), logged(host)]).toEqual([3, 0]);
    expect(changes(host)).toEqual([
      ['Alpha', 'Stage', 'Prospecting', 'Proposal', 'grid', ''],
      ['Alpha', 'Value', '100', '150', 'grid', ''],
      ['Gamma', 'Owner', '', 'Ann', 'grid', ''],
    ]);
  });

  test('is logged as it stands there, also where the column cannot read it', () => {
    const host = scene();
    set(host, 2, 'Value', 'about ten');
    set(host, 3, 'Expected close', null);
    logged(host);
    expect(changes(host)).toEqual([
      ['Alpha', 'Value', '100', 'about ten', 'grid', ''],
      ['Beta', 'Expected close', '2026-12-01', '', 'grid', ''],
    ]);
    expect(logged(host)).toBe(0);
  });

  test('is heard of also after its deals were given an owner, or their stage another name, in one go', () => {
    const ids = (host: Host) => rowsOf(host, 'Opportunities').map((row) => row['Opportunity ID']!);
    const assign = (host: Host) =>
      call(host, 'changeMany', {
        kind: 'opportunity',
        field: 'owner',
        value: 'Ann',
        records: ids(host).map((id) => ({ id, seen: '' })),
      });
    const rename = (host: Host) => call(host, 'renameStage', { pipeline: 'Sales', from: 'Prospecting', to: 'Looking' });
    for (const bulk of [[assign], [rename], [assign, rename]]) {
      const host = scene();
      set(host, 3, 'Value', 250);
      for (const act of bulk) act(host);
      logged(host);
      expect(changes(host)).toContainEqual(['Beta', 'Value', '200', '250', 'grid', '']);
      expect(changes(host).filter(([, , , , how]) => how === 'grid')).toHaveLength(1);
    }
  });

  test('is heard of also where it comes right after such a change, and a stage is dated', () => {
    for (const bulk of ['owner', 'stage']) {
      const host = scene();
      const records = rowsOf(host, 'Opportunities').map((row) => ({ id: row['Opportunity ID']!, seen: '' }));
      if (bulk === 'owner')
        call(host, 'changeMany', {
          kind: 'opportunity',
          field: 'owner',
          value: 'Ann',
          records: [records[0]!, records[2]!],
        });
      else call(host, 'renameStage', { pipeline: 'Sales', from: 'Prospecting', to: 'Looking' });
      expect(logged(host)).toBe(0);
      set(host, 2, 'Stage', 'Closed Won');
      set(host, 3, 'Value', 250);
      set(host, 4, 'Owner', 'Bob');
      logged(host);
      expect(changes(host).filter(([, field, , , how]) => how === 'grid' && field !== 'Closed at')).toEqual([
        ['Alpha', 'Stage', bulk === 'owner' ? 'Prospecting' : 'Looking', 'Closed Won', 'grid', ''],
        ['Beta', 'Value', '200', '250', 'grid', ''],
        ['Gamma', 'Owner', bulk === 'owner' ? 'Ann' : '', 'Bob', 'grid', ''],
      ]);
      expect(rowsOf(host, 'Opportunities')[0]!['Closed at']).not.toBe('');
    }
  });

  test('is not made up: a deal that remembers nothing, or nothing that can be read, gets no line', () => {
    const host = scene();
    set(host, 2, 'Recorded', null);
    set(host, 2, 'Value', 1);
    set(host, 3, 'Recorded', 'hello');
    expect(logged(host)).toBe(0);
    set(host, 2, 'Value', 2);
    expect(logged(host)).toBe(1);
    expect(changes(host)).toEqual([['Alpha', 'Value', '1', '2', 'grid', '']]);
  });

  test('is no change of a deal where somebody deleted a column, or the one that remembers', () => {
    const host = scene();
    host.person.deleteColumns('Opportunities', HEADERS.indexOf('Probability') + 1);
    expect(logged(host)).toBe(0);
    host.person.deleteColumns('Opportunities', HEADERS.indexOf('Recorded'));
    expect(logged(host)).toBe(0);
    expect(changes(host)).toEqual([]);
  });

  test('that is another stage is dated like a move', () => {
    const host = scene();
    host.workspace.clock.pass(3_600_000);
    set(host, 2, 'Stage', 'Closed Won');
    set(host, 3, 'Stage', 'Proposal');
    set(host, 4, 'Stage', 'Nobody’s stage');
    logged(host);
    const dates = () => rowsOf(host, 'Opportunities').map((row) => [row['Stage since'], row['Closed at']]);
    expect(dates()).toEqual([
      ['2026-11-22 11:00', '2026-11-22 11:00'],
      ['2026-11-22 11:00', ''],
      ['2026-11-22 10:00', ''],
    ]);
    host.workspace.clock.pass(3_600_000);
    set(host, 2, 'Stage', 'Proposal');
    logged(host);
    expect(dates()[0]).toEqual(['2026-11-22 12:00', '']);
  });

  test('and dated by hand keeps that date; a formula there stays', () => {
    const host = scene();
    set(host, 2, 'Stage', 'Closed Won');
    host.file.apply({
      kind: 'cells',
      sheet: host.file.sheetNamed('Opportunities')!.id,
      row: 1,
      column: HEADERS.indexOf('Stage since'),
      layers: { values: [[null]], formulas: [['=DATE(2026,1,5)']] },
    });
    set(host, 2, 'Closed at', 46400);
    logged(host);
    expect(rowsOf(host, 'Opportunities')[0]).toMatchObject({
      'Stage since': '2026-01-05 00:00',
      'Closed at': '2027-01-13 00:00',
    });
    expect(host.person.formulaIn(`Opportunities!${String.fromCharCode(65 + HEADERS.indexOf('Stage since'))}2`)).toBe(
      '=DATE(2026,1,5)',
    );
  });

  test('is found in a renamed tab with moved columns and a title row', () => {
    const host = scene();
    host.person.renameTab('Opportunities', 'Deals');
    host.person.insertRows('Deals', 1);
    host.person.moveColumns('Deals', HEADERS.indexOf('Value') + 1, 1, 1);
    host.file.apply({
      kind: 'cells',
      sheet: host.file.sheetNamed('Deals')!.id,
      row: 2,
      column: 0,
      layers: { values: [[150]] },
    });
    expect(logged(host)).toBe(1);
    expect(rowsOf(host, 'History').at(-1)).toMatchObject({ Field: 'Value', Before: '100', After: '150' });
  });

  test('costs as many calls for many deals as for one', () => {
    const callsFor = (rows: number) => {
      const host = scene();
      const cells = Array.from({ length: rows }, (_, n) => [`Deal ${n}`]);
      host.person.paste('Opportunities!D5', [...cells, ['']]);
      call(host, 'adoptRows', { kind: 'opportunity' });
      for (let row = 5; row < 5 + rows; row++) set(host, row, 'Value', row);
      expect(logged(host)).toBe(rows);
      return host.counts.spreadsheetCalls;
    };
    expect(callsFor(40)).toBe(callsFor(1));
    expect(callsFor(1)).toBeLessThanOrEqual(26);
  });
});

describe('while the grid is looked over', () => {
  const edited = copiesOf(
    (() => {
      const host = scene();
      set(host, 2, 'Value', 150);
      set(host, 3, 'Stage', 'Proposal');
      return host;
    })(),
  );
  const LINES = [
    ['Alpha', 'Value', '100', '150', 'grid', ''],
    ['Beta', 'Stage', 'Prospecting', 'Proposal', 'grid', ''],
  ];
  const first = edited();
  const calls = numbersOf(first, () => logged(first));

  test.each([
    ['sorts', (host: Host) => host.person.sort('Opportunities', 4, false)],
    ['puts a row in', (host: Host) => host.person.insertRows('Opportunities', 3)],
    ['deletes a row', (host: Host) => host.person.deleteRows('Opportunities', 4)],
  ])('somebody %s at any moment: every deal remembers its own state', (_, act) => {
    for (const at of calls) {
      const host = edited();
      const bob = host.as('bob@example.com');
      actAt(host, at, () => act(bob));
      attempt(() => logged(host));
      host.beforeCall = null;
      logged(host);
      expect([at, changes(host)]).toEqual([at, LINES]);
      expect([at, logged(host)]).toEqual([at, 0]);
    }
  });

  test('Google fails at any call: the same call again loses no line', () => {
    for (const at of calls) {
      const host = edited();
      failAt(host, at);
      attempt(() => logged(host));
      host.beforeCall = null;
      logged(host);
      const texts = changes(host).map((line) => line.join(' '));
      expect([at, [...new Set(texts)]]).toEqual([at, LINES.map((line) => line.join(' '))]);
    }
  });
});

test('a change that nobody told of is still found after another field of the deal was saved', () => {
  const host = scene();
  const deals = rowsOf(host, 'Opportunities');
  const deal = deals.find(({ Title }) => Title === 'Alpha')!;
  const row = deals.indexOf(deal) + 2;
  set(host, row, 'Stage', 'Closed Won');
  set(host, row, 'Value', 150);
  call(host, 'changeOpportunity', { id: deal['Opportunity ID']!, changes: { owner: 'Zoe' }, seen: { owner: '' } });
  expect(call(host, 'catchUp', {}).logged).toBe(2);
  const told = changes(host).filter(([, field]) => field !== 'Closed at');
  expect(told.map(([, field, before, after, how]) => [field, before, after, how])).toEqual([
    ['Owner', '', 'Zoe', 'sidebar'],
    ['Stage', 'Prospecting', 'Closed Won', 'grid'],
    ['Value', '100', '150', 'grid'],
  ]);
  expect(rowsOf(host, 'Opportunities')[row - 2]!['Closed at']).not.toBe('');
  expect(call(host, 'catchUp', {}).logged).toBe(0);
});
