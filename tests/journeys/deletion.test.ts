import type { ServiceCall } from '../../host/run/desk';
import { actAt, anId, attempt, call, callsOf, copiesOf, failureOf, readyHost, rowsOf } from './crm-host';

type Host = ReturnType<typeof readyHost>;

const ready = readyHost();
const lead = (company: string) => {
  const id = anId('lead');
  call(ready, 'createLead', { id, fields: { company } });
  return id;
};
const deal = (title: string, leadId: string) => {
  const id = anId('opportunity');
  call(ready, 'createOpportunity', { id, fields: { title, leadId, value: 100 } });
  return id;
};
const note = (subject: string, about: { kind: 'lead' | 'opportunity'; id: string }) => {
  const id = anId('activity');
  call(ready, 'logActivity', { id, about, type: 'Call', subject, details: '', due: null });
  return id;
};

ready.person.type('Leads!S1', 'Region');
const [alpha, acme, zeta] = ['Alpha', 'Acme', 'Zeta'].map(lead) as [string, string, string];
const [alphaDeal, renewal, upsell] = [
  deal('Alpha renewal', alpha),
  deal('Acme renewal', acme),
  deal('Acme upsell', acme),
] as [string, string, string];
const hello = note('Hello Acme', { kind: 'lead', id: acme });
note('Hello Alpha', { kind: 'lead', id: alpha });
const offer = note('Offer', { kind: 'opportunity', id: renewal });
note('Alpha’s offer', { kind: 'opportunity', id: alphaDeal });
ready.person.type('Leads!S3', 'North');
ready.person.type('Opportunities!U1', 'Margin');
for (const row of [2, 3, 4]) ready.person.type(`Opportunities!U${row}`, `=G${row}*0.2`);
const copy = copiesOf(ready);

const whole = { deals: 2, activities: 2 };
const deleteAcme = (host: Host) => call(host, 'deleteRecord', { kind: 'lead', id: acme, seen: whole });
const named = (host: Host, tab: string, header: string) => rowsOf(host, tab).map((row) => row[header]);
const deletedIn = (host: Host) => rowsOf(host, 'History').filter(({ Field }) => Field === '(deleted)');

const records = (host: Host) => ({
  leads: named(host, 'Leads', 'Company').sort(),
  deals: named(host, 'Opportunities', 'Title').sort(),
  activities: named(host, 'Activities', 'Subject').sort(),
});
const withoutAcme = {
  leads: ['Alpha', 'Zeta'],
  deals: ['Alpha renewal'],
  activities: ['Alpha’s offer', 'Hello Alpha'],
};

test('tells what hangs on a record before it goes', () => {
  const host = copy();
  expect(call(host, 'attached', { kind: 'lead', id: acme })).toEqual(whole);
  expect(call(host, 'attached', { kind: 'opportunity', id: renewal })).toEqual({ deals: 0, activities: 1 });
  expect(failureOf(() => call(host, 'attached', { kind: 'lead', id: anId('lead') })).code).toBe('NOT_FOUND');
});

