import type { Browser, Frame } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.mjs';
import { rowsOf, setUp } from '../../scripts/journey.mjs';
import { newId } from '../../src/domain/ids';
import { CrmPage } from './crm-page';
import { until } from './open-page';

let browser: Browser;
let crm: CrmPage;
let panel: Frame;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  crm = await CrmPage.open(browser);
});

afterEach(() => crm.close());

const FAR = 80;

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => crm.page.keyboard.press(key)), Promise.resolve());
const type = (text: string) => crm.page.keyboard.type(text);

/** What a screen reader calls that which has the focus. */
const focused = (panel: Frame): Promise<string> =>
  panel.evaluate(() => {
    const element = document.activeElement === document.body ? null : document.activeElement;
    const labels = element && 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
    return (element?.getAttribute('aria-label') ?? labels[0]?.textContent ?? element?.textContent ?? '').trim();
  });

/** Opens the panel and puts the focus into it, as a click there would; from then on there are keys alone. */
async function openPanel(): Promise<(name: RegExp, key?: string) => Promise<void>> {
  const { page } = crm;
  await crm.choose('Open CRM');
  await crm.sidebar.getByRole('button').first().waitFor();
  panel = page.frames().find((frame) => frame !== page.mainFrame())!;
  await panel.evaluate(() => window.focus());
  return async (name, key = 'Tab') => {
    const { sidebar } = crm;
    // Where it is not there yet, Tab would lead out of the panel.
    await sidebar.getByRole('button', { name }).or(sidebar.getByLabel(name)).first().waitFor();
    const seen: string[] = [];
    for (let step = 0; step < FAR; step++) {
      seen.push(await focused(panel));
      if (name.test(seen.at(-1)!)) return;
      await press(key);
    }
    throw new Error(`No ${key} leads to ${name}. ${seen.join(' | ')}`);
  };
}

const row = async (tab: string, index = 0): Promise<Record<string, string>> =>
  (await rowsOf(crm.page, tab))[index] ?? {};

test('a day by keyboard alone: set up, add a deal, log a call, edit a field and undo it, complete a task and undo that, search, and back to the grid', async () => {
  const { sidebar, page } = crm;
  const tabTo = await openPanel();
  await tabTo(/^Set up CRM$/);
  await press('Enter');
  await sidebar.getByText('No deals yet').waitFor();

  await press('n');
  await tabTo(/^Title/);
  await type('Winter offer');
  await press('Enter');
  await sidebar.getByText('Deal added').waitFor();
  expect(await row('Opportunities')).toMatchObject({ Title: 'Winter offer' });

  await tabTo(/^Call$/);
  await press('Enter');
  await type('Spoke about delivery');
  await press('Control+Enter');
  await until(async () => (await row('Activities'))['Subject'], 'Spoke about delivery');

  await tabTo(/^Next step: /);
  await press('Enter');
  await type('Send the contract');
  await press('Enter');
  await until(async () => (await row('Opportunities'))['Next step'], 'Send the contract');
  expect(await focused(panel)).toMatch(/^Next step: Send the contract/);
  await tabTo(/^Undo: Next step$/, 'Shift+Tab');
  await press('Enter');
  await until(async () => (await row('Opportunities'))['Next step'], '');

  await tabTo(/^Task$/);
  await press('Space');
  await type('Send the offer');
  await tabTo(/^Today$/);
  await press('Space');
  await tabTo(/^Log Task$/);
  await press('Enter');
  await until(async () => (await row('Activities', 1))['Subject'], 'Send the offer');

  await press('Escape');
  await sidebar.getByRole('region', { name: 'Due today' }).waitFor();
  await tabTo(/^Send the offer/);
  await press('d');
  await sidebar.getByText('“Send the offer” is done').waitFor();
  const doneAt = async () => (await row('Activities', 1))['Done at'];
  await until(async () => (await doneAt()) !== '', true);
  await tabTo(/^Undo$/);
  await press('Enter');
  await until(doneAt, '');

  await press('/');
  await type('wintr');
  await sidebar.getByRole('option', { name: /Winter offer/ }).waitFor();
  await press('ArrowDown', 'ArrowUp', 'Enter');
  await sidebar.getByRole('heading', { name: 'Deal', exact: true }).waitFor();

  await press('Escape');
  await sidebar.getByRole('tab', { name: /^Today/ }).waitFor();
  await press('Escape');
  await until(() => page.evaluate(() => document.activeElement?.tagName !== 'IFRAME'), true);
}, 120_000);

