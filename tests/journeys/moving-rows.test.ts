import type { ImportPlan } from '../../src/domain/import/rows';
import { actAt, anId, attempt, call, copiesOf, numbersOf, readyHost, rowsOf } from './crm-host';

type Host = ReturnType<typeof readyHost>;

const ready = readyHost();
const [gamma] = ['Gamma', 'Alpha', 'Beta'].map((company) => {
  const id = anId('lead');
  call(ready, 'createLead', { id, fields: { company } });
  return id;
});
const [deal] = ['Gamma renewal', 'Alpha renewal'].map((title, index) => {
  const id = anId('opportunity');
  call(ready, 'createOpportunity', { id, fields: { title, value: index, owner: title } });
  return id;
});
const copy = copiesOf(ready);

/** Lets a person act before the service calls of an action in turn. */
function interrupt(
  act: (host: Host) => unknown,
  person: (host: Host) => void,
  look: (host: Host, told: unknown) => void,
) {
  const counted = copy();
  for (const at of numbersOf(counted, () => act(counted))) {
    const host = copy();
    actAt(host, at, () => person(host));
    const told = attempt(() => act(host));
    host.beforeCall = null;
    look(host, told);
  }
}

const sortLeads = (host: Host) => host.person.sort('Leads', 2);
const toldToLook = expect.objectContaining({ code: 'CONFLICT', message: expect.stringContaining('Somebody') });

describe('somebody sorts between two service calls', () => {
  test('asking for a record answers with that record', () => {
    interrupt(
      (host) => call(host, 'lead', { id: gamma! }),
      sortLeads,
      (_, told) => expect(told).toMatchObject({ record: { id: gamma, company: 'Gamma' } }),
    );
  });

  test('what is logged stands on its own lead', () => {
    const about = { kind: 'lead', id: gamma! } as const;
    const id = anId('activity');
    interrupt(
      (host) => call(host, 'logActivity', { id, about, type: 'Call', subject: 'Hello', details: '', due: null }),
      sortLeads,
      (host) => expect(rowsOf(host, 'Activities')).toEqual([expect.objectContaining({ 'Lead ID': gamma })]),
    );
  });

  test('a new deal has its lead’s id and its lead’s name', () => {
    const id = anId('opportunity');
    interrupt(
      (host) => call(host, 'createOpportunity', { id, fields: { title: 'New', leadId: gamma! } }),
      sortLeads,
      (host) => {
        const made = rowsOf(host, 'Opportunities').find(({ Title }) => Title === 'New');
        expect(made).toMatchObject({ 'Lead ID': gamma, Lead: 'Gamma' });
      },
    );
  });

  test('a change hits no other lead unsaid', () => {
    interrupt(
      (host) => call(host, 'changeLead', { id: gamma!, changes: { email: 'g@g.example' }, seen: { email: '' } }),
      sortLeads,
      (host, told) => {
        const mailed = rowsOf(host, 'Leads').filter(({ Email }) => Email !== '');
        if (mailed.length === 1) expect(mailed[0]).toMatchObject({ Company: 'Gamma' });
        else expect(told).toEqual(toldToLook);
      },
    );
  });

  test('a move records its own deal', () => {
    const seen = { pipeline: 'Sales', stage: 'Prospecting' };
    interrupt(
      (host) => call(host, 'moveOpportunity', { id: deal!, pipeline: 'Sales', stage: 'Closed Won', seen }),
      (host) => host.person.sort('Opportunities', 4),
      (host) => {
        const moved = rowsOf(host, 'Opportunities').find(({ Title }) => Title === 'Gamma renewal')!;
        expect(moved['Stage']).toBe('Closed Won');
        expect(JSON.parse(moved['Recorded']!)).toMatchObject({ owner: 'Gamma renewal' });
      },
    );
  });
});