describe('a lead that is deleted', () => {
  test('takes its deals and activities along, and nothing else', () => {
    const host = copy();
    deleteAcme(host);
    expect(records(host)).toEqual(withoutAcme);
    expect(named(host, 'Leads', 'Lead ID')).toEqual([alpha, zeta]);
  });

  test('is in History with all that stood in its rows, formulas and people’s own columns too', () => {
    const host = copy();
    const { action } = deleteAcme(host);
    const lines = deletedIn(host);
    expect(lines.map((line) => [line['Record ID'], line['Before'], line['How'], line['Action']])).toEqual([
      [hello, 'Hello Acme', 'sidebar', action],
      [offer, 'Offer', 'sidebar', action],
      [renewal, 'Acme renewal', 'sidebar', action],
      [upsell, 'Acme upsell', 'sidebar', action],
      [acme, 'Acme', 'sidebar', action],
    ]);
    const dataOf = (id: string) => JSON.parse(lines.find((line) => line['Record ID'] === id)!['Data']!) as object;
    expect(dataOf(acme)).toMatchObject({ deleted: { company: 'Acme', status: 'New' }, own: [['Region', 'North']] });
    expect(dataOf(renewal)).toMatchObject({
      deleted: { value: 100, leadId: acme },
      own: [['Margin', { formula: '=R[0]C{value}*0.2' }]],
    });
  });

  test('leaves no empty rows among the others, and the tab as high as before but for its rows', () => {
    const host = copy();
    const height = (tab: string) => host.file.sheetNamed(tab)!.grid.height;
    const before = height('Opportunities');
    deleteAcme(host);
    expect(height('Opportunities')).toBe(before - 2);
    expect(host.person.sees('Leads!B2:B4')).toEqual([['Alpha'], ['Zeta'], ['']]);
  });

  test('that is gone already counts as deleted, under the same action', () => {
    const host = copy();
    const { action } = deleteAcme(host);
    const { length } = deletedIn(host);
    expect(deleteAcme(host)).toEqual({ action });
    expect(deletedIn(host)).toHaveLength(length);
  });

  test('stays where more hangs on it than the user was told', () => {
    const host = copy();
    const { version } = host.file;
    const seen = { deals: 1, activities: 2 };
    expect(failureOf(() => call(host, 'deleteRecord', { kind: 'lead', id: acme, seen }))).toMatchObject({
      code: 'CONFLICT',
      message: '2 deals and 2 activities hang on it by now. Nothing was deleted: look at them, then delete again.',
    });
    expect(host.file.version).toBe(version);
  });

  test('stays where there is no History to keep it', () => {
    const host = copy();
    host.person.deleteTab('History');
    expect(failureOf(() => deleteAcme(host)).code).toBe('SHEET_BROKEN');
    expect(records(host)).toEqual(records(copy()));
  });

  test('goes from a tab that holds nothing but it, down to the last row', () => {
    const host = copy();
    host.person.deleteRows('Leads', 4, host.file.sheetNamed('Leads')!.grid.height - 3);
    host.person.deleteRows('Leads', 2, 1);
    deleteAcme(host);
    expect(rowsOf(host, 'Leads')).toEqual([]);
    call(host, 'createLead', { id: anId('lead'), fields: { company: 'New' } });
    expect(host.person.sees('Leads!B2:B2')).toEqual([['New']]);
  });
});

test('where somebody copied the row of an activity that would go along, nothing goes and both rows are named', () => {
  const host = copy();
  const [, first = []] = host.person.seesTab('Activities');
  const below = host.person.seesTab('Activities').length + 1;
  host.person.paste(`Activities!A${below}`, [first]);
  const { deals, activities } = call(host, 'attached', { kind: 'lead', id: acme });
  const { version } = host.file;
  expect(
    failureOf(() => call(host, 'deleteRecord', { kind: 'lead', id: acme, seen: { deals, activities } })),
  ).toMatchObject({
    code: 'SHEET_BROKEN',
    message: expect.stringContaining(`${below}`),
  });
  expect(host.file.version).toBe(version);
});

test('a deal takes its activities along, an activity goes alone', () => {
  const host = copy();
  call(host, 'deleteRecord', { kind: 'opportunity', id: renewal, seen: { deals: 0, activities: 1 } });
  expect(records(host)).toMatchObject({ leads: ['Acme', 'Alpha', 'Zeta'], deals: ['Acme upsell', 'Alpha renewal'] });
  call(host, 'deleteRecord', { kind: 'activity', id: hello, seen: { deals: 0, activities: 0 } });
  expect(records(host).activities).toEqual(withoutAcme.activities);
});

test('texts too long for one cell are kept whole', () => {
  const host = copy();
  const notes = '="\n'.repeat(16_000);
  call(host, 'changeLead', { id: acme, changes: { notes }, seen: { notes: '' } });
  deleteAcme(host);
  const lines = deletedIn(host).filter((line) => line['Record ID'] === acme);
  expect(lines.map(({ Before, Data }) => [Before, Data!.length < 50_000])).toEqual([
    ['Acme', true],
    [notes, true],
  ]);
});

