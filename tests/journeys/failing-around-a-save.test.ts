import { actAt, anId, attempt, call, copiesOf, failureOf, readyHost, rowsOf } from './crm-host';

type Host = ReturnType<typeof readyHost>;

const ready = readyHost();
const [gamma, , beta] = ['Gamma', 'Alpha', 'Beta'].map((company) => {
  const id = anId('lead');
  call(ready, 'createLead', { id, fields: { company, owner: `Owner of ${company}` } });
  return id;
});
call(ready, 'leadLines', {});
const copy = copiesOf(ready);

const save = (host: Host) =>
  call(host, 'changeLead', { id: gamma!, changes: { owner: 'Zoe' }, seen: { owner: 'Owner of Gamma' } });
const owners = (host: Host) => Object.fromEntries(rowsOf(host, 'Leads').map(({ Company, Owner }) => [Company, Owner]));
const saved = { Gamma: 'Zoe', Alpha: 'Owner of Alpha', Beta: 'Owner of Beta' };

test('a lock that cannot be given back makes no failure of what is saved', () => {
  const host = copy();
  host.beforeCall = ({ method }) => (method === 'releaseLock' ? { fault: 'throws' } : undefined);
  expect(save(host).record.owner).toBe('Zoe');
  expect(owners(host)).toEqual(saved);
});

test.each(['tryLock', 'getProperties'])('a time-out of %s is for a moment', (failing) => {
  const host = copy();
  host.beforeCall = ({ method }) => (method === failing ? { fault: 'times out after it applied' } : undefined);
  expect(failureOf(() => save(host)).code).toBe('BUSY');
});

/** Looks warm: what is remembered of the leads is there. */
function warm(): Host {
  const host = copy();
  call(host, 'leadLines', {});
  return host;
}

/** The number of the call that writes, and how many more come after it. */
function callsOf(act: (host: Host) => unknown): { written: number; after: number } {
  const host = warm();
  let [written, last] = [0, 0];
  host.beforeCall = ({ method, number }) => {
    if (written === 0 && /^setValue/.test(method)) written = number;
    last = number;
  };
  act(host);
  return { written, after: last - written };
}

/** Lets somebody act under the pen, and one of the calls after it fail: every second of them, to save time. */
function failAfter(act: (host: Host) => unknown, person: (host: Host) => void, look: (host: Host) => void): void {
  const { written, after } = callsOf(act);
  for (let failing = written + 1; failing <= written + after + 10; failing += 2) {
    const host = warm();
    actAt(host, written, () => {
      person(host);
      host.beforeCall = ({ number }) => {
        if (number !== failing) return;
        host.beforeCall = null;
        return { fault: 'throws' };
      };
    });
    attempt(() => act(host));
    host.beforeCall = null;
    look(host);
  }
}

test('where somebody sorts under the pen and a call after it fails, every lead ends with its own owner', () => {
  failAfter(
    save,
    (host) => host.person.sort('Leads', 2),
    (host) => expect(owners(host)).toEqual(saved),
  );
});

test('so it does where somebody puts in a column', () => {
  failAfter(
    save,
    (host) => host.person.insertColumns('Leads', 3, 1),
    (host) => expect(owners(host)).toEqual(saved),
  );
});

test('and where one owner is set in many', () => {
  const records = [
    { id: gamma!, seen: 'Owner of Gamma' },
    { id: beta!, seen: 'Owner of Beta' },
  ];
  failAfter(
    (host) => call(host, 'changeMany', { kind: 'lead', field: 'owner', value: 'Zoe', records }),
    (host) => host.person.sort('Leads', 2),
    (host) => expect(owners(host)).toEqual({ ...saved, Beta: 'Zoe' }),
  );
});
