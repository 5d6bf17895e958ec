import type { ScriptError } from '../../host/host';
import { measureOwnTime } from '../../host/run/counts';
import { hostWith } from './little-add-on';

describe('executions', () => {
  test('start from nothing each time: only the stores outlive them', () => {
    const host = hostWith(`
      var seen = 0;
      function count() {
        seen += 1;
        const store = PropertiesService.getDocumentProperties();
        store.setProperty('n', Number(store.getProperty('n')) + 1);
        return seen + '/' + store.getProperty('n');
      }`);
    expect(host.call('count')).toBe('1/1');
    expect(host.call('count')).toBe('1/2');
  });

  test('have the arrays, dates and errors of their own realm, and no browser or Node globals', () => {
    const host = hostWith(`
      function look() {
        const range = SpreadsheetApp.getActiveSheet().getRange('A1:A2');
        range.setValues([[new Date(0)], [2]]);
        let caught;
        try { range.setValues([[1]]); } catch (error) { caught = error; }
        return [range.getValues() instanceof Array, range.getValues()[0][0] instanceof Date, caught instanceof Error,
          typeof setTimeout, typeof URL, typeof fetch, typeof process, typeof console.log];
      }`);
    expect(host.call('look')).toEqual([
      true,
      true,
      true,
      'undefined',
      'undefined',
      'undefined',
      'undefined',
      'function',
    ]);
  });

  test('wait for a promise, and fail with the message alone', () => {
    const host = hostWith(`
      async function later() { await null; return 'done'; }
      function broken() { throw new Error('Not today.'); }`);
    expect(host.call('later')).toBe('done');
    expect(() => host.call('broken')).toThrow('Not today.');
    try {
      host.call('broken');
    } catch (error) {
      expect((error as ScriptError).scriptStack).toContain('Code.gs');
    }
  });

  test('say by name what the host cannot do', () => {
    const host = hostWith('function draw() { SpreadsheetApp.getActiveSheet().insertSlicer(); }');
    expect(() => host.call('draw')).toThrow('Sheet.insertSlicer is not supported by the offline host.');
  });

  test('can be cut in on between any two service calls', () => {
    const host = hostWith(`
      function twice() {
        const range = SpreadsheetApp.getActiveSheet().getRange('A1');
        return [range.getValue(), range.getValue()];
      }`);
    host.beforeCall = ({ method, number }) => {
      if (method === 'getValue' && number > 3) host.person.type('A1', 'typed meanwhile');
    };
    expect(host.call('twice')).toEqual(['', 'typed meanwhile']);
  });

  test('are counted: calls, settings and navigation apart, cells, other services', () => {
    const host = hostWith(`
      function work() {
        const sheet = SpreadsheetApp.getActiveSheet();
        sheet.setFrozenRows(1);
        sheet.getRange(1, 1, 10, 4).setValues(Array.from({ length: 10 }, () => [1, 2, 3, 4]));
        sheet.getRange(1, 1, 5, 2).getValues();
        CacheService.getDocumentCache().put('k', 'é');
      }`);
    host.call('work');
    const { calls, settings, spreadsheetCalls, otherCalls, cellsRead, cellsWritten, cacheBytes } = host.counts;
    expect({ calls, settings, spreadsheetCalls, otherCalls, cellsRead, cellsWritten, cacheBytes }).toEqual({
      calls: 3,
      settings: 1,
      spreadsheetCalls: 2,
      otherCalls: 1,
      cellsRead: 10,
      cellsWritten: 40,
      cacheBytes: 2,
    });
  });

  test('are listed in their order, with their place and cells', () => {
    const host = hostWith(`
      function work() {
        const sheet = SpreadsheetApp.getActiveSheet();
        sheet.getRange('B2:C4').getValues();
        sheet.insertRowsAfter(1, 2);
        sheet.getRangeList(['A1:A3', 'C1']).setValue('x');
        LockService.getDocumentLock().tryLock(1);
      }`);
    host.call('work');
    expect(host.counts.list.map(({ name, place, cells }) => [name, place, cells])).toEqual([
      ['Range.getValues', 'Sheet1!B2:C4', 6],
      ['Sheet.insertRowsAfter', 'Sheet1', 0],
      ['RangeList.setValue', '', 4],
      ['Lock.tryLock', '', 0],
    ]);
  });

  test('are told apart from what the script works by itself', () => {
    measureOwnTime();
    const host = hostWith(`
      function read() { SpreadsheetApp.getActiveSheet().getRange('A1').getValue(); }
      function think() { let sum = 0; for (let i = 0; i < 3e6; i++) sum = (sum + i * 7) % 1_000_003; return sum; }`);
    const work = () => {
      for (const from = process.cpuUsage().user; process.cpuUsage().user - from < 40_000; );
    };
    host.beforeCall = ({ method }) => void (method === 'getValue' && work());
    host.call('think');
    const { ownMilliseconds } = host.counts;
    host.call('read');
    expect(host.counts.ownMilliseconds).toBeLessThan(ownMilliseconds!);
  });
});

