import { copyOf, type Host } from '../../host/host';
import type { OwnViews, SavedView } from '../../src/domain/views';
import { call, failureOf, readyHost, rowsOf } from './crm-host';

const view = (fields: Partial<SavedView> = {}): SavedView => ({
  name: 'My proposals',
  tab: 'opportunity',
  filter: 'Proposal',
  pipeline: '',
  sort: 'close',
  mine: true,
  isStart: false,
  ...fields,
});

const save = (host: Host, views: readonly SavedView[], seen = 0, owner = ''): OwnViews =>
  call(host, 'saveViews', { views, owner, seen });

const stored = (host: Host): string[] => [...host.account.stores.properties.keys()];

describe('saved views', () => {
  test('come with the first answer, and belong to the user and the file', () => {
    const host = readyHost();
    expect(save(host, [view()], 0, 'Anna')).toEqual({ views: [view()], owner: 'Anna', revision: 1 });
    expect(call(host, 'start', {}).views).toEqual({ views: [view()], owner: 'Anna', revision: 1 });
    expect(call(host, 'views', {}).views).toEqual([view()]);
    const bob = host.as('bob@example.com');
    bob.account.install();
    expect(call(bob, 'views', {}).views).toEqual([]);
    expect(call(copyOf(host).open(), 'views', {}).views).toEqual([]);
    expect(stored(host)).toEqual([`${host.hosted.id}:views`]);
  });

  test('leave the file as it is, so that somebody who may only look can keep some', () => {
    const host = readyHost();
    const eve = host.as('eve@example.com', 'viewer');
    eve.account.install();
    const { version } = host.file;
    expect(save(eve, [view({ mine: false })]).revision).toBe(1);
    expect(host.file.version).toBe(version);
    expect([...host.stores.properties.document.values()].join()).not.toContain('My proposals');
  });

  test('that another window saved first are not written over', () => {
    const host = readyHost();
    save(host, [view()]);
    const failure = failureOf(() => save(host, [view({ name: 'Other' })], 0));
    expect([failure.code, failure.message]).toEqual(['CONFLICT', expect.stringContaining('another window')]);
    expect(call(host, 'views', {}).views).toEqual([view()]);
    save(host, [view(), view({ name: 'Other' })], 1);
    expect(call(host, 'views', {}).revision).toBe(2);
  });

  test('sent twice because the answer was lost are saved once', () => {
    const host = readyHost();
    save(host, [view()]);
    expect(save(host, [view()], 0).revision).toBe(1);
  });

  test('keep what a newer version put beside them', () => {
    const host = readyHost();
    const newer = { ...view({ tab: 'activity' }), columns: ['Owner'] };
    save(host, [newer]);
    expect(call(host, 'views', {}).views).toEqual([newer]);
    const [key] = stored(host);
    const properties = host.account.stores.properties;
    properties.set(key!, JSON.stringify({ ...JSON.parse(properties.get(key!)!), shared: [1] }));
    save(host, [], 1);
    expect(JSON.parse(properties.get(key!)!)).toEqual({ views: [], owner: '', revision: 2, shared: [1] });
  });

  test('have names of their own, and an end', () => {
    const host = readyHost();
    expect(failureOf(() => save(host, [view({ name: ' ' })])).message).toBe('Give the view a name.');
    expect(failureOf(() => save(host, [view(), view({ name: 'my proposals ' })])).message).toContain('Two views');
    const named = (count: number, name: string) =>
      Array.from({ length: count }, (_, i) => view({ name: `${name}${i}` }));
    expect(failureOf(() => save(host, named(31, 'View '))).message).toContain('You can keep 30 views.');
    expect(failureOf(() => save(host, [view({ name: 'x'.repeat(41) })])).message).toContain('at most 40 characters');
    const long = named(30, 'Kunden ').map((one) => ({ ...one, filter: 'ä'.repeat(200) }));
    expect(failureOf(() => save(host, long)).message).toContain('no room for more views');
    expect(save(host, named(30, 'View ')).views).toHaveLength(30);
  });

  test('that Google has no room for say so, instead of telling people to wait', () => {
    const host = readyHost();
    const { properties } = host.account.stores;
    for (let file = 0; file < 57; file++) properties.set(`file ${file}`, 'x'.repeat(9_000));
    const failure = failureOf(() =>
      save(
        host,
        Array.from({ length: 30 }, (_, i) => view({ name: `${i}` })),
      ),
    );
    expect([failure.code, failure.message]).toEqual(['QUOTA', expect.stringContaining('in other files')]);
  });

  test('that cannot be read do not keep the panel from opening', () => {
    const host = readyHost();
    save(host, [view()]);
    host.account.stores.properties.set(stored(host)[0]!, '{"views":');
    expect(call(host, 'start', {}).views?.views).toEqual([]);
  });
});

