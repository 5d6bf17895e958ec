import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.mjs';
import { CrmPage } from './crm-page';
import { until } from './open-page';

let browser: Browser;
let crm: CrmPage;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  crm = await CrmPage.open(browser);
  const { sidebar } = crm;
  await crm.choose('Open CRM');
  await sidebar.getByRole('button', { name: 'Set up CRM' }).click();
  await sidebar.getByText('No deals yet').waitFor();
  await sidebar.getByRole('button', { name: 'New deal' }).first().click();
  await sidebar.getByLabel(/^Title/).fill('Winter offer');
  await sidebar.getByRole('button', { name: 'Add deal' }).click();
  await sidebar.getByText('Deal added').waitFor();
});

afterEach(async () => {
  await crm.close();
});

const nextStep = async (text: string) => {
  await crm.sidebar.getByRole('button', { name: /^Next step/ }).click();
  await crm.sidebar.getByLabel('Next step').fill(text);
  await crm.sidebar.getByLabel('Next step').press('Enter');
};

test('whoever loses the right to edit keeps what they typed in sight, looks on, and works on when they have it again', async () => {
  const { sidebar, server } = crm;
  const { hosted, account } = server.host;
  hosted.share(account.email, 'viewer');
  await nextStep('Send the offer');
  await sidebar.getByText('“Send the offer” is not saved.').waitFor();
  await sidebar.getByText('View only.').waitFor();
  expect(await crm.shown('Opportunities!K2')).toBe('');
  await sidebar.getByRole('button', { name: 'Back' }).click();
  await sidebar.getByRole('tab', { name: /^Deals/ }).click();
  expect(await sidebar.getByRole('button', { name: 'New deal' }).count()).toBe(0);
  await sidebar.getByRole('button', { name: /Winter offer/ }).click();
  expect(await sidebar.getByRole('button', { name: 'Delete deal' }).count()).toBe(0);
  await sidebar.getByRole('button', { name: 'Back' }).click();

  hosted.share(account.email, 'editor');
  await sidebar.getByRole('button', { name: 'Read the sheet again' }).click();
  await sidebar.getByRole('button', { name: 'New deal' }).waitFor();
  await sidebar.getByRole('button', { name: /Winter offer/ }).click();
  await sidebar.getByRole('button', { name: 'Try again' }).click();
  await until(() => crm.shown('Opportunities!K2'), 'Send the offer');
});

test('what is typed without a connection waits, and stands in the sheet when the connection is back', async () => {
  const { sidebar, page } = crm;
  await page.context().setOffline(true);
  await sidebar.getByText('No connection. What you typed waits here.').waitFor();
  await nextStep('Call the mill');
  await sidebar.getByText('“Call the mill” is not saved.').waitFor();
  await page.context().setOffline(false);
  await until(() => crm.shown('Opportunities!K2'), 'Call the mill');
  await until(() => sidebar.getByText('No connection').count(), 0);
});
