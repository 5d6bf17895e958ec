import { anId, attempt, call, copiesOf, readyHost, rowsOf } from './crm-host';

type Host = ReturnType<typeof readyHost>;

const ready = readyHost();
const [gamma, , beta] = ['Gamma', 'Alpha', 'Beta', 'Delta'].map((company) => {
  const id = anId('lead');
  call(ready, 'createLead', { id, fields: { company, owner: `Owner of ${company}` } });
  return id;
});
const copy = copiesOf(ready);

const save = (host: Host) =>
  call(host, 'changeLead', { id: gamma!, changes: { owner: 'Zoe' }, seen: { owner: 'Owner of Gamma' } });
const saveMany = (host: Host) =>
  call(host, 'changeMany', {
    kind: 'lead',
    field: 'owner',
    value: 'Zoe',
    records: [
      { id: gamma!, seen: 'Owner of Gamma' },
      { id: beta!, seen: 'Owner of Beta' },
    ],
  });
const owners = (host: Host) => Object.fromEntries(rowsOf(host, 'Leads').map(({ Company, Owner }) => [Company, Owner]));
const others = { Alpha: 'Owner of Alpha', Beta: 'Owner of Beta', Delta: 'Owner of Delta' };

/** Lets somebody act right before the first cells are written. */
function underThePen(host: Host, person: () => void): void {
  host.beforeCall = ({ method }) => {
    if (!/^set(RichText)?Values?$/.test(method)) return;
    host.beforeCall = null;
    person();
  };
}

const forgets = (host: Host) => host.evict();

describe('somebody sorts under the pen of a save, of leads that nobody remembers', () => {
  test('and every lead ends with its own owner', () => {
    const host = copy();
    forgets(host);
    underThePen(host, () => host.person.sort('Leads', 2));
    expect(save(host).notice).toContain('What was written over in other rows is back');
    expect(owners(host)).toEqual({ ...others, Gamma: 'Zoe' });
  });

  test('also where Google forgets all that is cached in that very moment', () => {
    const host = copy();
    call(host, 'leadLines', {});
    underThePen(host, () => {
      forgets(host);
      host.person.sort('Leads', 2);
    });
    save(host);
    expect(owners(host)).toEqual({ ...others, Gamma: 'Zoe' });
  });

  test('a row without an id gets its blank back, or people are told what stands in it and where', () => {
    const host = copy();
    host.runTrigger = () => {};
    host.person.type('Leads!B6', 'Aardvark');
    underThePen(host, () => host.person.sort('Leads', 2));
    const told = attempt(() => save(host));
    if (owners(host)['Aardvark'] !== '')
      expect(told).toMatchObject({ message: expect.stringMatching(/“Zoe” now stands there/) });
    expect(owners(host)).toMatchObject({ ...others, Gamma: 'Zoe' });
  });

  test('of many leads, too', () => {
    const host = copy();
    forgets(host);
    underThePen(host, () => host.person.sort('Leads', 2));
    attempt(() => saveMany(host));
    expect(owners(host)).toEqual({ ...others, Gamma: 'Zoe', Beta: 'Zoe' });
  });

  test('what they typed a minute ago is put back, not what was cached before', () => {
    const host = copy();
    call(host, 'leadLines', {});
    const column = String.fromCharCode(65 + host.person.seesTab('Leads')[0]!.indexOf('Owner'));
    host.person.type(`Leads!${column}3`, 'Somebody new');
    underThePen(host, () => host.person.sort('Leads', 2));
    save(host);
    expect(owners(host)).toEqual({ ...others, Gamma: 'Zoe', Alpha: 'Somebody new' });
  });

  test('also where Google fails at any call of putting it back', () => {
    const start = copy();
    start.person.type(
      `Leads!${String.fromCharCode(65 + start.person.seesTab('Leads')[0]!.indexOf('Owner'))}3`,
      'Owner 2',
    );
    const made = copiesOf(start);
    const writes: number[] = [];
    const sorted = (act: (host: Host) => void) => {
      const host = made();
      forgets(host);
      underThePen(host, () => {
        host.person.sort('Leads', 2);
        act(host);
      });
      attempt(() => save(host));
      host.beforeCall = null;
      return host;
    };
    sorted((host) => {
      host.beforeCall = ({ method, number }) => void (/^set/.test(method) && writes.push(number));
    });
    expect(writes.length).toBeGreaterThan(1);
    for (const fault of ['throws', 'times out after it applied'] as const)
      for (const at of writes) {
        const host = sorted((one) => {
          one.beforeCall = ({ number }) => (number === at ? { fault } : undefined);
        });
        expect([fault, at, owners(host)]).toEqual([fault, at, { ...others, Alpha: 'Owner 2', Gamma: 'Zoe' }]);
      }
  });

  const valuesAfter = (typed: string, minutes = 0) => {
    const host = copy();
    const [renewal] = ['Renewal', 'Advice'].map((title) => {
      const id = anId('opportunity');
      call(host, 'createOpportunity', { id, fields: { title, value: 5 } });
      return id;
    });
    host.person.type('Opportunities!G3', typed);
    host.passTime(minutes * 60_000);
    underThePen(host, () => host.person.sort('Opportunities', 4));
    const change = { id: renewal!, changes: { value: 7 }, seen: { value: 5 } };
    call(host, 'changeOpportunity', change);
    return { host, values: rowsOf(host, 'Opportunities').map(({ Value }) => Value) };
  };

  test('a text in a number’s cell is put back as it was', () => {
    expect(valuesAfter('about 2').values).toEqual(['about 2', '7.00']);
  });

  test('a formula is put back as a formula', () => {
    const { host, values } = valuesAfter('=100+1');
    expect(values).toEqual(['101.00', '7.00']);
    expect(host.person.formulaIn('Opportunities!G2')).toBe('=100+1');
  });

  test('also one that was typed long ago, relative to its row', () => {
    const { host, values } = valuesAfter('=J3+1', 60);
    expect(values).toEqual(['1.00', '7.00']);
    expect(host.person.formulaIn('Opportunities!G2')).toBe('=J2+1');
  });
});

test('a save of a tab that nobody remembers reads it once; the next one finds it remembered', () => {
  const host = copy();
  forgets(host);
  save(host);
  const cold = host.counts.spreadsheetCalls;
  call(host, 'changeLead', { id: beta!, changes: { owner: 'Zoe' }, seen: { owner: 'Owner of Beta' } });
  const { spreadsheetCalls } = host.counts;
  expect([cold > spreadsheetCalls, spreadsheetCalls <= 12]).toEqual([true, true]);
  call(host, 'leadLines', {});
  expect(host.counts.list.filter(({ place }) => place.startsWith('Leads'))).toEqual([]);
});
