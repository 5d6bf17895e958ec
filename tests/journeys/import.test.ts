import { createClient } from '../../sidebar/data/client';
import { type Progress, runImport } from '../../sidebar/data/import/run';
import { matchColumns, recognise } from '../../src/domain/import/columns';
import { dayFirstOf } from '../../src/domain/import/moments';
import { decimalOf } from '../../src/domain/import/numbers';
import type { ImportPlan } from '../../src/domain/import/rows';
import { stagesFound } from '../../src/domain/import/stages';
import { anId, call, failureOf, readyHost, rowsOf } from './crm-host';

type Host = ReturnType<typeof readyHost>;

/** Imports a table as the dialog does: recognise, match, add stages, send rows. */
function importTable(host: Host, table: string[][], sure: { kind?: 'lead' | 'opportunity' } = {}) {
  const [headers = [], ...rows] = table;
  const kind = sure.kind ?? recognise(headers)!;
  const fields = matchColumns(kind, headers).map(({ field }) => field);
  const column = (field: string) => rows.map((row) => row[fields.indexOf(field)] ?? '');
  const { settings } = call(host, 'start', {});
  const names = rows.map((row) => ({
    pipeline: row[fields.indexOf('pipeline')] ?? '',
    stage: row[fields.indexOf('stage')] ?? '',
  }));
  const found = kind === 'opportunity' ? stagesFound(names, settings!.stages) : [];
  const added = found.flatMap(({ proposal }) => ('add' in proposal ? [proposal.add] : []));
  if (added.length > 0) call(host, 'addStages', { stages: added });
  const plan: ImportPlan = {
    kind,
    fields,
    reading: { decimal: decimalOf(column('value'), '.'), dayFirst: dayFirstOf(column('expectedClose'), false) },
    stages: found.map(({ pipeline, stage, proposal }) => ({
      from: { pipeline, stage },
      to: 'to' in proposal ? proposal.to : { pipeline: proposal.add.pipeline, stage: proposal.add.name },
    })),
  };
  const sent = rows.map((cells, index) => ({ id: anId(kind), row: index + 2, cells }));
  const send = () => call(host, 'importRows', { plan, rows: sent });
  return { kind, result: send(), send, plan };
}

test('a column that somebody added to Leads takes the values of a file, each by its kind', () => {
  const host = readyHost();
  host.person.type('Leads!S1', 'Region');
  host.person.type('Leads!T1', 'Seats');
  const plan: ImportPlan = {
    kind: 'lead',
    fields: ['company', '+Region', '+Seats'],
    reading: { decimal: '.', dayFirst: false },
    stages: [],
    own: { '+Region': 'text', '+Seats': 'number' },
  };
  const row = { id: anId('lead'), row: 2, cells: ['Halden Timber', '007', '1,200'] };
  expect(call(host, 'importRows', { plan, rows: [row] })).toMatchObject({ added: 1, refused: [] });
  expect(rowsOf(host, 'Leads')).toMatchObject([{ Company: 'Halden Timber', Region: '007', Seats: '1200' }]);
});

test('rows that all say 0 in such a column are imported once, and keep it', () => {
  const host = readyHost();
  host.person.type('Leads!S1', 'Seats');
  const plan: ImportPlan = {
    kind: 'lead',
    fields: ['company', '+Seats'],
    reading: { decimal: '.', dayFirst: false },
    stages: [],
    own: { '+Seats': 'number' },
  };
  const rows = ['Acme', 'Beta'].map((company, index) => ({ id: anId('lead'), row: index + 2, cells: [company, '0'] }));
  expect(call(host, 'importRows', { plan, rows })).toMatchObject({ added: 2, refused: [] });
  expect(call(host, 'importRows', { plan, rows })).toMatchObject({ added: 0, known: 2 });
  expect(rowsOf(host, 'Leads')).toMatchObject([
    { Company: 'Acme', Seats: '0' },
    { Company: 'Beta', Seats: '0' },
  ]);
});

