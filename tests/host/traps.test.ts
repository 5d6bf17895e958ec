/**
 * What goes wrong with bundled Sheets add-ons in production, each broken on purpose: in the add-on itself, as it is built,
 * or in a little one where ours has no such part. The host must be as unkind as Google.
 */
import { join } from 'node:path';
import { type AddOn, readAddOn } from '../../host/add-on';
import { type Host, openHost } from '../../host/host';
import { scriptOf } from '../../host/panel/script-of';
import { hostWith, OUR_SCOPES } from './little-add-on';

const built = readAddOn(join(__dirname, '../../dist'));

/** The built add-on with its code changed. */
const broken = (change: (code: string) => string): AddOn => {
  const code = change(built.code);
  if (code === built.code) throw new Error('Nothing was broken.');
  return { ...built, code };
};

const openBroken = (change: (code: string) => string, options: { enabled?: boolean } = {}): Host =>
  openHost({ addOn: broken(change), now: '2026-11-22T15:00:00Z', ...options });

const whole = () => openHost({ addOn: built, now: '2026-11-22T15:00:00Z' });

const LEADS = { calls: [{ method: 'leadLines', input: {} }] };

test('a service call at the top of the bundle takes the menu away, where nobody has used the add-on yet', () => {
  const change = (code: string) => `var properties = PropertiesService.getDocumentProperties();\n${code}`;
  expect(openBroken(change, { enabled: false }).menu().get('Set up CRM')).toBeUndefined();
  expect(openBroken(change).menu().get('Set up CRM')).toBe('setUpCrm');
});

test('an onInstall that does not make the menu leaves none', () => {
  const install = (addOn: AddOn) =>
    openHost({ addOn, enabled: false }).as('eve@example.com').install().menu().get('Set up CRM');
  expect(install(built)).toBe('setUpCrm');
  expect(install(broken((code) => `${code}\nfunction onInstall() {}`))).toBeUndefined();
});

test('functions inside the bundle alone are not found by menus, triggers and pages', () => {
  const withoutDoors = (code: string) => code.slice(0, code.lastIndexOf('})();') + '})();'.length);
  const host = openBroken(withoutDoors);
  expect([host.menu().get('Set up CRM'), host.functions.length]).toEqual([undefined, 0]);
  expect(() => host.call('rpc', '{}')).toThrow('Script function not found: rpc');
});

test('functions that the bundle only assigns to the global object are not found either', () => {
  const host = hostWith('(function () { globalThis.start = function () { return 1; }; })();');
  expect(() => host.call('start')).toThrow('Script function not found: start');
});

test('a name that ends in an underscore is nobody’s to call', () => {
  const change = (code: string) =>
    code.replace('"openSidebar"', '"openSidebar_"').replace('function openSidebar()', 'function openSidebar_()');
  expect(() => openBroken(change).choose('Open CRM')).toThrow('Script function not found: openSidebar_');
});

test('every other function at the top is open to any user of a panel: the add-on has its doors and no more', () => {
  const doors = [
    'onEdit',
    'onInstall',
    'onOpen',
    'openAbout',
    'openImport',
    'openRepair',
    'openSidebar',
    'pipelineReport',
    'rpc',
    'setUpCrm',
  ];
  const host = whole();
  expect([...host.functions].sort()).toEqual(doors);
  const open = openBroken(
    (code) => `${code}\nfunction deleteEverything() { SpreadsheetApp.getActiveSheet().clear(); }`,
  );
  expect(open.has('deleteEverything')).toBe(true);
  open.person.type('A1', 'mine');
  open.call('deleteEverything');
  expect(open.person.sees('A1')).toEqual([['']]);
});

