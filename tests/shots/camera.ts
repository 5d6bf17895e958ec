import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Answer, Start } from '../../src/contract/contract';
import type { Activity, Lead, Opportunity } from '../../src/domain/records';
import { fakeServer, fileOf, GoogleFails } from '../sidebar/fake-google';
import { samples } from '../sidebar/samples';
import { drawn, prepare } from './in-page';
import { opened } from './sample-file';
import { SIZES, type State } from './state';

const ADDRESS = 'http://sheet.test/';

/** Where each page stands once it is built: `sidebar`, `sidebar.de`. */
export type Built = Readonly<Record<string, string>>;

/** The tabs of the home screen in the other language. */
const IN_GERMAN = { Today: 'Heute', Deals: 'Deals', Leads: 'Leads', Activities: 'Aktivität' };

/** So long every answer takes at least: the first paint comes before it, as at Google. */
const ANSWER_AFTER_MS = 40;

/** For what is drawn after the last answer. */
const SETTLE_MS = 160;

/** The day of all samples. */
const NOON = '2026-11-22T17:00:00Z';

/** A page of the browser in which one state after the other is brought about. */
export class Camera {
  readonly page: Page;
  private readonly built: Built;
  private html = '';
  private respond: (body: string) => Promise<string> = async () => '';
  /** What went wrong without being asked, in the state that is shown. */
  faults: (readonly [what: string, where: string])[] = [];

  private constructor(page: Page, built: Built) {
    this.page = page;
    this.built = built;
  }

  static async open(browser: Browser, built: Built): Promise<Camera> {
    const context = await browser.newContext({
      reducedMotion: 'reduce',
      locale: 'en-US',
      timezoneId: 'America/New_York',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    const camera = new Camera(page, built);
    await camera.prepare();
    return camera;
  }

  private async prepare(): Promise<void> {
    const { page } = this;
    const note = (what: string, where: string) => this.faults.push([what, where.slice(0, 160)]);
    page.on('pageerror', ({ message }) => note('error', message));
    page.on('console', (said) => {
      if (said.type() === 'error') note('console', said.text());
    });
    await page.clock.install({ time: NOON });
    await page.exposeFunction('respond', (body: string) => this.answer(body));
    await page.addInitScript(prepare);
    await page.route('**/*', (route) => {
      const url = route.request().url();
      if (url.startsWith(ADDRESS)) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: this.html });
      note('asks another host', url);
      return route.abort();
    });
  }

  private async answer(body: string): Promise<string> {
    await new Promise((resolve) => setTimeout(resolve, ANSWER_AFTER_MS));
    try {
      return await this.respond(body);
    } catch (error) {
      if (!(error instanceof GoogleFails)) this.faults.push(['server', String(error)]);
      throw error;
    }
  }

  /** Brings a state about. Throws where it does not come. */
  async show(state: State, width: number): Promise<void> {
    const {
      page: name = 'sidebar',
      language,
      first = opened(),
      leads = [],
      deals = [],
      tasks = null,
      answers,
      does = [],
      sees,
      isCold,
    } = state;
    this.faults = [];
    this.respond = fakeServer({ ...fileOf(leads, deals), ...answers }).respond;
    const told = first && !isCold ? withLines(first, leads, deals, tasks) : first;
    const written = told && `<script type="application/json" id="first">${textOf({ answers: [told] })}</script>`;
    this.html = readFileSync(this.built[language ? `${name}.${language}` : name]!, 'utf8') + (written ?? '');
    const { page } = this;
    await page.context().setOffline(false);
    await page.setViewportSize({ width, height: state.height ?? SIZES[name].height });
    await page.goto(ADDRESS);
    await this.choose(state);
    for (const step of does) {
      await step(page);
      await page.evaluate(drawn);
    }
    await page.getByText(sees).or(page.getByLabel(sees)).first().waitFor();
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    await page.evaluate(drawn);
  }

  /** The tab of the home screen, where the state has one: most are about deals. */
  private async choose({ tab = 'Deals', language, isCold }: State): Promise<void> {
    const there = this.page.getByRole('tab', { name: new RegExp(`^${language ? IN_GERMAN[tab] : tab}`) });
    if (isCold || (await there.count()) > 0) await there.click({ timeout: 2000 }).catch(() => {});
  }

  async take(folder: string, picture: string): Promise<void> {
    await this.page.screenshot({ path: join(folder, `${picture}.png`), animations: 'disabled', caret: 'hide' });
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}

/** As the server tells it: the newest of each travel with the first answer. */
function withLines(
  first: Answer<Start>,
  leads: readonly Lead[],
  deals: readonly Opportunity[],
  open: readonly Activity[] | null,
): Answer<Start> {
  if (!first.ok || !first.value.settings) return first;
  const told = samples.today(open ?? []);
  const { overdue } = told.counts;
  const tasks = open && { lines: told.tasks, count: open.length, overdue, canRepeat: true };
  const lines = { leads: samples.leadLines(leads), opportunities: samples.dealLines(deals), tasks };
  return opened({ ...first.value, first: { ...lines, counts: { leads: leads.length, opportunities: deals.length } } });
}

const textOf = (response: object): string => JSON.stringify(response).replace(/</g, '\\u003c');
