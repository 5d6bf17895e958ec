import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import type { SpreadsheetFile } from '../../host/engine/file';
import type { OfflineHost } from '../../host/page/browser/offline-host';
import { type PageOptions, type Page as PageServer, startPage } from '../../host/page/server';
import { launchBrowser } from '../../scripts/browser.mjs';

declare const window: { readonly offlineHost: OfflineHost };

const PATIENCE_MS = 15_000;

/** Waits until something reads as expected; fails with what it reads instead. */
export async function until<T>(read: () => T | Promise<T>, expected: T): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    if (JSON.stringify(await read()) === JSON.stringify(expected)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await read()).toEqual(expected);
}

type Little = { readonly code?: string; readonly pages?: Readonly<Record<string, string>> };

/** A folder that holds a little add-on of the test's own, as a build would leave it. */
export class AddOnFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'add-on-'));

  constructor(addOn: Little) {
    writeFileSync(join(this.path, 'appsscript.json'), '{"timeZone":"Europe/Madrid","oauthScopes":[]}');
    this.build(addOn);
  }

  build({ code = '', pages = {} }: Little): void {
    writeFileSync(join(this.path, 'Code.js'), /function onOpen\b/.test(code) ? code : `function onOpen() {}\n${code}`);
    for (const [name, html] of Object.entries(pages)) writeFileSync(join(this.path, `${name}.html`), html);
  }
}

type Open = (addOn: Little, options?: Partial<PageOptions>, query?: string) => Promise<OpenPage>;

/**
 * For the tests of a file: what opens a page. They share a browser, every page has its own context and goes with its test,
 * after `lookBack` has looked at it.
 */
export function pagesOfTests(lookBack?: (page: OpenPage) => Promise<void>): Open {
  let browser: Browser;
  let opened: OpenPage | null = null;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const page = opened;
    opened = null;
    try {
      if (page) await lookBack?.(page);
    } finally {
      await page?.close();
    }
  });
  return async (addOn, options, query) => {
    opened = await OpenPage.with(browser, addOn, options, query);
    return opened;
  };
}

/** The page of the offline host in a browser, and the host behind it. */
export class OpenPage {
  readonly page: Page;
  readonly addOn: AddOnFolder;
  private readonly folder: string;
  private running: PageServer;

  /** Addresses that the page asked for and that are not this machine's. */
  readonly strangers: string[] = [];

  private constructor(page: Page, server: PageServer, addOn: AddOnFolder, folder: string) {
    this.page = page;
    this.running = server;
    this.addOn = addOn;
    this.folder = folder;
    page.on('request', (request) => {
      if (!/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url())) this.strangers.push(request.url());
    });
  }

  static async with(
    browser: Browser,
    addOn: Little,
    options: Partial<PageOptions> = {},
    query = '',
  ): Promise<OpenPage> {
    const folder = mkdtempSync(join(tmpdir(), 'kept-'));
    const built = new AddOnFolder(addOn);
    const server = await startPage({ addOn: built.path, folder, title: 'Little add-on', port: 9300, ...options });
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const opened = new OpenPage(page, server, built, folder);
    await opened.goto(query);
    return opened;
  }

  async goto(query = ''): Promise<void> {
    await this.page.goto(this.server.url + query);
    await this.ready();
  }

  ready(): Promise<void> {
    return this.page.evaluate(() => window.offlineHost.ready);
  }

  get server(): PageServer {
    return this.running;
  }

  get host() {
    return this.server.host;
  }

  get file(): SpreadsheetFile {
    return this.server.host.file;
  }

  async close(): Promise<void> {
    await this.page.context().close();
    await this.server.close();
    for (const folder of [this.folder, this.addOn.path]) rmSync(folder, { recursive: true, force: true });
  }

  /** Stops the server and starts another at the same address, over the same folder; the page comes back by itself. */
  async restart(port: number): Promise<void> {
    const reloaded = this.page.waitForEvent('load');
    await this.server.close();
    this.running = await startPage({ addOn: this.addOn.path, folder: this.folder, title: 'Little add-on', port });
    await reloaded;
    await this.ready();
  }

  /** From now on edits reach the page late, as over a slow line, until what is answered is called. */
  async holdEdits(): Promise<() => void> {
    const held: (() => void)[] = [];
    let holding = true;
    await this.page.routeWebSocket(/./, (line) => {
      const server = line.connectToServer();
      server.onMessage((message) => {
        const send = () => line.send(message);
        if (holding && String(message).startsWith('{"kind":"edits"')) held.push(send);
        else send();
      });
    });
    await this.goto();
    return () => {
      holding = false;
      for (const send of held) send();
    };
  }

  /** From now on all that the server says reaches the page late, in its order, as over a far line. */
  async slowLine(delay: () => number): Promise<void> {
    await this.page.routeWebSocket(/./, (line) => {
      const server = line.connectToServer();
      let before = Promise.resolve();
      server.onMessage((message) => {
        before = before.then(async () => {
          await new Promise((resolve) => setTimeout(resolve, delay()));
          line.send(message);
        });
      });
    });
    await this.goto();
  }

  /** Waits until nothing is under way. */
  idle(): Promise<void> {
    return this.page.evaluate(() => window.offlineHost.idle());
  }

  shown(place: string): Promise<string> {
    return this.page.evaluate((cell) => window.offlineHost.shownCell(cell), place);
  }

  shownTab(tab: string): Promise<string[][]> {
    return this.page.evaluate((name) => window.offlineHost.shownTab(name), tab);
  }

  /** Where the grid differs from the page's copy of the file: nowhere. */
  differences(): Promise<string[]> {
    return this.page.evaluate(() => window.offlineHost.differences());
  }

  async click(place: string, part: 'middle' | 'right end' = 'middle'): Promise<void> {
    const box = await this.page.evaluate((cell) => window.offlineHost.boxOf(cell), place);
    if (!box) throw new Error(`${place} is not in front.`);
    const x = part === 'middle' ? box.x + box.width / 2 : box.x + box.width - 8;
    await this.page.mouse.click(x, box.y + box.height / 2);
  }

  /** Drags a row by its header until it stands below another one. */
  async dragRow(row: number, below: number): Promise<void> {
    const [from, to] = await this.page.evaluate(
      (rows) => rows.map((number) => window.offlineHost.boxOf(`A${number}`)),
      [row, below],
    );
    if (!from || !to) throw new Error(`Row ${row} or ${below} is not in front.`);
    const { mouse } = this.page;
    const x = from.x - 20;
    await mouse.click(x, from.y + from.height / 2);
    await mouse.move(x, from.y + from.height / 2);
    await mouse.down();
    await mouse.move(x, to.y + to.height / 2, { steps: 4 });
    await mouse.move(x, to.y + to.height - 3, { steps: 2 });
    await mouse.up();
  }

  /** Clicks a cell, types and presses Enter. */
  async type(place: string, text: string, { wait = true } = {}): Promise<void> {
    await this.click(place);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
    if (wait) await this.idle();
  }

  /** Chooses an entry of the menu bar by clicking through the menus. */
  async menu(...path: readonly string[]): Promise<void> {
    const [bar = '', ...entries] = path;
    await this.page.getByRole('menubar').getByRole('menuitem', { name: bar, exact: true }).click();
    for (const entry of entries)
      await this.page.getByRole('menu').getByRole('menuitem', { name: entry }).first().click();
  }

  addOnMenu(...path: readonly string[]): Promise<void> {
    return this.menu('Extensions', 'Little add-on', ...path);
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name, exact: true });
  }

  get notice(): Locator {
    return this.page.locator('.notice p');
  }
}
