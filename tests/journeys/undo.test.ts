import type { ImportPlan } from '../../src/domain/import/rows';
import { actAt, anId, attempt, call, callsOf, copiesOf, everyOther, failureOf, readyHost, rowsOf } from './crm-host';

type Host = ReturnType<typeof readyHost>;

const ready = readyHost();
const [alpha, acme] = ['Alpha', 'Acme'].map((company) => {
  const id = anId('lead');
  call(ready, 'createLead', { id, fields: { company, email: 'x@x.example', phone: '0042', notes: '=danger' } });
  return id;
}) as [string, string];
const renewal = anId('opportunity');
call(ready, 'createOpportunity', { id: renewal, fields: { title: 'Acme renewal', leadId: acme, value: 1234.5 } });
const offer = anId('activity');
call(ready, 'logActivity', {
  id: offer,
  about: { kind: 'opportunity', id: renewal },
  type: 'Call',
  subject: 'Offer',
  details: '',
  due: '2026-12-01',
});
for (const [place, text] of [
  ['Leads!S1', 'Region'],
  ['Leads!S3', "'1-10"],
  ['Leads!T1', 'Since'],
  ['Leads!T3', '2/29/2020'],
  ['Leads!U1', 'Initials'],
  ['Leads!U3', '=LEFT(B3, 1)&$A$1'],
  ['Opportunities!U1', 'Margin'],
  ['Opportunities!U2', '=G2*0.2'],
  ['Opportunities!J2', 'soon'],
] as const)
  ready.person.type(place, text);
const copy = copiesOf(ready);

const deleteAcme = (host: Host) =>
  call(host, 'deleteRecord', { kind: 'lead', id: acme, seen: { deals: 1, activities: 1 } }).action;
const undo = (host: Host, action: string) => call(host, 'undo', { action });
const lastAction = (host: Host) => call(host, 'lastActions', {})[0]!;
const sheetOf = (host: Host) =>
  Object.fromEntries(
    ['Leads', 'Opportunities', 'Activities'].map((tab) => [
      tab,
      rowsOf(host, tab).sort((a, b) => (Object.values(a)[0]! < Object.values(b)[0]! ? -1 : 1)),
    ]),
  );
const before = sheetOf(copy());