test('the calls of a deletion do not grow with the rows of the tabs', () => {
  const few = copy();
  const many = copy();
  const rows = Array.from({ length: 500 }, (_, i) => ({ id: anId('lead'), row: i + 2, cells: [`Company ${i}`] }));
  const plan = { kind: 'lead', fields: ['company'], reading: { decimal: '.', dayFirst: false }, stages: [] } as const;
  call(many, 'importRows', { plan, rows });
  const costOf = (host: Host) => {
    call(host, 'attached', { kind: 'lead', id: acme });
    call(host, 'changeLead', { id: alpha, changes: { title: 'CEO' }, seen: { title: '' } });
    deleteAcme(host);
    const { counts } = host.runs[host.runs.length - 1]!;
    return { calls: counts.spreadsheetCalls, other: counts.otherCalls };
  };
  const cost = costOf(few);
  expect(costOf(many)).toEqual(cost);
  expect(cost).toEqual({ calls: 33, other: 8 });
});

test('at any service call, a fault or a person who sorts or puts rows in loses nothing, and the same call again completes', () => {
  const tabs = ['Leads', 'Opportunities', 'Activities'];
  const counted = copy();
  for (const at of callsOf(counted, () => deleteAcme(counted))) {
    const host = copy();
    const acts = [
      () => ({ fault: 'throws' }) as const,
      () => ({ fault: 'times out after it applied' }) as const,
      () => tabs.forEach((tab) => void host.person.sort(tab, 1, at % 2 === 0)),
      () => tabs.forEach((tab) => void host.person.insertRows(tab, 2, 3)),
    ];
    host.beforeCall = ({ number }) => (number === at ? (acts[at % 4]!() ?? undefined) : undefined);
    const told = attempt(() => deleteAcme(host));
    host.beforeCall = null;
    const kept = new Set([
      ...tabs.flatMap((tab) => rowsOf(host, tab).map((row) => Object.values(row)[0])),
      ...deletedIn(host).map((line) => line['Record ID']),
    ]);
    const lost = [acme, renewal, upsell, hello, offer].filter((id) => !kept.has(id));
    if ('code' in told) deleteAcme(host);
    expect({ at, lost, ...records(host) }).toEqual({ at, lost: [], ...withoutAcme });
  }
});

