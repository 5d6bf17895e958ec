import { unpack } from '../../sidebar/data/lines';
import { searchLeads } from '../../sidebar/data/search';
import type { OwnValues } from '../../src/domain/own-fields';
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

describe('columns that people added to the activities', () => {
  const withRooms = () => {
    const host = readyHost();
    const lead = anId('lead');
    call(host, 'createLead', { id: lead, fields: { company: 'Acme' } });
    const [demo, lunch] = ['Demo', 'Lunch'].map((subject) => {
      const id = anId('activity');
      const text = { type: 'Meeting', subject, details: '', due: null };
      call(host, 'logActivity', { id, about: { kind: 'lead', id: lead }, ...text });
      return id;
    }) as [string, string];
    host.person.insertColumns('Activities', 2, 1);
    host.person.paste('Activities!B1', [['Room'], ['Großer Saal'], ['Canteen']]);
    const column = String.fromCharCode(65 + host.person.seesTab('Activities')[0]!.length);
    host.person.paste(`Activities!${column}1`, [['Ended'], ['2026-11-20 10:30'], ['2026-11-21 13:45']]);
    return { host, demo, lunch };
  };
  const searched = (host: ReturnType<typeof readyHost>, text: string) =>
    call(host, 'searchActivities', { text }).map(({ subject }) => subject);
  const all = { owner: '', type: '', state: '', from: null, to: null, text: '', sort: 'newest', skip: 0 } as const;

  test('are read and saved with the activity', () => {
    const { host, demo } = withRooms();
    expect(call(host, 'activity', { id: demo }).record).toMatchObject({ '+Room': 'Großer Saal' });
    const { record } = call(host, 'changeActivity', {
      id: demo,
      changes: { '+Room': 'Attic' },
      seen: { '+Room': 'Großer Saal' },
    });
    expect(record).toMatchObject({ '+Room': 'Attic', subject: 'Demo' });
    expect(rowsOf(host, 'Activities')[0]).toMatchObject({ Subject: 'Demo', Room: 'Attic' });
    call(host, 'searchActivities', { text: 'attic' });
    expect(call(host, 'ownFields', {}).activity.map(({ header, kind }) => [header, kind])).toEqual([
      ['Room', 'text'],
      ['Ended', 'instant'],
    ]);
  });

  test('are searched, read from the sheet or from the cache, also together with the subject; moments are not', () => {
    const { host, demo } = withRooms();
    const ended = String((call(host, 'activity', { id: demo }).record as OwnValues)['+Ended']);
    expect(ended).toMatch(/^1\d{12}$/);
    for (const evict of [false, false, true]) {
      if (evict) host.evict();
      expect(searched(host, 'grosser demo')).toEqual(['Demo']);
      expect(searched(host, 'canteen')).toEqual(['Lunch']);
      expect(searched(host, ended)).toEqual([]);
    }
    expect(call(host, 'activities', { ...all, text: 'canteen' }).count).toBe(1);
  });

  test('are found at once after a save', () => {
    const { host, lunch } = withRooms();
    searched(host, 'canteen');
    call(host, 'changeActivity', { id: lunch, changes: { '+Room': 'Terrace' }, seen: { '+Room': 'Canteen' } });
    expect([searched(host, 'terrace'), searched(host, 'canteen')]).toEqual([['Lunch'], []]);
  });
});