describe('a deletion that is undone', () => {
  test('brings all of it back: values, odd cells, people’s own columns and their formulas', () => {
    const host = copy();
    const action = deleteAcme(host);
    expect(undo(host, action)).toEqual({ records: 3, kept: [], notices: [] });
    expect(sheetOf(host)).toEqual(before);
    const row = rowsOf(host, 'Leads').findIndex((line) => line['Company'] === 'Acme') + 2;
    expect(host.person.formulaIn(`Leads!U${row}`)).toBe(`=LEFT(B${row}, 1)&$A$1`);
    expect(host.person.formulaIn('Opportunities!U2')).toBe('=G2*0.2');
    expect(call(host, 'opportunity', { id: renewal })).toMatchObject({
      record: { leadId: acme, value: 1234.5 },
      odd: { expectedClose: 'soon' },
    });
  });

  test('comes back once, however often it is undone', () => {
    const host = copy();
    const action = deleteAcme(host);
    undo(host, action);
    expect(undo(host, action)).toEqual({ records: 0, kept: [], notices: [] });
    expect(sheetOf(host)).toEqual(before);
  });

  test('can be done again, and undone again', () => {
    const host = copy();
    undo(host, deleteAcme(host));
    const undone = lastAction(host);
    expect(undone).toMatchObject({ how: 'undo', what: 'restored', kind: 'lead', id: acme, name: 'Acme', records: 3 });
    expect(undo(host, undone.action)).toMatchObject({ records: 3, notices: [] });
    expect(rowsOf(host, 'Opportunities')).toEqual([]);
    undo(host, lastAction(host).action);
    expect(sheetOf(host)).toEqual(before);
  });

  test('brings all of it back although somebody takes older lines out of History meanwhile', () => {
    const start = copy();
    const action = deleteAcme(start);
    const deleted = copiesOf(start);
    const counted = deleted();
    for (const at of callsOf(counted, () => undo(counted, action))) {
      const host = deleted();
      actAt(host, at, () => host.person.deleteRows('History', 2, 2));
      expect({ at, ...undo(host, action) }).toEqual({ at, records: 3, kept: [], notices: [] });
      expect({ at, ...sheetOf(host) }).toEqual({ at, ...before });
    }
  });

  test('finds its columns where people moved them meanwhile, and says which are gone', () => {
    const host = copy();
    const action = deleteAcme(host);
    host.person.moveColumns('Leads', 19, 1, 2);
    host.person.deleteColumns('Leads', 20);
    expect(undo(host, action).notices).toEqual([
      '“Leads” has no column “Since” any more: what stood there is only in History.',
    ]);
    const { Since, Initials, ...rest } = before['Leads']!.find(({ Company }) => Company === 'Acme')!;
    expect(rowsOf(host, 'Leads').find(({ Company }) => Company === 'Acme')).toMatchObject(rest);
  });

  test('writes nothing over what a formula of somebody’s spills', () => {
    const host = copy();
    host.person.paste('Leads!V1', [['Twice', 'Number']]);
    host.person.type('Leads!V2', '=ARRAYFORMULA(B2:B1000&B2:B1000)');
    host.person.type('Leads!W2', '=SEQUENCE(900)');
    undo(host, deleteAcme(host));
    expect(host.person.sees('Leads!V2:W4')).toEqual([
      ['AlphaAlpha', '1'],
      ['AcmeAcme', '2'],
      ['', '3'],
    ]);
  });
});

