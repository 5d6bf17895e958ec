import { anId, call, readyHost } from './crm-host';
import { deal, filled, report } from './pipeline-host';

describe('Pipeline report', () => {
  test('counts, sums and weighs open deals by stage; won and lost stand apart', () => {
    expect(report(filled())).toEqual([
      ['Pipeline', 'Stage', 'Probability', 'Deals', 'Value', 'Weighted value'],
      ['Sales', 'Prospecting', '10%', '1', '1,000.00', '100.00'],
      ['Sales', 'Discovery', '25%', '0', '0.00', '0.00'],
      ['Sales', 'Proposal', '50%', '3', '2,500.00', '1,450.00'],
      ['Sales', 'Negotiation', '75%', '0', '0.00', '0.00'],
      ['Open pipeline', '', '', '4', '3,500.00', '1,550.00'],
      ['', '', '', '', '', ''],
      ['Closed', 'Stage', '', 'Deals', 'Value', ''],
      ['Sales', 'Closed Won', '', '1', '700.00', ''],
      ['Sales', 'Closed Lost', '', '1', '40.00', ''],
      ['Closed deals', '', '', '2', '740.00', ''],
      ['', '', '', '', '', ''],
      ['Deals not in these figures', '', '', '0', '', ''],
    ]);
  });

  test('counts no deal twice where stages or pipelines differ in case only', () => {
    const host = readyHost();
    host.person.paste('Settings!A3', [
      ['Sales', 'Demo'],
      ['Sales', 'demo'],
      ['sales', 'Demo'],
    ]);
    for (const [pipeline, stage, value] of [
      ['Sales', 'Demo', 1],
      ['Sales', 'demo', 20],
      ['sales', 'Demo', 300],
    ] as const)
      call(host, 'createOpportunity', { id: anId('opportunity'), fields: { title: 'A deal', pipeline, stage, value } });
    const rows = report(host).map(([first, second, , deals, value]) => [first, second, deals, value]);
    expect(rows).toEqual(
      expect.arrayContaining([
        ['Sales', 'Demo', '1', '1.00'],
        ['Sales', 'demo', '1', '20.00'],
        ['sales', 'Demo', '1', '300.00'],
        ['Deals not in these figures', '', '0', ''],
      ]),
    );
  });

  test('is live: an edit in the grid changes it, whoever moved the columns', () => {
    const host = filled();
    report(host);
    host.person.moveColumns('Opportunities', 7, 1, 2);
    host.person.renameTab('Opportunities', 'Deals');
    host.person.type('Deals!B2', '4000');
    expect(host.person.sees("'Pipeline report'!D6:F6")).toEqual([['1', '4,000.00', '400.00']]);
  });

  test('deals in another currency, or in a stage that Settings does not list, are named as left out', () => {
    const host = filled();
    deal(host, 'Prospecting', { value: 900, currency: 'EUR' });
    const odd = deal(host, 'Prospecting', { value: 1 });
    expect(call(host, 'opportunity', { id: odd }).record.stage).toBe('Prospecting');
    host.person.type('Opportunities!F9', 'Signed?');
    const rows = report(host);
    expect(rows[1]).toEqual(['Sales', 'Prospecting', '10%', '1', '1,000.00', '100.00']);
    expect(rows[rows.length - 1]?.slice(0, 4)).toEqual(['Deals not in these figures', '', '', '2']);
    host.person.type("'Pipeline report'!B3", 'EUR');
    expect(host.person.sees("'Pipeline report'!D6:F6")).toEqual([['1', '900.00', '90.00']]);
  });

  test('a stage without a probability is left out of the weighted sums', () => {
    const host = filled();
    host.person.clear('Settings!D5');
    expect(report(host)[3]).toEqual(['Sales', 'Proposal', '', '3', '2,500.00', '450.00']);
  });

  test('has a native chart of the open stages, and refreshing keeps one', () => {
    const host = filled();
    report(host);
    report(host);
    const tab = host.file.sheetNamed('Pipeline report')!;
    expect(host.file.objects.charts).toEqual([
      expect.objectContaining({
        sheet: tab.id,
        type: 'COLUMN',
        ranges: [
          { sheet: tab.id, rect: { row: 4, column: 1, rows: 5, columns: 1 } },
          { sheet: tab.id, rect: { row: 4, column: 4, rows: 5, columns: 2 } },
        ],
      }),
    ]);
    expect(host.file.sheets.filter(({ name }) => name === 'Pipeline report')).toHaveLength(1);
  });

  test('a chart of someone’s own on the tab stays, and ours makes room when stages are added', () => {
    const host = filled();
    report(host);
    const [ours] = host.file.objects.charts;
    const theirs = {
      ...ours!,
      id: host.file.newId(),
      ranges: [{ sheet: ours!.sheet, rect: { row: 30, column: 10, rows: 2, columns: 2 } }],
    };
    host.file.apply({ kind: 'objects', objects: { charts: [theirs, ours!] } });
    const stage = {
      pipeline: 'Sales',
      order: 9,
      probability: 0.5,
      kind: 'open',
      staleAfterDays: null,
      forecastCategory: '',
      key: 'x',
    } as const;
    call(host, 'addStages', { stages: ['Trial', 'Legal', 'Signing'].map((name) => ({ ...stage, name })) });
    report(host);
    expect(host.file.objects.charts.find(({ id }) => id === theirs.id)).toEqual(theirs);
    const row = host.file.objects.charts.find(({ id }) => id === ours!.id)!.anchor.row;
    expect(row).toBeGreaterThan(host.person.seesTab('Pipeline report').length);
  });

  test('stages named like formulas or wildcards are counted by their name alone', () => {
    const host = readyHost();
    const stage = {
      pipeline: 'Sales',
      order: 9,
      probability: 0.5,
      kind: 'open',
      staleAfterDays: null,
      forecastCategory: '',
      key: 'x',
    } as const;
    call(host, 'addStages', { stages: ['<5k', 'A*', '=1+1'].map((name) => ({ ...stage, name })) });
    deal(host, '<5k', { value: 1 });
    deal(host, 'A*', { value: 10 });
    deal(host, '=1+1', { value: 100 });
    expect(
      report(host)
        .slice(5, 8)
        .map(([, name, , deals, value]) => [name, deals, value]),
    ).toEqual([
      ['<5k', '1', '1.00'],
      ['A*', '1', '10.00'],
      ['=1+1', '1', '100.00'],
    ]);
  });
});
