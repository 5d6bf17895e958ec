// npm run try -- FOLDER: makes the first journey in a real browser on the CSV files of a folder and prints the totals
// that it reads back from the sheet.
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAddOn } from '../esbuild.config.mjs';
import { launchBrowser } from './browser.mjs';
import { buildHost } from './build-host.mjs';
import { journey } from './journey.mjs';

const money = (value) => value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function csvFilesOf(folder) {
  const path = resolve(folder ?? '');
  if (folder === undefined) return say('Name a folder with CSV files: npm run try -- FOLDER');
  if (!existsSync(path) || !statSync(path).isDirectory()) return say(`There is no folder ${path}. Nothing was tried.`);
  const files = readdirSync(path)
    .filter((name) => name.toLowerCase().endsWith('.csv'))
    .sort();
  if (files.length === 0) return say(`There are no CSV files in ${path}. Nothing was tried.`);
  return files.map((name) => join(path, name));
}

function say(sentence) {
  console.error(sentence);
  return null;
}

export async function main([folder]) {
  const files = csvFilesOf(folder);
  if (!files) return 1;
  await Promise.all([buildAddOn(), buildHost()]);
  const { startPage } = await import('../host/.build/page-server.mjs');
  const kept = mkdtempSync(join(tmpdir(), 'sheety-try-'));
  const host = await startPage({
    addOn: fileURLToPath(new URL('../dist', import.meta.url)),
    folder: kept,
    title: 'Sheety CRM',
  });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(host.url);
    await page.evaluate(() => window.offlineHost.ready);
    print(await journey(page, files, (said) => console.log(said)));
    return 0;
  } finally {
    await browser.close();
    await host.close();
    rmSync(kept, { recursive: true });
  }
}

function print({ leads, deals, report, totals }) {
  console.log(
    `\nRead back from the sheet: ${leads.length.toLocaleString('en-US')} leads, ${deals.length.toLocaleString('en-US')} deals`,
  );
  for (const [ends, sum] of Object.entries(totals)) console.log(line(ends, sum.deals, sum.cents / 100));
  const all = Object.values(totals).reduce((sum, { cents }) => sum + cents, 0);
  console.log(line('all', deals.length, all / 100));
  console.log('\nPipeline report (deals, value, weighted value)');
  for (const { pipeline, stage, deals: count, value, weighted } of report) {
    console.log(line(stage ? `${pipeline} · ${stage}` : pipeline, count, value, weighted));
  }
}

const line = (name, count, ...amounts) =>
  `  ${name.padEnd(44)} ${count.toLocaleString('en-US').padStart(7)}  ${amounts.map((amount) => money(amount).padStart(16)).join('  ')}`;