describe('a change that is undone', () => {
  test('is back as it was, in its own cells', () => {
    const host = copy();
    call(host, 'changeLead', {
      id: acme,
      changes: { email: 'new@acme.example', tags: ['a'] },
      seen: { email: 'x@x.example', tags: [] },
    });
    const last = lastAction(host);
    expect(last).toMatchObject({ what: 'changed', kind: 'lead', id: acme, name: 'Acme', fields: ['Email', 'Tags'] });
    expect(undo(host, last.action)).toEqual({ records: 1, kept: [], notices: [] });
    expect(call(host, 'lead', { id: acme }).record).toMatchObject({ email: 'x@x.example', tags: [] });
    expect(
      rowsOf(host, 'History')
        .slice(-2)
        .map(({ Field, Before, After, How }) => [Field, Before, After, How]),
    ).toEqual([
      ['Email', 'new@acme.example', 'x@x.example', 'undo'],
      ['Tags', 'a', '', 'undo'],
    ]);
  });

  test('leaves alone what somebody changed since, and names both values', () => {
    const host = copy();
    call(host, 'changeLead', {
      id: acme,
      changes: { email: 'new@acme.example', title: 'CEO' },
      seen: { email: 'x@x.example', title: '' },
    });
    const { action } = lastAction(host);
    call(host, 'changeLead', { id: acme, changes: { email: 'b@acme.example' }, seen: { email: 'new@acme.example' } });
    expect(undo(host, action)).toMatchObject({
      records: 1,
      kept: [
        {
          kind: 'lead',
          id: acme,
          field: 'email',
          seen: 'new@acme.example',
          now: 'b@acme.example',
          by: { who: host.user.email },
        },
      ],
    });
    expect(call(host, 'lead', { id: acme }).record).toMatchObject({ email: 'b@acme.example', title: '' });
  });

  test('leaves alone what somebody typed in the very moment of it, and is done with then', () => {
    const host = copy();
    const bob = host.as('bob@example.com').install();
    const column = String.fromCharCode(65 + host.person.seesTab('Leads')[0]!.indexOf('Title'));
    host.beforeCall = ({ method }) => {
      if (!method.startsWith('set') || method === 'setProperty') return;
      host.beforeCall = null;
      bob.person.type(`Leads!${column}3`, 'Boss');
    };
    call(host, 'changeLead', {
      id: acme,
      changes: { email: 'new@acme.example', title: 'CEO' },
      seen: { email: 'x@x.example', title: '' },
    });
    expect(rowsOf(host, 'Leads')[1]).toMatchObject({ Title: 'Boss', Email: 'new@acme.example' });
    const { action } = lastAction(host);
    expect(undo(host, action)).toMatchObject({ records: 1, kept: [{ field: 'title', seen: 'CEO', now: 'Boss' }] });
    expect(rowsOf(host, 'Leads')[1]).toMatchObject({ Title: 'Boss', Email: 'x@x.example' });
  });

  test('of a stage goes back with its dates, or not at all', () => {
    const move = (host: Host) =>
      call(host, 'moveOpportunity', {
        id: renewal,
        pipeline: 'Sales',
        stage: 'Closed Won',
        seen: { pipeline: 'Sales', stage: 'Prospecting' },
      });
    const host = copy();
    const old = call(host, 'opportunity', { id: renewal }).record;
    move(host);
    expect(undo(host, lastAction(host).action)).toMatchObject({ records: 1, kept: [] });
    const { recorded, updatedAt, ...now } = call(host, 'opportunity', { id: renewal }).record;
    expect(old).toMatchObject(now);
    expect(JSON.parse(recorded)).toMatchObject({ stage: 'Prospecting' });

    const again = copy();
    move(again);
    const { action } = lastAction(again);
    again.person.type('Opportunities!F2', 'Proposal');
    expect(undo(again, action)).toMatchObject({
      records: 0,
      kept: [{ field: 'stage', seen: 'Closed Won', now: 'Proposal' }],
    });
    expect(call(again, 'opportunity', { id: renewal }).record).toMatchObject({
      stage: 'Proposal',
      closedAt: null,
    });
  });

  test('never writes over a formula or over something odd that was typed since', () => {
    const host = copy();
    call(host, 'changeOpportunity', { id: renewal, changes: { value: null }, seen: { value: 1234.5 } });
    const { action } = lastAction(host);
    host.person.type('Opportunities!G2', 'a lot');
    expect(undo(host, action)).toMatchObject({ records: 0, kept: [{ field: 'value', seen: null, now: 'a lot' }] });
    host.person.type('Opportunities!G2', '=IF(TRUE,,1)');
    undo(host, action);
    expect(host.person.formulaIn('Opportunities!G2')).toBe('=IF(TRUE,,1)');
  });
});

describe('a new record', () => {
  test('goes when its creation is undone, and comes back when that is', () => {
    const host = copy();
    const id = anId('lead');
    call(host, 'createLead', { id, fields: { company: 'Beta' } });
    const { action } = lastAction(host);
    expect(undo(host, action)).toEqual({ records: 1, kept: [], notices: [] });
    expect(sheetOf(host)).toEqual(before);
    undo(host, lastAction(host).action);
    expect(call(host, 'lead', { id }).record.company).toBe('Beta');
  });

  test.each([
    ['Leads!C3', 'Ann'],
    ['Leads!P3', '=1+1'],
    ['Leads!S3', 'of their own'],
  ])('stays where somebody typed into it since: %s', (cell, typed) => {
    const host = copy();
    if (cell.startsWith('Leads!S')) host.person.type('Leads!S1', 'Mine');
    const id = anId('lead');
    call(host, 'createLead', { id, fields: { company: 'Beta' } });
    const { action } = lastAction(host);
    const row = host.person.seesTab('Leads').findIndex(([first]) => first === id) + 1;
    host.person.type(cell.replace('3', String(row)), typed);
    expect(undo(host, action)).toMatchObject({ records: 0, notices: [expect.stringContaining('changed since')] });
    expect(call(host, 'lead', { id }).record.company).toBe('Beta');
  });

  test('stays where somebody went on with it', () => {
    const host = copy();
    const [id, deal] = [anId('lead'), anId('opportunity')];
    call(host, 'createLead', { id, fields: { company: 'Beta' } });
    const { action } = lastAction(host);
    call(host, 'createOpportunity', { id: deal, fields: { title: 'Beta deal', leadId: id } });
    expect(undo(host, action)).toMatchObject({
      records: 0,
      notices: [expect.stringContaining('something hangs on it')],
    });
    call(host, 'deleteRecord', { kind: 'opportunity', id: deal, seen: { deals: 0, activities: 0 } });
    call(host, 'changeLead', { id, changes: { title: 'CEO' }, seen: { title: '' } });
    expect(undo(host, action)).toMatchObject({ records: 0, notices: [expect.stringContaining('was changed since')] });
    undo(host, lastAction(host).action);
    expect(undo(host, action)).toMatchObject({ records: 1, notices: [] });
  });
});

