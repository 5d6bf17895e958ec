import type { PutCell } from '../../host/acts';
import { fileSnapshot } from '../../host/engine/snapshot';
import { copyOf, type Host } from '../../host/host';
import { actAt, anId, attempt, call, copiesOf, failAt, failureOf, numbersOf, readyHost, rowsOf } from './crm-host';

const ready = copiesOf(readyHost());

const withLeads = (...companies: string[]): Host => {
  const host = ready();
  for (const company of companies) call(host, 'createLead', { id: anId('lead'), fields: { company } });
  return host;
};

const waitingIn = (host: Host) => call(host, 'catchUp', {}).waiting;

const named = (host: Host) => waitingIn(host).flatMap(({ rows }) => rows.map(({ name }) => name));

/** By header. */
const type = (host: Host, tab: string, row: number, cells: Record<string, string>): void => {
  const headers = host.person.seesTab(tab)[0]!;
  for (const [header, text] of Object.entries(cells))
    host.person.type(`${tab}!${String.fromCharCode(65 + headers.indexOf(header))}${row}`, text);
};

/** Cells as they are, and not as typed. */
const put = (host: Host, tab: string, at: [row: number, column: number], cells: PutCell[][]): void =>
  host.does({ kind: 'put', at: { sheet: host.file.sheetNamed(tab)!.id, row: at[0] - 1, column: at[1] - 1 }, cells });

