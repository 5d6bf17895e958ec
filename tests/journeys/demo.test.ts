import { demoData } from '../../scripts/demo/data.mjs';
import { fillDemo } from '../../scripts/demo/fill.mjs';
import { call, crmHost } from './crm-host';

describe('the demo', () => {
  test('is the same business for the same seed and day', () => {
    expect(demoData({ today: '2026-11-22', leads: 20, deals: 50, activities: 30 })).toEqual(
      demoData({ today: '2026-11-22', leads: 20, deals: 50, activities: 30 }),
    );
  });

  test('fills a file with deals, their leads and activities, every deal linked', () => {
    const host = crmHost();
    fillDemo(host, { today: '2026-11-22', leads: 300, deals: 2200, activities: 3000 });
    const { fields, rows } = call(host, 'opportunityLines', {});
    expect(rows).toHaveLength(2200);
    expect(rows.filter((row) => row[fields.indexOf('leadId')] === '')).toEqual([]);
    expect(call(host, 'leadLines', {}).rows).toHaveLength(300);
    expect(host.file.sheetNamed('Activities')!.grid.lastRow()).toBe(3000);
    const value = fields.indexOf('value');
    const stage = fields.indexOf('stage');
    const open = rows.filter((row) => !String(row[stage]).startsWith('Closed'));
    const sum = open.reduce((total, row) => total + ((row[value] as number | null) ?? 0), 0);
    host.choose('Reports > Pipeline');
    const total = host.person.seesTab('Pipeline report').find(([title]) => title === 'Open pipeline')!;
    expect(total[3]).toBe(open.length.toLocaleString('en-US'));
    expect(total[4]).toBe(sum.toLocaleString('en-US', { minimumFractionDigits: 2 }));
  });
});
