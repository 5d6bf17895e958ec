// The first journey of a newcomer, made by clicking: set up, import files, move a deal, print the report. Both
// `npm run try` and a test make it; what it returns is read back from the sheet as the page draws it.
import { basename } from 'node:path';

const MENU = 'Sheety CRM';
const LONG = 120_000;

/** Chooses from the add-on's menu. */
export async function chooseFromMenu(page, ...path) {
  await page.getByRole('menuitem', { name: 'Extensions' }).click();
  for (const caption of [MENU, ...path]) await page.getByRole('menuitem', { name: caption, exact: true }).click();
}

const settled = (page) => page.evaluate(() => window.offlineHost.idle());

/** The add-on's dialog or sidebar as something to click in. */
const dialogOf = (page) => page.getByRole('dialog').frameLocator('iframe');
const sidebarOf = (page) => page.getByRole('complementary', { name: MENU }).frameLocator('iframe');

/** The rows of a tab as objects by header, as drawn. */
export async function rowsOf(page, tab) {
  await settled(page);
  const [headers, ...rows] = await page.evaluate((name) => window.offlineHost.shownTab(name), tab);
  return rows
    .filter((row) => row.some(Boolean))
    .map((row) => Object.fromEntries(headers.map((header, i) => [header, row[i] ?? ''])));
}

export async function setUp(page) {
  await chooseFromMenu(page, 'Set up CRM');
  await page.getByText('Your tabs are ready').waitFor({ timeout: LONG });
  await settled(page);
}

/**
 * Imports one file through the dialog, taking every proposal. Files of a kind that is not wanted now are closed again.
 * @returns {Promise<{ kind: 'lead' | 'deal' | null, summary: string }>} kind null: the dialog did not recognise it
 */
export async function importFile(page, path, wanted) {
  await chooseFromMenu(page, 'Import leads or deals');
  const dialog = dialogOf(page);
  await dialog.locator('input[type=file]').setInputFiles(path);
  const start = dialog.getByRole('button', { name: /^Import [\d,]+ (lead|deal)s?$/ });
  const refusal = dialog.getByRole('alert');
  await start.or(refusal).first().waitFor({ timeout: LONG });
  const text = (await start.isVisible()) && (await start.isEnabled()) ? await start.innerText() : null;
  const kind = text === null ? null : text.includes('lead') ? 'lead' : 'deal';
  let summary = kind === null ? await refusal.first().innerText() : '';
  if (kind === wanted) {
    await start.click();
    const done = dialog.getByText(/(lead|deal)s? added$/);
    await done.waitFor({ timeout: LONG });
    const said = await dialog.locator('body').innerText();
    summary = said
      .split('\n')
      .filter((line) => /added|refused|no lead|Every row/.test(line))
      .join('; ');
  }
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  return { kind, summary };
}

/**
 * The first deal of an open stage that has another one to go to, with its place among the rows; null where there is none.
 * @returns {{ index: number, deal: Record<string, string>, target: { pipeline: string, stage: string } } | null}
 */
export function dealToMove(rows, stages) {
  const open = stages.filter(({ ends }) => ends === 'open');
  for (const [index, deal] of rows.entries()) {
    const inPipeline = open.filter(({ pipeline }) => pipeline === deal.Pipeline);
    const target = inPipeline.find(({ stage }) => stage !== deal.Stage);
    if (target && inPipeline.some(({ stage }) => stage === deal.Stage)) return { index, deal, target };
  }
  return null;
}

/** Opens the sidebar on the first open deal and moves it to another stage by a click; null where no deal is open. */
export async function moveFirstOpenDeal(page) {
  const found = dealToMove(await rowsOf(page, 'Opportunities'), await stagesOf(page));
  if (!found) return null;
  const { index, deal, target } = found;
  await page.getByText('Opportunities', { exact: true }).first().click();
  await selectCell(page, `D${index + 2}`);
  await chooseFromMenu(page, 'Open CRM');
  const sidebar = sidebarOf(page);
  await sidebar.getByText(deal.Title, { exact: true }).first().waitFor({ timeout: LONG });
  await sidebar.locator('fieldset').getByRole('button', { name: target.stage, exact: true }).click();
  await page.waitForFunction(
    ({ cell, stage }) => window.offlineHost.shownCell(cell) === stage,
    { cell: `Opportunities!F${index + 2}`, stage: target.stage },
    { timeout: LONG },
  );
  return { title: deal.Title, from: deal.Stage, to: target.stage };
}

/** Types an address into the name box, which is the grid's own and has no label, as people jump to a cell. */
export async function selectCell(page, address) {
  const box = page.locator('input:not([aria-label])').first();
  await box.fill(address);
  await box.press('Enter');
  await settled(page);
}

/** The stages of the Settings tab: pipeline, name, and how it ends (open, won, lost). */
async function stagesOf(page) {
  const cells = await page.evaluate(() => window.offlineHost.shownTab('Settings'));
  return cells
    .slice(2)
    .filter((row) => row[1])
    .map(([pipeline, stage, , , ends]) => ({ pipeline, stage, ends }));
}

const number = (text) => Number(text.replaceAll(',', '') || 0);

/** Deals and their value by how they end, summed in cents. */
export function totals(deals, stages) {
  const sums = { won: { deals: 0, cents: 0 }, lost: { deals: 0, cents: 0 }, open: { deals: 0, cents: 0 } };
  for (const { Pipeline, Stage, Value } of deals) {
    const ends = stages.find(({ pipeline, stage }) => pipeline === Pipeline && stage === Stage)?.ends ?? 'open';
    sums[ends].deals++;
    sums[ends].cents += Math.round(number(Value) * 100);
  }
  return sums;
}

/** Chooses the report and reads it from its tab: a line per stage and the totals. */
export async function pipelineReport(page) {
  await chooseFromMenu(page, 'Reports', 'Pipeline');
  await page.getByText(/is up to date and follows the sheet/).waitFor({ timeout: LONG });
  await settled(page);
  const rows = (await page.evaluate(() => window.offlineHost.shownTab('Pipeline report'))).slice(5);
  return rows
    .filter((row) => row[3] !== '' && row[3] !== 'Deals')
    .map(([pipeline, stage, , deals, value, weighted]) => ({
      pipeline,
      stage,
      deals: number(deals),
      value: number(value),
      weighted: number(weighted),
    }));
}

/** The whole journey over some files: leads before deals, because deals look for their leads. */
export async function journey(page, files, tell = () => {}) {
  await setUp(page);
  tell('Set up: the tabs are there.');
  const later = [];
  const imports = [];
  for (const [paths, wanted] of [
    [files, 'lead'],
    [later, 'deal'],
  ]) {
    for (const path of paths) {
      const { kind, summary } = await importFile(page, path, wanted);
      if (kind === 'deal' && wanted === 'lead') later.push(path);
      else if (kind === null) tell(`${basename(path)}: not imported. ${summary}`);
      else {
        imports.push({ file: basename(path), kind, summary });
        tell(`${basename(path)}: ${summary}`);
      }
    }
  }
  const moved = imports.some(({ kind }) => kind === 'deal') ? await moveFirstOpenDeal(page) : null;
  tell(moved ? `Moved “${moved.title}” from ${moved.from} to ${moved.to}.` : 'No deal is open, so none was moved.');
  const report = await pipelineReport(page);
  const deals = await rowsOf(page, 'Opportunities');
  return {
    imports,
    moved,
    report,
    leads: await rowsOf(page, 'Leads'),
    deals,
    totals: totals(deals, await stagesOf(page)),
  };
}
