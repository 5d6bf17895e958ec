import { hostWith, OUR_SCOPES } from './little-add-on';

const MENU = `SpreadsheetApp.getUi().createAddonMenu().addItem('Start', 'start').addToUi();`;
const CURRENT_FILE =
  '(https://www.googleapis.com/auth/spreadsheets || https://www.googleapis.com/auth/spreadsheets.currentonly)';

describe('a file in which nobody has used the add-on yet', () => {
  const fresh = (code: string) => hostWith(code, { enabled: false, scopes: OUR_SCOPES });

  test('is opened in AuthMode NONE: a menu is all that can be made', () => {
    const host = fresh(`function onOpen(e) { if (e.authMode === ScriptApp.AuthMode.NONE) { ${MENU} } }`);
    expect([...host.menu()]).toEqual([['Start', 'start']]);
  });

  test.each([
    [
      'a service call at the top of the bundle',
      `var zone = PropertiesService.getDocumentProperties(); function onOpen() { ${MENU} }`,
    ],
    ['a look at the sheet before the menu', `function onOpen() { SpreadsheetApp.getActiveSheet(); ${MENU} }`],
    ['the cache', `function onOpen() { CacheService.getDocumentCache(); ${MENU} }`],
  ])('loses its menu to %s', (_, code) => {
    const host = fresh(code);
    expect(host.menu().size).toBe(0);
    expect(host.runs.at(-1)?.error).toMatch(/^You do not have permission to call /);
    // The same bundle works where the add-on is in use, which is why nobody notices before publishing.
    expect(hostWith(code, { scopes: OUR_SCOPES }).menu().size).toBe(1);
  });

  test('has its menu, in LIMITED, from the first use on, for colleagues too', () => {
    const host = fresh(`
      function onOpen(e) { ${MENU} Logger.log(String(e.authMode)); }
      function start() {}`);
    const bob = host.as('bob@example.com').open();
    expect(bob.menu().size).toBe(0);
    host.choose('Start');
    host.open();
    bob.open();
    expect(bob.menu().size).toBe(1);
    expect([host.runs[0], host.runs.at(-1)].map((run) => run?.log[0]?.text)).toEqual(['NONE', 'LIMITED']);
  });
});

describe('AuthMode LIMITED', () => {
  const limited = (code: string, options = {}) =>
    hostWith(`function onOpen() { ${code} }`, { scopes: OUR_SCOPES, ...options }).runs[0]?.error ?? null;

  test('reads the document and its properties, and shows nothing', () => {
    expect(limited(`SpreadsheetApp.getActiveSheet().getRange('A1').getValue()`)).toBeNull();
    expect(limited(`PropertiesService.getUserProperties().getProperties()`)).toBeNull();
    expect(limited(`SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('hi'))`)).toBe(
      'You do not have permission to call Ui.showSidebar. Required permissions: https://www.googleapis.com/auth/script.container.ui',
    );
    expect(limited(`SpreadsheetApp.getUi().alert('hi')`)).toMatch(/^You do not have permission to call Ui.alert/);
  });

  test('does not say who the user is', () => {
    expect(limited(`if (Session.getActiveUser().getEmail() !== '') throw new Error('known')`)).toBeNull();
  });

  test('allows cache and locks, unless the host is strict', () => {
    const code = `CacheService.getDocumentCache().get('a'); LockService.getDocumentLock().tryLock(1);`;
    expect(limited(code)).toBeNull();
    expect(limited(code, { strict: true })).toMatch(/^You do not have permission to call CacheService/);
  });
});