describe('a change of many records', () => {
  const many = copy();
  const ids = Array.from({ length: 30 }, () => anId('lead'));
  const plan: ImportPlan = {
    kind: 'lead',
    fields: ['company', 'owner'],
    reading: { decimal: '.', dayFirst: false },
    stages: [],
  };
  const rows = ids.map((id, i) => ({ id, row: i + 2, cells: [`Company ${i}`, i % 2 ? 'Ann' : ''] }));
  call(many, 'importRows', { plan, rows });

  test('goes back to what each of them held, but for those that somebody changed since', () => {
    const host = copiesOf(many)();
    const records = ids.map((id, i) => ({ id, seen: i % 2 ? 'Ann' : '' }));
    call(host, 'changeMany', { kind: 'lead', field: 'owner', value: 'Bob', records });
    const last = lastAction(host);
    expect(last).toMatchObject({ what: 'changed', fields: ['Owner'], records: 30 });
    call(host, 'changeLead', { id: ids[3]!, changes: { owner: 'Eve' }, seen: { owner: 'Bob' } });
    expect(undo(host, last.action)).toEqual({
      records: 29,
      kept: [{ kind: 'lead', id: ids[3], field: 'owner', seen: 'Bob', now: 'Eve' }],
      notices: [],
    });
    expect(host.runs[host.runs.length - 1]!.counts.spreadsheetCalls).toBeLessThan(40);
    expect(
      rowsOf(host, 'Leads')
        .map(({ Owner }) => Owner)
        .slice(2, 7),
    ).toEqual(['', 'Ann', '', 'Eve', '']);
  });

  test('goes back in hardly more calls where each of them held something else', () => {
    const host = copiesOf(many)();
    ids.forEach((id, i) => {
      call(host, 'changeLead', { id, changes: { score: i + 1 }, seen: { score: null } });
    });
    const records = ids.map((id, i) => ({ id, seen: i + 1 }));
    call(host, 'changeMany', { kind: 'lead', field: 'score', value: 99, records });
    expect(undo(host, lastAction(host).action)).toEqual({ records: 30, kept: [], notices: [] });
    expect(host.runs[host.runs.length - 1]!.counts.spreadsheetCalls).toBeLessThan(25);
    const scores = Object.fromEntries(rowsOf(host, 'Leads').map((lead) => [lead['Lead ID'], lead.Score]));
    expect(ids.map((id) => scores[id])).toEqual(ids.map((_, i) => String(i + 1)));
  });

  test('a stage that was renamed has its old name again, in Settings and in its deals', () => {
    const host = copy();
    call(host, 'renameStage', { pipeline: 'Sales', from: 'Prospecting', to: 'First talk' });
    const last = lastAction(host);
    expect(last).toMatchObject({ what: 'changed', name: 'Prospecting', records: 1 });
    undo(host, last.action);
    expect(call(host, 'opportunity', { id: renewal }).record.stage).toBe('Prospecting');
    expect(call(host, 'start', {}).settings!.stages[0]!.name).toBe('Prospecting');
  });
});

