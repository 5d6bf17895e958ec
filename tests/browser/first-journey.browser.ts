import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.mjs';
import { CrmPage } from './crm-page';
import { newcomer } from './newcomer';

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

test('a newcomer sets up, imports 1,800 deals with an unknown stage, moves one and prints a report: every figure is right', async () => {
  await newcomer(crm.page, { leads: 300, deals: 1_800 });
}, 180_000);