test('by keyboard alone several deals move, a conflict is settled, a call is linked elsewhere, and a deal is deleted and brought back', async () => {
  await setUp(crm.page);
  const { sidebar, server } = crm;
  const { host } = server;
  for (const title of ['Anchor', 'Beacon', 'Cable']) {
    const create = { method: 'createOpportunity', input: { id: newId('opportunity', Math.random), fields: { title } } };
    host.call('rpc', JSON.stringify({ calls: [create] }));
  }
  const column = async (header: string) => {
    const deals: Record<string, string>[] = await rowsOf(crm.page, 'Opportunities');
    return deals.map((deal) => deal[header]);
  };
  host.person.select('Opportunities!A2:R3');
  const tabTo = await openPanel();
  await sidebar.getByText('2 rows selected').waitFor();

  await press('b');
  await sidebar.getByRole('heading', { name: '2 deals' }).waitFor();
  await tabTo(/^Stage$/);
  await press('Enter');
  await sidebar.getByRole('combobox', { name: 'Stage' }).waitFor();
  await press('Tab');
  await tabTo(/^Stage$/);
  await type('Nego');
  await tabTo(/^Go on$/);
  await press('Enter');
  await tabTo(/^Change 2 records$/, 'Shift+Tab');
  await press('Enter');
  await sidebar.getByText('2 records changed').waitFor();
  expect(await column('Stage')).toEqual(['Negotiation', 'Negotiation', 'Prospecting']);
  await tabTo(/^Dismiss$/);
  await press('Enter');

  await press('/');
  await type('cable');
  await sidebar.getByRole('option', { name: /Cable/ }).waitFor();
  await press('Enter');
  await sidebar.getByRole('heading', { name: 'Deal', exact: true }).waitFor();
  await tabTo(/^Next step: /);
  await press('Enter');
  await type('mine');
  host.person.type('Opportunities!K4', 'theirs');
  await press('Enter');
  await sidebar.getByText('Next step was changed by').waitFor();
  await tabTo(/^Overwrite$/);
  await press('Enter');
  await until(async () => (await column('Next step'))[2], 'mine');

  await tabTo(/^Call$/, 'Shift+Tab');
  await press('Enter');
  await type('Spoke about delivery');
  await press('Control+Enter');
  await until(async () => (await row('Activities'))['Subject'], 'Spoke about delivery');
  await tabTo(/Spoke about delivery/);
  await press('Enter');
  await sidebar.getByRole('heading', { name: 'Activity', exact: true }).waitFor();
  await tabTo(/^Link to another lead or deal$/);
  await press('Enter');
  await tabTo(/^Deal$/);
  await type('Anch');
  await tabTo(/^Link$/);
  await press('Enter');
  await until(async () => (await row('Activities'))['Opportunity ID'], (await column('Opportunity ID'))[0]);

  await press('Escape');
  await sidebar.getByRole('heading', { name: 'Deal', exact: true }).waitFor();
  await tabTo(/^Delete deal$/);
  await press('Enter');
  await tabTo(/^Delete$/, 'Shift+Tab');
  await press('Enter');
  await sidebar.getByText('Cable is deleted').waitFor();
  expect(await column('Title')).toEqual(['Anchor', 'Beacon']);
  await tabTo(/^Undo$/);
  await press('Enter');
  await until(() => column('Title'), ['Anchor', 'Beacon', 'Cable']);
}, 120_000);
