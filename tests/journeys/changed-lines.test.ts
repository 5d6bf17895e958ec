import type { Host } from '../../host/host';
import { createLines } from '../../sidebar/data/lines';
import { packRows, unpackRows } from '../../src/domain/packed-rows';
import { actAt, anId, call, copiesOf, everyOther, readyHost, rowsOf } from './crm-host';

const lead = (host: Host, company: string) => {
  const id = anId('lead');
  call(host, 'createLead', { id, fields: { company } });
  return id;
};

const MANY = 500;

/** More leads than lie in one block, read and cached. */
const filled = (() => {
  const host = readyHost();
  host.person.paste(
    'Leads!A2',
    Array.from({ length: MANY }, (_, n) => [
      anId('lead'),
      `Company ${n}`,
      `Contact ${n}`,
      '',
      `info@company-${n}.example`,
    ]),
  );
  call(host, 'leadLines', {});
  return copiesOf(host);
})();

/** What a panel has of the leads. `moved`: how many lines each later answer brought. */
async function panelOver(host: Host) {
  call(host, 'leadLines', {});
  const moved: number[] = [];
  const store = createLines(
    async () => call(host, 'leadLines', {}),
    async (since) => {
      const answer = call(host, 'changedLeadLines', { since });
      moved.push(answer.rows.length);
      return answer;
    },
    () => false,
  );
  await store.load();
  const companies = () => store.lines.value.map(({ company }) => company).sort();
  return { refresh: store.load, companies, moved };
}

const inSheet = (host: Host) =>
  rowsOf(host, 'Leads')
    .map(({ Company = '' }) => Company)
    .sort();

/** As the trigger for edits does. */
const mark = (host: Host, tab: string) =>
  host.stores.caches.document.set(`sheety1:${host.fileId}:mark:${tab}`, {
    value: anId('lead'),
    until: Number.POSITIVE_INFINITY,
  });

const firstId = (host: Host) => rowsOf(host, 'Leads')[0]!['Lead ID']!;

const rename = (host: Host, id: string, from: string, to: string) =>
  call(host, 'changeLead', { id, changes: { company: to }, seen: { company: from } });

test('texts that come again and again cross once, and are what they were', () => {
  const rows = [
    ['L-1', 'Acme', 'Ann', 12, null, ''],
    ['L-2', 'Acme', 'Bob', null, '2026-01-01', 'Ann'],
    ['L-3', 'Beta', 'Ann', 7, '2026-01-01', 'no'],
  ];
  const packed = packRows(rows);
  expect(packed.words).toEqual(['Ann', 'Acme', '2026-01-01']);
  expect(packed.rows[1]).toEqual(['L-2', 1, 'Bob', null, 2, 0]);
  expect(unpackRows(packed)).toEqual(rows);
  expect(unpackRows(packRows([]))).toEqual([]);
});

test('where nothing changed a refresh moves no line and asks the sheet for nothing', async () => {
  const host = filled();
  const panel = await panelOver(host);
  await panel.refresh();
  expect(panel.moved).toEqual([0]);
  expect(host.counts.spreadsheetCalls).toBe(0);
  expect(panel.companies()).toEqual(inSheet(host));
});

test('a save of somebody else moves a few lines of the many', async () => {
  const host = filled();
  const panel = await panelOver(host);
  const bob = host.as('bob@example.com');
  bob.account.install();
  rename(bob, firstId(host), 'Company 0', 'Renamed by Bob');
  await panel.refresh();
  expect(host.counts.spreadsheetCalls).toBe(0);
  expect(panel.moved[0]).toBeLessThan(0.7 * MANY);
  expect(panel.companies()).toEqual(inSheet(host));
  lead(bob, 'New from Bob');
  await panel.refresh();
  expect(panel.moved[1]).toBeLessThan(0.7 * MANY);
  expect(panel.companies()).toEqual(inSheet(host));
});

test.each<[string, (host: Host) => void]>([
  ['a cell typed in the grid', (host) => host.person.type('Leads!B3', 'Typed by hand')],
  ['a row of cells pasted', (host) => host.person.paste('Leads!B3', [['Pasted', 'With a contact']])],
])('%s is there after a refresh, and little else moves', async (_, edit) => {
  const host = filled();
  const panel = await panelOver(host);
  edit(host);
  mark(host, 'leads');
  await panel.refresh();
  expect(panel.moved[0]).toBeLessThan(MANY);
  expect(panel.companies()).toEqual(inSheet(host));
});

test.each<[string, (host: Host) => void]>([
  ['a row deleted in the grid', (host) => host.person.deleteRows('Leads', 4)],
  ['rows sorted in the grid', (host) => host.person.sort('Leads', 2, false)],
  [
    'a lead deleted by the CRM',
    (host) => void call(host, 'deleteRecord', { kind: 'lead', id: firstId(host), seen: { deals: 0, activities: 0 } }),
  ],
  [
    'a lead deleted by the CRM and brought back',
    (host) => {
      const seen = { deals: 0, activities: 0 };
      const { action } = call(host, 'deleteRecord', { kind: 'lead', id: firstId(host), seen });
      call(host, 'undo', { action });
    },
  ],
  [
    'a change that was undone',
    (host) => {
      rename(host, firstId(host), 'Company 0', 'For a moment');
      call(host, 'undo', { action: call(host, 'lastActions', {})[0]!.action });
    },
  ],
  [
    'a change by somebody of whom the cache lost everything',
    (host) => {
      rename(host, firstId(host), 'Company 0', 'Renamed');
      host.evict();
    },
  ],
  [
    'an edit without a trigger, after five minutes',
    (host) => {
      host.person.type('Leads!B3', 'Typed by a script');
      host.passTime(6 * 60_000);
    },
  ],
])('%s is there after a refresh', async (_, act) => {
  const host = filled();
  const panel = await panelOver(host);
  act(host);
  await panel.refresh();
  expect(panel.companies()).toEqual(inSheet(host));
  await panel.refresh();
  expect(panel.moved[1]).toBe(0);
});

test('whatever value of the cache is lost, a change is there after a refresh', async () => {
  const host = filled();
  call(host, 'leadLines', {});
  for (const key of [...host.stores.caches.document.keys()]) {
    const panel = await panelOver(host);
    const [{ Company = '' } = {}] = rowsOf(host, 'Leads');
    rename(host, firstId(host), Company, `${Company}.`);
    host.evict(key);
    await panel.refresh();
    expect(panel.companies()).toEqual(inSheet(host));
  }
});

test('an edit in the middle of a refresh is there after the next one at the latest', async () => {
  const counted = filled();
  const other = await panelOver(counted);
  mark(counted, 'leads');
  const numbers: number[] = [];
  counted.beforeCall = ({ number, method }) => {
    if (/^(getValues|getAll|putAll|tryLock)/.test(method)) numbers.push(number);
  };
  await other.refresh();
  for (const at of everyOther(numbers)) {
    const host = filled();
    const panel = await panelOver(host);
    mark(host, 'leads');
    actAt(host, at, () => {
      host.person.type('Leads!B3', 'Typed meanwhile');
      mark(host, 'leads');
    });
    await panel.refresh();
    host.beforeCall = null;
    await panel.refresh();
    expect(panel.companies()).toEqual(inSheet(host));
  }
});