test('a lead that was converted is one again, without the deal and the note', () => {
  const host = copy();
  const [id, activityId] = [anId('opportunity'), anId('activity')];
  const opportunity = { id, fields: { title: 'Alpha deal' } };
  call(host, 'convertLead', { id: alpha, status: 'Qualified', seen: { status: 'New' }, opportunity, activityId });
  expect(undo(host, lastAction(host).action)).toEqual({ records: 3, kept: [], notices: [] });
  const untouched = (sheet: ReturnType<typeof sheetOf>) =>
    JSON.parse(JSON.stringify(sheet, (key, value: unknown) => (key === 'Updated at' ? '' : value))) as unknown;
  expect(untouched(sheetOf(host))).toEqual(untouched(before));
});

test('an import of 1,000 leads is undone in hardly more calls than one of 10', () => {
  const plan: ImportPlan = {
    kind: 'lead',
    fields: ['company', 'email'],
    reading: { decimal: '.', dayFirst: false },
    stages: [],
  };
  const calls = [10, 1000].map((count) => {
    const host = copy();
    const rows = Array.from({ length: count }, (_, i) => ({
      id: anId('lead'),
      row: i + 2,
      cells: [`Company ${i}`, ''],
    }));
    call(host, 'importRows', { plan, rows });
    const last = lastAction(host);
    expect(undo(host, last.action)).toMatchObject({ records: count });
    const { spreadsheetCalls } = host.runs[host.runs.length - 1]!.counts;
    expect(sheetOf(host)).toEqual(before);
    return spreadsheetCalls;
  });
  expect(calls[1]! - calls[0]!).toBeLessThan(9);
});

describe('the last actions', () => {
  test('are the user’s own, newest first, without those that are undone already', () => {
    const host = copy();
    call(host, 'changeLead', { id: acme, changes: { title: 'CEO' }, seen: { title: '' } });
    call(host, 'changeLead', { id: alpha, changes: { title: 'CTO' }, seen: { title: '' } });
    expect(call(host, 'lastActions', {}).map(({ name, what }) => [name, what])).toEqual([
      ['Alpha', 'changed'],
      ['Acme', 'changed'],
      ['Offer', 'created'],
      ['Acme renewal', 'created'],
      ['Acme', 'created'],
      ['Alpha', 'created'],
    ]);
    undo(host, lastAction(host).action);
    expect(
      call(host, 'lastActions', {})
        .slice(0, 2)
        .map(({ name, how }) => [name, how]),
    ).toEqual([
      ['Alpha', 'undo'],
      ['Acme', 'sidebar'],
    ]);
  });

  test('bear a History that people sorted, thinned out and wrote into', () => {
    const host = copy();
    call(host, 'changeLead', { id: acme, changes: { title: 'CEO' }, seen: { title: '' } });
    const { action } = lastAction(host);
    host.person.deleteRows('History', 3);
    host.person.insertColumns('History', 3);
    host.person.sort('History', 5, false);
    host.person.type('History!A20', 'a note');
    expect(undo(host, action)).toMatchObject({ records: 1 });
  });

  test('of somebody else are not undone', () => {
    const host = copy();
    const other = host.as('bob@example.com').install();
    call(host, 'changeLead', { id: acme, changes: { title: 'CEO' }, seen: { title: '' } });
    const { action } = lastAction(host);
    expect(call(other, 'lastActions', {})).toEqual([]);
    expect(failureOf(() => undo(other, action)).code).toBe('INVALID');
    expect(failureOf(() => undo(host, 'X-0000000000')).code).toBe('NOT_FOUND');
  });
});