describe('rows pasted by hand', () => {
  test('wait for an id until they are adopted, then are leads with dates and a line in History', () => {
    const host = withLeads('Acme');
    host.person.paste('Leads!B3', [
      ['Beta', 'Bob'],
      ['Gamma', 'Gil'],
    ]);
    const rows = [
      { row: 3, name: 'Beta' },
      { row: 4, name: 'Gamma' },
    ];
    expect(waitingIn(host)).toEqual([{ kind: 'lead', rows }]);
    expect(call(host, 'adoptRows', { kind: 'lead' })).toEqual({ adopted: 2 });
    expect(waitingIn(host)).toEqual([]);
    const [, beta, gamma] = rowsOf(host, 'Leads');
    expect(beta).toMatchObject({ 'Lead ID': expect.stringMatching(/^L-/), 'Created at': '2026-11-22 10:00' });
    expect(call(host, 'lead', { id: gamma!['Lead ID']! }).record.contact).toBe('Gil');
    const lines = rowsOf(host, 'History').slice(-2);
    expect(lines.map((line) => line['Record ID'])).toEqual([beta!['Lead ID'], gamma!['Lead ID']]);
  });

  test('do not count a total, what stands below it, or a note apart from the table', () => {
    const host = withLeads('Acme');
    host.person.paste('Leads!B3', [['Beta'], ['TOTAL'], ['ask Bob about these'], [''], ['a note']]);
    expect(named(host)).toEqual(['Beta']);
  });

  test.each(['Summe', 'Ara toplam:', 'Grand total (3)'])('take “%s” for a total', (total) => {
    const host = withLeads('Acme');
    host.person.paste('Leads!B3', [[total], ['']]);
    expect(named(host)).toEqual([]);
  });

  test('end where the table does, also where boxes that nobody ticked go on', () => {
    const host = withLeads('Acme');
    host.person.insertColumns('Leads', 3);
    put(host, 'Leads', [1, 3], [[{ value: 'VIP' }], ...Array.from({ length: 8 }, () => [{ value: false }])]);
    host.person.paste('Leads!B3', [['Beta'], [''], ['a note']]);
    expect(named(host)).toEqual(['Beta']);
  });

  test('keep every text, formula and odd cell as it is, and what was filled in already', () => {
    const host = withLeads('Acme');
    host.person.paste('Opportunities!D2', [
      ['Renewal', '', 'Discovery', 'about ten'],
      ['', '', '', '=2*50'],
    ]);
    put(host, 'Opportunities', [3, 4], [[{ formula: '=UPPER("new")' }]]);
    call(host, 'adoptRows', { kind: 'opportunity' });
    const [renewal, formula] = rowsOf(host, 'Opportunities');
    expect(renewal).toMatchObject({ Title: 'Renewal', Pipeline: 'Sales', Stage: 'Discovery', Value: 'about ten' });
    expect(formula).toMatchObject({ Title: 'NEW', Pipeline: 'Sales', Stage: 'Prospecting', Value: '100.00' });
    expect([host.person.formulaIn('Opportunities!D3'), host.person.formulaIn('Opportunities!G3')]).toEqual([
      '=UPPER("new")',
      '=2*50',
    ]);
    expect(call(host, 'catchUp', {})).toEqual({ logged: 0, waiting: [], twice: [] });
  });

  test('are never given an id where a formula makes one', () => {
    const host = withLeads('Acme');
    host.person.paste('Leads!B3', [['Beta'], ['Gamma']]);
    put(host, 'Leads', [3, 1], [[{ formula: '=IF(FALSE,"x","")' }]]);
    expect(call(host, 'adoptRows', { kind: 'lead' })).toEqual({ adopted: 1 });
    expect(host.person.formulaIn('Leads!A3')).toBe('=IF(FALSE,"x","")');
  });

  test('that are deals belong to the lead they name, and to none where two have that name', () => {
    const host = withLeads('Acme', 'Twin', 'Twin');
    host.person.paste('Opportunities!C2', [
      ['acme', 'Renewal'],
      ['Twin', 'New'],
      ['Nobody', 'Lost one'],
    ]);
    expect(call(host, 'adoptRows', { kind: 'opportunity' }).adopted).toBe(3);
    const acme = rowsOf(host, 'Leads')[0]!['Lead ID'];
    expect(rowsOf(host, 'Opportunities').map((row) => [row['Lead ID'], row.Lead])).toEqual([
      [acme, 'acme'],
      ['', 'Twin'],
      ['', 'Nobody'],
    ]);
  });

  test('that are deals in a stage that ends are closed from then on', () => {
    const host = ready();
    host.person.paste('Opportunities!D2', [['Won long ago', '', 'Closed Won'], ['']]);
    call(host, 'adoptRows', { kind: 'opportunity' });
    expect(rowsOf(host, 'Opportunities')[0]).toMatchObject({ Pipeline: 'Sales', 'Closed at': '2026-11-22 10:00' });
  });

  test.each(['tr_TR', 'de_DE'])('are adopted in a file of %s too', (locale) => {
    const host = readyHost({ locale, timeZone: 'Europe/Istanbul' });
    host.person.paste('Opportunities!D2', [['İstanbul', '', '', '1.234,50'], ['']]);
    expect(call(host, 'adoptRows', { kind: 'opportunity' }).adopted).toBe(1);
    const id = rowsOf(host, 'Opportunities')[0]!['Opportunity ID']!;
    expect(call(host, 'opportunity', { id }).record).toMatchObject({ title: 'İstanbul', value: 1234.5 });
  });

  test('whose id somebody emptied get it back, and what belongs to them stays theirs', () => {
    const host = withLeads('Acme');
    host.workspace.clock.pass(5000);
    const id = anId('lead');
    call(host, 'createLead', { id, fields: { company: 'Beta' } });
    call(host, 'createOpportunity', { id: anId('opportunity'), fields: { leadId: id, title: 'Renewal' } });
    host.person.clear('Leads!A3');
    expect(named(host)).toEqual(['Beta']);
    expect(call(host, 'adoptRows', { kind: 'lead' })).toEqual({ adopted: 1 });
    expect(rowsOf(host, 'Leads')[1]!['Lead ID']).toBe(id);
    expect(rowsOf(host, 'History').at(-1)).toMatchObject({ Field: 'Lead ID', After: id, How: 'repair' });
  });

  test('that are a thousand take one call of a few seconds', () => {
    const host = withLeads('Acme');
    host.person.paste(
      'Leads!B3',
      Array.from({ length: 1000 }, (_, n) => [`Company ${n}`]),
    );
    expect(call(host, 'adoptRows', { kind: 'lead' })).toEqual({ adopted: 1000 });
    expect(new Set(rowsOf(host, 'Leads').map((row) => row['Lead ID'])).size).toBe(1001);
    expect(host.counts.spreadsheetCalls).toBeLessThanOrEqual(20);
    expect(host.counts.modelledMilliseconds).toBeLessThan(5000);
  });

  test('lie scattered among others and are all adopted', () => {
    const host = withLeads('Acme', 'Echo', 'Indigo');
    host.person.paste('Leads!B5', [['Beta'], ['Foxtrot'], ['Kilo']]);
    host.person.sort('Leads', 2);
    const before = rowsOf(host, 'Leads').map((row) => row['Lead ID']);
    expect(call(host, 'adoptRows', { kind: 'lead' })).toEqual({ adopted: 3 });
    const after = rowsOf(host, 'Leads').map((row) => row['Lead ID']);
    expect(before.every((id, index) => id === '' || id === after[index])).toBe(true);
    expect(new Set(after).size).toBe(6);
  });
});

