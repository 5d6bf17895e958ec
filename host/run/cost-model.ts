import type { Cost } from './../google/surface';

/**
 * How long a user would wait at Google for what an execution does. A model, not a measurement: derived from published
 * timings of other people's scripts (K. Tanaike's benchmarks 2018 to 2023; R. Ziriti on Cache and Properties; the Google
 * Apps Script blog of June 2010 on buffered writes), to make slow designs visible. All figures are milliseconds.
 */
export const START = 1_000;
const FIRST_COMMIT = 500;
const LATER_COMMIT = 30;
const COMMIT_PER_CELL = 0.015;

type Price = { readonly fixed: number; readonly perCell: number };

const price = (fixed: number, perThousandCells = 0): Price => ({ fixed, perCell: perThousandCells / 1_000 });

const READ = price(100, 5);
const READ_DISPLAY = price(100, 8);
const WRITE = price(10, 10);
const FORMAT = price(10, 25);
const LINES = price(8);
const APPEND = price(50);
const PLACE = price(5);
const FREE = price(0);

const OTHER: Readonly<Record<string, Price>> = {
  'Cache.get': price(15),
  'Cache.getAll': price(20),
  'Cache.put': price(70),
  'Cache.putAll': price(90),
  'Cache.remove': price(90),
  'Cache.removeAll': price(90),
  'Properties.getProperty': price(30),
  'Properties.getProperties': price(35),
  'Properties.getKeys': price(35),
  'Properties.setProperty': price(62),
  'Properties.setProperties': price(62),
  'Properties.deleteProperty': price(62),
  'Properties.deleteAllProperties': price(62),
  'Lock.tryLock': price(30),
  'Lock.waitLock': price(30),
  'Lock.releaseLock': price(30),
  'Session.getActiveUser': price(30),
  'Session.getEffectiveUser': price(30),
  'Ui.showSidebar': price(500),
  'Ui.showModalDialog': price(500),
  'Ui.showModelessDialog': price(500),
  'SpreadsheetApp.getActiveSpreadsheet': PLACE,
  'SpreadsheetApp.getActive': PLACE,
  'Spreadsheet.getSheetByName': PLACE,
  'Spreadsheet.getSheetById': PLACE,
  'Spreadsheet.getSheets': PLACE,
  'Sheet.getRange': PLACE,
  'Sheet.getRangeList': PLACE,
};

const SPREADSHEET = new Set(['SpreadsheetApp', 'Spreadsheet', 'Sheet', 'Range', 'RangeList', 'TextFinder']);

/** What one service call is: enough to price it. */
export type PricedCall = {
  readonly service: string;
  readonly method: string;
  readonly cost: Cost;
  readonly cells: number;
};

/** The meter of one execution: it remembers what is written but not committed. */
export class Meter {
  private pending = 0;
  private commits = 0;
  total = START;

  /** Adds a call and answers with its own milliseconds. */
  add(call: PricedCall): number {
    const took = this.priceOf(call);
    this.total += took;
    return took;
  }

  /** Whether something is written that other users cannot see yet. */
  get hasPending(): boolean {
    return this.pending > 0;
  }

  /** What is left to commit when the execution ends. */
  end(): number {
    const took = this.commit();
    this.total += took;
    return took;
  }

  private priceOf({ service, method, cost, cells }: PricedCall): number {
    const other = OTHER[`${service}.${method}`];
    if (other) return other.fixed;
    if (cost === 'navigation' || !(SPREADSHEET.has(service) || cost === 'setting')) return 0;
    if (method === 'flush') return this.commit();
    if (method === 'appendRow') {
      this.pending += 1;
      return APPEND.fixed + this.commit();
    }
    const { fixed, perCell } = priceOfCells(method, cost);
    const reads = cost === 'call' && READS.test(method);
    const committed = reads ? this.commit() : 0;
    if (!reads) this.pending += Math.max(1, cells);
    return committed + fixed + perCell * cells;
  }

  private commit(): number {
    if (this.pending === 0) return 0;
    const took = (this.commits++ === 0 ? FIRST_COMMIT : LATER_COMMIT) + this.pending * COMMIT_PER_CELL;
    this.pending = 0;
    return took;
  }
}

const READS = /^(get|is|find)/;

function priceOfCells(method: string, cost: Cost): Price {
  if (cost === 'setting') return LINES;
  if (/^getDisplay/.test(method)) return READ_DISPLAY;
  if (READS.test(method)) return READ;
  if (/^(set(Value|Formula|RichText|Note)|clear)/.test(method)) return WRITE;
  if (/^(set|insertCheckboxes|merge|apply)/.test(method)) return FORMAT;
  if (/(Row|Column|Sheet)/.test(method)) return LINES;
  return method === 'sort' || method === 'copyTo' ? WRITE : FREE;
}
