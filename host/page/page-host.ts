import { setTimeout as sleep } from 'node:timers/promises';
import { SpreadsheetFile } from '../engine/file';
import { ENUMS } from '../google/enums';
import { GLOBAL_NAMES } from '../google/services';
import { newStores } from '../google/stores';
import { type Host, newHost, type Run } from '../host';
import { START } from '../run/cost-model';
import { bytesOf } from '../run/counts';
import { Execution, type Start } from '../run/execution';
import type { CallAnswer, CallRequest, Outcome } from '../run/protocol';
import { notFound } from '../run/realm';
import { WorkerPool } from '../run/worker-pool';
import type { AddOnFolder } from './add-on-folder';
import { EditFeed } from './edit-feed';
import type { Kept, KeptFile } from './kept';
import { PageScreen } from './page-screen';
import type { RunCost, ToPage } from './protocol';

const TRIGGERS_LOOKED_FOR_EVERY_MS = 30_000;

/** People's typing is answered first, formulas are worked out when they pause this long. */
const CALCULATE_AFTER_MS = 30;

export type PageHostOptions = {
  readonly addOn: AddOnFolder;
  readonly kept: Kept;
  readonly tell: (message: ToPage | string) => void;
  /** Whether any page is open. */
  readonly isHeard: () => boolean;
  readonly newFile: () => SpreadsheetFile;
  /** Whether everything takes as long as at Google, by the cost model. */
  readonly latency: 'none' | 'google';
  /** Of the user's Google. */
  readonly language: string;
};

/** One open file with the add-on in it, for pages: executions run beside each other while people go on typing. */
export class PageHost {
  readonly host: Host<PageScreen>;
  readonly feed: EditFeed;
  private readonly pool = new WorkerPool();
  private readonly running = new Set<Promise<unknown>>();
  private calculation: NodeJS.Timeout | null = null;
  private readonly clock: NodeJS.Timeout;
  private closed = false;

  constructor(private readonly options: PageHostOptions) {
    const { addOn, kept, tell, isHeard, latency, language } = options;
    const { triggers = [], ...found } = kept.load() ?? { file: options.newFile(), stores: newStores() };
    const screen = new PageScreen((message) => this.tellAfterEdits(message));
    this.host = newHost<PageScreen>({ addOn: addOn.addOn, screen, latency, language, ...found });
    this.host.hosted.triggers.push(...triggers);
    this.clock = setInterval(() => this.host.triggers.runDue(this.host.now()), TRIGGERS_LOOKED_FOR_EVERY_MS).unref();
    this.host.runTrigger = (start) => void this.run(start);
    this.feed = new EditFeed(this.host.file, tell, isHeard);
    this.host.onSelect = (selection) => this.tellAfterEdits({ kind: 'select', selection });
    this.host.file.onEdit(() => this.changed());
    // A file from disk holds the results it was saved with, but formulas of today's date and the like move on.
    this.changed();
  }

  get file(): SpreadsheetFile {
    return this.host.file;
  }

  private get kept(): KeptFile {
    const { stores, hosted } = this.host;
    return { file: this.file, stores, triggers: hosted.triggers };
  }

  /** A page must know the tab that it is told to show. */
  private tellAfterEdits(message: ToPage): void {
    this.feed.flush();
    this.options.tell(message);
  }

  private changed(): void {
    this.options.kept.touch(this.kept);
    if (this.calculation) clearTimeout(this.calculation);
    this.calculation = setTimeout(() => this.calculate(), CALCULATE_AFTER_MS);
  }

  private calculate(): void {
    if (this.calculation) clearTimeout(this.calculation);
    this.calculation = null;
    this.host.calculator.calculate();
  }

  /** A page was opened, or the add-on was built anew: its menu is made. */
  async open(): Promise<void> {
    this.host.addOn = this.options.addOn.addOn;
    const start = this.host.triggers.onOpen();
    if (!start || !(await this.run(start)).ok) this.host.screen.setMenu(null);
    this.host.triggers.opened();
  }

  /** Runs a function of the add-on in a thread of its own. The edits it made are told before the answer. */
  run(start: Start): Promise<Outcome> {
    this.host.addOn = this.options.addOn.addOn;
    const running = this.execute(start);
    this.running.add(running);
    void running.finally(() => this.running.delete(running));
    return running;
  }

  private async execute(start: Start): Promise<Outcome> {
    if (this.host.workspace.latency === 'google') await sleep(START);
    const execution = new Execution(this.host, start);
    const { functionName, args } = execution;
    if (!this.host.has(functionName)) return this.host.finish(execution, notFound(functionName), 0);
    const started = performance.now();
    const ended = await this.pool.run({
      code: this.host.addOn.code,
      functionName,
      args,
      services: GLOBAL_NAMES,
      enums: ENUMS,
      zone: execution.scriptZone,
      serve: (request) => serve(execution, request),
      log: (level, text) => execution.log(level, text),
      timeLeft: () => execution.timeLeft(),
    });
    // Broken off because the file was thrown away: it must not be touched, or kept, any more.
    if (this.closed) return ended;
    const outcome = this.host.finish(execution, ended, performance.now() - started);
    if (start.kind === 'run' && outcome.ok) execution.desk.counts.runBytes += bytesOf(outcome.value);
    this.host.screen.withdraw(execution.executionId);
    this.options.kept.touch(this.kept);
    if (!outcome.ok) console.error(`${functionName} failed: ${outcome.error.stack || outcome.error.message}`);
    if (this.host.workspace.latency === 'google') await sleep(execution.committing);
    this.tellAfterEdits({ kind: 'cost', cost: costOf(this.host.runs.at(-1)!) });
    return outcome;
  }

  /** Resolves once nothing runs and every formula is worked out. */
  async settle(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled(this.running);
    if (this.calculation) this.calculate();
    this.feed.flush();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.clock);
    if (this.calculation) clearTimeout(this.calculation);
    await this.pool.close();
    this.feed.close();
    this.host.close();
    this.options.kept.save(this.kept);
  }
}

/** A mistake of the host ends the call, not the host. */
function serve(execution: Execution, request: CallRequest): CallAnswer {
  try {
    return execution.desk.invoke(request);
  } catch (error) {
    console.error(error);
    return { error: { name: 'Exception', message: `The offline host failed in ${request.method}: ${error}` } };
  }
}

function costOf({ functionName, counts, log, milliseconds, error }: Run): RunCost {
  const { calls, settings, navigation, cellsRead, cellsWritten, cacheBytes, methods } = counts;
  const lines = log.map(({ level, text }) => (level === 'log' ? text : `${level}: ${text}`));
  const counted = { calls, settings, navigation, cellsRead, cellsWritten, cacheBytes };
  return { functionName, ...counted, milliseconds, error, methods: [...methods], log: lines };
}

/** A new file as Sheets makes one. */
export const untitledFile = (): SpreadsheetFile =>
  new SpreadsheetFile({ name: 'Untitled spreadsheet', locale: 'en_US', timeZone: localZone() });

const localZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