describe('a deletion is undone', () => {
  const deleted = () => {
    const host = copy();
    return { host, action: deleteAcme(host) };
  };

  test('although somebody renamed a column of their own since: what stood there comes back under its new name', () => {
    const { host, action } = deleted();
    host.person.type('Leads!S1', 'Sales region');
    const { notices } = undo(host, action);
    expect(notices).toEqual([
      'What stood under “Region” of “Leads” came back under “Sales region”: that seems to be its name now.',
    ]);
    expect(rowsOf(host, 'Leads').find((row) => row['Company'] === 'Acme')).toMatchObject({ 'Sales region': '1-10' });
  });

  test.each(['Lead ID', 'Next step', 'Title'])(
    'rightly, although somebody drags a column right before %s',
    (neighbour) => {
      const { host, action } = deleted();
      const to = host.person.seesTab('Opportunities')[0]!.indexOf(neighbour) + 1;
      let [isLeadBack, writes] = [false, 0];
      host.beforeCall = ({ method }) => {
        isLeadBack ||= method === 'moveRows';
        if (!isLeadBack || !/^set(Rich|Val)/.test(method) || ++writes < 3) return;
        host.beforeCall = null;
        host.person.moveColumns('Opportunities', 8, 1, to);
      };
      undo(host, action);
      expect(rowsOf(host, 'Opportunities')).toMatchObject([
        { Currency: 'USD', Title: 'Acme renewal', 'Next step': '' },
      ]);
      expect(rowsOf(host, 'Opportunities')).toHaveLength(1);
    },
  );

  test('wholly or not at all where somebody copied one of its rows', () => {
    const { host, action } = deleted();
    const { version } = host.file;
    const row = copy().person.seesTab('Activities')[1]!;
    host.person.paste('Activities!A2', [row, row]);
    const changed = host.file.version;
    expect(changed).toBeGreaterThan(version);
    expect(failureOf(() => undo(host, action)).code).toBe('SHEET_BROKEN');
    expect(host.file.version).toBe(changed);
  });
});

test('formulas come back as those of a row that stayed, whatever was done to the columns meanwhile', () => {
  const formulas = [
    '=G#*0.2&"G2 RC[-1]"',
    '=SUM($G#:$J#)+SUM(G:G)+R$1',
    '=IF($A#="","",VLOOKUP(B#,Leads!$A:$F,6,FALSE))&Leads!B2',
    "=COUNTIF('My tab'!C:C,G#)",
    '=LET(rc,G#,c,H#,rc*2+c)',
    '={G#,H#;1,2}',
    '=ROUND(G#/3,2)+LOG10(G#)',
    '=SUM(G$1:G#)-V#',
  ];
  const host = copy();
  const stays = anId('opportunity');
  call(host, 'createOpportunity', { id: stays, fields: { title: 'Alpha stays', leadId: alpha, value: 10 } });
  host.person.renameTab('Activities', 'My tab');
  host.person.insertColumns('Opportunities', 27 - formulas.length, formulas.length);
  formulas.forEach((formula, index) => {
    const column = String.fromCharCode(91 - formulas.length + index);
    host.person.type(`Opportunities!${column}1`, `Own ${index}`);
    for (const row of [2, 3]) host.person.type(`Opportunities!${column}${row}`, formula.replaceAll('#', String(row)));
  });
  host.passTime(60_000);
  const action = deleteAcme(host);
  host.person.insertColumns('Opportunities', 8);
  host.person.moveColumns('Opportunities', 2, 1, 12);
  host.person.moveColumns('Opportunities', 26, 1, 4);
  undo(host, action);
  const sheet = host.file.sheetNamed('Opportunities')!;
  const [headers, ...rows] = host.person.seesTab('Opportunities');
  const formulasOf = (id: string) => {
    const row = rows.findIndex((line) => line.includes(id)) + 1;
    return headers!.map((_, column) => sheet.grid.formula(row, column)?.replaceAll(/(?<=[A-Z])[23](?!\d)/g, '#') ?? '');
  };
  // The one that its set-up gave it alone.
  const margin = headers!.indexOf('Margin');
  expect(formulasOf(renewal).toSpliced(margin, 1)).toEqual(formulasOf(stays).toSpliced(margin, 1));
});