describe('what scripts write', () => {
  const written = (value: string, format = 'General') => {
    const host = hostWith(`
      function write(value, format) {
        const cell = SpreadsheetApp.getActiveSheet().getRange('A1').setNumberFormat(format).setValue(value);
        return [cell.getValue(), cell.getDisplayValue(), cell.getFormula()].map(String);
      }`);
    return host.call('write', value, format) as string[];
  };

  test.each([
    ['01234', 'General', ['1234', '1234', '']],
    ['TRUE', 'General', ['true', 'TRUE', '']],
    ['12%', 'General', ['0.12', '12%', '']],
    ["'0123", 'General', ['0123', '0123', '']],
    ['0123', '@', ['0123', '0123', '']],
    ['1-2', '@', ['1-2', '1-2', '']],
    ['=1+1', '@', ['2', '2', '=1+1']],
  ])('%s in a cell of format %s reads %j', (value, format, expected) => {
    expect(written(value, format)).toEqual(expected);
  });

  test('a leading plus or minus that is no number starts a formula', () => {
    expect(written('+34 600 123 456')[2]).toBe('=+34 600 123 456');
    expect(written('-call back')[2]).toBe('=-call back');
  });

  test('rich text goes in as it is', () => {
    const host = hostWith(`
      function write() {
        const text = SpreadsheetApp.newRichTextValue().setText('=1+1').build();
        const cell = SpreadsheetApp.getActiveSheet().getRange('A1').setRichTextValue(text);
        return [cell.getValue(), cell.getFormula()];
      }`);
    expect(host.call('write')).toEqual(['=1+1', '']);
  });

  test('dates become days of the zone of the file, across a change of clocks', () => {
    const host = hostWith(
      `
      function write(times) {
        const range = SpreadsheetApp.getActiveSheet().getRange(1, 1, times.length, 1);
        range.setValues(times.map((time) => [new Date(time)]));
        return range.getValues().map(([date]) => date.getTime());
      }`,
      { timeZone: 'America/New_York' },
    );
    const times = ['2026-03-08T06:59:00Z', '2026-03-08T07:00:00Z', '2026-11-01T07:00:00Z', '1999-12-31T23:00:00Z'].map(
      (text) => Date.parse(text),
    );
    expect(host.call('write', times)).toEqual(times);
    expect(host.person.sees('A1:A2')).toEqual([['3/8/2026 1:59:00'], ['3/8/2026 3:00:00']]);
  });

  test('a block of the wrong size is refused in Google’s words', () => {
    const host = hostWith(
      'function write() { SpreadsheetApp.getActiveSheet().getRange("A1:B2").setValues([[1, 2]]); }',
    );
    expect(() => host.call('write')).toThrow(
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    );
  });
});

describe('people', () => {
  test('sort a tab below its frozen rows: blanks last, marks of columns stay', () => {
    const host = hostWith('');
    host.person.paste('A1', [
      ['Deal', 'Value'],
      ['Beta', '20'],
      ['', ''],
      ['Alpha', '10'],
      ['Gamma', '5'],
    ]);
    host.file.apply({ kind: 'sheet', sheet: 0, properties: { frozenRows: 1 } });
    host.person.sort('Sheet1', 2);
    expect(host.person.sees('A1:A5').flat()).toEqual(['Deal', 'Gamma', 'Alpha', 'Beta', '']);
    host.person.undo();
    expect(host.person.sees('A1:A5').flat()).toEqual(['Deal', 'Beta', '', 'Alpha', 'Gamma']);
  });

  test('paste more than the tab holds, and see what they typed as the locale reads it', () => {
    const host = hostWith('', { locale: 'de_DE' });
    host.person.paste('Z1000', [
      ['1.234,5', '15.01.2026'],
      ['x', 'y'],
    ]);
    expect(host.person.sees('Z1000:AA1001')).toEqual([
      ['1.234,50', '15.01.2026'],
      ['x', 'y'],
    ]);
  });
});

