import { actAt, anId, attempt, call, callsOf, copiesOf, failureOf, readyHost, rowsOf } from './crm-host';

type Host = ReturnType<typeof readyHost>;

const ready = readyHost();
const lead = (company: string, contact: string) => {
  const id = anId('lead');
  call(ready, 'createLead', { id, fields: { company, contact, email: `${contact}@x.example`.toLowerCase() } });
  return id;
};
const note = (subject: string, kind: 'lead' | 'opportunity', about: string) => {
  const id = anId('activity');
  call(ready, 'logActivity', { id, about: { kind, id: about }, type: 'Call', subject, details: '', due: null });
  return id;
};
const zoe = lead('Zoeworks', 'Zoe');
const bob = lead('Bobworks', 'Bob');
const deal = anId('opportunity');
call(ready, 'createOpportunity', { id: deal, fields: { title: 'A big one', leadId: zoe, value: 900 } });
const lost = anId('opportunity');
call(ready, 'createOpportunity', { id: lost, fields: { title: 'A small one', leadId: zoe, value: 9 } });
note('Spoke with Zoe', 'lead', zoe);
note('Zoe asked', 'opportunity', deal);
const old = note('Zoe long ago', 'lead', zoe);
note('Spoke with Bob', 'lead', bob);
call(ready, 'changeLead', { id: zoe, changes: { contact: 'Zoelle' }, seen: { contact: 'Zoe' } });
call(ready, 'deleteRecord', { kind: 'activity', id: old, seen: { deals: 0, activities: 0 } });
const deletion = call(ready, 'deleteRecord', { kind: 'opportunity', id: lost, seen: { deals: 0, activities: 0 } });
call(ready, 'changeLead', { id: bob, changes: { title: 'CEO' }, seen: { title: '' } });
const copy = copiesOf(ready);

const erase = (host: Host) => call(host, 'erasePerson', { id: zoe });
const everything = (host: Host) =>
  JSON.stringify(['Leads', 'Opportunities', 'Activities', 'History'].map((tab) => host.person.seesTab(tab)));
const linesOf = (host: Host, id: string) => rowsOf(host, 'History').filter((line) => line['Record ID'] === id);

function expectErased(host: Host): void {
  expect(everything(host)).not.toMatch(/zoe/i);
  expect(rowsOf(host, 'Leads').map(({ Company }) => Company)).toEqual(['Bobworks']);
  expect(rowsOf(host, 'Activities').map(({ Subject }) => Subject)).toEqual(['Spoke with Bob']);
  expect(rowsOf(host, 'Opportunities')).toEqual([
    expect.objectContaining({ Title: 'A big one', Value: '900.00', 'Lead ID': '', Lead: '' }),
  ]);
  expect(linesOf(host, zoe).filter(({ Field }) => Field === '(erased)')).toEqual([
    expect.objectContaining({ Before: '', After: '', Data: '{}' }),
  ]);
}

describe('a person who is erased', () => {
  test('is gone from every tab and from History, while the deals stay for the figures', () => {
    const host = copy();
    expect(erase(host)).toEqual({ activities: 2, deals: 1, historyLines: 7 });
    expectErased(host);
  });

  test('leaves the lines of all others as they were', () => {
    const host = copy();
    const before = linesOf(host, bob);
    erase(host);
    expect(linesOf(host, bob)).toEqual(before);
    expect(before[1]).toMatchObject({ Field: 'Title', After: 'CEO', Data: '{"before":"","after":"CEO"}' });
  });

  test('does not come back by any undo, but a deal of theirs does, without them', () => {
    const host = copy();
    const actions = call(host, 'lastActions', {}).filter(({ id }) => id === zoe || id === old);
    expect(actions.length).toBeGreaterThan(1);
    erase(host);
    expect(call(host, 'lastActions', {}).filter(({ id }) => id === zoe)).toEqual([]);
    for (const { action } of actions) attempt(() => call(host, 'undo', { action }));
    expectErased(host);
    const { action } = rowsOf(host, 'History')
      .map(({ Field, Action }) => ({ field: Field, action: Action! }))
      .find(({ field }) => field === '(erased)')!;
    expect(failureOf(() => call(host, 'undo', { action })).code).toBe('INVALID');
    expect(call(host, 'undo', deletion)).toMatchObject({ records: 1, notices: [] });
    expect(rowsOf(host, 'Opportunities')[1]).toMatchObject({ Title: 'A small one', 'Lead ID': '', Lead: '' });
  });

  test('can be erased after they were deleted', () => {
    const host = copy();
    call(host, 'deleteRecord', { kind: 'lead', id: zoe, seen: { deals: 1, activities: 2 } });
    erase(host);
    expect(everything(host)).not.toMatch(/zoe/i);
    expect(failureOf(() => call(host, 'erasePerson', { id: anId('lead') })).code).toBe('NOT_FOUND');
  });
});