describe('somebody sorts after the commit, before it is looked at', () => {
  const calls = (act: (host: Host) => unknown): readonly number[] => {
    const counted = copy();
    const numbers = numbersOf(counted, () => act(counted));
    let lastWrite = 0;
    const again = copy();
    again.beforeCall = ({ method, number }) => {
      if (/^set/.test(method)) lastWrite = number;
    };
    act(again);
    const after = numbers.filter((at) => at > lastWrite);
    expect(after.length).toBeGreaterThan(0);
    return after;
  };

  const plan: ImportPlan = {
    kind: 'lead',
    fields: ['company', 'email'],
    reading: { decimal: '.', dayFirst: false },
    stages: [],
  };
  const sent = ['Aa', 'Cc', 'Zz'].map((company, i) => ({
    id: anId('lead'),
    row: i + 2,
    cells: [company, 'x@x.example'],
  }));
  const id = anId('lead');

  test.each<[string, (host: Host) => unknown]>([
    [
      'a change',
      (host) => call(host, 'changeLead', { id: gamma!, changes: { email: 'g@g.example' }, seen: { email: '' } }),
    ],
    ['a new lead', (host) => call(host, 'createLead', { id, fields: { company: 'Aa', email: 'a@a.example' } })],
    ['a new lead that goes last', (host) => call(host, 'createLead', { id, fields: { company: 'Zz' } })],
    ['an import', (host) => call(host, 'importRows', { plan, rows: sent })],
  ])('%s is saved, and nothing else is said', (_, act) => {
    const still = copy();
    act(still);
    sortLeads(still);
    for (const at of calls(act)) {
      const host = copy();
      actAt(host, at, () => sortLeads(host));
      expect(attempt(() => act(host))).not.toHaveProperty('code');
      host.beforeCall = null;
      sortLeads(host);
      expect(rowsOf(host, 'Leads')).toEqual(rowsOf(still, 'Leads'));
      expect(rowsOf(host, 'History').map(({ How, Before, After }) => [How, Before, After])).toEqual(
        rowsOf(still, 'History').map(({ How, Before, After }) => [How, Before, After]),
      );
    }
  });
});

describe('somebody takes a row out or puts one in between two service calls', () => {
  test('nobody sees a bug', () => {
    const told = new Set<unknown>();
    interrupt(
      (host) => call(host, 'changeLead', { id: gamma!, changes: { email: 'g@g.example' }, seen: { email: '' } }),
      (host) => host.person.deleteRows('Leads', 5, host.file.sheetNamed('Leads')!.grid.height - 4),
      (_, answer) => told.add((answer as { code?: string }).code ?? 'OK'),
    );
    expect([...told]).toEqual(['OK']);
    interrupt(
      (host) => call(host, 'changeLead', { id: gamma!, changes: { email: 'g@g.example' }, seen: { email: '' } }),
      (host) => host.person.deleteRows('Leads', 2, host.file.sheetNamed('Leads')!.grid.height - 2),
      (_, answer) => told.add((answer as { code?: string }).code ?? 'OK'),
    );
    expect(told).toContain('NOT_FOUND');
    expect(told).not.toContain('BUG');
  });

  test('the first record of a tab never stands above its header', () => {
    const empty = copiesOf(readyHost());
    const create = (host: Host) => call(host, 'createLead', { id: anId('lead'), fields: { company: 'Acme' } });
    const counted = empty();
    for (const at of numbersOf(counted, () => create(counted))) {
      const host = empty();
      actAt(host, at, () => host.person.insertRows('Leads', 1));
      const told = attempt(() => create(host));
      host.beforeCall = null;
      if ('code' in told) expect(told).toEqual(toldToLook);
      else expect(call(host, 'leadLines', {}).rows).toHaveLength(1);
    }
  });

  test('an import covers no row, and History names every row that went in', () => {
    const host = copy();
    const plan: ImportPlan = {
      kind: 'lead',
      fields: ['company'],
      reading: { decimal: '.', dayFirst: false },
      stages: [],
    };
    const rows = ['One', 'Two'].map((company, i) => ({ id: anId('lead'), row: i + 2, cells: [company] }));
    host.beforeCall = ({ method }) => {
      if (method !== 'setValues') return;
      host.beforeCall = null;
      host.person.moveRows('Leads', 2, 1, 6);
    };
    const before = call(host, 'leadLines', {}).rows;
    expect(call(host, 'importRows', { plan, rows })).toMatchObject({ added: 2 });
    expect(call(host, 'leadLines', {}).rows).toHaveLength(before.length + 2);
    const named = rowsOf(host, 'History').map((row) => row['Record ID']);
    expect(named).toEqual(expect.arrayContaining(rows.map(({ id }) => id)));
  });
});