describe('what Google’s V8 lacks', () => {
  test.each(['#value = 1', 'static value = 1', 'value = 1'])('a class field breaks the whole project: %s', (field) => {
    const host = openBroken((code) => `${code}\nclass Secret { ${field}; }`);
    expect(host.menu().get('Set up CRM')).toBeUndefined();
    expect(() => host.call('rpc', '{}')).toThrow();
  });

  test.each(['setTimeout', 'URL', 'TextEncoder', 'crypto', 'structuredClone', 'fetch', 'btoa', 'Sheets'])(
    '%s is not there',
    (name) => {
      const host = openBroken((code) => code.replace('function rpc(body) {', `function rpc(body) {\n  ${name};`));
      expect(() => host.call('rpc', JSON.stringify(LEADS))).toThrow(`${name} is not defined`);
    },
  );
});

describe('stores that all customers share', () => {
  const STORES = `
    function keep(text) { CacheService.getScriptCache().put('leads', text); PropertiesService.getScriptProperties().setProperty('owner', text); }
    function kept() { return [CacheService.getScriptCache().get('leads'), PropertiesService.getScriptProperties().getProperty('owner')]; }
    function save(flush) { const lock = LockService.getScriptLock(); return lock.tryLock(1000); }
    function saveSlowly() { LockService.getScriptLock().waitLock(1000); SpreadsheetApp.flush(); }`;

  test('show one customer’s data to another', () => {
    const ann = hostWith(STORES);
    const bob = ann.workspace.newFile('bob@example.com');
    ann.workspace.account('bob@example.com').install();
    ann.call('keep', 'Ann’s leads');
    const other = ann.as('bob@example.com').in(bob);
    expect(other.call('kept')).toEqual(['Ann’s leads', 'Ann’s leads']);
  });

  test('make one customer wait for another', () => {
    const ann = hostWith(STORES);
    const other = ann.in(ann.workspace.newFile('ann@example.com'));
    let got: unknown = null;
    ann.beforeCall = ({ method }) => {
      if (method === 'flush') got = other.call('save');
    };
    ann.call('saveSlowly');
    expect(got).toBe(false);
  });
});

test('the cache drops its oldest hundred when it is full, and every value when it likes', () => {
  const host = hostWith(`
    function fill() { for (let i = 0; i < 1001; i++) CacheService.getDocumentCache().put('row' + i, 'x'); }
    function first(n) { return CacheService.getDocumentCache().get('row' + n); }
    function big() { CacheService.getDocumentCache().put('big', 'x'.repeat(102401)); }`);
  host.call('fill');
  expect([host.call('first', 100), host.call('first', 101)]).toEqual([null, 'x']);
  host.evict();
  expect(host.call('first', 101)).toBeNull();
  expect(() => host.call('big')).toThrow('Argument too large: value');
});

test('text is read as if typed: phone numbers, ids, dates and formulas change, also when a row is written back', () => {
  const host = hostWith(`
    function write() { SpreadsheetApp.getActiveSheet().getRange('A1:E1').setValues([['0171', '1-2', 'TRUE', '=1+1', '+34 600 123 456']]); }
    function kinds() { return SpreadsheetApp.getActiveSheet().getRange('A1:D1').getValues()[0].map((value) => Object.prototype.toString.call(value).slice(8, -1)); }
    function writeBack() { const range = SpreadsheetApp.getActiveSheet().getRange('A3:A3'); range.setValues(range.getValues()); }`);
  host.call('write');
  expect(host.call('kinds')).toEqual(['Number', 'Date', 'Boolean', 'Number']);
  expect(host.person.sees('A1')).toEqual([['171']]);
  expect(host.person.formulaIn('E1')).not.toBeNull();
  host.person.type('A3', `'=1+1`);
  expect(host.person.sees('A3')).toEqual([['=1+1']]);
  host.call('writeBack');
  expect(host.person.sees('A3')).toEqual([['2']]);
});

test('a day written as ISO text becomes the day before in a zone west of Greenwich', () => {
  const host = hostWith(
    `function close() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(new Date('2026-02-26')); }`,
    {
      timeZone: 'America/New_York',
      scriptZone: 'Etc/UTC',
    },
  );
  host.call('close');
  expect(host.person.sees('A1')[0]![0]).toContain('2/25/2026');
});

