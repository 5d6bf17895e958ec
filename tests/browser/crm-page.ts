import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { OfflineHost } from '../../host/page/browser/offline-host';
import { type Page as PageServer, startPage } from '../../host/page/server';
import { chooseFromMenu } from '../../scripts/journey.mjs';

declare const window: { readonly offlineHost: OfflineHost };

/** The offline host's page with the built CRM in it, in a browser. */
export class CrmPage {
  readonly page: Page;
  readonly server: PageServer;
  private readonly folder: string;

  private constructor(page: Page, server: PageServer, folder: string) {
    this.page = page;
    this.server = server;
    this.folder = folder;
  }

  static async open(browser: Browser): Promise<CrmPage> {
    const folder = mkdtempSync(join(tmpdir(), 'crm-page-'));
    const addOn = join(__dirname, '../../dist');
    const server = await startPage({ addOn, folder, title: 'Sheety CRM', port: 9400 });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(server.url);
    await page.evaluate(() => window.offlineHost.ready);
    return new CrmPage(page, server, folder);
  }

  get sidebar(): FrameLocator {
    return this.page.getByRole('complementary', { name: 'Sheety CRM' }).frameLocator('iframe');
  }

  get dialog(): FrameLocator {
    return this.page.getByRole('dialog').frameLocator('iframe');
  }

  choose(...path: string[]): Promise<void> {
    return chooseFromMenu(this.page, ...path);
  }

  /** What the grid draws in a cell. */
  async shown(place: string): Promise<string> {
    await this.page.evaluate(() => window.offlineHost.idle());
    return this.page.evaluate((cell) => window.offlineHost.shownCell(cell), place);
  }

  async close(): Promise<void> {
    await this.page.close();
    await this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