describe('a formula of someone’s own that spills down their column', () => {
  test('stops no new record, and grows the tab by no more than a few rows', () => {
    const host = copy();
    host.person.type('Leads!T1', 'Number');
    host.person.type('Leads!T2', '=SEQUENCE(900)');
    const { height } = host.file.sheetNamed('Leads')!.grid;
    const id = anId('lead');
    expect(call(host, 'createLead', { id, fields: { company: 'Delta' } }).record.company).toBe('Delta');
    expect(host.file.sheetNamed('Leads')!.grid.height).toBeLessThanOrEqual(height + 25);
    expect(host.person.sees('Leads!T2:T6').flat()).toEqual(['1', '2', '3', '4', '5']);
  });
});

function atTheFirstWrite(host: Host, person: () => void): void {
  host.beforeCall = ({ method }) => {
    if (!/^set(RichText)?Values$/.test(method)) return;
    host.beforeCall = null;
    person();
  };
}

describe('somebody puts in or moves a column in the very moment of a write', () => {
  const atTheWrite = (act: (host: Host) => void) => {
    const host = readyHost();
    const id = anId('lead');
    call(host, 'createLead', { id, fields: { company: 'Acme', email: 'a@acme.example' } });
    let isOver = false;
    host.beforeCall = ({ method }) => {
      if (isOver || !/^set(RichText)?Values$/.test(method)) return;
      isOver = true;
      act(host);
    };
    const answer = call(host, 'changeLead', { id, changes: { company: 'Beta' }, seen: { company: 'Acme' } });
    return { host, id, answer };
  };

  test.each([
    ['a new column', (host: Host) => host.person.insertColumns('Leads', 2)],
    ['two new ones', (host: Host) => host.person.insertColumns('Leads', 2, 2)],
    ['a column from elsewhere', (host: Host) => host.person.moveColumns('Leads', 5, 1, 2)],
  ])('and it is put right: %s', (_, act) => {
    const { host, id, answer } = atTheWrite(act);
    expect(answer.notice).toContain('moved columns');
    expect(answer.notice).toContain('row 2');
    expect(answer.record).toMatchObject({ id, company: 'Beta', email: 'a@acme.example', contact: '' });
    const [row] = rowsOf(host, 'Leads');
    expect(row).toMatchObject({ 'Lead ID': id, Company: 'Beta', Contact: '', Email: 'a@acme.example', Status: 'New' });
    expect(Object.values(row!).filter((cell) => cell === 'Beta')).toHaveLength(1);
  });

  test('two dates that are alike are not taken for each other: none is left under another header', () => {
    const host = copy();
    host.passTime(60_000);
    atTheFirstWrite(host, () => host.person.moveColumns('Opportunities', 3, 1, 19));
    const seen = { pipeline: 'Sales', stage: 'Prospecting' };
    call(host, 'moveOpportunity', { id: deal!, pipeline: 'Sales', stage: 'Negotiation', seen });
    const row = rowsOf(host, 'Opportunities').find(({ Title }) => Title === 'Gamma renewal')!;
    expect(row).toMatchObject({ Stage: 'Negotiation', Lead: '', 'Closed at': '' });
    expect(row['Stage since']).toBe(row['Updated at']);
  });

  test('a header that somebody gives another text while it is saved makes no failure of what is saved', () => {
    const host = copy();
    host.person.type('Leads!T1', 'Region');
    let writes = 0;
    host.beforeCall = ({ method }) => {
      if (/^set(RichText)?Values$/.test(method)) writes++;
      if (writes === 0 || method !== 'getLastRow') return;
      host.beforeCall = null;
      host.person.type('Leads!T1', 'Area');
    };
    call(host, 'changeLead', { id: gamma!, changes: { '+Region': 'North' }, seen: { '+Region': null } });
    expect(rowsOf(host, 'Leads').find(({ Company }) => Company === 'Gamma')).toMatchObject({ Area: 'North' });
  });

  test('also a column that is taken out again: nothing of it stays right of all others', () => {
    const host = readyHost();
    const id = anId('lead');
    call(host, 'createLead', { id, fields: { company: 'Acme' } });
    host.passTime(60_000);
    host.person.insertColumns('Leads', 4);
    host.beforeCall = ({ method }) => {
      if (method !== 'setValues') return;
      host.beforeCall = null;
      host.person.deleteColumns('Leads', 4);
    };
    call(host, 'changeLead', { id, changes: { company: 'Beta' }, seen: { company: 'Acme' } });
    const [headers = [], row = []] = host.person.seesTab('Leads');
    expect(row.slice(headers.indexOf('Updated at') + 1).join('')).toBe('');
    expect(rowsOf(host, 'Leads')).toEqual([expect.objectContaining({ 'Lead ID': id, Company: 'Beta' })]);
  });

  test('also where a new record goes in', () => {
    const host = copy();
    host.beforeCall = ({ method }) => {
      if (method !== 'setValues') return;
      host.beforeCall = null;
      host.person.insertColumns('Leads', 2);
    };
    const id = anId('lead');
    const { record } = call(host, 'createLead', { id, fields: { company: 'Delta', phone: '007' } });
    expect(record).toMatchObject({ company: 'Delta', phone: '007' });
    const row = rowsOf(host, 'Leads').at(-1)!;
    expect(row).toMatchObject({ 'Lead ID': id, Company: 'Delta', Phone: '007', Status: 'New', '': '' });
  });

  test('also where it is moved there and back while the columns are looked up', () => {
    for (const [from, before] of [
      [2, 8],
      [8, 2],
    ] as const) {
      const host = copy();
      // A new column makes it look with care.
      host.person.insertColumns('Leads', 20);
      let step = 0;
      host.beforeCall = ({ method, cost }) => {
        if (step === 0 && method === 'find') {
          host.person.moveColumns('Leads', from, 1, before);
          step = 1;
        } else if (step === 1 && cost !== 'navigation') {
          host.person.moveColumns('Leads', before > from ? before - 1 : before, 1, before > from ? from : from + 1);
          step = 2;
        }
      };
      const id = anId('lead');
      call(host, 'createLead', { id, fields: { company: 'Delta', phone: '007' } });
      expect(step).toBe(2);
      expect(rowsOf(host, 'Leads').at(-1)).toMatchObject({ 'Lead ID': id, Company: 'Delta', Phone: '007' });
    }
  });

  test('but not for a cell that somebody typed into meanwhile', () => {
    const host = readyHost();
    const id = anId('lead');
    call(host, 'createLead', { id, fields: { company: 'Acme' } });
    host.beforeCall = ({ method }) => {
      if (method !== 'getLastRow') return;
      host.beforeCall = null;
      host.person.type('Leads!C2', 'Ann');
    };
    call(host, 'changeLead', { id, changes: { company: 'Beta' }, seen: { company: 'Acme' } });
    expect(host.person.sees('Leads!B2:C2')).toEqual([['Beta', 'Ann']]);
  });
});
