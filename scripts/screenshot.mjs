// npm run screenshot: makes the picture in the README anew, from the demo.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAddOn } from '../esbuild.config.mjs';
import { launchBrowser } from './browser.mjs';
import { buildHost } from './build-host.mjs';
import { fillDemo } from './demo/fill.mjs';
import { chooseFromMenu, selectCell } from './journey.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export async function main() {
  await Promise.all([buildAddOn(), buildHost()]);
  const { startPage } = await import('../host/.build/page-server.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'sheety-picture-'));
  const host = await startPage({ addOn: at('dist'), folder, title: 'Sheety CRM' });
  host.host.open();
  fillDemo(host.host, { today: '2026-11-22', leads: 200, deals: 900, activities: 3000 });
  host.host.file.apply({ kind: 'file', properties: { name: 'Sales 2026' } });
  // People put ids out of sight; the CRM finds its columns all the same.
  const hidden = Array.from({ length: 2 }, () => ({ size: null, hidden: true }));
  host.host.file.apply({
    kind: 'lines',
    sheet: host.host.file.sheetNamed('Opportunities').id,
    axis: 'column',
    at: 0,
    lines: hidden,
  });
  host.host.person.deleteTab('Sheet1');
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1360, height: 820 } });
    await page.goto(host.url);
    await page.evaluate(() => window.offlineHost.ready);
    await page.getByText('Opportunities', { exact: true }).first().click();
    await selectCell(page, `D${openDealWithHistory(host.host)}`);
    await chooseFromMenu(page, 'Open CRM');
    const sidebar = page.getByRole('complementary', { name: 'Sheety CRM' }).frameLocator('iframe');
    await sidebar.getByText('Timeline').waitFor();
    await page.waitForTimeout(2500);
    mkdirSync(at('docs/images'), { recursive: true });
    await page.screenshot({ path: at('docs/images/overview.png') });
    console.log('docs/images/overview.png is made anew.');
  } finally {
    await browser.close();
    await host.close();
    rmSync(folder, { recursive: true });
  }
}

/** The row of an open deal of some value that was talked about. */
function openDealWithHistory({ person }) {
  const talked = new Set(person.seesTab('Activities').map((row) => row[2]));
  const rows = person.seesTab('Opportunities');
  const index = rows.findIndex(
    ([id, , , , , stage, value]) => stage === 'Proposal' && value.length > 8 && talked.has(id),
  );
  return index + 1;
}