describe('a person at work while rows are adopted', () => {
  /** Two leads and a deal apart, with two deals that wait between others. */
  const scene = copiesOf(
    (() => {
      const host = withLeads('Acme', 'Zeta');
      const [acme] = rowsOf(host, 'Leads');
      for (const [title, value] of [
        ['Alpha', 10],
        ['Mike', 20],
      ] as const)
        call(host, 'createOpportunity', {
          id: anId('opportunity'),
          fields: { leadId: acme!['Lead ID']!, title, value },
        });
      host.person.paste('Opportunities!C4', [
        ['Zeta', 'Beta', '', '', '30'],
        ['Acme', 'Yankee', '', 'Proposal', '40'],
      ]);
      return host;
    })(),
  );

  /** What every deal has to be afterwards, by title. */
  const facts = (host: Host) => {
    const leads = new Map(rowsOf(host, 'Leads').map((row) => [row['Lead ID']!, row.Company!]));
    return rowsOf(host, 'Opportunities')
      .map((row) => [row.Title, leads.get(row['Lead ID']!), row.Value, row.Stage, /^O-/.test(row['Opportunity ID']!)])
      .sort((a, b) => String(a[0]).localeCompare(String(b[0])));
  };

  const idOf = (host: Host, title: string) =>
    rowsOf(host, 'Opportunities').find((row) => row.Title === title)?.['Opportunity ID'];

  const host = scene();
  const calls = numbersOf(host, () => call(host, 'adoptRows', { kind: 'opportunity' }));

  const ACTS: Record<string, (host: Host) => void> = {
    'sorts the tab': (host) => host.person.sort('Opportunities', 4, false),
    'puts a row in': (host) => host.person.insertRows('Opportunities', 2),
    'deletes a row': (host) => host.person.deleteRows('Opportunities', 2),
  };

  test.each(Object.keys(ACTS))('%s at any moment: every deal keeps its own id and gets its own lead', (act) => {
    for (const at of calls) {
      const host = scene();
      const [alpha, mike] = [idOf(host, 'Alpha'), idOf(host, 'Mike')];
      const bob = host.as('bob@example.com');
      actAt(host, at, () => ACTS[act]!(bob));
      attempt(() => call(host, 'adoptRows', { kind: 'opportunity' }));
      host.beforeCall = null;
      // A row that came under the last one while they were counted waits for the next call.
      call(host, 'adoptRows', { kind: 'opportunity' });
      const deleted = act === 'deletes a row';
      expect([at, facts(host)]).toEqual([
        at,
        [
          ...(deleted ? [] : [['Alpha', 'Acme', '10.00', 'Prospecting', true]]),
          ['Beta', 'Zeta', '30.00', 'Prospecting', true],
          ['Mike', 'Acme', '20.00', 'Prospecting', true],
          ['Yankee', 'Acme', '40.00', 'Proposal', true],
        ],
      ]);
      expect([idOf(host, 'Alpha'), idOf(host, 'Mike')]).toEqual([deleted ? undefined : alpha, mike]);
      expect(new Set(rowsOf(host, 'Opportunities').map((row) => row['Opportunity ID'])).size).toBe(deleted ? 3 : 4);
    }
  });

  /** Around the write and the looks at what came of it. */
  const late = calls.slice(calls.length / 2);

  const deals = (host: Host) => rowsOf(host, 'Opportunities');

  const copyRow = (host: Host, from: number, to: number): void => {
    const sheet = host.file.sheetNamed('Opportunities')!.id;
    const place = (row: number) => ({ sheet, rect: { row: row - 1, column: 0, rows: 1, columns: 20 } });
    host.does({ kind: 'copy', from: place(from), place: place(to), what: 'all' });
  };

  test.each<[string, Record<string, string>]>([
    ['as it is', {}],
    ['with another title', { Title: 'Alpha again', 'Next step': 'call' }],
  ])('copies a row %s and takes our write back with Ctrl+Z: the copy keeps what it holds', (_, edits) => {
    for (const at of late)
      for (const later of [1, 2, 3, 5]) {
        const host = scene();
        const before = deals(host)[0];
        const bob = host.as('bob@example.com');
        let copy: Record<string, string> | undefined;
        host.beforeCall = ({ number }) => {
          if (number === at) {
            copyRow(bob, 2, 6);
            type(bob, 'Opportunities', 6, edits);
          }
          // Where we had not written since, it takes the copy away.
          if (number === at + later) bob.person.undo();
          if (number === at || number === at + later) copy = deals(host)[4];
        };
        attempt(() => call(host, 'adoptRows', { kind: 'opportunity' }));
        host.beforeCall = null;
        expect([at, later, deals(host)[0], deals(host)[4]]).toEqual([at, later, before, copy]);
      }
  });

  test('copies a row to where our pen comes down: the copy holds what the first one does', () => {
    for (const at of late) {
      const host = scene();
      const mike = deals(host)[1];
      const bob = host.as('bob@example.com');
      actAt(host, at, () => {
        bob.person.deleteRows('Opportunities', 2);
        copyRow(bob, 2, 5);
      });
      attempt(() => call(host, 'adoptRows', { kind: 'opportunity' }));
      host.beforeCall = null;
      expect([at, deals(host)[0], deals(host)[3]]).toEqual([at, mike, mike]);
    }
  });

  test('puts a row of their own to where our pen comes down: nothing of it is lost untold', () => {
    const told = late.map((at) => {
      const host = scene();
      const bob = host.as('bob@example.com');
      actAt(host, at, () => {
        bob.person.deleteRows('Opportunities', 2);
        bob.person.paste('Opportunities!D5', [['Own', 'Partners', 'Prospecting']]);
      });
      const answer = attempt(() => call(host, 'adoptRows', { kind: 'opportunity' }));
      host.beforeCall = null;
      const own = deals(host)[3]!;
      expect([at, own.Title, own.Stage]).toEqual([at, 'Own', 'Prospecting']);
      const where = 'message' in answer ? answer.message : '';
      if (own.Pipeline !== 'Partners') expect([at, where]).toEqual([at, expect.stringMatching(/row 5: .*Pipeline/)]);
      return where !== '';
    });
    expect(told).toContain(true);
  });

  test.each(['puts a row in', 'deletes a row'])('%s, and Google fails while that is put right', (act) => {
    for (const at of calls.slice(-5))
      for (const later of [2, 5, 8, 11, 14]) {
        const host = scene();
        const mike = idOf(host, 'Mike');
        const bob = host.as('bob@example.com');
        actAt(host, at, () => {
          ACTS[act]!(bob);
          failAt(host, at + later);
        });
        attempt(() => call(host, 'adoptRows', { kind: 'opportunity' }));
        host.beforeCall = null;
        expect([at, later, idOf(host, 'Mike')]).toEqual([at, later, mike]);
        call(host, 'adoptRows', { kind: 'opportunity' });
        const ids = rowsOf(host, 'Opportunities').map((row) => row['Opportunity ID']!);
        expect([at, later, new Set(ids).size, ids.every((id) => /^O-/.test(id))]).toEqual([
          at,
          later,
          ids.length,
          true,
        ]);
      }
  });

  test('or Google failing at any call: the same call again completes it, each row once', () => {
    for (const at of calls) {
      const host = scene();
      failAt(host, at);
      attempt(() => call(host, 'adoptRows', { kind: 'opportunity' }));
      host.beforeCall = null;
      call(host, 'adoptRows', { kind: 'opportunity' });
      expect([at, facts(host).map(([title, lead, , , isId]) => [title, lead, isId])]).toEqual([
        at,
        [
          ['Alpha', 'Acme', true],
          ['Beta', 'Zeta', true],
          ['Mike', 'Acme', true],
          ['Yankee', 'Acme', true],
        ],
      ]);
      const created = rowsOf(host, 'History').filter(({ Field, Record }) => Field === '' && Record === 'Opportunity');
      expect([at, new Set(created.map((line) => line['Record ID'])).size]).toEqual([at, 4]);
    }
  });
});

