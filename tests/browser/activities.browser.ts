import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.mjs';
import { rowsOf, setUp } from '../../scripts/journey.mjs';
import type { InputOf, MethodName, Response } from '../../src/contract/contract';
import { newId } from '../../src/domain/ids';
import { CrmPage } from './crm-page';
import { until } from './open-page';

let browser: Browser;
let crm: CrmPage;

/** As another window of the panel would. */
function call<M extends MethodName>(method: M, input: InputOf<M>): void {
  const body = JSON.stringify({ calls: [{ method, input }] });
  const { answers } = JSON.parse(crm.server.host.call('rpc', body) as string) as Response;
  expect(answers).toMatchObject([{ ok: true }]);
}

const id = (kind: 'lead' | 'opportunity' | 'activity') => newId(kind, Math.random);

const rows = (tab: string): Promise<Record<string, string>[]> => rowsOf(crm.page, tab);

/** Halden Timber with two deals, Press & Co with none, and a task on the first deal. */
async function fill() {
  await setUp(crm.page);
  const [halden, press] = ['Halden Timber', 'Press & Co'].map((company) => {
    const lead = id('lead');
    call('createLead', { id: lead, fields: { company } });
    return lead;
  }) as [string, string];
  const [supply, rails] = ['Annual supply', 'Rails'].map((title) => {
    const deal = id('opportunity');
    call('createOpportunity', { id: deal, fields: { title, leadId: halden } });
    return deal;
  }) as [string, string];
  const text = { type: 'Task', subject: 'Send the offer', details: '', due: '2026-11-20' } as const;
  call('logActivity', { id: id('activity'), about: { kind: 'opportunity', id: supply }, ...text });
  return { halden, press, rails };
}

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  crm = await CrmPage.open(browser);
});

afterEach(() => crm.close());

test('a lead that is deleted goes with its deals and activities, and an undo brings all of it back', async () => {
  await fill();
  const { sidebar } = crm;
  // What comes back stands below the others.
  const sorted = async (tab: string, header: string) =>
    (await rows(tab)).sort((a, b) => (a[header]! < b[header]! ? -1 : 1));
  const all = async () => [
    await sorted('Leads', 'Company'),
    await sorted('Opportunities', 'Title'),
    await sorted('Activities', 'Subject'),
  ];
  const before = await all();
  await crm.choose('Open CRM');
  await sidebar.getByRole('tab', { name: /^Leads/ }).click();
  await sidebar.getByRole('button', { name: /^Halden Timber/ }).click();
  await sidebar.getByRole('button', { name: 'Delete lead' }).click();
  await sidebar.getByText('Halden Timber has 2 deals and 1 activity, which are deleted with it.').waitFor();
  await sidebar.getByRole('button', { name: 'Delete', exact: true }).click();
  await sidebar.getByText('Halden Timber is deleted').waitFor();
  expect((await all()).map((left) => left.length)).toEqual([1, 0, 0]);
  await sidebar.getByRole('tab', { name: 'Activities' }).click();
  await sidebar.getByText('No activities').waitFor();

  await sidebar.getByRole('button', { name: 'Undo', exact: true }).click();
  await sidebar.getByText('4 records are as they were before').waitFor();
  expect(await all()).toEqual(before);
  await sidebar.getByRole('button', { name: /^Send the offer/ }).waitFor();
});

test('an activity is edited, completed and linked to another deal and lead, each of which stands in the sheet and can be undone', async () => {
  const { halden, press, rails } = await fill();
  const { sidebar } = crm;
  const activity = async () => (await rows('Activities'))[0]!;
  const links = async () => {
    const one = await activity();
    return [one['Opportunity ID'], one['Lead ID']];
  };
  await crm.choose('Open CRM');
  await sidebar.getByRole('tab', { name: 'Activities' }).click();
  await sidebar.getByRole('button', { name: /^Send the offer/ }).click();

  await sidebar.getByRole('button', { name: /^Subject/ }).click();
  await sidebar.getByLabel('Subject').fill('=Send the signed offer');
  await sidebar.getByLabel('Subject').press('Enter');
  await until(async () => (await activity())['Subject'], '=Send the signed offer');
  await sidebar.getByRole('button', { name: 'Undo: Subject' }).click();
  await until(async () => (await activity())['Subject'], 'Send the offer');

  await sidebar.getByRole('button', { name: 'Done', exact: true }).click();
  await sidebar.getByText('“Send the offer” is done').waitFor();
  await sidebar.getByRole('button', { name: 'Not done yet' }).waitFor();
  expect((await activity())['Done at']).not.toBe('');

  await sidebar.getByRole('button', { name: 'Link to another lead or deal' }).click();
  await sidebar.getByLabel('Deal', { exact: true }).selectOption('Rails');
  await sidebar.getByRole('button', { name: 'Link', exact: true }).click();
  await until(links, [rails, halden]);
  await sidebar.getByRole('combobox', { name: 'Lead', exact: true }).fill('pres');
  await sidebar.getByRole('option', { name: /Press & Co/ }).click();
  await until(links, ['', press]);
  await sidebar.getByRole('button', { name: 'Undo: Lead' }).click();
  await until(links, [rails, halden]);

  await sidebar.getByRole('button', { name: 'Rails' }).click();
  await sidebar.getByRole('region', { name: 'Timeline' }).getByText('Send the offer').waitFor();
  const history = await rows('History');
  expect(history.filter((line) => line['Record'] === 'Activity').map((line) => line['Field'])).toEqual([
    '',
    'Subject',
    'Subject',
    'Done at',
    'Opportunity ID',
    'Lead ID',
    'Opportunity ID',
    'Lead ID',
    'Opportunity ID',
  ]);
});