describe('menus, panels and questions', () => {
  test('the add-on shows them, the driver answers', () => {
    const host = hostWith(`
      function onOpen() {
        const ui = SpreadsheetApp.getUi();
        ui.createAddonMenu().addItem('Ask', 'ask').addSubMenu(ui.createMenu('Reports').addItem('Pipeline', 'report')).addToUi();
      }
      function ask() {
        const ui = SpreadsheetApp.getUi();
        const button = ui.alert('Sure?', 'It cannot be undone.', ui.ButtonSet.YES_NO);
        if (button !== ui.Button.YES) return 'no';
        ui.showSidebar(HtmlService.createHtmlOutputFromFile('page').setTitle('Side').append('!'));
        return 'yes';
      }
      function report() { SpreadsheetApp.getActive().toast('Done', 'Report', 3); }`);
    expect([...host.menu()]).toEqual([
      ['Ask', 'ask'],
      ['Reports > Pipeline', 'report'],
    ]);
    expect(host.choose('Ask')).toBe('no');
    host.screen.answers.push({ button: 'YES', text: '' });
    expect(host.choose('Ask')).toBe('yes');
    expect(host.screen.panel).toEqual({
      kind: 'sidebar',
      title: 'Side',
      html: '<p>hi</p>!',
      width: null,
      height: null,
      functions: ['onOpen', 'ask', 'report'],
    });
    host.choose('Reports > Pipeline');
    expect(host.screen.toasts).toEqual([{ message: 'Done', title: 'Report', seconds: 3 }]);
  });
});

test('a lock that another execution holds is waited for, and given up after the time asked', () => {
  const host = hostWith('function take() { return LockService.getDocumentLock().tryLock(5000); }', {
    now: '2026-11-22T09:00:00Z',
  });
  host.stores.locks.document.holder = 'someone else';
  expect(host.call('take')).toBe(false);
  expect(host.now()).toBe(Date.parse('2026-11-22T09:00:05Z'));
  host.stores.locks.document.holder = null;
  expect(host.call('take')).toBe(true);
  expect(host.stores.locks.document.holder).toBeNull();
});

test('the cache forgets: after its time, and the oldest when it is full', () => {
  const host = hostWith(
    `
    function fill() { for (let i = 0; i < 1001; i++) CacheService.getDocumentCache().put('k' + i, 'v', 600); }
    function read(keys) { return CacheService.getDocumentCache().getAll(keys); }
    function tooLarge() { CacheService.getDocumentCache().put('k', 'x'.repeat(102401)); }`,
    { now: 0 },
  );
  host.call('fill');
  expect(host.call('read', ['k0', 'k100', 'k101', 'k1000'])).toEqual({ k101: 'v', k1000: 'v' });
  host.passTime(600_000);
  expect(host.call('read', ['k1000'])).toEqual({});
  expect(() => host.call('tooLarge')).toThrow('Argument too large: value');
});

test('files that are open beside each other have formulas of their own', () => {
  const sums = [1, 2].map((n) => {
    const host = hostWith('');
    host.person.paste('A1', [[String(n)], [String(2 * n)], [String(3 * n)]]);
    host.person.type('B1', '=SUM(A1:A3)');
    return host.person.sees('B1')[0]![0];
  });
  expect(sums).toEqual(['6', '12']);
});

describe('a bundle that Google would not parse', () => {
  test.each([
    ['a private field', 'class Lead { #name = 1; }'],
    ['a static field', 'class Lead { static count = 0; }'],
    ['an export', 'export const lead = 1;'],
    ['an await at the top', 'await 1;'],
  ])('fails as a whole for %s', (_, code) => {
    expect(() => hostWith(`${code} function go() { return 1; }`).call('go')).toThrow();
    expect(hostWith(`${code} function go() { return 1; }`).runs[0]?.error).toBeTruthy();
  });

  test('may speak of static things and await in async functions', () => {
    const host = hostWith(
      'async function go() { await null; class A { static b() { return "# static x = 1"; } } return A.b(); }',
    );
    expect(host.call('go')).toBe('# static x = 1');
  });
});

test('a lock that is given back before the write is committed is remarked on', () => {
  const host = hostWith(`
    function save(flush) {
      const lock = LockService.getDocumentLock();
      lock.waitLock(10);
      SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1);
      if (flush) SpreadsheetApp.flush();
      lock.releaseLock();
    }`);
  host.call('save', true);
  expect(host.runs.at(-1)?.log).toEqual([]);
  host.call('save', false);
  expect(host.runs.at(-1)?.log[0]?.text).toMatch(/^The lock was released before SpreadsheetApp.flush/);
});

test('ARRAYFORMULA fills the cells below, and follows what it looks at', () => {
  const host = hostWith('');
  host.person.paste('A1', [['1'], ['2'], ['']]);
  host.person.type('C1', '=ARRAYFORMULA(IF(A1:A3="","",A1:A3*2))');
  expect(host.person.sees('C1:C3')).toEqual([['2'], ['4'], ['']]);
  host.person.type('A3', '5');
  expect(host.person.sees('C1:C3')).toEqual([['2'], ['4'], ['10']]);
  expect(host.person.formulaIn('C1')).toBe('=ARRAYFORMULA(IF(A1:A3="","",A1:A3*2))');
});
