import { call, readyHost } from './crm-host';
import { deal, filled, type Host, report } from './pipeline-host';

const addStages = (host: Host, names: readonly string[], pipeline = 'Sales') => {
  const stage = { pipeline, order: 9, probability: 0.5, staleAfterDays: null, forecastCategory: '', key: 'x' };
  call(host, 'addStages', { stages: names.map((name) => ({ ...stage, kind: 'open', name })) });
};

const isBold = (host: Host, row: number) =>
  host.file.formats.get(host.file.sheetNamed('Pipeline report')!.grid.format(row, 0)).bold === true;

describe('Pipeline report, when people have been at the sheet', () => {
  test('counts a stage that stands twice in Settings once, and no total that stands under the ids', () => {
    const host = filled();
    host.person.type('Settings!B6', 'Proposal');
    host.person.type('Opportunities!A9', 'TOTAL');
    host.person.paste('Opportunities!E9', [['Sales', 'Proposal', '9999']]);
    host.person.paste('Opportunities!E10', [['Sales', 'Proposal', '5']]);
    const rows = report(host);
    expect(rows.filter(([, stage]) => stage === 'Proposal')).toEqual([
      ['Sales', 'Proposal', '50%', '3', '2,500.00', '1,450.00'],
    ]);
    expect(rows[rows.length - 1]?.slice(0, 4)).toEqual(['Deals not in these figures', '', '', '0']);
  });

  test('reads 75 in a column of plain numbers as 75 %, and leaves out what is no probability', () => {
    const host = readyHost();
    deal(host, 'Prospecting', { value: 1000, probability: 0.5 });
    deal(host, 'Prospecting', { value: 1000, probability: 0.5 });
    host.person.type('Opportunities!I2', '7500%');
    host.person.type('Opportunities!I3', '-20%');
    expect(report(host)[1]).toEqual(['Sales', 'Prospecting', '10%', '2', '2,000.00', '750.00']);
  });

  test('leaves notes below and beside it alone, also where it grows over them', () => {
    const host = filled();
    report(host);
    host.person.type("'Pipeline report'!A19", 'my note');
    host.person.type("'Pipeline report'!H6", 'beside');
    addStages(host, ['Trial', 'Legal', 'Signing']);
    report(host);
    const cells = host.person.seesTab('Pipeline report');
    expect(cells.filter(([first]) => first === 'my note')).toHaveLength(1);
    expect(cells[5]?.[7]).toBe('beside');
    expect(cells.filter(([first]) => first === 'Deals not in these figures')).toHaveLength(1);
    const bold = cells.flatMap(([first], row) => (isBold(host, row) ? [first] : []));
    expect(bold).toEqual(['Pipeline report', 'Pipeline', 'Open pipeline', 'Closed', 'Closed deals']);
  });

  test('leaves rows above it alone, and counts on below them', () => {
    const host = filled();
    report(host);
    const before = host.person.seesTab('Pipeline report');
    host.person.insertRows('Pipeline report', 1, 2);
    host.person.type("'Pipeline report'!A1", 'mine');
    for (let times = 0; times < 2; times++) {
      report(host);
      const [mine, blank, ...table] = host.person.seesTab('Pipeline report');
      expect([mine![0], blank!.join('')]).toEqual(['mine', '']);
      expect(table).toEqual(before);
      expect(host.file.objects.charts.map(({ ranges }) => ranges[0]!.rect.row)).toEqual([6]);
    }
    addStages(host, ['Trial']);
    report(host);
    expect(host.person.sees("'Pipeline report'!A1:A3").flat()).toEqual(['mine', '', 'Pipeline report']);
    host.person.type('Opportunities!G2', '4000');
    expect(host.person.sees("'Pipeline report'!D8:F8")).toEqual([['1', '4,000.00', '400.00']]);
  });

  test('makes room for itself where rows and columns were taken away', () => {
    const host = filled();
    report(host);
    const before = host.person.seesTab('Pipeline report');
    const { grid } = host.file.sheetNamed('Pipeline report')!;
    host.person.deleteColumns('Pipeline report', 4, grid.width - 3);
    host.person.deleteRows('Pipeline report', 12, grid.height - 11);
    report(host);
    expect(host.person.seesTab('Pipeline report')).toEqual(before);
  });

  test('counts the right columns where somebody puts one in while it is written', () => {
    const counted = filled();
    const host = filled();
    host.beforeCall = ({ method }) => {
      if (method !== 'setFormulas') return;
      host.beforeCall = null;
      host.person.insertColumns('Opportunities', 5);
    };
    expect(report(host)).toEqual(report(counted));
  });

  test('without the tab of deals says which one is missing', () => {
    const host = readyHost();
    host.person.deleteTab('Opportunities');
    host.choose('Reports > Pipeline');
    expect(host.screen.questions).toEqual([
      expect.objectContaining({
        prompt: 'There is no tab “Opportunities” in this file. Choose “Set up CRM” to make it.',
      }),
    ]);
  });

  test('names the pipeline beside the stage in its chart, where there are several', () => {
    const host = filled();
    addStages(host, ['Proposal'], 'Partners');
    const rows = report(host);
    expect(rows.slice(0, 6).map((row) => row[6])).toEqual([
      'In the chart',
      'Sales · Prospecting',
      'Sales · Discovery',
      'Sales · Proposal',
      'Sales · Negotiation',
      'Partners · Proposal',
    ]);
    report(host);
    expect(host.file.objects.charts.map(({ ranges }) => ranges[0]!.rect)).toEqual([
      { row: 4, column: 6, rows: 6, columns: 1 },
    ]);
  });
});
