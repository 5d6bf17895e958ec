import { actAt, anId, attempt, call, copiesOf, failureOf, readyHost, rowsOf } from './crm-host';

type Host = ReturnType<typeof readyHost>;

const ready = readyHost();
const lead = (company: string, contact: string) => {
  const id = anId('lead');
  call(ready, 'createLead', { id, fields: { company, contact, email: `${contact}@x.example`.toLowerCase() } });
  return id;
};
const note = (subject: string, kind: 'lead' | 'opportunity', about: string) => {
  const id = anId('activity');
  call(ready, 'logActivity', { id, about: { kind, id: about }, type: 'Call', subject, details: '', due: null });
  return id;
};
const zoe = lead('Zoeworks', 'Zoe');
const bob = lead('Bobworks', 'Bob');
const deal = anId('opportunity');
call(ready, 'createOpportunity', { id: deal, fields: { title: 'A big one', leadId: zoe, value: 900 } });
const lost = anId('opportunity');
call(ready, 'createOpportunity', { id: lost, fields: { title: 'A small one', leadId: zoe, value: 9 } });
note('Spoke with Zoe', 'lead', zoe);
note('Zoe asked', 'opportunity', deal);
const old = note('Zoe long ago', 'lead', zoe);
note('Spoke with Bob', 'lead', bob);
call(ready, 'changeLead', { id: zoe, changes: { contact: 'Zoelle' }, seen: { contact: 'Zoe' } });
call(ready, 'deleteRecord', { kind: 'activity', id: old, seen: { deals: 0, activities: 0 } });
const deletion = call(ready, 'deleteRecord', { kind: 'opportunity', id: lost, seen: { deals: 0, activities: 0 } });
call(ready, 'changeLead', { id: bob, changes: { title: 'CEO' }, seen: { title: '' } });
const copy = copiesOf(ready);

const erase = (host: Host) => call(host, 'erasePerson', { id: zoe });
const everything = (host: Host) =>
  JSON.stringify(['Leads', 'Opportunities', 'Activities', 'History'].map((tab) => host.person.seesTab(tab)));
const linesOf = (host: Host, id: string) => rowsOf(host, 'History').filter((line) => line['Record ID'] === id);

function expectErased(host: Host): void {
  expect(everything(host)).not.toMatch(/zoe/i);
  expect(rowsOf(host, 'Leads').map(({ Company }) => Company)).toEqual(['Bobworks']);
  expect(rowsOf(host, 'Activities').map(({ Subject }) => Subject)).toEqual(['Spoke with Bob']);
  expect(rowsOf(host, 'Opportunities')).toEqual([
    expect.objectContaining({ Title: 'A big one', Value: '900.00', 'Lead ID': '', Lead: '' }),
  ]);
  expect(linesOf(host, zoe).filter(({ Field }) => Field === '(erased)')).toEqual([
    expect.objectContaining({ Before: '', After: '', Data: '{}' }),
  ]);
}

describe('a person who is erased', () => {
  test('is gone from every tab and from History, while the deals stay for the figures', () => {
    const host = copy();
    expect(erase(host)).toEqual({ activities: 2, deals: 1, historyLines: 7 });
    expectErased(host);
  });

  test('leaves the lines of all others as they were', () => {
    const host = copy();
    const before = linesOf(host, bob);
    erase(host);
    expect(linesOf(host, bob)).toEqual(before);
    expect(before[1]).toMatchObject({ Field: 'Title', After: 'CEO', Data: '{"before":"","after":"CEO"}' });
  });

  test('does not come back by any undo, but a deal of theirs does, without them', () => {
    const host = copy();
    const actions = call(host, 'lastActions', {}).filter(({ id }) => id === zoe || id === old);
    expect(actions.length).toBeGreaterThan(1);
    erase(host);
    expect(call(host, 'lastActions', {}).filter(({ id }) => id === zoe)).toEqual([]);
    for (const { action } of actions) attempt(() => call(host, 'undo', { action }));
    expectErased(host);
    const { action } = rowsOf(host, 'History')
      .map(({ Field, Action }) => ({ field: Field, action: Action! }))
      .find(({ field }) => field === '(erased)')!;
    expect(failureOf(() => call(host, 'undo', { action })).code).toBe('INVALID');
    expect(call(host, 'undo', deletion)).toMatchObject({ records: 1, notices: [] });
    expect(rowsOf(host, 'Opportunities')[1]).toMatchObject({ Title: 'A small one', 'Lead ID': '', Lead: '' });
  });

  test('can be erased after they were deleted', () => {
    const host = copy();
    call(host, 'deleteRecord', { kind: 'lead', id: zoe, seen: { deals: 1, activities: 2 } });
    erase(host);
    expect(everything(host)).not.toMatch(/zoe/i);
    expect(failureOf(() => call(host, 'erasePerson', { id: anId('lead') })).code).toBe('NOT_FOUND');
  });
});

test('at any service call, a fault or a person who sorts leaves what the same call again completes', () => {
  const counted = copy();
  const numbers: number[] = [];
  counted.beforeCall = ({ cost, number }) => {
    if (cost === 'call') numbers.push(number);
    return undefined;
  };
  erase(counted);
  for (const at of numbers) {
    const host = copy();
    if (at % 3 === 0)
      actAt(host, at, () => {
        for (const tab of ['Leads', 'Opportunities', 'Activities']) host.person.sort(tab, 1, at % 2 === 0);
      });
    else {
      const fault = at % 3 === 1 ? 'throws' : 'times out after it applied';
      host.beforeCall = ({ number }) => (number === at ? { fault } : undefined);
    }
    attempt(() => erase(host));
    host.beforeCall = null;
    erase(host);
    expectErased(host);
  }
});