describe('while a lead is deleted', () => {
  const rowsById = (host: Host) => {
    const rows = ['Leads', 'Opportunities', 'Activities'].flatMap((tab) => rowsOf(host, tab));
    return Object.fromEntries(rows.map((row) => [row['Activity ID'] ?? row['Opportunity ID'] ?? row['Lead ID'], row]));
  };

  test('what somebody types into its row in the last moment is in History, and comes back with it', () => {
    for (const typed of ['Gold', '=1+1']) {
      const host = copy();
      const bob = host.as('bob@example.com').install();
      host.beforeCall = ({ method }) => {
        if (method !== 'deleteRows') return;
        host.beforeCall = null;
        const last = host.file.sheetNamed('Leads')!.grid.lastRow() + 1;
        bob.person.type(`Leads!S${last}`, typed);
      };
      const { action } = deleteAcme(host);
      const data = deletedIn(host)
        .filter((line) => line['Record ID'] === acme)
        .map((line) => (JSON.parse(line['Data']!) as { own: unknown }).own);
      expect(data).toEqual([[['Region', 'North']], [['Region', typed === 'Gold' ? typed : { formula: typed }]]]);
      call(host, 'undo', { action });
      const region = rowsOf(host, 'Leads').find((row) => row['Lead ID'] === acme)!['Region'];
      expect(region).toBe(typed === 'Gold' ? 'Gold' : '2');
    }
  });

  /** Lets a person act before one of the last reads of a deletion, which look once more at what goes; 0: the very last. */
  const actingBeforeRead = (fromLast: number, act: (host: Host) => void): Host => {
    const isRead = ({ method }: { method: string }) => method === 'getValues';
    let reads = 0;
    const counted = copy();
    counted.beforeCall = (call) => void (isRead(call) && reads++);
    deleteAcme(counted);
    const host = copy();
    let left = reads - fromLast;
    host.beforeCall = (call) => {
      if (!isRead(call) || --left > 0) return;
      host.beforeCall = null;
      act(host);
    };
    return host;
  };

  test('what somebody whose typing nobody tells of types before the last look is in History, too', () => {
    const host = actingBeforeRead(0, ({ file, person }) => {
      person.type(`Leads!S${file.sheetNamed('Leads')!.grid.lastRow() + 1}`, 'Gold');
      host.evict();
    });
    const { action } = deleteAcme(host);
    expect(records(host)).toEqual(withoutAcme);
    call(host, 'undo', { action });
    expect(rowsOf(host, 'Leads').find((row) => row['Lead ID'] === acme)!['Region']).toBe('Gold');
  });

  test('its activities go although somebody drags their ids elsewhere right before', () => {
    const host = actingBeforeRead(2, ({ person }) => person.moveColumns('Activities', 1, 1, 4));
    deleteAcme(host);
    expect(records(host)).toEqual(withoutAcme);
  });

  test.each([
    ['copies a row of it to a new one', true],
    ['copies a row of it over the next', false],
  ])('where somebody %s in the middle, all rows of it go into History, or nothing goes', (_, isBetween) => {
    const counted = copy();
    const outcomes = callsOf(counted, () => deleteAcme(counted)).map((at) => {
      const host = copy();
      actAt(host, at, () => {
        const lines = host.person.seesTab('Opportunities');
        const row = lines.findIndex((line) => line.includes('Acme renewal'));
        if (row < 0) return;
        if (isBetween) host.person.insertRows('Opportunities', row + 2);
        host.person.paste(`Opportunities!A${row + 2}`, [[...lines[row]!.slice(0, -1), '0.5']]);
      });
      const isRefused = 'code' in attempt(() => deleteAcme(host));
      const { leads, activities, deals } = records(host);
      expect({ at, leads: leads.includes('Acme') }).toEqual({ at, leads: isRefused });
      if (!isRefused) expect({ at, activities }).toEqual({ at, activities: withoutAcme.activities });
      if (!isRefused) expect(deletedIn(host).map((line) => line['Record ID'])).toContain(renewal);
      return `${isRefused}, ${deals.filter((title) => title === 'Acme renewal').length}`;
    });
    expect([...new Set(outcomes)].sort()).toEqual(['false, 0', 'true, 2']);
  });

  test('a column that somebody drags leaves nothing behind, and all comes back where it was', () => {
    const before = rowsById(copy());
    const counted = copy();
    for (const at of callsOf(counted, () => deleteAcme(counted)).filter((_, n) => n % 2 === 0)) {
      const host = copy();
      actAt(host, at, () => {
        host.person.moveColumns('Activities', 2, 1, 7);
        host.person.moveColumns('Opportunities', 2, 1, 6);
      });
      const { action } = deleteAcme(host);
      expect({ at, ...records(host) }).toEqual({ at, ...withoutAcme });
      call(host, 'undo', { action });
      expect({ at, rows: rowsById(host) }).toEqual({ at, rows: before });
    }
  });

  test('whose row a sort took away at the last moment goes all the same, wherever a column comes in then', () => {
    const deleteHello = (host: Host) =>
      attempt(() => call(host, 'deleteRecord', { kind: 'activity', id: hello, seen: { deals: 0, activities: 0 } }));
    const counted = copy();
    const subject = counted.person.seesTab('Activities')[0]!.indexOf('Subject') + 1;
    const calls: ServiceCall[] = [];
    const watched = (host: Host, act: (call: ServiceCall) => void) => {
      host.beforeCall = (call) => void (call.cost === 'call' && act(call));
      deleteHello(host);
      host.beforeCall = null;
    };
    watched(counted, (call) => calls.push(call));
    const going = calls.findIndex(({ method }) => method === 'deleteRows');
    const last = calls[going - 1]!.number;
    const sort = (host: Host) => host.person.sort('Activities', subject, false);
    const later: number[] = [];
    const sorted = copy();
    watched(sorted, ({ number }) => {
      if (number === last) sort(sorted);
      if (number > last) later.push(number);
    });
    for (const at of later) {
      const host = copy();
      watched(host, ({ number }) => {
        if (number === last) sort(host);
        if (number === at) host.person.insertColumns('Activities', 1);
      });
      expect({ at, activities: records(host).activities }).toEqual({
        at,
        activities: ['Alpha’s offer', 'Hello Alpha', 'Offer'],
      });
    }
  });
});
