import type { Browser, Frame } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.mjs';
import { rowsOf } from '../../scripts/journey.mjs';
import { CrmPage } from './crm-page';
import { until } from './open-page';

let browser: Browser;
let crm: CrmPage;

beforeAll(async () => {
  browser = await launchBrowser();
  crm = await CrmPage.open(browser);
});

afterAll(async () => {
  await crm.close();
  await browser.close();
});

const FAR = 80;

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => crm.page.keyboard.press(key)), Promise.resolve());
const type = (text: string) => crm.page.keyboard.type(text);

/** What a screen reader calls that which has the focus. */
const focused = (panel: Frame): Promise<string> =>
  panel.evaluate(() => {
    const element = document.activeElement;
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    return (element?.getAttribute('aria-label') ?? labels[0]?.textContent ?? element?.textContent ?? '').trim();
  });

test('a day by keyboard alone: set up, add a deal, log a call, edit a field and undo it, complete a task and undo that, search, and back to the grid', async () => {
  await crm.choose('Open CRM');
  const { sidebar, page } = crm;
  await sidebar.getByRole('button', { name: 'Set up CRM' }).waitFor();
  const panel = page.frames().find((frame) => frame !== page.mainFrame())!;
  // As a click into the panel would; from here on there are keys alone.
  await panel.evaluate(() => window.focus());

  const tabTo = async (name: RegExp, key = 'Tab') => {
    for (let step = 0; step < FAR; step++) {
      if (name.test(await focused(panel))) return;
      await press(key);
    }
    throw new Error(`No ${key} leads to ${name}.`);
  };
  const row = async (tab: string, index = 0): Promise<Record<string, string>> => (await rowsOf(page, tab))[index] ?? {};

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