describe('what History keeps of a person under the wrong headers, or of records that are gone, goes with them', () => {
  const FIRST = ['When', 'Who', 'Record', 'Record ID', 'Field', 'Before', 'After', 'How', 'Action', 'Data'];
  const erasedAfter = (host: Host) => {
    const changes = { contact: 'Zoelinde', phone: 'Zoe 555' };
    call(host, 'changeLead', { id: zoe, changes, seen: { contact: 'Zoelle', phone: '' } });
    call(host, 'changeOpportunity', { id: deal, changes: { leadId: bob }, seen: { leadId: zoe } });
    call(host, 'changeOpportunity', { id: deal, changes: { leadId: zoe }, seen: { leadId: bob } });
    const about = { kind: 'opportunity', id: deal } as const;
    call(host, 'logActivity', {
      id: anId('activity'),
      about,
      type: 'Call',
      subject: 'Zoe again',
      details: '',
      due: null,
    });
  };

  // To the front, to the end, among the values, far away, and beside a column of somebody's own.
  test.each([
    [4, 1],
    [10, 1],
    [1, 11],
    [5, 8],
    [6, 5],
    [7, 6],
    [4, 15],
    [3, 6],
  ])('where column %d was moved before column %d', (from, before) => {
    const host = copy();
    const others = linesOf(host, bob).map(({ Field, Data }) => [Field, Data]);
    host.person.moveColumns('History', from, 1, before);
    erasedAfter(host);
    erase(host);
    expectErased(host);
    expect(linesOf(host, bob).map(({ Field, Data }) => [Field, Data])).toEqual(others);
  });

  test.each([
    [4, 1],
    [6, 5],
    [4, 15],
  ])('where column %d was moved before column %d and back', (from, before) => {
    const host = copy();
    host.person.moveColumns('History', from, 1, before);
    erasedAfter(host);
    host.person.moveColumns('History', before > from ? before - 1 : before, 1, before > from ? from : from + 1);
    expect(host.person.seesTab('History')[0]!.slice(0, 10)).toEqual(FIRST);
    erase(host);
    expectErased(host);
  });

  test.each(['D', 'F', 'J'])('where the header of column %s has another name', (letter) => {
    const host = copy();
    host.person.type(`History!${letter}1`, 'Mine');
    erasedAfter(host);
    erase(host);
    expect(everything(host)).not.toMatch(/zoe/i);
  });

  test.each([false, true])('where an activity named them only by their deal; it too was deleted: %s', (isDealGone) => {
    const host = copy();
    const id = anId('activity');
    const about = { kind: 'opportunity', id: deal } as const;
    call(host, 'logActivity', { id, about, type: 'Call', subject: 'Zoe called', details: '', due: null });
    const row = rowsOf(host, 'Activities').findIndex((one) => one['Activity ID'] === id) + 2;
    const column = host.person.seesTab('Activities')[0]!.indexOf('Lead ID');
    host.person.type(`Activities!${String.fromCharCode(65 + column)}${row}`, '');
    call(host, 'deleteRecord', { kind: 'activity', id, seen: { deals: 0, activities: 0 } });
    if (isDealGone) call(host, 'deleteRecord', { kind: 'opportunity', id: deal, seen: { deals: 0, activities: 1 } });
    erase(host);
    expect(everything(host)).not.toMatch(/zoe/i);
  });

  test('but not of a deal that came back and is another’s now', () => {
    const host = copy();
    call(host, 'undo', deletion);
    call(host, 'changeOpportunity', { id: lost, changes: { leadId: bob }, seen: { leadId: zoe } });
    const id = anId('activity');
    const about = { kind: 'opportunity', id: lost } as const;
    call(host, 'logActivity', { id, about, type: 'Call', subject: 'Bob called', details: '', due: null });
    call(host, 'deleteRecord', { kind: 'activity', id, seen: { deals: 0, activities: 0 } });
    erase(host);
    expect(linesOf(host, id).find(({ Field }) => Field === '(deleted)')).toMatchObject({ Before: 'Bob called' });
    expect(everything(host)).not.toMatch(/zoe/i);
  });
});

describe('what people typed a moment ago', () => {
  /** Between Bob's typing and our hearing of it a save of Ann's writes over it, and holds the lock. */
  function typedIntoASave(): Host {
    const host = copy();
    const bob = host.as('bob@example.com').install();
    const phone = (value: string) => {
      const cell = { row: 1, column: 5, layers: { values: [[value]] } };
      host.file.apply({ kind: 'cells', sheet: host.file.sheetNamed('Leads')!.id, ...cell });
    };
    bob.beforeCall = () => {
      bob.beforeCall = null;
      phone('111');
    };
    host.beforeCall = ({ method }) => {
      if (!/^set/.test(method)) return;
      host.beforeCall = null;
      bob.person.type('Leads!F2', 'zoe 999');
    };
    call(host, 'changeLead', { id: zoe, changes: { title: 'CEO' }, seen: { title: '' } });
    return host;
  }
  const cached = (host: Host) => JSON.stringify([...host.stores.caches.document]);

  test('and a save wrote over is kept for History', () => {
    const host = typedIntoASave();
    expect(cached(host)).toContain('zoe 999');
    expect(call(host, 'catchUp', {}).logged).toBe(1);
    expect(everything(host)).toContain('zoe 999');
  });

  test('is forgotten with the person', () => {
    const host = typedIntoASave();
    host.person.type('Leads!G2', 'zoe 777');
    expect(cached(host)).toContain('zoe 777');
    erase(host);
    expect(cached(host)).not.toMatch(/zoe/i);
    expect(call(host, 'catchUp', {}).logged).toBe(0);
    expectErased(host);
  });
});