describe('an id that stands twice', () => {
  const copyRow = (host: Host, tab: string, from: number, to: number) => {
    const sheet = host.file.sheetNamed(tab)!.id;
    const place = (row: number) => ({ sheet, rect: { row: row - 1, column: 0, rows: 1, columns: 20 } });
    host.does({ kind: 'copy', from: place(from), place: place(to), what: 'all' });
  };

  test('is told, and stays with the row that is as History knows it, wherever that stands', () => {
    const host = withLeads('Acme');
    const [{ 'Lead ID': id }] = rowsOf(host, 'Leads') as [Record<string, string>];
    call(host, 'changeLead', { id: id!, changes: { phone: '555' }, seen: { phone: '' } });
    host.person.insertRows('Leads', 2);
    copyRow(host, 'Leads', 3, 2);
    type(host, 'Leads', 2, { Phone: '777' });
    host.person.paste('Leads!B2', [['Acme North', 'Nick']]);
    const [shared] = call(host, 'catchUp', {}).twice;
    const rows = [
      { row: 2, name: 'Acme North', keeps: false },
      { row: 3, name: 'Acme', keeps: true },
    ];
    expect(shared).toEqual({ kind: 'lead', id, rows });
    expect(call(host, 'repairIds', { kind: 'lead', id: id!, rows })).toEqual({ repaired: 1 });
    expect(call(host, 'lead', { id: id! }).record).toMatchObject({ company: 'Acme', phone: '555' });
    expect(call(host, 'catchUp', {}).twice).toEqual([]);
    expect(rowsOf(host, 'History').at(-1)).toMatchObject({ Field: '', How: 'repair' });
    expect(call(host, 'repairIds', { kind: 'lead', id: id!, rows })).toEqual({ repaired: 0 });
  });

  test('of a deal stays with the row that is as recorded; the copy begins its own history', () => {
    const host = ready();
    const id = anId('opportunity');
    call(host, 'createOpportunity', { id, fields: { title: 'Renewal', value: 100 } });
    host.person.insertRows('Opportunities', 2);
    copyRow(host, 'Opportunities', 3, 2);
    type(host, 'Opportunities', 2, { Value: '250' });
    const { twice, logged } = call(host, 'catchUp', {});
    expect([logged, twice[0]?.rows.map(({ keeps }) => keeps)]).toEqual([0, [false, true]]);
    call(host, 'repairIds', { kind: 'opportunity', id, rows: twice[0]!.rows });
    expect(call(host, 'opportunity', { id }).record.value).toBe(100);
    expect(call(host, 'catchUp', {})).toEqual({ logged: 0, waiting: [], twice: [] });
  });

  test('is not touched where the rows are not as they were shown', () => {
    const host = withLeads('Acme');
    copyRow(host, 'Leads', 2, 3);
    const { id, rows } = call(host, 'catchUp', {}).twice[0]!;
    host.person.insertRows('Leads', 2);
    expect(failureOf(() => call(host, 'repairIds', { kind: 'lead', id, rows })).code).toBe('CONFLICT');
    expect(rowsOf(host, 'Leads').map((row) => row['Lead ID'])).toEqual([id, id]);
  });

  test('is repaired by the same call again, wherever Google failed, and never on another row', () => {
    const scene = copiesOf(
      (() => {
        const host = withLeads('Acme', 'Beta');
        copyRow(host, 'Leads', 2, 4);
        host.person.paste('Leads!B4', [['Copy', '']]);
        return host;
      })(),
    );
    const shown = call(scene(), 'catchUp', {}).twice[0]!;
    const repair = (host: Host) =>
      attempt(() => call(host, 'repairIds', { kind: 'lead', id: shown.id, rows: shown.rows }));
    const first = scene();
    for (const at of numbersOf(first, () => repair(first))) {
      const host = scene();
      host.beforeCall = ({ number }) => (number === at ? { fault: 'times out after it applied' } : undefined);
      repair(host);
      host.beforeCall = null;
      repair(host);
      const leads = rowsOf(host, 'Leads');
      expect([at, leads[0]!['Lead ID'], new Set(leads.map((row) => row['Lead ID'])).size]).toEqual([at, shown.id, 3]);
    }
  });
});

