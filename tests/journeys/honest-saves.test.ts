import fc from 'fast-check';
import { actAt, anId, attempt, call, copiesOf, numbersOf, readyHost, rowsOf } from './crm-host';

type Host = ReturnType<typeof readyHost>;

const lead = (host: Host, fields = {}) => {
  const id = anId('lead');
  call(host, 'createLead', { id, fields: { company: 'Acme', ...fields } });
  return id;
};

const deal = (host: Host, fields = {}) => {
  const id = anId('opportunity');
  call(host, 'createOpportunity', { id, fields: { title: 'Acme renewal', ...fields } });
  return id;
};

describe('a cell that its field cannot read', () => {
  test('stays as it is where it is in conflict and the rest is saved', () => {
    const host = readyHost();
    const id = deal(host, { value: 100 });
    const column = host.person.seesTab('Opportunities')[0]!.indexOf('Value');
    host.person.type(`Opportunities!${String.fromCharCode(65 + column)}2`, 'about 2');
    const changes = { value: 7, notes: 'new' };
    const { conflicts } = call(host, 'changeOpportunity', { id, changes, seen: { value: 100, notes: '' } });
    expect(conflicts).toMatchObject([{ field: 'value', now: 'about 2' }]);
    expect(rowsOf(host, 'Opportunities')).toMatchObject([{ Value: 'about 2', Notes: 'new' }]);
  });

  test('is overwritten only by who has seen what stands there, and History keeps it', () => {
    const host = readyHost();
    const id = deal(host);
    host.person.type('Opportunities!G2', 'about 5k');
    const change = (value: number | null, seen: number | string | null) =>
      attempt(() => call(host, 'changeOpportunity', { id, changes: { value }, seen: { value: seen } }));
    expect(change(7, null)).toMatchObject({
      code: 'CONFLICT',
      differences: [{ field: 'value', seen: null, now: 'about 5k' }],
    });
    expect(host.person.sees('Opportunities!G2')).toEqual([['about 5k']]);
    expect(change(7, 'about 5k')).toMatchObject({ record: { value: 7 }, odd: {} });
    expect(rowsOf(host, 'History').find(({ Field }) => Field === 'Value')).toMatchObject({
      Before: 'about 5k',
      After: '7',
      Data: '{"before":"about 5k","after":7}',
    });
    host.person.type('Opportunities!G2', 'about 6k');
    expect(change(null, 'about 6k')).toMatchObject({ record: { value: null }, odd: {} });
  });

  test('of a day, too', () => {
    const host = readyHost();
    const id = deal(host);
    host.person.type('Opportunities!J2', 'end of Q3');
    const seen = { expectedClose: 'end of Q3' };
    const { record } = call(host, 'changeOpportunity', { id, changes: { expectedClose: '2026-12-01' }, seen });
    expect(record.expectedClose).toBe('2026-12-01');
  });
});

test('what the user saw of a field that they leave alone is compared too', () => {
  const host = readyHost();
  const id = lead(host, { phone: '1' });
  const change = (phone: string) =>
    attempt(() => call(host, 'changeLead', { id, changes: { company: 'B' }, seen: { company: 'Acme', phone } }));
  const { version } = host.file;
  expect(change('999')).toMatchObject({ code: 'CONFLICT', differences: [{ field: 'phone', seen: '999', now: '1' }] });
  expect(host.file.version).toBe(version);
  expect(change('1')).toMatchObject({ record: { company: 'B', phone: '1' } });
});

test('a field that breaks a rule stops no change of another', () => {
  const host = readyHost();
  const id = deal(host);
  host.person.type('Opportunities!H2', 'usd');
  const seen = { pipeline: 'Sales', stage: 'Prospecting' };
  const { record } = call(host, 'moveOpportunity', { id, pipeline: 'Sales', stage: 'Proposal', seen });
  expect(record).toMatchObject({ stage: 'Proposal', currency: 'usd' });
  const leadId = lead(host);
  host.person.type('Leads!E2', 'no mail');
  call(host, 'changeLead', { id: leadId, changes: { contact: 'Ann' }, seen: { contact: '' } });
  expect(rowsOf(host, 'Leads')).toEqual([expect.objectContaining({ Contact: 'Ann', Email: 'no mail' })]);
});

describe('History', () => {
  test('is found by its headers, whatever was put between or taken away', () => {
    const host = readyHost();
    host.person.insertColumns('History', 1);
    host.person.deleteColumns('History', 6, 2);
    const id = lead(host);
    expect(rowsOf(host, 'History')).toEqual([
      expect.objectContaining({
        Record: 'Lead',
        'Record ID': id,
        How: 'sidebar',
        Data: expect.stringMatching(/^{"as":"[0-9a-f]{8}"}$/),
      }),
    ]);
  });

  test('that cannot take a line fails no save', () => {
    const ready = readyHost();
    const counted = copiesOf(ready)();
    for (const at of numbersOf(counted, () => lead(counted))) {
      const host = copiesOf(ready)();
      actAt(host, at, () => host.person.deleteTab('History'));
      lead(host);
      expect(rowsOf(host, 'Leads')).toHaveLength(1);
    }
  });

  test('has long texts in Before and After where its data would not fit', () => {
    const host = readyHost();
    const [before, after] = ['a'.repeat(30_000), 'b'.repeat(30_000)];
    const id = lead(host, { notes: before });
    call(host, 'changeLead', { id, changes: { notes: after }, seen: { notes: before } });
    const line = rowsOf(host, 'History').find(({ Field }) => Field === 'Notes');
    expect(line).toMatchObject({ Before: before, After: after, Data: '' });
  });
});