describe('the panel is told whether its user may change anything', () => {
  const protect = (host: Host, tabs: readonly string[]) =>
    host.file.apply({
      kind: 'objects',
      objects: {
        protections: tabs.map((name) => ({
          id: host.file.newId(),
          sheet: host.file.sheetNamed(name)!.id,
          rect: null,
          description: '',
          warningOnly: false,
          editors: [],
        })),
      },
    });
  const editor = (host: Host) => {
    const bob = host.as('bob@example.com');
    bob.account.install();
    return bob;
  };

  test('an owner and an editor may', () => {
    const host = readyHost();
    expect([call(host, 'start', {}).canEdit, call(editor(host), 'start', {}).canEdit]).toEqual([true, true]);
  });

  test.each(['viewer', 'commenter'] as const)('a %s may not, from the cache and from the sheet', (role) => {
    const host = readyHost();
    const eve = host.as('eve@example.com', role);
    eve.account.install();
    expect(call(eve, 'start', {}).canEdit).toBe(false);
    call(eve, 'leadLines', {});
    call(eve, 'opportunityLines', {});
    expect(call(eve, 'start', {}).canEdit).toBe(false);
    expect(call(host, 'start', {}).canEdit).toBe(true);
  });

  test('somebody from whom all tabs of records are protected may not, from whom one is may', () => {
    const host = readyHost();
    const bob = editor(host);
    protect(host, ['Leads', 'Opportunities', 'Activities']);
    expect(call(bob, 'start', {}).canEdit).toBe(false);
    expect(call(host, 'start', {}).canEdit).toBe(true);
    protect(host, ['Leads', 'Opportunities']);
    expect(call(bob, 'start', {}).canEdit).toBe(true);
  });

  test('that somebody may not is seen in few steps, however wide the tabs are and whether there is a CRM or not', () => {
    const host = readyHost();
    host.person.insertColumns('Leads', 10, 30);
    const eve = host.as('eve@example.com', 'viewer');
    eve.account.install();
    const stepsToSee = () => {
      let asked = 0;
      eve.beforeCall = ({ method }) => void (method === 'canEdit' && asked++);
      expect(call(eve, 'start', {}).canEdit).toBe(false);
      return asked;
    };
    expect(stepsToSee()).toBeLessThanOrEqual(30);
    host.person.deleteTab('Settings');
    expect(stepsToSee()).toBeLessThanOrEqual(30);
  });

  test('an editor from whom the first columns and the headers are protected may', () => {
    const host = readyHost();
    const bob = editor(host);
    const tabs = ['Leads', 'Opportunities', 'Activities'].map((tab) => host.file.sheetNamed(tab)!);
    const protection = (sheet: number, rect: object) => ({
      id: host.file.newId(),
      sheet,
      rect: rect as never,
      description: '',
      warningOnly: false,
      editors: [],
    });
    const protections = tabs.flatMap(({ id, grid }) => [
      protection(id, { row: 0, column: 0, rows: grid.height, columns: 5 }),
      protection(id, { row: 0, column: 0, rows: 1, columns: grid.width }),
    ]);
    host.file.apply({ kind: 'objects', objects: { protections } });
    expect(call(bob, 'start', {}).canEdit).toBe(true);
  });

  test('a viewer of a file without the CRM is not offered to make it', () => {
    const host = readyHost();
    const other = host.in(host.workspace.newFile('ann@example.com')).open();
    const eve = other.as('eve@example.com', 'viewer');
    eve.account.install();
    expect(call(eve, 'start', {})).toMatchObject({ settings: null, canEdit: false });
    expect(call(other, 'start', {})).toMatchObject({ settings: null, canEdit: true });
  });
});

test('opening from the cache asks Google for the views, the user, their language and the cache, and for nothing else', () => {
  const host = readyHost();
  const open = () => host.choose('Open CRM');
  open();
  call(host, 'leadLines', {});
  call(host, 'opportunityLines', {});
  const calls: string[] = [];
  host.beforeCall = ({ service, method, cost }) => {
    if (cost === 'call') calls.push(`${service}.${method}`);
    return undefined;
  };
  open();
  expect(calls.sort()).toEqual([
    'Cache.getAll',
    'Properties.getProperty',
    'Session.getActiveUser',
    'Session.getActiveUserLocale',
  ]);
  expect(rowsOf(host, 'Leads')).toEqual([]);
});