describe('a copy', () => {
  test('of the whole tab is nobody’s: harmless, and never touched', () => {
    const host = withLeads('Acme');
    host.does({ kind: 'copy-tab', sheet: host.file.sheetNamed('Leads')!.id });
    const before = host.person.seesTab('Copy of Leads');
    expect(call(host, 'catchUp', {})).toEqual({ logged: 0, waiting: [], twice: [] });
    call(host, 'createLead', { id: anId('lead'), fields: { company: 'Beta' } });
    expect(host.person.seesTab('Copy of Leads')).toEqual(before);
    expect(rowsOf(host, 'Leads')).toHaveLength(2);
  });

  test('of the whole tab is harmless even where it comes to stand before the first', () => {
    const host = withLeads('Acme');
    host.does({ kind: 'copy-tab', sheet: host.file.sheetNamed('Leads')!.id });
    host.person.renameTab('Leads', 'Customers');
    host.person.renameTab('Copy of Leads', 'Leads');
    call(host, 'createLead', { id: anId('lead'), fields: { company: 'Beta' } });
    expect([rowsOf(host, 'Customers').length, rowsOf(host, 'Leads').length]).toEqual([2, 1]);
  });

  test('of the file works at once, apart from the first', () => {
    const host = withLeads('Acme');
    const before = JSON.stringify(fileSnapshot(host.file));
    const copy = copyOf(host).open();
    copy.person.paste('Leads!B3', [['Beta'], ['']]);
    expect(call(copy, 'adoptRows', { kind: 'lead' })).toEqual({ adopted: 1 });
    expect(call(copy, 'catchUp', {})).toEqual({ logged: 0, waiting: [], twice: [] });
    expect(JSON.stringify(fileSnapshot(host.file))).toBe(before);
  });
});