test('a row number that was remembered is somebody else’s row after a sort', () => {
  const host = hostWith(`
    function find(name) { PropertiesService.getDocumentProperties().setProperty('row', SpreadsheetApp.getActiveSheet().createTextFinder(name).findNext().getRow()); }
    function win() { SpreadsheetApp.getActiveSheet().getRange(Number(PropertiesService.getDocumentProperties().getProperty('row')), 2).setValue('won'); }`);
  host.person.paste('A1', [['Beta'], ['Acme']]);
  host.call('find', 'Beta');
  host.person.sort('Sheet1', 1);
  host.call('win');
  expect(host.person.sees('A1:B2')).toEqual([
    ['Acme', 'won'],
    ['Beta', ''],
  ]);
});

test('reading and writing by turns costs a commit each time', () => {
  const host = hostWith(`
    function byTurns() { const s = SpreadsheetApp.getActiveSheet(); for (let i = 1; i < 30; i++) { s.getRange(i, 1).setValue(i); s.getRange(i, 1).getValue(); } }
    function atOnce() { const s = SpreadsheetApp.getActiveSheet(); s.getRange(1, 1, 29, 1).setValues(Array.from({ length: 29 }, (_, i) => [i])); s.getRange(1, 1, 29, 1).getValues(); }`);
  host.call('byTurns');
  const slow = host.counts.modelledMilliseconds;
  host.call('atOnce');
  expect(slow - host.counts.modelledMilliseconds).toBeGreaterThan(3_000);
});

describe('a lock', () => {
  test('is lost while a question stands before the user', () => {
    const host = hostWith(`
      function ask() {
        const lock = LockService.getDocumentLock();
        lock.waitLock(10);
        SpreadsheetApp.getUi().alert('Sure?');
        return lock.hasLock();
      }`);
    expect(host.call('ask')).toBe(false);
  });

  test('that is given back before the flush is remarked on', () => {
    const host = openBroken((code) => code.replaceAll('SpreadsheetApp.flush()', 'void 0'));
    host.choose('Set up CRM');
    const input = { id: 'L-0000000001', fields: { company: 'Acme' } };
    host.call('rpc', JSON.stringify({ calls: [{ method: 'createLead', input }] }));
    expect(
      host.runs
        .at(-1)
        ?.log.map(({ text }) => text)
        .join(),
    ).toContain('before SpreadsheetApp.flush()');
  });
});

test('another file, mail and the network are out of reach with the scopes of the manifest', () => {
  const calls = [
    `SpreadsheetApp.openById('x')`,
    `MailApp.sendEmail('a@example.com', '', '')`,
    `UrlFetchApp.fetch('https://example.com')`,
    'ScriptApp.getProjectTriggers()',
  ];
  for (const call of calls) {
    const host = openBroken((code) => code.replace('function rpc(body) {', `function rpc(body) {\n  ${call};`));
    expect(() => host.call('rpc', '{}')).toThrow('Specified permissions are not sufficient to call');
  }
});

test('a scope that the manifest lost is missed by name', () => {
  const oauthScopes = built.manifest.oauthScopes.filter((scope) => !scope.endsWith('script.container.ui'));
  const host = openHost({ addOn: { ...built, manifest: { ...built.manifest, oauthScopes } } });
  host.choose('Set up CRM');
  expect(() => host.choose('Open CRM')).toThrow('Specified permissions are not sufficient to call Ui.');
});

test('the user’s address is blank or refused, and rows keyed on it are everybody’s', () => {
  const host = hostWith(`function mine() { return 'rows of <' + Session.getActiveUser().getEmail() + '>'; }`, {
    scopes: OUR_SCOPES,
  });
  expect(host.call('mine')).toBe('rows of <ann@example.com>');
  host.account.emailHidden = true;
  expect(host.call('mine')).toBe('rows of <>');
  host.account.granted = OUR_SCOPES.slice(0, 2);
  expect(() => host.call('mine')).toThrow('Session.getActiveUser');
});

