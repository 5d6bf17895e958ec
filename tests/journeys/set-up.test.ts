import { blankSheet, plainSheet } from '../../host/engine/sheet';
import { fileFrom, fileSnapshot } from '../../host/engine/snapshot';
import { anId, call, crmHost, readyHost, rowsOf } from './crm-host';

const TABS = ['Sheet1', 'Settings', 'Leads', 'Opportunities', 'Activities', 'History'];

describe('Set up CRM', () => {
  test('makes the five tabs beside what is there, with frozen headers, in at most 60 calls', () => {
    const host = crmHost();
    host.person.type('Sheet1!A1', 'mine');
    host.choose('Set up CRM');
    expect(host.counts.calls).toBeLessThanOrEqual(60);
    expect(host.file.sheets.map((sheet) => sheet.name)).toEqual(TABS);
    expect(host.person.sees('Sheet1!A1')).toEqual([['mine']]);
    expect(host.person.sees('Opportunities!A1:T1')[0]).toEqual([
      'Opportunity ID',
      'Lead ID',
      'Lead',
      'Title',
      'Pipeline',
      'Stage',
      'Value',
      'Currency',
      'Probability',
      'Expected close',
      'Next step',
      'Product',
      'Owner',
      'Lost reason',
      'Notes',
      'Created at',
      'Updated at',
      'Stage since',
      'Closed at',
      'Recorded',
    ]);
    expect(host.file.sheetNamed('Leads')!.properties.frozenRows).toBe(1);
    expect(host.file.sheetNamed('History')!.properties.hidden).toBe(true);
    expect(host.screen.toasts).toHaveLength(1);
  });

  test('writes the default stages, sizes that stay text, and lists for the dropdowns', () => {
    const host = readyHost();
    expect(host.person.sees('Settings!A1:H8')).toEqual([
      ['Stages', '', '', '', '', '', '', ''],
      ['Pipeline', 'Stage', 'Order', 'Probability', 'Ends as', 'Stale after days', 'Forecast category', 'Key'],
      ['Sales', 'Prospecting', '1', '10%', 'open', '30', 'Pipeline', 'prospecting'],
      ['Sales', 'Discovery', '2', '25%', 'open', '21', 'Pipeline', 'discovery'],
      ['Sales', 'Proposal', '3', '50%', 'open', '14', 'Best case', 'proposal'],
      ['Sales', 'Negotiation', '4', '75%', 'open', '14', 'Commit', 'negotiation'],
      ['Sales', 'Closed Won', '5', '100%', 'won', '', 'Closed', 'closed won'],
      ['Sales', 'Closed Lost', '6', '0%', 'lost', '', 'Omitted', 'closed lost'],
    ]);
    expect(host.person.sees('Settings!R3')).toEqual([['1-10']]);
    const rule = host.call('rpc', '{"calls":[{"method":"start","input":{}}]}');
    expect(JSON.parse(rule as string).answers[0].value.settings.companySizes[0]).toBe('1-10');
    const stages = host.file.objects.names.find(({ name }) => name === 'CRM_Stages');
    expect(stages?.rect).toEqual({ row: 2, column: 1, rows: 998, columns: 1 });
  });

  test('run twice changes nothing', () => {
    const host = readyHost();
    const { version } = host.file;
    host.choose('Set up CRM');
    expect(host.file.version).toBe(version);
    expect(host.counts.cellsWritten).toBe(0);
  });

  test('adopts a tab that is already called Leads: maps its columns, adds the missing ones, keeps every cell', () => {
    const host = crmHost();
    host.person.paste('Sheet1!A1', [
      ['Company name', 'E-Mail', 'How we met', 'Phone number'],
      ['Acme', 'ann@acme.example', 'at a fair', '0042'],
    ]);
    host.person.renameTab('Sheet1', 'Leads');
    host.choose('Set up CRM');
    const [row] = rowsOf(host, 'Leads');
    expect(row).toMatchObject({
      'Company name': 'Acme',
      'E-Mail': 'ann@acme.example',
      'How we met': 'at a fair',
      'Phone number': '42',
    });
    const headers = host.person.seesTab('Leads')[0]!;
    expect(headers.slice(0, 5)).toEqual(['Company name', 'E-Mail', 'How we met', 'Phone number', 'Lead ID']);
    expect(headers).not.toContain('Company');
    expect(headers).toContain('Status');
  });

  test('leaves tabs alone that are called like ours but hold something else', () => {
    const host = crmHost();
    for (const name of ['Settings', 'History', 'Pipeline report']) {
      host.file.apply({
        kind: 'insert-sheet',
        index: 1,
        snapshot: blankSheet(host.file.newId(), plainSheet(name), 10, 5),
      });
      host.person.type(`'${name}'!A1`, 'my own');
      host.person.type(`'${name}'!E10`, 'keep');
    }
    host.choose('Set up CRM');
    host.choose('Reports > Pipeline');
    expect(host.file.sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['CRM settings', 'CRM history', 'CRM pipeline report']),
    );
    for (const name of ['Settings', 'History', 'Pipeline report']) {
      expect(host.person.seesTab(name).flat().filter(Boolean)).toEqual(['my own', 'keep']);
    }
  });

  test('a copied file, whose tabs have other ids and whose properties are gone, works on', () => {
    const host = readyHost();
    const copy = crmHost({ file: fileFrom(fileSnapshot(host.file)) });
    const id = anId('lead');
    call(copy, 'createLead', { id, fields: { company: 'Acme' } });
    expect(rowsOf(copy, 'Leads')).toHaveLength(1);
    copy.choose('Set up CRM');
    expect(copy.file.sheets.map(({ name }) => name)).toEqual(TABS);
  });
});
