import { hostWith, OUR_SCOPES } from './little-add-on';

const SEEN = `
  function seen() { return JSON.parse(PropertiesService.getDocumentProperties().getProperty('seen') || '[]'); }
  function note(what) { PropertiesService.getDocumentProperties().setProperty('seen', JSON.stringify(seen().concat([what]))); }`;

const ON_EDIT = `${SEEN}
  function onEdit(e) {
    note({ at: e.range.getA1Notation(), tab: e.range.getSheet().getName(), value: e.value, oldValue: e.oldValue, mode: String(e.authMode), file: e.source.getName(), who: e.user.getEmail() });
  }
  function write() { SpreadsheetApp.getActiveSheet().getRange('A9').setValue('by a script'); }`;

describe('onEdit', () => {
  test('tells one cell’s new and old value as text', () => {
    const host = hostWith(ON_EDIT);
    host.person.type('B2', 'Acme');
    host.person.type('B2', '5');
    host.person.type('B2', 'true');
    host.person.clear('B2');
    expect(
      (host.call('seen') as { value?: string; oldValue?: string }[]).map(({ value, oldValue }) => [value, oldValue]),
    ).toEqual([
      ['Acme', undefined],
      ['5', 'Acme'],
      ['TRUE', '5'],
      [undefined, 'TRUE'],
    ]);
  });

  test('tells only the range where several cells changed, and runs LIMITED, without saying who', () => {
    const host = hostWith(ON_EDIT);
    host.person.paste('B2', [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(host.call('seen')).toEqual([
      { at: 'B2:C3', tab: 'Sheet1', mode: 'LIMITED', file: 'Untitled spreadsheet', who: '' },
    ]);
  });

  test('tells a day as the number in its cell', () => {
    const host = hostWith(ON_EDIT);
    host.person.type('A1', '11/22/2026');
    expect(host.call('seen')).toMatchObject([{ value: '46348' }]);
  });

  test('hears nothing of what scripts write, of sorts, undos, formats, and new rows', () => {
    const host = hostWith(ON_EDIT);
    host.person.paste('A1', [['b'], ['a']]);
    host.call('write');
    host.person.sort('Sheet1', 1);
    host.person.undo();
    host.person.insertRows('Sheet1', 1);
    host.person.deleteRows('Sheet1', 1);
    expect(host.call('seen')).toHaveLength(1);
  });

  test('hears nothing in a file where the add-on is not in use', () => {
    const host = hostWith(ON_EDIT, { enabled: false });
    host.person.type('A1', 'x');
    expect(host.call('seen')).toEqual([]);
  });

  test('keeps two edits while a script runs, and loses the others', () => {
    const host = hostWith(ON_EDIT);
    host.beforeCall = ({ method }) => {
      if (method === 'setValue') for (const text of ['1', '2', '3', '4']) host.person.type('A1', text);
    };
    host.call('write');
    expect((host.call('seen') as { value: string }[]).map(({ value }) => value)).toEqual(['1', '2']);
  });

  test('is ended after thirty seconds', () => {
    const host = hostWith(
      `${SEEN} function onEdit() { for (let i = 0; i < 40; i++) { try { note(i); } catch {} Utilities.sleep(1000); } }`,
    );
    host.person.type('A1', 'x');
    expect(host.runs.at(-1)?.error).toBe('Exceeded maximum execution time');
    expect(host.call('seen')).toHaveLength(28);
  });
});

test('onSelectionChange drops what comes within two seconds', () => {
  const host = hostWith(`${SEEN} function onSelectionChange(e) { note(e.range.getA1Notation()); }`);
  host.person.select('A1');
  host.person.select('B2');
  host.passTime(2_000);
  host.person.select('C3:C4');
  expect(host.call('seen')).toEqual(['A1', 'C3:C4']);
});

const INSTALL = `${SEEN}
  function onAnyChange(e) { note([e.changeType, Session.getEffectiveUser().getEmail()]); }
  function hourly(e) { note([e.hour, e.timezone, e['day-of-week']]); }
  function watch() { ScriptApp.newTrigger('onAnyChange').forSpreadsheet(SpreadsheetApp.getActive()).onChange().create(); }
  function everyHours(n) { ScriptApp.newTrigger('hourly').timeBased().everyHours(n).create(); }
  function atNine() { ScriptApp.newTrigger('hourly').timeBased().everyDays(1).atHour(9).create(); }
  function mine() { return ScriptApp.getProjectTriggers().map((t) => [t.getHandlerFunction(), String(t.getEventType())]); }
  function stop() { ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t)); }
  function often() { ScriptApp.newTrigger('hourly').timeBased().everyMinutes(5).create(); }
  function write() { SpreadsheetApp.getActiveSheet().getRange('A9').setValue(1); }`;

describe('installed triggers', () => {
  const scopes = [...OUR_SCOPES, 'https://www.googleapis.com/auth/script.scriptapp'];

  test('hear what changed, and run as whoever installed them', () => {
    const ann = hostWith(INSTALL, { scopes });
    ann.call('watch');
    const bob = ann.as('bob@example.com');
    bob.person.type('A1', 'x');
    bob.person.insertRows('Sheet1', 1);
    bob.person.deleteColumns('Sheet1', 2);
    bob.person.renameTab('Sheet1', 'Data');
    ann.call('write');
    const who = 'ann@example.com';
    expect(ann.call('seen')).toEqual([
      ['EDIT', who],
      ['INSERT_ROW', who],
      ['REMOVE_COLUMN', who],
      ['OTHER', who],
    ]);
  });

  test('are one of each type per user and file', () => {
    const ann = hostWith(INSTALL, { scopes });
    ann.call('watch');
    ann.call('everyHours', 1);
    expect(() => ann.call('watch')).toThrow(
      'This add-on has created too many change triggers in this document for this Google user account.',
    );
    expect(() => ann.call('atNine')).toThrow('too many time-based triggers');
    const bob = ann.as('bob@example.com').install();
    expect(bob.call('mine')).toEqual([]);
    bob.call('watch');
    expect(ann.call('mine')).toEqual([
      ['onAnyChange', 'ON_CHANGE'],
      ['hourly', 'CLOCK'],
    ]);
    ann.call('stop');
    expect([ann.call('mine'), bob.call('mine')]).toEqual([[], [['onAnyChange', 'ON_CHANGE']]]);
  });

  test('of the clock run hourly at most, when their time comes', () => {
    const ann = hostWith(INSTALL, { scopes });
    expect(() => ann.call('often')).toThrow('at most once per hour');
    ann.call('everyHours', 2);
    ann.passTime(5 * 3_600_000);
    expect(ann.call('seen')).toEqual([
      [11, 'Etc/UTC', 7],
      [13, 'Etc/UTC', 7],
    ]);
  });

  test('of the clock keep to the hour of the script’s zone, across a change of clocks', () => {
    const ann = hostWith(INSTALL, {
      scopes,
      scriptZone: 'Europe/Madrid',
      timeZone: 'America/New_York',
      now: '2026-10-24T12:00:00Z',
    });
    ann.call('atNine');
    ann.passTime(48 * 3_600_000);
    expect(ann.call('seen')).toEqual([
      [9, 'Europe/Madrid', 7],
      [9, 'Europe/Madrid', 1],
    ]);
  });

  test('of the clock have nobody before them', () => {
    const ann = hostWith(
      `${INSTALL} function ask() { SpreadsheetApp.getUi(); } function install() { ScriptApp.newTrigger('ask').timeBased().everyHours(1).create(); }`,
      { scopes },
    );
    ann.call('install');
    ann.passTime(3_600_001);
    expect(ann.runs.at(-1)).toMatchObject({
      functionName: 'ask',
      error: 'Cannot call SpreadsheetApp.getUi() from this context.',
    });
  });
});

describe('triggers whose maker is gone', () => {
  const scopes = [...OUR_SCOPES, 'https://www.googleapis.com/auth/script.scriptapp'];

  test('stop when the add-on is uninstalled', () => {
    const ann = hostWith(INSTALL, { scopes });
    const bob = ann.as('bob@example.com').install();
    bob.call('watch');
    bob.call('everyHours', 1);
    bob.uninstall();
    ann.person.type('A1', 'x');
    ann.passTime(5 * 3_600_000);
    expect(ann.call('seen')).toEqual([]);
  });

  test('fail without a word to whoever edits when the maker lost the file', () => {
    const ann = hostWith(INSTALL, { scopes });
    ann.as('bob@example.com').install().call('watch');
    ann.hosted.sharing.delete('bob@example.com');
    ann.person.type('A1', 'x');
    expect(ann.person.sees('A1')).toEqual([['x']]);
    expect(ann.runs.at(-1)?.error).toBe('You do not have permission to access the requested document.');
  });

  test('run in the other files of the workspace too', () => {
    const ann = hostWith(INSTALL, { scopes });
    const other = ann.in(ann.workspace.newFile('ann@example.com'));
    other.call('everyHours', 1);
    ann.passTime(3_600_001);
    expect([ann.call('seen'), (other.call('seen') as unknown[]).length]).toEqual([[], 1]);
  });
});