describe('importing deals', () => {
  const LEADS = [
    ['account', 'sector', 'employees'],
    ['Acme', 'retail', '12'],
    ['Globex', 'medical', '11-50'],
  ];
  const DEALS = [
    ['opportunity_id', 'sales_agent', 'product', 'account', 'deal_stage', 'engage_date', 'close_date', 'close_value'],
    ['1C1I7A6R', 'Moses', 'GTX', 'Acme', 'Won', '2016-10-20', '2017-03-01', '1054'],
    ['Z063OYW0', 'Moses', 'GTX', 'Globex', 'Engaging', '2016-10-25', '', ''],
    ['AAAAAAAA', 'Darcel', 'MG', '', 'Lost', '2016-10-25', '2017-03-07', '0'],
  ];

  test('links them to leads by name, dates closed ones, titles those without one, counts the unlinked', () => {
    const host = readyHost();
    expect(importTable(host, LEADS)).toMatchObject({ kind: 'lead', result: { added: 2, refused: [], unlinked: 0 } });
    expect(importTable(host, DEALS)).toMatchObject({
      kind: 'opportunity',
      result: { added: 3, known: 0, refused: [], unlinked: 1 },
    });
    const [leadId] = rowsOf(host, 'Leads').map((row) => row['Lead ID']);
    expect(rowsOf(host, 'Opportunities')).toEqual([
      expect.objectContaining({
        Title: 'GTX – Acme',
        'Lead ID': leadId,
        Lead: 'Acme',
        Stage: 'Closed Won',
        Value: '1,054.00',
        Owner: 'Moses',
        'Expected close': '2017-03-01',
        'Closed at': '2017-03-01 00:00',
        'Created at': '2016-10-20 00:00',
      }),
      expect.objectContaining({ Title: 'GTX – Globex', Stage: 'Engaging', Value: '', 'Closed at': '' }),
      expect.objectContaining({ Title: 'MG', 'Lead ID': '', Lead: '', Stage: 'Closed Lost', Value: '0.00' }),
    ]);
    expect(rowsOf(host, 'Leads')[1]).toMatchObject({ 'Company size': '11-50', Industry: 'medical' });
  });

  test('adds an unknown stage as an open one without a probability, once', () => {
    const host = readyHost();
    importTable(host, DEALS);
    importTable(host, DEALS);
    const engaging = host.person.sees('Settings!A3:E12').filter(([, stage]) => stage === 'Engaging');
    expect(engaging).toEqual([['Sales', 'Engaging', '7', '', 'open']]);
  });

  test('the same rows sent twice are added once', () => {
    const host = readyHost();
    const { send } = importTable(host, DEALS);
    expect(send()).toMatchObject({ added: 0, known: 3 });
    expect(rowsOf(host, 'Opportunities')).toHaveLength(3);
    expect(rowsOf(host, 'History').filter(({ How }) => How === 'import')).toHaveLength(3);
  });

  test('refuses a row with its number and a reason, and takes the others', () => {
    const host = readyHost();
    const { result } = importTable(host, [
      ['Deal Name', 'Deal Stage', 'Amount', 'Close Date'],
      ['Fine', 'Proposal', '$1,200.50', '03/04/2026'],
      ['Odd amount', 'Proposal', 'a lot', ''],
      ['', 'Proposal', '5', ''],
      ['Odd date', 'Proposal', '5', 'soon'],
    ]);
    expect(result).toMatchObject({
      added: 1,
      refused: [
        { row: 3, reason: '“a lot” in Value is no number.' },
        { row: 4, reason: 'Give the deal a title.' },
        { row: 5, reason: '“soon” in Expected close is no date.' },
      ],
    });
    expect(rowsOf(host, 'Opportunities')).toEqual([
      expect.objectContaining({ Title: 'Fine', Value: '1,200.50', 'Expected close': '2026-03-04' }),
    ]);
  });

  test('finds leads by e-mail and by web domain, and none where two have the same name', () => {
    const host = readyHost();
    importTable(host, [
      ['Company Name', 'Website', 'Email'],
      ['Acme', 'https://www.acme.example/', ''],
      ['Globex', '', 'ann@globex.example'],
      ['Twin', 'one.example', ''],
      ['Twin', 'two.example', ''],
    ]);
    const { result } = importTable(host, [
      [
        'Deal Name',
        'Deal Stage',
        'Amount',
        'Associated Company Domain',
        'Associated Contact Email',
        'Associated Company',
      ],
      ['By domain', 'Proposal', '1', 'acme.example', '', ''],
      ['By mail', 'Proposal', '1', '', 'Ann@Globex.example', ''],
      ['By twin', 'Proposal', '1', '', '', 'Twin'],
    ]);
    expect(result.unlinked).toBe(1);
    expect(rowsOf(host, 'Opportunities').map((row) => row['Lead'])).toEqual(['Acme', 'Globex', 'Twin']);
    expect(rowsOf(host, 'Opportunities').map((row) => row['Lead ID'] !== '')).toEqual([true, true, false]);
  });

  test('a lead of whom only the e-mail is known is named by it', () => {
    const host = readyHost();
    importTable(host, [
      ['Email', 'Phone'],
      ['ann@acme.example', '1'],
    ]);
    expect(rowsOf(host, 'Leads')).toEqual([expect.objectContaining({ Company: '', Contact: 'ann@acme.example' })]);
  });

  test('text that could start a formula is text in its cell', () => {
    const host = readyHost();
    importTable(host, [
      ['Company', 'Contact', 'Notes'],
      ['=HYPERLINK("http://evil.example")', '+1 555 0100', '-2+3'],
      ['@SUM(A1)', "'=1", '=cmd|x'],
    ]);
    expect(rowsOf(host, 'Leads').map(({ Company, Contact, Notes }) => [Company, Contact, Notes])).toEqual([
      ['=HYPERLINK("http://evil.example")', '+1 555 0100', '-2+3'],
      ['@SUM(A1)', "'=1", '=cmd|x'],
    ]);
    expect(host.file.sheetNamed('Leads')!.grid.formulaCount).toBe(0);
  });

  test('nine hundred rows cost as many calls as ten', () => {
    const costOf = (rows: number) => {
      const host = readyHost();
      const header = ['Deal Name', 'Deal Stage', 'Amount'];
      importTable(host, [header, ...Array.from({ length: rows }, (_, i) => [`Deal ${i}`, 'Proposal', String(i)])]);
      expect(rowsOf(host, 'Opportunities')).toHaveLength(rows);
      return host.counts.calls;
    };
    expect(costOf(900)).toBe(costOf(10));
  });

  test('a person who sorts between two chunks loses nothing', () => {
    const host = readyHost();
    const header = ['Deal Name', 'Deal Stage', 'Amount'];
    const chunk = (from: number) => [
      header,
      ...Array.from({ length: 50 }, (_, i) => [`Deal ${from + i}`, 'Proposal', String(from + i)]),
    ];
    importTable(host, chunk(0));
    host.person.sort('Opportunities', 7, false);
    importTable(host, chunk(50));
    const values = rowsOf(host, 'Opportunities').map((row) => Number(row['Value']));
    expect(values.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });
});

test('an import that meets somebody who moves rows goes on, and covers none of them', async () => {
  const host = readyHost();
  for (const company of ['Beta', 'Alpha', 'Gamma']) call(host, 'createLead', { id: anId('lead'), fields: { company } });
  const client = createClient(async (request) => JSON.parse(host.call('rpc', JSON.stringify(request)) as string));
  host.beforeCall = ({ method }) => {
    if (method !== 'setValues') return;
    host.beforeCall = null;
    host.person.moveRows('Leads', 2, 1, 6);
  };
  const told: Progress[] = [];
  const plan: ImportPlan = {
    kind: 'lead',
    fields: ['company'],
    reading: { decimal: '.', dayFirst: false },
    stages: [],
  };
  const rows = ['Delta', 'Epsilon'].map((company, at) => ({ id: anId('lead'), row: at + 2, cells: [company] }));
  const hooks = { tell: (progress: Progress) => told.push(progress), isCancelled: () => false, wait: async () => {} };
  await runImport(client, { plan, rows, stages: [] }, hooks);
  const last = told[told.length - 1];
  expect(last).toMatchObject({ state: 'done', warnings: [] });
  const companies = rowsOf(host, 'Leads').map(({ Company }) => Company);
  expect(companies.sort()).toEqual(['Alpha', 'Beta', 'Delta', 'Epsilon', 'Gamma']);
});

describe('an import that cannot be read', () => {
  const plan: ImportPlan = {
    kind: 'lead',
    fields: ['company'],
    reading: { decimal: '.', dayFirst: false },
    stages: [],
  };

  test.each([
    ['no id', ['']],
    ['a text that is no id', ['junk']],
    ['the id of a deal', [anId('opportunity')]],
    ['one id for two rows', ['L-0000000001', 'L-0000000001']],
  ])('with %s is refused as a whole, and nothing is written', (_, ids) => {
    const host = readyHost();
    const rows = ids.map((id, index) => ({ id, row: index + 2, cells: ['Acme'] }));
    expect(failureOf(() => call(host, 'importRows', { plan, rows }))).toMatchObject({
      code: 'INVALID',
      message: 'The rows do not have ids of their own. Choose the file again.',
    });
    expect(rowsOf(host, 'Leads')).toEqual([]);
  });

  test('a file with a field that has no column is refused before anything is written', () => {
    const host = readyHost();
    const headers = host.person.seesTab('Leads')[0]!;
    host.person.deleteColumns('Leads', headers.indexOf('Notes') + 1);
    host.person.deleteColumns('Leads', headers.indexOf('Email') + 1);
    const table = [
      ['Company', 'Email', 'Notes'],
      ['Acme', 'ann@acme.example', ''],
    ];
    expect(failureOf(() => importTable(host, table))).toMatchObject({
      code: 'SHEET_BROKEN',
      message:
        'The tab “Leads” has no column “Email” and no column “Notes”. Add what is missing to the tab, or leave it out of the import.',
    });
    expect(rowsOf(host, 'Leads')).toEqual([]);
  });

  test('a moment with AM or PM, or with a zone, goes in as what the clocks of the file showed', () => {
    const host = readyHost({ timeZone: 'America/New_York' });
    importTable(host, [
      ['Deal Name', 'Deal Stage', 'Amount', 'Created', 'Closed at'],
      ['Afternoon', 'Closed Won', '5', '3/8/2026 1:30 PM', '2026-03-08 14:00:00 UTC'],
    ]);
    expect(rowsOf(host, 'Opportunities')).toEqual([
      expect.objectContaining({ 'Created at': '2026-03-08 13:30', 'Closed at': '2026-03-08 10:00' }),
    ]);
  });
});

describe('recognising a file', () => {
  test.each([
    [['Deal ID', 'Deal Name', 'Deal Stage', 'Pipeline', 'Amount', 'Close Date'], 'opportunity'],
    [['opportunity_id', 'sales_agent', 'product', 'account', 'deal_stage', 'close_value'], 'opportunity'],
    [['First Name', 'Last Name', 'Email', 'Lead Status'], 'lead'],
    [['account', 'sector', 'revenue', 'employees'], 'lead'],
    [['Table', 'Field', 'Description'], null],
    [['product', 'series', 'sales_price'], null],
    [['sales_agent', 'manager', 'regional_office'], null],
    [['Opportunity Owner', 'Account Name', 'Opportunity Name', 'Stage', 'Amount', 'Close Date'], 'opportunity'],
  ] as const)('%j is %s', (headers, kind) => {
    expect(recognise(headers)).toBe(kind);
  });

  test('duplicate and empty headers go to one field at most', () => {
    expect(matchColumns('lead', ['Company', '', 'Company', 'Email', 'Company name']).map(({ field }) => field)).toEqual(
      ['company', null, null, 'email', null],
    );
  });
});
