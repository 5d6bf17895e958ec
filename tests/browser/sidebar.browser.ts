import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.mjs';
import { selectCell } from '../../scripts/journey.mjs';
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
});

afterEach(async () => {
  await crm.close();
});

/** From an empty file to a first deal, in the sidebar alone. */
async function firstDeal() {
  const { sidebar } = crm;
  await crm.choose('Open CRM');
  await sidebar.getByRole('button', { name: 'Set up CRM' }).click();
  await sidebar.getByText('No deals yet').waitFor();
  await sidebar.getByRole('button', { name: 'New deal' }).first().click();
  await sidebar.getByLabel(/^Title/).fill('Winter offer');
  await sidebar.getByLabel(/^Value/).fill('4,200.50');
  await sidebar.getByRole('combobox', { name: 'Lead' }).fill('Halden Timber');
  await sidebar.getByRole('option', { name: /Create lead/ }).click();
  await sidebar.getByRole('button', { name: 'Add deal' }).click();
  await sidebar.getByText('Deal added').waitFor();
}

const cell = (place: string) => crm.shown(place);

test('an empty file becomes a CRM with a first deal and its lead, in the sidebar alone', async () => {
  await firstDeal();
  await until(() => cell('Opportunities!D2'), 'Winter offer');
  expect(await cell('Opportunities!G2')).toBe('4,200.50');
  expect(await cell('Opportunities!C2')).toBe('Halden Timber');
  expect(await cell('Leads!B2')).toBe('Halden Timber');
  expect(await cell('Opportunities!B2')).toBe(await cell('Leads!A2'));
  expect(await cell('Sheet1!A1')).toBe('');
});

test('a click into a row shows its record; what is changed there stands in the grid, and in the History', async () => {
  await firstDeal();
  const { sidebar, page } = crm;
  await page.getByText('Leads', { exact: true }).first().click();
  await selectCell(page, 'B2');
  await sidebar.getByRole('heading', { name: 'Lead', exact: true }).waitFor();
  await page.getByText('Opportunities', { exact: true }).first().click();
  await selectCell(page, 'D2');
  await sidebar.getByRole('heading', { name: 'Deal', exact: true }).waitFor();

  await sidebar.getByRole('button', { name: /^Next step/ }).click();
  await sidebar.getByLabel('Next step').fill('=call back');
  await sidebar.getByLabel('Next step').press('Enter');
  await until(() => cell('Opportunities!K2'), '=call back');

  await sidebar.getByRole('group', { name: 'Move to a stage' }).getByRole('button', { name: 'Proposal' }).click();
  await until(() => cell('Opportunities!F2'), 'Proposal');

  await sidebar.getByRole('button', { name: 'Call', exact: true }).click();
  await sidebar.getByRole('textbox', { name: /What about the call/i }).fill('Spoke about the offer');
  await sidebar.getByRole('button', { name: /Log call/i }).click();
  await until(() => cell('Activities!E2'), 'Spoke about the offer');
  await sidebar.getByText('Spoke about the offer').waitFor();

  const history = crm.server.host.person.seesTab('History');
  expect(history.slice(1).map((row) => [row[2], row[4], row[6]])).toEqual([
    ['Lead', '', ''],
    ['Opportunity', '', ''],
    ['Opportunity', 'Next step', '=call back'],
    ['Opportunity', 'Stage', 'Proposal'],
    ['Opportunity', 'Stage since', expect.any(String)],
    ['Activity', '', ''],
  ]);
});

test('a value or a stage that somebody changed in the grid meanwhile is not overruled unasked', async () => {
  await firstDeal();
  const { sidebar, server } = crm;
  await sidebar.getByRole('button', { name: /^Next step/ }).click();
  await sidebar.getByLabel('Next step').fill('mine');
  server.host.person.type('Opportunities!K2', 'theirs');
  await sidebar.getByLabel('Next step').press('Enter');
  await sidebar.getByText('Next step was changed by').waitFor();
  expect(await cell('Opportunities!K2')).toBe('theirs');
  await sidebar.getByRole('button', { name: 'Overwrite' }).click();
  await until(() => cell('Opportunities!K2'), 'mine');
  server.host.person.type('Opportunities!F2', 'Negotiation');
  await sidebar.getByRole('group', { name: 'Move to a stage' }).getByRole('button', { name: 'Discovery' }).click();
  await sidebar.getByText(/Stage is now Negotiation/).waitFor();
  await sidebar.getByRole('button', { name: 'Keep Negotiation' }).click();
  await sidebar.getByRole('button', { name: 'Negotiation', pressed: true }).waitFor();
  expect(await cell('Opportunities!F2')).toBe('Negotiation');
});

test('search and the last actions are a key away, and nothing is asked of any other host', async () => {
  const strangers: string[] = [];
  crm.page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:|data:|blob:|about:)/.test(request.url())) strangers.push(request.url());
  });
  await firstDeal();
  const { sidebar, page, dialog } = crm;
  await sidebar.getByRole('button', { name: 'Back' }).click();
  await page.keyboard.press('Control+k');
  await sidebar.getByRole('combobox', { name: /^Search/ }).fill('timb');
  await sidebar.getByText('2 results').waitFor({ state: 'attached' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await sidebar.getByRole('heading', { name: /^(Lead|Deal)$/ }).waitFor();
  await sidebar.getByRole('button', { name: 'Back' }).click();
  await page.keyboard.press('u');
  await dialog.getByRole('heading', { name: 'Last actions' }).waitFor();
  expect(strangers).toEqual([]);
});

test('a file that cannot be imported gets one clear sentence', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bad-files-'));
  await crm.choose('Set up CRM');
  await crm.page.getByText('Your tabs are ready').waitFor();
  for (const [name, content, sentence] of [
    ['empty.csv', '', 'There is nothing in it.'],
    [
      'no-header.csv',
      'Acme,ann@acme.example,1200\nGlobex,bob@globex.example,3\n',
      'The first row holds values, not column names.',
    ],
    ['not-text.csv', 'PK\u0003\u0004\u0000\u0000', 'This is an Excel workbook.'],
    [
      'too-wide.csv',
      'Company,Email\nAcme,a@b.example,extra\n',
      'Row 2 has 3 cells, more than the 2 of the column names.',
    ],
  ] as const) {
    writeFileSync(join(folder, name), content);
    await crm.choose('Import leads or deals');
    await crm.dialog.locator('input[type=file]').setInputFiles(join(folder, name));
    await crm.dialog.getByRole('alert').filter({ hasText: sentence }).waitFor();
    const { version } = crm.server.host.file;
    await crm.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    expect(crm.server.host.file.version).toBe(version);
  }
  rmSync(folder, { recursive: true });
});
