import type { Host } from '../../host/host';
import { actAt, allNumbersOf, anId, attempt, call, copiesOf, everyOther, readyHost, rowsOf } from './crm-host';

const NAMES = ['Acme', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta'];

const prepared = () => {
  const host = readyHost();
  const ids = NAMES.map((title, index) => {
    const id = anId('opportunity');
    const fields = { title, stage: 'Discovery', value: index, owner: `Owner ${index}` };
    call(host, 'createOpportunity', { id, fields });
    return id;
  });
  return { ids, copy: copiesOf(host) };
};
const { ids, copy } = prepared();

/** The first and the last of them: what is recorded of those between is written along as it was read. */
const ends = [ids[0]!, ids[5]!];

const acts: readonly [string, (host: Host) => unknown][] = [
  [
    'move',
    (host) =>
      call(host, 'moveMany', {
        pipeline: 'Sales',
        stage: 'Proposal',
        records: ends.map((id) => ({ id, seen: { pipeline: 'Sales', stage: 'Discovery' } })),
      }),
  ],
  [
    'get another owner',
    (host) =>
      call(host, 'changeMany', {
        kind: 'opportunity',
        field: 'owner',
        value: 'Zoe',
        records: ends.map((id) => ({ id, seen: `Owner ${ids.indexOf(id)}` })),
      }),
  ],
];

/** What is recorded of each deal: its value tells whose it is. */
const recorded = (host: Host) =>
  Object.fromEntries(
    rowsOf(host, 'Opportunities').map((row) => [row['Title'], (JSON.parse(row['Recorded']!) as Value).value]),
  );
type Value = { readonly value: number };

test.each(acts)('where somebody drags a deal between two that %s, each keeps what is recorded of it', (_, act) => {
  const counted = copy();
  const numbers = everyOther(
    allNumbersOf(
      counted,
      () => act(counted),
      ({ cost }) => cost === 'call',
    ),
  );
  for (const at of numbers) {
    const host = copy();
    actAt(host, at, () => host.person.moveRows('Opportunities', 3, 1, 6));
    attempt(() => act(host));
    host.beforeCall = null;
    expect({ at, recorded: recorded(host) }).toEqual({
      at,
      recorded: Object.fromEntries(NAMES.map((one, i) => [one, i])),
    });
    expect(call(host, 'catchUp', {}).logged).toBe(0);
  }
});
