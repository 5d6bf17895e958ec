import type { Host } from '../../host/host';
import { anId, call, copiesOf, failureOf, readyHost, rowsOf } from './crm-host';

const prepared = () => {
  const host = readyHost();
  const made = Array.from({ length: 6 }, (_, index) => {
    const [lead, deal] = [anId('lead'), anId('opportunity')];
    call(host, 'createLead', { id: lead, fields: { company: `Company ${index}` } });
    call(host, 'createOpportunity', { id: deal, fields: { title: `Deal ${index}`, leadId: lead, stage: 'Discovery' } });
    return { lead, deal };
  });
  return { made, copy: copiesOf(host) };
};
const { made, copy } = prepared();

const withoutColumn = (tab: string, header: string): Host => {
  const host = copy();
  host.person.deleteColumns(tab, host.person.seesTab(tab)[0]!.indexOf(header) + 1, 1);
  return host;
};

const move = (host: Host, lostReason?: string) =>
  call(host, 'moveMany', {
    pipeline: 'Sales',
    stage: 'Closed Lost',
    ...(lostReason !== undefined && { lostReason }),
    records: made.map(({ deal }) => ({ id: deal, seen: { pipeline: 'Sales', stage: 'Discovery' } })),
  });

const stages = (host: Host) => new Set(rowsOf(host, 'Opportunities').map((row) => row['Stage']));

test('without a column for lost reasons many deals move all the same, and move back with one undo', () => {
  const host = withoutColumn('Opportunities', 'Lost reason');
  const { changed, action } = move(host);
  expect([changed, stages(host)]).toEqual([6, new Set(['Closed Lost'])]);
  expect(call(host, 'undo', { action: action! })).toMatchObject({ records: 6, kept: [] });
  expect(stages(host)).toEqual(new Set(['Discovery']));
});

test('a move that wrote lost reasons is taken back though their column is gone by now', () => {
  const host = copy();
  const { action } = move(host, 'Price');
  host.person.deleteColumns('Opportunities', host.person.seesTab('Opportunities')[0]!.indexOf('Lost reason') + 1, 1);
  expect(call(host, 'undo', { action: action! })).toMatchObject({ records: 6, kept: [] });
  expect(stages(host)).toEqual(new Set(['Discovery']));
});

test('a lost reason that has no column is refused by name, and no deal moves', () => {
  const host = withoutColumn('Opportunities', 'Lost reason');
  expect(failureOf(() => move(host, 'Price'))).toMatchObject({
    code: 'SHEET_BROKEN',
    message: expect.stringContaining('“Lost reason”') as string,
  });
  expect(stages(host)).toEqual(new Set(['Discovery']));
});

test.each(['lead', 'opportunity'] as const)('a tab without owners takes what is logged on many of each %s', (kind) => {
  const host = withoutColumn(kind === 'lead' ? 'Leads' : 'Opportunities', 'Owner');
  const records = made.map((one) => ({
    id: kind === 'lead' ? one.lead : one.deal,
    activityId: anId('activity'),
  }));
  const text = { type: 'Call', subject: 'Hello', details: '', due: null };
  expect(call(host, 'logMany', { kind, records, ...text })).toMatchObject({ logged: 6, missing: [] });
  expect(rowsOf(host, 'Activities').map((row) => row['Owner'])).toEqual(records.map(() => ''));
});