test('onEdit is no log of changes: scripts, pastes and bursts escape it', () => {
  const host = hostWith(`
    function log() { return JSON.parse(PropertiesService.getDocumentProperties().getProperty('log') || '[]'); }
    function onEdit(e) { PropertiesService.getDocumentProperties().setProperty('log', JSON.stringify(log().concat([e.oldValue + ' > ' + e.value]))); }
    function write() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue('script'); }`);
  host.person.type('A1', 'typed');
  host.call('write');
  host.person.paste('A1', [['pasted', 'two cells']]);
  host.person.sort('Sheet1', 1);
  expect(host.call('log')).toEqual(['undefined > typed', 'undefined > undefined']);
});

test('a second trigger of a type is refused, and one that runs more than hourly', () => {
  const host = hostWith(`
    function tick() {}
    function everyHours(n) { ScriptApp.newTrigger('tick').timeBased().everyHours(n).create(); }
    function everyMinute() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(1).create(); }`);
  host.call('everyHours', 1);
  expect(() => host.call('everyHours', 6)).toThrow('too many time-based triggers');
  expect(() => host.call('everyMinute')).toThrow('once per hour');
});

describe('between the server and a page', () => {
  const opened = (addOn: AddOn) => {
    const host = openHost({ addOn, now: '2026-11-22T15:00:00Z' });
    host.choose('Open CRM');
    return host;
  };
  const rpc = (host: Host): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const runner = scriptOf(host).script.run.withSuccessHandler(resolve).withFailureHandler(reject);
      const call = runner['rpc'] as unknown as (body: string) => void;
      call(JSON.stringify(LEADS));
    });

  test('a date anywhere in an answer loses the whole answer', async () => {
    const change = (code: string) =>
      code.replace('return sheetyCrm.rpc(body);', 'return { at: new Date(), text: sheetyCrm.rpc(body) };');
    expect(await rpc(opened(broken(change)))).toBeNull();
    expect(await rpc(opened(built))).toContain('"answers"');
  });

  test('maps and sets lose what is in them, undefined becomes null', async () => {
    const change = (code: string) =>
      code.replace('return sheetyCrm.rpc(body);', "return { leads: new Map([['L-1', 'Acme']]), next: undefined };");
    expect(await rpc(opened(broken(change)))).toEqual({ leads: {}, next: null });
  });

  test('what looks like a comment in a template literal of a page is gone', () => {
    const withScript = (script: string): AddOn => ({
      ...built,
      pages: new Map(built.pages).set('sidebar', `<p>CRM</p><script>${script}</script>`),
    });
    expect(opened(withScript('const site = `https://crm.test`;')).screen.panel?.html).not.toContain('crm.test');
    expect(opened(withScript("const site = 'https://crm.test';")).screen.panel?.html).toContain('crm.test');
  });

  test('a page that is made by a template runs whatever stands between <? and ?>', () => {
    const change = (code: string) =>
      code.replaceAll('createHtmlOutputFromFile(file)', 'createTemplateFromFile(file).evaluate()');
    const pages = new Map(built.pages).set('sidebar', '<svg><?xml version="1.0"?></svg>');
    const host = openHost({ addOn: { ...broken(change), pages } });
    host.choose('Open CRM');
    expect(host.screen.questions.at(-1)?.prompt).toContain('Unexpected identifier');
    expect(opened({ ...built, pages }).screen.panel?.html).toContain('<?xml');
  });
});

test('a mark for every row is more than a tab can hold', () => {
  const host = hostWith(`
    function mark() {
      const sheet = SpreadsheetApp.getActiveSheet();
      for (let row = 1; row <= 1000; row++) sheet.getRange(row + ':' + row).addDeveloperMetadata('id', '0123456789-0123456789-0123456789-0123');
    }`);
  expect(() => host.call('mark')).toThrow(/metadata/i);
});
