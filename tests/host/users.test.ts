import { copyOf, type Host } from '../../host/host';
import { hostWith, OUR_SCOPES } from './little-add-on';

const NOTES = `
  const stores = {
    user: () => [PropertiesService.getUserProperties(), CacheService.getUserCache()],
    document: () => [PropertiesService.getDocumentProperties(), CacheService.getDocumentCache()],
    script: () => [PropertiesService.getScriptProperties(), CacheService.getScriptCache()],
  };
  function keep(scope, text) { const [p, c] = stores[scope](); p.setProperty('k', text); c.put('k', text); }
  function kept(scope) { const [p, c] = stores[scope](); return [p.getProperty('k'), c.get('k')]; }
  function write(text) { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(text); }
  function read() { return SpreadsheetApp.getActiveSheet().getRange('A1').getValue(); }
  function who() { return Session.getActiveUser().getEmail(); }`;

const colleague = (host: Host, email: string, role: 'editor' | 'commenter' | 'viewer' = 'editor') => {
  const window = host.as(email, role);
  window.account.install();
  return window;
};

describe('several users of a file', () => {
  test('share its cells and document stores, and have user stores of their own', () => {
    const ann = hostWith(NOTES, { scopes: OUR_SCOPES });
    const bob = colleague(ann, 'bob@example.com');
    for (const scope of ['user', 'document', 'script']) ann.call('keep', scope, 'of Ann');
    ann.call('write', 'hello');
    expect(bob.call('read')).toBe('hello');
    expect(bob.call('kept', 'document')).toEqual(['of Ann', 'of Ann']);
    expect(bob.call('kept', 'script')).toEqual(['of Ann', 'of Ann']);
    expect(bob.call('kept', 'user')).toEqual([null, null]);
    expect([ann.call('who'), bob.call('who')]).toEqual(['ann@example.com', 'bob@example.com']);
  });

  test.each(['viewer', 'commenter'] as const)('a %s reads, and every write fails', (role) => {
    const ann = hostWith(NOTES);
    ann.call('write', 'before');
    const eve = colleague(ann, 'eve@example.com', role);
    expect(eve.call('read')).toBe('before');
    expect(() => eve.call('write', 'after')).toThrow('You do not have permission to perform that action.');
    expect(() => eve.person.type('A1', 'after')).toThrow('You can only view this file.');
    expect(ann.call('read')).toBe('before');
  });

  test('lose the right to write while their sidebar is open', () => {
    const ann = hostWith(NOTES);
    const bob = colleague(ann, 'bob@example.com');
    bob.call('write', 'first');
    ann.hosted.share('bob@example.com', 'viewer');
    expect(() => bob.call('write', 'second')).toThrow('You do not have permission');
  });

  test('a stranger to the add-on cannot run it before allowing it', () => {
    const eve = hostWith(NOTES).as('eve@example.com');
    expect(() => eve.call('read')).toThrow('Authorization is required to perform that action.');
    eve.install();
    expect(eve.call('read')).toBe('');
  });

  test('a viewer gets no menu: simple triggers do not run for those who may only look', () => {
    const code = `function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('Go', 'go').addToUi(); } function go() {}`;
    const ann = hostWith(code);
    expect(ann.menu().size).toBe(1);
    expect(colleague(ann, 'eve@example.com', 'viewer').open().menu().size).toBe(0);
  });

  test('of a domain that hides addresses are nobody to the script', () => {
    const ann = hostWith(NOTES, { scopes: OUR_SCOPES });
    ann.account.emailHidden = true;
    expect(ann.call('who')).toBe('');
  });

  test('wait for each other’s document lock, not for each other’s user lock', () => {
    const ann = hostWith(`
      function hold() { LockService.getDocumentLock().waitLock(10); LockService.getUserLock().waitLock(10); read(); }
      function read() { return SpreadsheetApp.getActiveSheet().getRange('A1').getValue(); }
      function both() { return [LockService.getDocumentLock().tryLock(100), LockService.getUserLock().tryLock(100)]; }`);
    const bob = colleague(ann, 'bob@example.com');
    let during: unknown = null;
    ann.beforeCall = ({ method }) => {
      if (method === 'getValue') during = bob.call('both');
    };
    ann.call('hold');
    expect(during).toEqual([false, true]);
    expect(bob.call('both')).toEqual([true, true]);
  });
});

describe('several files', () => {
  test('have nothing of each other but what the add-on keeps for its user or for everyone', () => {
    const first = hostWith(NOTES);
    const second = first.in(first.workspace.newFile('ann@example.com'));
    first.call('write', 'secret');
    first.call('keep', 'document', 'secret');
    first.call('keep', 'user', 'shared by all files of Ann');
    expect(second.call('read')).toBe('');
    expect(second.call('kept', 'document')).toEqual([null, null]);
    expect(second.call('kept', 'user')).toEqual(['shared by all files of Ann', 'shared by all files of Ann']);
  });

  test('a copied file has the cells and tab ids, and starts anew with the add-on', () => {
    const first = hostWith(NOTES);
    first.call('write', 'hello');
    first.call('keep', 'document', 'stays');
    const copy = copyOf(first);
    expect(copy.call('read')).toBe('hello');
    expect(copy.call('kept', 'document')).toEqual([null, null]);
    expect(copy.file.sheets.map(({ id }) => id)).toEqual(first.file.sheets.map(({ id }) => id));
    copy.call('write', 'changed');
    expect(first.call('read')).toBe('hello');
    expect([copy.hosted.enabled, copy.fileId === first.fileId]).toEqual([false, false]);
  });
});

describe('what a person may not do', () => {
  const refusals: readonly (readonly [string, (host: Host) => void])[] = [
    ['A sheet with the name', (host) => host.person.renameTab('Sheet1', 'Other')],
    ['A tab needs a name', (host) => host.person.renameTab('Sheet1', ' ')],
    ['not possible to delete all rows', (host) => host.person.deleteRows('Sheet1', 1, 1000)],
  ];
  test.each(refusals)('%s', (sentence, act) => {
    const host = hostWith(`function other() { SpreadsheetApp.getActive().insertSheet('Other'); }`);
    host.call('other');
    const before = JSON.stringify(host.file.sheets.map(({ name, grid }) => [name, grid.height]));
    expect(() => act(host)).toThrow(sentence);
    expect(JSON.stringify(host.file.sheets.map(({ name, grid }) => [name, grid.height]))).toBe(before);
  });

  test('take back with an undo what they may not edit', () => {
    const ann = hostWith(NOTES);
    ann.person.type('A1', 'of Ann');
    expect(() => ann.as('eve@example.com', 'viewer').person.undo()).toThrow('You can only view this file.');
    expect(ann.person.sees('A1')).toEqual([['of Ann']]);
    ann.person.undo();
    expect(ann.person.sees('A1')).toEqual([['']]);
  });
});