describe('somebody puts in a column in the very moment in which rows are written', () => {
  const atTheWrite = (host: Host, column: string): void => {
    host.beforeCall = ({ method }) => {
      if (method !== 'setValues') return;
      host.beforeCall = null;
      host.person.insertColumns('Leads', columnOf(host, 'Leads', column));
    };
  };
  const columnOf = (host: Host, tab: string, header: string) => host.person.seesTab(tab)[0]!.indexOf(header) + 1;

  test('an adopted lead has its dates under their headers and nowhere else', () => {
    const host = withLeads('Acme');
    host.person.paste('Leads!B3', [['Beta'], ['Gamma']]);
    atTheWrite(host, 'Phone');
    expect(call(host, 'adoptRows', { kind: 'lead' })).toEqual({ adopted: 2 });
    const beta = rowsOf(host, 'Leads')[1]!;
    expect(beta).toMatchObject({ Company: 'Beta', 'Created at': '2026-11-22 10:00', Score: '', '': '' });
    expect(beta['Lead ID']).toMatch(/^L-/);
  });

  test('what a deal remembers of itself is left in no other column', () => {
    const host = ready();
    call(host, 'createOpportunity', { id: anId('opportunity'), fields: { title: 'Renewal', value: 5 } });
    host.runTrigger = () => {};
    put(host, 'Opportunities', [2, columnOf(host, 'Opportunities', 'Value')], [[{ value: 7 }]]);
    host.beforeCall = ({ method }) => {
      if (!/^set(Value|Values|RichTextValues)$/.test(method)) return;
      host.beforeCall = null;
      host.person.insertColumns('Opportunities', columnOf(host, 'Opportunities', 'Recorded'));
    };
    call(host, 'catchUp', {});
    const deal = rowsOf(host, 'Opportunities')[0]!;
    expect([deal[''], JSON.parse(deal['Recorded']!)]).toEqual(['', expect.objectContaining({ value: 7 })]);
  });
});

test('no undo takes out rows that people typed, or that were there before the tabs were set up', () => {
  const host = readyHost();
  host.runTrigger = () => {};
  for (const [index, company] of ['Acme', 'Beta'].entries()) host.person.type(`Leads!B${index + 2}`, company);
  call(host, 'adoptRows', { kind: 'lead' });
  expect(call(host, 'lastActions', {})).toEqual([]);
  const { Action } = rowsOf(host, 'History').at(-1)!;
  expect(failureOf(() => call(host, 'undo', { action: Action! })).message).toMatch(/were in the sheet before/);
  expect(rowsOf(host, 'Leads')).toHaveLength(2);
});
