import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.mjs';
import { setUp } from '../../scripts/journey.mjs';
import type { Response } from '../../src/contract/contract';
import { newId } from '../../src/domain/ids';
import { CrmPage } from './crm-page';

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

const TITLES = Array.from({ length: 14 }, (_, n) => `Deal ${n + 1}`);

/** Rows 5 and 9 of the deals are hidden by a filter. */
const FILTERED = [5, 9];

test('of 12 selected deals two are hidden by a filter: ten move to another stage, two stay', async () => {
  await setUp(crm.page);
  const { host } = crm.server;
  for (const title of TITLES) {
    const create = { method: 'createOpportunity', input: { id: newId('opportunity', Math.random), fields: { title } } };
    const { answers } = JSON.parse(host.call('rpc', JSON.stringify({ calls: [create] })) as string) as Response;
    expect(answers[0]!.ok).toBe(true);
  }
  const { id, grid } = host.file.sheetNamed('Opportunities')!;
  const rect = { row: 0, column: 0, rows: grid.lastRow() + 1, columns: grid.width };
  host.act([{ kind: 'objects', objects: { filters: [{ sheet: id, rect, criteria: {} }] } }]);
  for (const row of FILTERED)
    host.does({ kind: 'lines', sheet: id, axis: 'row', at: row - 1, count: 1, change: { filtered: true } });
  await crm.choose('Open CRM');
  host.person.select('Opportunities!A2:R13');

  const { sidebar } = crm;
  await sidebar.getByText('12 rows selected').waitFor();
  await sidebar.getByRole('button', { name: 'Actions', exact: true }).click();
  await sidebar.getByRole('heading', { name: '10 deals' }).waitFor();
  await sidebar.getByText('2 hidden rows are left out.').waitFor();
  await sidebar.getByRole('button', { name: 'Stage', exact: true }).click();
  await sidebar.getByLabel('Stage', { exact: true }).selectOption('Negotiation');
  await sidebar.getByRole('button', { name: 'Go on' }).click();
  await sidebar.getByRole('group', { name: /Move to Negotiation: Deal 1, Deal 2, Deal 3, Deal 5/ }).waitFor();
  await sidebar.getByRole('button', { name: 'Change 10 records' }).click();
  await sidebar.getByText('10 records changed').waitFor();

  const stages = () => {
    const [headers = [], ...rows] = host.person.seesTab('Opportunities');
    return rows.slice(0, TITLES.length).map((row) => row[headers.indexOf('Stage')]);
  };
  const moved = (row: number) => row <= 13 && !FILTERED.includes(row);
  expect(stages()).toEqual(TITLES.map((_, index) => (moved(index + 2) ? 'Negotiation' : 'Prospecting')));

  await sidebar.getByRole('button', { name: 'Undo', exact: true }).click();
  await sidebar.getByText('10 records are as they were before').waitFor();
  expect(new Set(stages())).toEqual(new Set(['Prospecting']));
}, 60_000);