describe('scopes of the manifest', () => {
  test.each([
    [
      'the sheet',
      'SpreadsheetApp.getActiveSheet()',
      [],
      `SpreadsheetApp.getActiveSheet. Required permissions: ${CURRENT_FILE}`,
    ],
    [
      'another file',
      `SpreadsheetApp.openById('x')`,
      OUR_SCOPES,
      'SpreadsheetApp.openById. Required permissions: https://www.googleapis.com/auth/spreadsheets',
    ],
    [
      'the address',
      'Session.getActiveUser()',
      ['x'],
      'Session.getActiveUser. Required permissions: https://www.googleapis.com/auth/userinfo.email',
    ],
    [
      'the network',
      `UrlFetchApp.fetch('https://example.com')`,
      OUR_SCOPES,
      'UrlFetchApp.fetch. Required permissions: https://www.googleapis.com/auth/script.external_request',
    ],
    [
      'triggers',
      `ScriptApp.getProjectTriggers()`,
      OUR_SCOPES,
      'ScriptApp.getProjectTriggers. Required permissions: https://www.googleapis.com/auth/script.scriptapp',
    ],
  ])('stand before %s', (_, code, scopes, sentence) => {
    const host = hostWith(`function go() { ${code}; }`, {
      scopes: scopes.length > 0 ? scopes : ['https://www.googleapis.com/auth/userinfo.email'],
    });
    expect(() => host.call('go')).toThrow(`Specified permissions are not sufficient to call ${sentence}`);
  });

  test('count only as far as the user granted them', () => {
    const host = hostWith(
      `
      function go() { return SpreadsheetApp.getActiveSheet().getName(); }
      function missing() { return String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus()); }
      function who() { return Session.getActiveUser().getEmail(); }`,
      { scopes: OUR_SCOPES },
    );
    expect(host.call('missing')).toBe('NOT_REQUIRED');
    host.account.granted = OUR_SCOPES.slice(0, 2);
    expect(host.call('go')).toBe('Sheet1');
    expect(host.call('missing')).toBe('REQUIRED');
    expect(() => host.call('who')).toThrow('userinfo.email');
  });

  test('let a script open and make other files only with the scope for all files', () => {
    const host = hostWith(
      `
      function make() { const file = SpreadsheetApp.create('Other'); file.getSheets()[0].getRange('A1').setValue(7); return file.getId(); }
      function read(id) { return SpreadsheetApp.openById(id).getSheets()[0].getRange('A1').getValue(); }`,
      { scopes: ['https://www.googleapis.com/auth/spreadsheets'] },
    );
    const id = host.call('make');
    expect(host.call('read', id)).toBe(7);
    expect(host.person.sees('A1')).toEqual([['']]);
  });
});

test('a custom function sees the user properties of the owner, and sets none', () => {
  const host = hostWith(`
    function keep() { PropertiesService.getUserProperties().setProperty('unit', 'km'); }
    function UNIT() { return PropertiesService.getUserProperties().getProperty('unit'); }
    function SET() { PropertiesService.getUserProperties().setProperty('unit', 'miles'); }
    function FORGET() { PropertiesService.getUserProperties().deleteAllProperties(); }`);
  host.call('keep');
  const ben = host.as('ben@example.com').install();
  expect(ben.custom('UNIT')).toBe('km');
  expect(() => ben.custom('SET')).toThrow('You do not have permission to call Properties.setProperty.');
  expect(() => host.custom('FORGET')).toThrow('You do not have permission to call Properties.deleteAllProperties.');
});

test('a custom function may read the sheet and write nothing', () => {
  const host = hostWith(`
    function TWICE(n) { return n * 2 + SpreadsheetApp.getActiveSheet().getRange('A1').getValue(); }
    function WRITE() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1); }
    function ASK() { SpreadsheetApp.getUi(); }`);
  host.person.type('A1', '1');
  expect(host.custom('TWICE', 4)).toBe(9);
  expect(() => host.custom('WRITE')).toThrow('You do not have permission to perform that action.');
  expect(() => host.custom('ASK')).toThrow('Cannot call SpreadsheetApp.getUi() from this context.');
});

test('onInstall runs in FULL and makes no menu by itself', () => {
  const install = (body: string) => {
    const host = hostWith(
      `function onOpen() { ${MENU} } function onInstall(e) { Logger.log(String(e.authMode)); ${body} }`,
      { enabled: false },
    );
    const eve = host.as('eve@example.com').install();
    expect(eve.runs.at(-1)?.log[0]?.text).toBe('FULL');
    return eve.menu().size;
  };
  expect(install('onOpen(e);')).toBe(1);
  expect(install('')).toBe(0);
});
