import type { Host } from '../../host/host';
import { actAt, allNumbersOf, anId, call, copiesOf, crmHost, numbersOf, readyHost, rowsOf } from './crm-host';

/** A file with a lead and a deal of it. */
const scene = copiesOf(
  (() => {
    const host = readyHost();
    const leadId = anId('lead');
    call(host, 'createLead', { id: leadId, fields: { company: 'Acme' } });
    const fields = { leadId, title: 'Renewal', value: 100, expectedClose: '2026-12-01' } as const;
    call(host, 'createOpportunity', { id: anId('opportunity'), fields });
    return host;
  })(),
);

const lines = (host: Host) =>
  rowsOf(host, 'History')
    .filter(({ Field }) => Field !== 'Stage since')
    .map(({ Field, Before, After, How, Who }) => [Field, Before, After, How, Who]);

const gridLines = (host: Host) => lines(host).filter(([, , , how]) => how === 'grid');

/** What the last run of onEdit cost. */
const costs = (host: Host) => {
  const run = host.runs.filter(({ functionName }) => functionName === 'onEdit').at(-1)!;
  return run.counts.calls;
};

describe('an edit in the grid', () => {
  test('of a deal’s stage is in History at once, and the deal remembers it', () => {
    const host = scene();
    host.person.type('Opportunities!D2', 'Renewal 2027');
    host.person.type('Opportunities!F2', 'Proposal');
    expect(gridLines(host)).toEqual([['Stage', 'Prospecting', 'Proposal', 'grid', '']]);
    expect(call(host, 'catchUp', {}).logged).toBe(0);
    expect(costs(host)).toBeLessThanOrEqual(26);
  });

  test('of a lead’s phone looks and notes, and takes no lock', () => {
    const host = scene();
    host.person.type('Leads!F2', '444');
    host.person.type('Leads!F2', '555');
    expect(host.runs.at(-1)?.error).toBeNull();
    expect(costs(host)).toBeLessThanOrEqual(8);
    expect(host.runs.at(-1)?.counts.methods.has('Lock.tryLock')).toBe(false);
  });

  test('in another tab, or in a header row, asks Google nothing', () => {
    const host = scene();
    host.does({ kind: 'new-tab', index: 0 });
    const mine = host.file.sheets[0]!.name;
    host.person.type(`${mine}!A1`, 'my own');
    expect(costs(host)).toBe(0);
    host.person.type('Leads!B1', 'Firma');
    expect(costs(host)).toBe(0);
  });

  test('in a file without a CRM, or by hand in a Leads tab of somebody’s own, changes nothing', () => {
    const host = crmHost();
    const { name } = host.file.sheets[0]!;
    host.person.renameTab(name, 'Leads');
    host.person.paste('Leads!A1', [
      ['Lead ID', 'Company'],
      ['1', 'Acme'],
    ]);
    host.person.type('Leads!B3', 'Beta');
    expect(host.person.seesTab('Leads')).toEqual([
      ['Lead ID', 'Company'],
      ['1', 'Acme'],
      ['', 'Beta'],
    ]);
    expect(host.runs.every(({ error }) => error === null)).toBe(true);
  });

  test('in a copy of the tab changes nothing', () => {
    const host = scene();
    host.does({ kind: 'copy-tab', sheet: host.file.sheetNamed('Opportunities')!.id });
    host.person.type("'Copy of Opportunities'!F2", 'Proposal');
    expect(gridLines(host)).toEqual([]);
  });

  test('of more than fifty rows is left to the next look', () => {
    const host = scene();
    host.person.paste('Opportunities!F2', [['Proposal'], ...Array.from({ length: 59 }, () => [''])]);
    expect(gridLines(host)).toEqual([]);
    expect(call(host, 'catchUp', {}).logged).toBe(1);
    expect(gridLines(host)).toEqual([['Stage', 'Prospecting', 'Proposal', 'grid', '']]);
  });

  test('of several cells logs each field that the deal remembers', () => {
    const host = scene();
    host.person.paste('Opportunities!F2', [['Discovery', '250']]);
    expect(gridLines(host).map(([field, before, after]) => [field, before, after])).toEqual([
      ['Stage', 'Prospecting', 'Discovery'],
      ['Value', '100', '250'],
    ]);
  });

  test('of a copied deal is nobody’s until its ids are parted', () => {
    const host = scene();
    const sheet = host.file.sheetNamed('Opportunities')!.id;
    const place = (row: number) => ({ sheet, rect: { row, column: 0, rows: 1, columns: 20 } });
    host.does({ kind: 'copy', from: place(1), place: place(2), what: 'all' });
    host.person.type('Opportunities!F3', 'Proposal');
    expect(gridLines(host)).toEqual([]);
  });
});

