import { copyOf, type Host } from '../../host/host';
import { anId, call, crmHost, failureOf, readyHost, rowsOf } from './crm-host';

const withLead = (): { host: Host; id: string } => {
  const host = readyHost();
  const id = anId('lead');
  call(host, 'createLead', { id, fields: { company: 'Acme', status: 'New' } });
  return { host, id };
};

describe('a colleague', () => {
  test('who may only look sees the records, and is told who can let them write', () => {
    const { host, id } = withLead();
    const eve = host.as('eve@example.com', 'viewer');
    eve.account.install();
    expect(call(eve, 'lead', { id }).record.company).toBe('Acme');
    const before = [rowsOf(host, 'Leads'), rowsOf(host, 'History')];
    const failure = failureOf(() => call(eve, 'createLead', { id: anId('lead'), fields: { company: 'Beta' } }));
    expect(failure.code).toBe('DENIED');
    expect(failure.message).toContain('Ask an owner of the file for the right to edit.');
    expect([rowsOf(host, 'Leads'), rowsOf(host, 'History')]).toEqual(before);
  });

  test('whose address Google hides can do everything; History leaves the name blank', () => {
    const { host, id } = withLead();
    const bob = host.as('bob@example.com');
    bob.account.install().emailHidden = true;
    call(bob, 'changeLead', { id, changes: { company: 'Acme Ltd' }, seen: { company: 'Acme' } });
    expect(rowsOf(host, 'History').at(-1)).toMatchObject({ Who: '', After: 'Acme Ltd' });
  });

  test('who did not allow the add-on to see the address can do everything', () => {
    const { host, id } = withLead();
    host.account.granted = host.addOn.manifest.oauthScopes.filter((scope) => !scope.endsWith('userinfo.email'));
    call(host, 'changeLead', { id, changes: { company: 'Acme Ltd' }, seen: { company: 'Acme' } });
    expect(call(host, 'lead', { id }).record.company).toBe('Acme Ltd');
  });

  test('who saves while the other saves is told to try again, and loses nothing', () => {
    const { host, id } = withLead();
    const bob = host.as('bob@example.com');
    bob.account.install();
    let told = '';
    host.beforeCall = ({ method }) => {
      if (method !== 'getLastRow' || told) return;
      told = failureOf(() => call(bob, 'createLead', { id: anId('lead'), fields: { company: 'Beta' } })).code;
    };
    call(host, 'changeLead', { id, changes: { company: 'Acme Ltd' }, seen: { company: 'Acme' } });
    expect(told).toBe('BUSY');
    expect(rowsOf(host, 'Leads').map(({ Company }) => Company)).toEqual(['Acme Ltd']);
  });
});

describe('a file', () => {
  test('in which nobody has used the add-on gets the menu all the same', () => {
    expect(crmHost({ enabled: false }).menu().get('Set up CRM')).toBe('setUpCrm');
  });

  test('shows its menu at once to whoever installs the add-on from inside it', () => {
    const eve = crmHost({ enabled: false }).as('eve@example.com').install();
    expect(eve.menu().size).toBeGreaterThan(3);
  });

  test('has nothing of another file of the same user', () => {
    const { host, id } = withLead();
    const other = host.in(host.workspace.newFile('ann@example.com')).open();
    expect(call(other, 'start', {}).settings).toBeNull();
    other.choose('Set up CRM');
    expect(failureOf(() => call(other, 'lead', { id })).code).toBe('NOT_FOUND');
    expect(call(host, 'lead', { id }).record.company).toBe('Acme');
  });

  test('that was copied works on, apart from the first', () => {
    const { host, id } = withLead();
    const copy = copyOf(host).open();
    call(copy, 'changeLead', { id, changes: { company: 'Acme in the copy' }, seen: { company: 'Acme' } });
    expect(call(copy, 'lead', { id }).record.company).toBe('Acme in the copy');
    expect(call(host, 'lead', { id }).record.company).toBe('Acme');
  });

  test('leaves nothing in the stores that all customers of the add-on share', () => {
    const { host } = withLead();
    const { properties, cache, lock } = host.workspace.scriptStores;
    expect([properties.size, cache.size, lock.holder]).toEqual([0, 0, null]);
  });
});

test('commits what it wrote before it gives the lock back', () => {
  const { host, id } = withLead();
  call(host, 'changeLead', { id, changes: { company: 'Acme Ltd' }, seen: { company: 'Acme' } });
  expect(host.runs.flatMap(({ log }) => log.filter(({ level }) => level === 'host'))).toEqual([]);
});
