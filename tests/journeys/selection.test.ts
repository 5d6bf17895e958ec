import { rectOf } from '../../host/engine/rect';
import type { Host } from '../../host/host';
import { actAt, anId, call, copiesOf, failureOf, numbersOf, readyHost } from './crm-host';

const TITLES = ['Acme', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta'];

const copy = (() => {
  const host = readyHost();
  for (const title of TITLES) call(host, 'createOpportunity', { id: anId('opportunity'), fields: { title } });
  return copiesOf(host);
})();

const namesIn = (host: Host) => call(host, 'selection', {}).records.map(({ name }) => name);

/** Rows by their number, hidden by a filter of the tab. */
function filterOut(host: Host, rows: readonly number[]): void {
  const { id, grid } = host.file.sheetNamed('Opportunities')!;
  const rect = rectOf(0, 0, grid.lastRow() + 1, grid.lastColumn() + 1);
  const filters = [{ sheet: id, rect, criteria: {} }];
  host.act([{ kind: 'objects', objects: { filters } }]);
  for (const row of rows)
    host.does({ kind: 'lines', sheet: id, axis: 'row', at: row - 1, count: 1, change: { filtered: true } });
}

const hideRow = (host: Host, row: number): void => {
  const { id } = host.file.sheetNamed('Opportunities')!;
  host.does({ kind: 'lines', sheet: id, axis: 'row', at: row - 1, count: 1, change: { hidden: true } });
};

test('several selected rows are counted without a look at what is in them', () => {
  const host = copy();
  host.person.select('Opportunities!B2:C5');
  expect(call(host, 'selected', {})).toEqual({ kind: 'rows', of: 'opportunity', count: 4, at: 'B2:C5' });
  expect(host.counts.calls).toBeLessThanOrEqual(5);
  expect(host.counts.cellsRead).toBe(0);
});

test('several blocks count each row once, and the header not at all', () => {
  const host = copy();
  host.person.select('Opportunities!A1:A2', 'Opportunities!B4:B5', 'Opportunities!D5:D6');
  expect(call(host, 'selected', {})).toMatchObject({ kind: 'rows', count: 4 });
  expect(namesIn(host)).toEqual(['Acme', 'Gamma', 'Delta', 'Epsilon']);
});

test('a whole column ends with the last record', () => {
  const host = copy();
  host.person.select('Opportunities!E1:E1000');
  expect(call(host, 'selected', {})).toMatchObject({ kind: 'rows', count: 6 });
  expect(namesIn(host)).toEqual(TITLES);
});

test('the header with one row below it is that record', () => {
  const host = copy();
  host.person.select('Opportunities!A1:A2');
  expect(call(host, 'selected', {})).toMatchObject({ kind: 'opportunity', found: { record: { title: 'Acme' } } });
});

test('rows that are hidden by a filter, or by hand, are left out and counted', () => {
  const host = copy();
  filterOut(host, [3, 4]);
  hideRow(host, 6);
  host.person.select('Opportunities!A2:A7');
  expect(call(host, 'selection', {})).toMatchObject({ count: 6, hidden: 3, isChecked: true, others: 0 });
  expect(namesIn(host)).toEqual(['Acme', 'Delta', 'Zeta']);
});

test('of more than 200 rows nobody looks which are hidden, and of more than 500 none is named', () => {
  const host = copy();
  filterOut(host, [3]);
  const titles = (count: number) => Array.from({ length: count }, (_, n) => [`Typed ${n}`]);
  host.person.paste('Opportunities!D9', titles(250));
  host.person.select('Opportunities!A2:A258');
  expect(call(host, 'selection', {})).toMatchObject({ count: 257, hidden: 0, isChecked: false, others: 251 });
  expect(namesIn(host)).toEqual(TITLES);
  host.person.paste('Opportunities!D9', titles(600));
  host.person.select('Opportunities!A2:A608');
  expect(call(host, 'selection', {})).toMatchObject({ count: 607, records: [] });
});

test('a row that is no record, and the copy of one, are left out', () => {
  const host = copy();
  host.person.type('Opportunities!D9', 'A note');
  const cells = host.person.seesTab('Opportunities')[1]!;
  host.person.paste('Opportunities!A8', [cells]);
  host.person.select('Opportunities!A2:A9');
  expect(call(host, 'selection', {})).toMatchObject({ count: 8, others: 2 });
  expect(namesIn(host)).toEqual(TITLES);
});

test('each record comes with what it holds of the fields that many can be given', () => {
  const host = copy();
  host.person.select('Opportunities!A2:A3');
  expect(call(host, 'selection', {}).records[0]!.seen).toEqual({ pipeline: 'Sales', stage: 'Prospecting', owner: '' });
});

test('in a tab of somebody’s own there is nothing to select', () => {
  const host = copy();
  host.person.select('Settings!A2:A5');
  expect(call(host, 'selected', {})).toBeNull();
  expect(failureOf(() => call(host, 'selection', {})).code).toBe('NOT_FOUND');
});

test('where a person sorts while the rows are looked at, no row passes for another that is hidden', () => {
  const select = (host: Host) => {
    filterOut(host, [3]);
    host.person.select('Opportunities!A2:A7');
  };
  const counted = copy();
  select(counted);
  for (const at of numbersOf(counted, () => call(counted, 'selection', {}))) {
    const host = copy();
    select(host);
    actAt(host, at, () => host.person.sort('Opportunities', 4, false));
    const names = namesIn(host);
    host.beforeCall = null;
    const shown = host.person
      .seesTab('Opportunities')
      .slice(1, 7)
      .map((row) => row[3]!);
    const after = shown.filter((_, index) => index !== 1);
    expect([TITLES.filter((name) => name !== 'Beta'), after]).toContainEqual(names);
  }
});
