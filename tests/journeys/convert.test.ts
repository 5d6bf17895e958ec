import type { Host } from '../../host/host';
import type { ServiceCall } from '../../host/run/desk';
import {
  actAt,
  allNumbersOf,
  anId,
  attempt,
  call,
  copiesOf,
  failAt,
  failureOf,
  numbersOf,
  readyHost,
  rowsOf,
} from './crm-host';

const prepared = () => {
  const host = readyHost();
  const id = anId('lead');
  call(host, 'createLead', { id, fields: { company: 'Acme', owner: 'Ann', status: 'New' } });
  call(host, 'createLead', { id: anId('lead'), fields: { company: 'Beta', status: 'New' } });
  call(host, 'createOpportunity', { id: anId('opportunity'), fields: { title: 'Older' } });
  call(host, 'logActivity', {
    id: anId('activity'),
    about: { kind: 'lead', id },
    type: 'Call',
    subject: 'Hello',
    details: '',
    due: null,
  });
  return { id, copy: copiesOf(host) };
};
const { id, copy } = prepared();
const deal = anId('opportunity');
const activityId = anId('activity');

const convert = (host: Host, seen = 'New') =>
  call(host, 'convertLead', {
    id,
    status: 'Qualified',
    seen: { status: seen },
    opportunity: { id: deal, fields: { title: '=First order', value: 1200 } },
    activityId,
  });

/** What a whole conversion leaves, whatever went wrong on the way. */
function expectWhole(host: Host): void {
  const leads = rowsOf(host, 'Leads');
  expect(leads.find((row) => row['Lead ID'] === id)).toMatchObject({ Company: 'Acme', Status: 'Qualified' });
  expect(leads.filter((row) => row.Status === 'New')).toHaveLength(1);
  const deals = rowsOf(host, 'Opportunities').filter((row) => row['Opportunity ID'] === deal);
  expect(deals).toMatchObject([
    { Title: '=First order', Value: '1,200.00', 'Lead ID': id, Lead: 'Acme', Owner: 'Ann' },
  ]);
  const notes = rowsOf(host, 'Activities').filter((row) => row['Activity ID'] === activityId);
  expect(notes).toMatchObject([{ 'Lead ID': id, 'Opportunity ID': deal, Type: 'Note' }]);
  expect([leads.length, rowsOf(host, 'Opportunities').length, rowsOf(host, 'Activities').length]).toEqual([2, 2, 2]);
}

test('a converted lead has a deal that is linked to it, a note that says so, and its new status', () => {
  const host = copy();
  // As the sidebar shows the lead.
  call(host, 'leadLines', {});
  call(host, 'opportunityLines', {});
  call(host, 'timeline', { kind: 'lead', id });
  const { lead, opportunity, activity } = convert(host);
  expect(lead.record).toMatchObject({ id, status: 'Qualified' });
  expect(opportunity.record).toMatchObject({ id: deal, leadId: id, lead: 'Acme', owner: 'Ann', value: 1200 });
  expect(activity).toMatchObject({ id: activityId, subject: 'Converted into the deal “=First order”' });
  expectWhole(host);
  const { spreadsheetCalls, otherCalls } = host.counts;
  expect(spreadsheetCalls).toBeLessThanOrEqual(28);
  expect(otherCalls).toBeLessThanOrEqual(16);
});

test('the same conversion twice makes one', () => {
  const host = copy();
  convert(host);
  convert(host);
  expectWhole(host);
});

test('a lead whose status somebody changed first is not converted, and nothing is written', () => {
  const host = copy();
  host.person.type('Leads!G2', 'Lost');
  const { version } = host.file;
  expect(failureOf(() => convert(host))).toMatchObject({
    code: 'CONFLICT',
    differences: [{ field: 'status', seen: 'New', now: 'Lost' }],
  });
  expect(host.file.version).toBe(version);
});

test('where a service call fails, the same conversion again completes it and doubles nothing', () => {
  const counted = copy();
  for (const at of numbersOf(counted, () => convert(counted))) {
    const host = copy();
    failAt(host, at);
    attempt(() => convert(host));
    host.beforeCall = null;
    convert(host);
    expectWhole(host);
  }
});

test('a person who sorts the leads in between loses nothing', () => {
  const counted = copy();
  for (const at of numbersOf(counted, () => convert(counted))) {
    const host = copy();
    actAt(host, at, () => host.person.sort('Leads', 2, false));
    const told = attempt(() => convert(host));
    host.beforeCall = null;
    if ('code' in told) expect(told.message).toContain('Check Status');
    else expectWhole(host);
  }
});

test('a part that cannot be finished leaves no other lead with the status that was meant for this one', () => {
  const counted = copy();
  const writes = ({ method }: ServiceCall) => /^set(RichText)?Values?$/.test(method);
  for (const at of allNumbersOf(counted, () => convert(counted), writes)) {
    const host = copy();
    actAt(host, at, () => {
      host.person.deleteColumns('Opportunities', host.person.seesTab('Opportunities')[0]!.indexOf('Title') + 1);
      host.person.sort('Leads', 2, false);
    });
    const told = attempt(() => convert(host));
    host.beforeCall = null;
    expect([at, told]).toEqual([at, expect.objectContaining({ code: expect.stringMatching(/SHEET_BROKEN|CONFLICT/) })]);
    const statuses = rowsOf(host, 'Leads').filter((row) => row['Lead ID'] !== id);
    expect([at, statuses.map(({ Status }) => Status)]).toEqual([at, statuses.map(() => 'New')]);
  }
});
