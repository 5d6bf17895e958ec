import type { Instant } from '../../domain/day';
import type { TabKey } from '../book';
import { markOf, newMark } from '../edit-marks';
import { type PackedRow, unpackBlock } from './block';
import {
  blockName,
  type Directory,
  directoryName,
  headOf,
  parsed,
  type Snapshot,
  sameShape,
  savedName,
  shapeOf,
} from './directory';
import { DocumentCache } from './document-cache';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Older snapshots still do for a first paint. */
const FRESH_MS = 5 * 60_000;

/** What stood beside the cached tabs before somebody began to read: whoever edits or saves meanwhile changes it. */
export type Stamps = ReadonlyMap<string, string>;

/** What one execution has got of the document cache: each value is asked for once. */
export class CacheState {
  readonly store: DocumentCache;
  readonly timeZone: string;
  readonly now: Instant;
  private readonly spreadsheet: Spreadsheet;
  private readonly values = new Map<string, string | null>();

  private readonly all: readonly TabKey[];

  /** `all`: the tabs that are cached; what is said of them is asked for together, in one call. */
  constructor(spreadsheet: Spreadsheet, timeZone: string, now: Instant, all: readonly TabKey[]) {
    this.all = all;
    this.spreadsheet = spreadsheet;
    this.timeZone = timeZone;
    this.now = now;
    this.store = new DocumentCache(spreadsheet.getId());
  }

  /** Asks what is said of the tabs, at the first need. */
  private load(): void {
    this.ask(this.all.flatMap((tab) => [directoryName(tab), markOf(tab), savedName(tab)]));
  }

  private ask(names: readonly string[]): void {
    const wanted = names.filter((name) => !this.values.has(name));
    const found = this.store.read(wanted);
    for (const name of wanted) this.values.set(name, found.get(name) ?? null);
  }

  /** As cached, whatever happened since. */
  standing<T extends Snapshot>(tab: TabKey): T | null {
    this.load();
    return parsed<T>(this.values.get(directoryName(tab)) ?? '');
  }

  /** As cached, unless somebody edited the tab since, or put in or took out rows or columns. */
  valid<T extends Snapshot>(tab: TabKey): T | null {
    const snapshot = this.standing<T>(tab);
    if (!snapshot || snapshot.mark !== this.values.get(markOf(tab)) || snapshot.timeZone !== this.timeZone) return null;
    const sheet = this.sheetOf(snapshot);
    return sheet && sameShape(shapeOf(sheet), snapshot.shape) ? snapshot : null;
  }

  isFresh = ({ builtAt }: Snapshot): boolean => this.now - builtAt < FRESH_MS;

  sheetOf({ shape }: Snapshot): Sheet | null {
    return this.spreadsheet.getSheetById(shape.sheetId);
  }

  /** The texts of some blocks, in one call; those that are gone or of another reading are left out. */
  blocks(tab: TabKey, directory: Directory, numbers: readonly number[]): ReadonlyMap<number, string> {
    this.ask(numbers.map((number) => blockName(tab, number)));
    const found = new Map<number, string>();
    for (const number of numbers) {
      const text = this.values.get(blockName(tab, number)) ?? '';
      const head = headOf(directory, number);
      if (text.startsWith(head)) found.set(number, text.slice(head.length));
    }
    return found;
  }

  /** The rows of a block, or null where it is missing. */
  rowsOf(tab: TabKey, directory: Directory, number: number): readonly PackedRow[] | null {
    const text = this.blocks(tab, directory, [number]).get(number);
    return text === undefined ? null : unpackBlock(text);
  }

  /** What stands beside the tabs now; before a tab is read. A mark that is missing is put there, else nobody could tell. */
  begin(tabs: readonly TabKey[]): Stamps {
    this.load();
    const names = tabs.flatMap((tab) => [markOf(tab), savedName(tab)]);
    const missing = names.filter((name) => this.values.get(name) === null);
    const planted = new Map(missing.map((name) => [name, newMark()]));
    if (planted.size > 0) this.store.write(planted);
    for (const [name, value] of planted) this.values.set(name, value);
    return new Map(names.map((name) => [name, this.values.get(name) ?? '']));
  }

  /**
   * Puts what was read without the lock, if nobody edited or saved since: a slow reader must not bring back what was there
   * before. Where somebody saves at this moment it is not put at all.
   */
  putIfSame(stamps: Stamps, values: ReadonlyMap<string, string>): void {
    try {
      const lock = LockService.getDocumentLock();
      if (!lock.tryLock(1)) return;
      try {
        const now = this.store.read([...stamps.keys()]);
        if ([...stamps].every(([name, value]) => now.get(name) === value)) this.put(values);
      } finally {
        lock.releaseLock();
      }
    } catch (error) {
      // Who only looks has what they asked for already.
      console.warn(`What was read is not cached: ${(error as Error).message}`);
    }
  }

  /** Under the lock. False where not all of it was taken. */
  put(values: ReadonlyMap<string, string>): boolean {
    const isDone = this.store.write(values);
    for (const [name, value] of values) this.values.set(name, value);
    return isDone;
  }
}