describe('a row typed under the table', () => {
  test('is a lead as soon as it has a name', () => {
    const host = scene();
    host.person.type('Leads!E3', 'bob@beta.example');
    expect(rowsOf(host, 'Leads')[1]).toMatchObject({
      'Lead ID': expect.stringMatching(/^L-/),
      'Created at': '2026-11-22 10:00',
    });
    expect(lines(host).at(-1)).toEqual(['', '', '', 'grid', '']);
    host.person.type('Leads!B3', 'Beta');
    expect(rowsOf(host, 'Leads')).toHaveLength(2);
  });

  test('is a deal of the lead it names, in the first stage', () => {
    const host = scene();
    host.person.paste('Opportunities!C3', [['Acme', 'Upgrade']]);
    expect(rowsOf(host, 'Opportunities')[1]).toMatchObject({
      'Lead ID': rowsOf(host, 'Leads')[0]!['Lead ID'],
      Title: 'Upgrade',
      Stage: 'Prospecting',
    });
    expect(call(host, 'catchUp', {})).toEqual({ logged: 0, waiting: [], twice: [] });
  });

  test.each([
    ['a blank row apart', 'Leads!B4', 'a note'],
    ['a total', 'Leads!B3', 'Total'],
    ['without a name', 'Leads!F3', '555'],
  ])('is none: %s', (_, place, text) => {
    const host = scene();
    host.person.type(place, text);
    expect(rowsOf(host, 'Leads').map((row) => row['Lead ID'])[1]).toBe('');
  });

  test('waits where Settings say so', () => {
    const host = scene();
    const [row] = host.person.seesTab('Settings').flatMap((cells, index) => {
      const column = cells.indexOf('Give typed rows an id at once');
      return column < 0 ? [] : [{ row: index, column }];
    });
    const at = { sheet: host.file.sheetNamed('Settings')!.id, row: row!.row, column: row!.column + 1 };
    expect(host.person.seesTab('Settings')[at.row]![at.column]).toBe('yes');
    host.does({ kind: 'type', at, texts: [['no']] });
    host.person.type('Leads!B3', 'Beta');
    expect(call(host, 'catchUp', {}).waiting).toEqual([{ kind: 'lead', rows: [{ row: 3, name: 'Beta' }] }]);
    // A file of an older version has no such line.
    host.does({ kind: 'type', at: { ...at, column: at.column - 1 }, texts: [['']] });
    host.person.type('Leads!B3', 'Beta Ltd');
    expect(call(host, 'catchUp', {}).waiting).toEqual([]);
  });

  test('gets its id in a colleague’s window too; one who has not allowed the add-on anything is left alone', () => {
    const host = scene();
    host.as('bob@example.com').install().person.type('Leads!B3', 'Beta');
    const eve = host.as('eve@example.com');
    eve.person.type('Leads!B4', 'Gamma');
    expect(rowsOf(host, 'Leads').map((row) => /^L-/.test(row['Lead ID']!))).toEqual([true, true, false]);
    expect(eve.runs.at(-1)?.error).toBeNull();
  });
});

describe('an edit in the middle of a save', () => {
  const change = (host: Host) => {
    const [{ 'Lead ID': id }] = rowsOf(host, 'Leads') as [Record<string, string>];
    call(host, 'changeLead', { id: id!, changes: { phone: '111' }, seen: { phone: '' } });
  };

  test('of a deal writes nothing while the save holds the lock, and is logged by the next look', () => {
    const host = scene();
    const bob = host.as('bob@example.com').install();
    const first = scene();
    const at = allNumbersOf(first, () => change(first)).at(-2)!;
    actAt(host, at, () => bob.person.type('Opportunities!F2', 'Proposal'));
    change(host);
    expect(gridLines(host)).toEqual([]);
    expect(bob.runs.at(-1)?.error).toBeNull();
    expect(call(host, 'catchUp', {}).logged).toBe(1);
  });

  test.each([
    ['at once, so that it is put back', (host: Host) => host.as('bob@example.com').install()],
    ['after it, so that History has it', (host: Host) => host],
  ])('of the very field that the save writes over is never silent: heard of %s', (_, windowOf) => {
    const first = scene();
    for (const at of numbersOf(first, () => change(first))) {
      const host = scene();
      const editor = windowOf(host);
      let isIn = false;
      actAt(host, at, () => {
        isIn = true;
        editor.person.type('Leads!F2', '999');
      });
      try {
        change(host);
      } catch {
        // Told to the user as a conflict.
      }
      const phone = rowsOf(host, 'Leads')[0]!.Phone;
      const told = lines(host).some((line) => line.includes('999'));
      expect([at, isIn, phone === '999' || told]).toEqual([at, true, true]);
    }
  });

  test('that was heard of too late is kept for History while the lock is held', () => {
    const host = scene();
    const bob = host.as('bob@example.com').install();
    change(host);
    const [{ 'Lead ID': id }] = rowsOf(host, 'Leads') as [Record<string, string>];
    const again = (one: Host) => call(one, 'changeLead', { id: id!, changes: { title: 'CEO' }, seen: { title: '' } });
    // Between his typing and the trigger the save writes over it.
    let isTyped = false;
    bob.beforeCall = () => {
      if (isTyped) return;
      isTyped = true;
      host.file.apply({
        kind: 'cells',
        sheet: host.file.sheetNamed('Leads')!.id,
        row: 1,
        column: 5,
        layers: { values: [['111']] },
      });
    };
    host.beforeCall = ({ method }) => {
      if (!/^set/.test(method) || isTyped) return;
      bob.person.type('Leads!F2', '999');
    };
    again(host);
    host.beforeCall = null;
    expect(gridLines(host)).toEqual([]);
    expect(call(host, 'catchUp', {}).logged).toBe(1);
    expect(gridLines(host)).toEqual([['Phone', '999', '111', 'grid', '']]);
  });
});

test('without a cache and a lock, as where a mode forbids them, an edit ends quietly', () => {
  const host = readyHost({ strict: true });
  host.person.type('Leads!B2', 'Acme');
  expect(host.runs.at(-1)).toMatchObject({ functionName: 'onEdit', error: null });
  expect(call(host, 'catchUp', {}).waiting).toHaveLength(1);
});