test('tags that do not fit into their cell are refused, in an import by row', () => {
  const host = readyHost();
  const tags = Array.from({ length: 25_000 }, () => 'a');
  const refusal = 'A cell holds at most 50,000 characters. Use fewer tags.';
  expect(attempt(() => lead(host, { tags }))).toMatchObject({ code: 'INVALID', field: 'tags', message: refusal });
  const plan = {
    kind: 'lead' as const,
    fields: ['company', 'tags'],
    reading: { decimal: '.' as const, dayFirst: false },
    stages: [],
  };
  const rows = ['x', tags.join(';')].map((cell, i) => ({ id: anId('lead'), row: i + 2, cells: ['Acme', cell] }));
  expect(call(host, 'importRows', { plan, rows })).toMatchObject({ added: 1, refused: [{ row: 3, reason: refusal }] });
});

test('what was logged on a deal shows on the lead that the deal got later', () => {
  const host = readyHost();
  const id = deal(host);
  const about = { kind: 'opportunity', id } as const;
  call(host, 'logActivity', { id: anId('activity'), about, type: 'Call', subject: 'Hello', details: '', due: null });
  const leadId = lead(host);
  expect(call(host, 'timeline', { kind: 'lead', id: leadId })).toEqual([]);
  call(host, 'changeOpportunity', { id, changes: { leadId }, seen: { leadId: '' } });
  expect(call(host, 'timeline', { kind: 'lead', id: leadId })).toMatchObject([{ subject: 'Hello' }]);
});

test('a tab that takes the place of a deleted one is followed as it is listed', () => {
  const host = readyHost();
  const id = lead(host);
  const rows = host.person.sees('Leads!A1:B2');
  host.person.deleteTab('Leads');
  host.person.renameTab('Sheet1', 'Leads');
  host.person.paste('Leads!A1', rows);
  host.person.select('Leads!A2');
  expect(call(host, 'leadLines', {}).rows.map(([one]) => one)).toEqual([id]);
  expect(call(host, 'selected', {})).toMatchObject({ kind: 'lead', found: { record: { id } } });
});

const tabOf = (host: Host) => (host.file.sheetNamed('Kunden') ? 'Kunden' : 'Leads');

describe('whatever people do between two service calls', () => {
  test('a change is made to its record, or said not to be; nobody else’s record changes unsaid', () => {
    const ready = readyHost();
    const ids = ['Gamma', 'Alpha', 'Beta', 'Delta'].map((company) => lead(ready, { company, notes: `of ${company}` }));
    const copy = copiesOf(ready);
    const change = (host: Host, which: number) => {
      const company = ['Gamma', 'Alpha', 'Beta', 'Delta'][which]!;
      const seen = { notes: `of ${company}` };
      return attempt(() => call(host, 'changeLead', { id: ids[which]!, changes: { notes: 'changed' }, seen }));
    };
    const counted = copy();
    const numbers = numbersOf(counted, () => change(counted, 0));
    const acts: ((host: Host) => void)[] = [
      (host) => host.person.sort(tabOf(host), 2),
      (host) => host.person.sort(tabOf(host), 2, false),
      (host) => host.person.insertRows(tabOf(host), 2, 2),
      (host) => host.person.moveRows(tabOf(host), 5, 1, 2),
      (host) => host.person.deleteRows(tabOf(host), 2),
      (host) => host.person.insertColumns(tabOf(host), 1),
      (host) => host.person.renameTab(tabOf(host), 'Kunden'),
    ];
    fc.assert(
      fc.property(
        fc.nat(3),
        fc.constantFrom(...numbers),
        fc.array(fc.constantFrom(...acts), { minLength: 1, maxLength: 2 }),
        (which, at, people) => {
          const host = copy();
          actAt(host, at, () => {
            for (const act of people) act(host);
          });
          const told = change(host, which);
          host.beforeCall = null;
          const wrong = rowsOf(host, tabOf(host)).filter((row) => {
            const own = row['Lead ID'] === ids[which];
            return row['Notes'] !== (own ? 'changed' : row['Company'] ? `of ${row['Company']}` : '');
          });
          if (wrong.length > 0)
            expect(told).toHaveProperty('code', expect.stringMatching(/^(CONFLICT|NOT_FOUND|BUSY)$/));
        },
      ),
      { numRuns: 120 },
    );
  });
});