describe('the deals of a person who is erased', () => {
  const withDeals = (count: number): Host => {
    const host = copy();
    for (let n = 0; n < count; n++) {
      const fields = { title: `Another ${n}`, leadId: zoe, value: n };
      call(host, 'createOpportunity', { id: anId('opportunity'), fields });
    }
    return host;
  };
  const worksOut = (host: Host, column: number, formula: string) => {
    const at = { sheet: host.file.sheetNamed('Opportunities')!.id, row: 1, column };
    host.does({ kind: 'put', at, cells: [[{ formula }]] });
  };
  const costOf = (host: Host): number => {
    const before = host.runs.length;
    erase(host);
    return host.runs.slice(before).reduce((sum, { counts }) => sum + counts.calls, 0);
  };

  test('are parted from them in as many calls as one deal', () => {
    expect(costOf(withDeals(30))).toBe(costOf(withDeals(1)));
  });

  test('keep their titles, and a name in them, as the question says before', () => {
    const host = copy();
    call(host, 'changeOpportunity', { id: deal, changes: { title: 'Zoe renewal' }, seen: { title: 'A big one' } });
    erase(host);
    expect(rowsOf(host, 'Opportunities')).toEqual([expect.objectContaining({ Title: 'Zoe renewal', Lead: '' })]);
    expect(linesOf(host, deal).find(({ Field }) => Field === 'Title')).toMatchObject({ After: 'Zoe renewal' });
  });

  test('keep a formula that names somebody', () => {
    const host = copy();
    worksOut(host, 2, '="Nobody"');
    erase(host);
    expect(rowsOf(host, 'Opportunities')).toEqual([expect.objectContaining({ 'Lead ID': '', Lead: 'Nobody' })]);
  });

  test.each(['Opportunities', 'Activities'])('must not stand twice in %s: then nothing is written', (tab) => {
    const host = copy();
    const sheet = host.file.sheetNamed(tab)!.id;
    const place = (row: number) => ({ sheet, rect: { row, column: 0, rows: 1, columns: 20 } });
    host.does({ kind: 'copy', from: place(1), place: place(9), what: 'all' });
    const before = everything(host);
    expect(failureOf(() => erase(host))).toMatchObject({ code: 'SHEET_BROKEN', message: expect.stringContaining(tab) });
    expect(everything(host)).toBe(before);
  });

  test('are named where one of them works its lead out by a formula, and the same call again completes it', () => {
    const host = copy();
    worksOut(host, 1, `="${zoe}"`);
    expect(failureOf(() => erase(host))).toMatchObject({
      code: 'SHEET_BROKEN',
      message: expect.stringContaining('The Lead ID of 1 of the deals in “Opportunities” stays'),
    });
    host.person.type('Opportunities!B2', zoe);
    erase(host);
    expectErased(host);
  });
});

test('at any service call, a fault or a person who sorts leaves what the same call again completes', () => {
  const counted = copy();
  const numbers = callsOf(counted, () => erase(counted));
  for (const at of numbers) {
    const host = copy();
    if (at % 3 === 0)
      actAt(host, at, () => {
        for (const tab of ['Leads', 'Opportunities', 'Activities']) host.person.sort(tab, 1, at % 2 === 0);
      });
    else {
      const fault = at % 3 === 1 ? 'throws' : 'times out after it applied';
      host.beforeCall = ({ number }) => (number === at ? { fault } : undefined);
    }
    attempt(() => erase(host));
    host.beforeCall = null;
    erase(host);
    expectErased(host);
  }
});

describe('at any service call, nothing of the person is left and nothing of others goes where somebody', () => {
  const counted = copy();
  const numbers = callsOf(counted, () => erase(counted));
  const others = (host: Host) => linesOf(host, bob).map(({ Field, Data }) => [Field, Data]);

  test('puts a column before all others', () => {
    for (const at of numbers) {
      const host = copy();
      actAt(host, at, () => {
        for (const tab of ['Leads', 'Opportunities', 'Activities']) host.person.insertColumns(tab, 1);
      });
      // The same call again completes what could not be done; where it could, there is nothing left to do.
      attempt(() => erase(host));
      erase(host);
      expectErased(host);
      expect(others(host)).toEqual(others(counted));
    }
  });

  test('takes lines out of History', () => {
    for (const at of numbers) {
      const host = copy();
      actAt(host, at, () => {
        const sheet = host.file.sheetNamed('History')!.id;
        host.does({ kind: 'delete', sheet, axis: 'row', at: 1, count: 1 });
      });
      erase(host);
      expectErased(host);
      expect(others(host)).toEqual(others(counted));
    }
  });
});