test('a deletion of which a column is protected meanwhile comes back wholly or not at all', () => {
  const host = copy();
  const bob = host.as('bob@example.com').install();
  const { action } = call(bob, 'deleteRecord', { kind: 'lead', id: acme, seen: { deals: 1, activities: 1 } });
  const column = host.person.seesTab('Opportunities')[0]!.indexOf('Value');
  const protection = {
    id: 900,
    sheet: host.file.sheetNamed('Opportunities')!.id,
    rect: { row: 0, column, rows: 1000, columns: 1 },
    description: '',
    warningOnly: false,
    editors: ['ann@example.com'],
  };
  const { protections } = host.file.objects;
  const protect = (all: typeof protections) => host.file.apply({ kind: 'objects', objects: { protections: all } });
  protect([...protections, protection]);
  const gone = sheetOf(host);
  expect(failureOf(() => undo(bob, action))).toMatchObject({ code: 'DENIED' });
  expect(sheetOf(host)).toEqual(gone);
  protect(protections);
  undo(bob, action);
  expect(sheetOf(host)).toEqual(before);
});

test('at any service call of undoing a deletion, a fault or a person who sorts loses nothing and doubles nothing', () => {
  const start = copy();
  const action = deleteAcme(start);
  const deleted = copiesOf(start);
  const counted = deleted();
  const numbers = callsOf(counted, () => undo(counted, action));
  for (const at of numbers) {
    const host = deleted();
    if (at % 3 === 0)
      actAt(host, at, () => ['Leads', 'Opportunities', 'Activities'].forEach((tab) => void host.person.sort(tab, 1)));
    else {
      const fault = at % 3 === 1 ? 'throws' : 'times out after it applied';
      host.beforeCall = ({ number }) => (number === at ? { fault } : undefined);
    }
    attempt(() => undo(host, action));
    host.beforeCall = null;
    undo(host, action);
    expect({ at, ...sheetOf(host) }).toEqual({ at, ...before });
  }
});

test('a column that comes in while rows come back, and a fault soon after, leave nothing under a wrong header', () => {
  const start = copy();
  const action = deleteAcme(start);
  const deleted = copiesOf(start);
  const counted = deleted();
  const numbers = everyOther(callsOf(counted, () => undo(counted, action)));
  for (const at of numbers) {
    const host = deleted();
    let calls = 0;
    host.beforeCall = ({ number, cost }) => {
      if (number === at) for (const tab of ['Leads', 'Activities']) host.person.insertColumns(tab, 5);
      if (number >= at && cost === 'call') calls++;
      return calls === 9 && cost === 'call' ? { fault: 'throws' } : undefined;
    };
    attempt(() => undo(host, action));
    host.beforeCall = null;
    undo(host, action);
    for (const tab of ['Leads', 'Activities'])
      if (host.person.seesTab(tab)[0]![4] === '') host.person.deleteColumns(tab, 5);
    expect({ at, ...sheetOf(host) }).toEqual({ at, ...before });
  }
});

test('a column that comes in while a row comes back leaves no formula twice, though it shows nothing', () => {
  const start = copy();
  start.person.type('Leads!Q3', '=IF(TRUE, "", 1)');
  const formulasIn = (host: Host) => {
    const row = rowsOf(host, 'Leads').findIndex((line) => line['Company'] === 'Acme') + 2;
    return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap((letter) => host.person.formulaIn(`Leads!${letter}${row}`) ?? []);
  };
  const formulas = formulasIn(start);
  const action = deleteAcme(start);
  const deleted = copiesOf(start);
  const counted = deleted();
  for (const at of callsOf(counted, () => undo(counted, action))) {
    const host = deleted();
    actAt(host, at, () => host.person.insertColumns('Leads', 12));
    undo(host, action);
    expect({ at, formulas: formulasIn(host).length }).toEqual({ at, formulas: formulas.length });
  }
});
