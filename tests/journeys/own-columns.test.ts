import { unpack } from '../../sidebar/data/lines';
import { searchLeads } from '../../sidebar/data/search';
import { anId, call, readyHost, rowsOf } from './crm-host';

/** Two leads with a region, and a text of their own that is too long for lists. */
function withRegions() {
  const host = readyHost();
  for (const company of ['Acme', 'Beta']) call(host, 'createLead', { id: anId('lead'), fields: { company } });
  host.person.insertColumns('Leads', 2, 2);
  host.person.paste('Leads!B1', [
    ['Region', 'Account history'],
    ['Nordics', `glacial ${'x'.repeat(100)}`],
    ['Iberia', ''],
  ]);
  return host;
}

const found = (host: ReturnType<typeof readyHost>, query: string) =>
  searchLeads(query, unpack(call(host, 'leadLines', {}))).lines.map(({ company }) => company);

test('a lead is found by what stands in a column that people added, read from the sheet or from the cache', () => {
  const host = withRegions();
  const [first, second] = call(host, 'leadLines', {}).rows.map((row) => row[1]);
  expect(found(host, 'nordics')).toEqual([first]);
  expect(host.counts.spreadsheetCalls).toBe(0);
  expect(found(host, 'iberia')).toEqual([second]);
  host.evict();
  expect(found(host, 'nordics')).toEqual([first]);
});

test('a long text in such a column is read with its record alone', () => {
  expect(found(withRegions(), 'glacial')).toEqual([]);
});

test('a value saved there is found at once', () => {
  const host = withRegions();
  const { rows, fields } = call(host, 'leadLines', {});
  const id = String(rows[0]![fields.indexOf('id')]);
  call(host, 'changeLead', { id, changes: { '+Region': 'Benelux' }, seen: { '+Region': 'Nordics' } });
  expect(found(host, 'benelux')).toHaveLength(1);
  expect(found(host, 'nordics')).toEqual([]);
});

test.each([
  [0, '0'],
  [false, 'FALSE'],
] as const)('a new lead whose own column says %p is saved with it', (seats, shown) => {
  const host = withRegions();
  host.person.type('Leads!U1', 'Seats');
  call(host, 'leadLines', {});
  const id = anId('lead');
  call(host, 'createLead', { id, fields: { company: 'Gamma', '+Seats': seats } });
  expect(rowsOf(host, 'Leads')[2]).toMatchObject({ 'Lead ID': id, Company: 'Gamma', Seats: shown });
  expect(host.counts.spreadsheetCalls).toBeLessThan(20);
});

test('a new record may fill in a column whose header somebody typed a moment ago', () => {
  const host = withRegions();
  call(host, 'leadLines', {});
  host.person.type('Leads!C1', 'Territory');
  call(host, 'createLead', { id: anId('lead'), fields: { company: 'Gamma', '+Territory': 'North' } });
  expect(rowsOf(host, 'Leads').map(({ Company, Territory }) => [Company, Territory])).toContainEqual([
    'Gamma',
    'North',
  ]);
});
