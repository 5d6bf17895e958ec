import type { Instant } from '../../domain/day';
import type { TabKey } from '../book';
import { markOf, newMark } from '../edit-marks';
import { quietly } from '../quietly';
import { type PackedRow, unpackBlock } from './block';
import {
  blockName,
  type Directory,
  directoryName,
  headOf,
  parsed,
  type Snapshot,
  sameSize,
  savedName,
} from './directory';
import { DocumentCache } from './document-cache';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Older snapshots still do for a first paint. */
const FRESH_MS = 5 * 60_000;

/** All that is cached: the three tabs of records, and Settings. */
export const CACHED_TABS: readonly TabKey[] = ['leads', 'opportunities', 'activities', 'settings'];

/** What one execution has got of the document cache: each value is asked for once. */
export class CacheState {
  readonly store: DocumentCache;
  readonly timeZone: string;
  readonly now: Instant;
  private readonly spreadsheet: Spreadsheet;
  private readonly values = new Map<string, string | null>();
  private readonly sheets = new Map<number, Sheet | null>();
  /** What was found of the tabs; an execution that looks judges each once. */
  private readonly judged = new Map<TabKey, Snapshot | null>();
  /** Read under the lock, and not put yet. */
  readonly recalled = new Map<TabKey, ReadonlyMap<string, string>>();
  /** Read without the lock, and not put yet. */
  private readonly pending: { readonly tab: TabKey; readonly values: ReadonlyMap<string, string> }[] = [];

  constructor(spreadsheet: Spreadsheet, timeZone: string, now: Instant) {
    this.spreadsheet = spreadsheet;
    this.timeZone = timeZone;
    this.now = now;
    this.store = new DocumentCache(spreadsheet.getId());
  }

  /** Asks what is said of the tabs, at the first need. */
  private load(): void {
    this.ask(CACHED_TABS.flatMap((tab) => [directoryName(tab), markOf(tab), savedName(tab)]));
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
    if (!this.judged.has(tab)) this.judged.set(tab, this.judge(tab));
    return this.judged.get(tab) as T | null;
  }

  private judge(tab: TabKey): Snapshot | null {
    const snapshot = this.standing(tab);
    if (!snapshot || snapshot.mark !== this.values.get(markOf(tab)) || snapshot.timeZone !== this.timeZone) return null;
    const sheet = this.sheetOf(snapshot);
    return sheet && sameSize(sheet, snapshot.shape) ? snapshot : null;
  }

  /** Whether what is cached of a tab is what stands there, but for rows that people put in or took out. */
  isUnedited(tab: TabKey): boolean {
    const snapshot = this.standing<Snapshot>(tab);
    return snapshot?.mark === this.values.get(markOf(tab)) && snapshot?.timeZone === this.timeZone;
  }

  isFresh = ({ builtAt }: Snapshot): boolean => this.now - builtAt < FRESH_MS;

  sheetOf({ shape: { sheetId } }: Snapshot): Sheet | null {
    if (!this.sheets.has(sheetId)) this.sheets.set(sheetId, this.spreadsheet.getSheetById(sheetId));
    return this.sheets.get(sheetId) ?? null;
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

  /**
   * The mark of a tab now, before it is read. Marks that are missing are put there, of all tabs at once: else nobody could
   * tell later whether one came and went.
   */
  begin(tab: TabKey): string {
    this.load();
    const missing = CACHED_TABS.flatMap((one) => [markOf(one), savedName(one)]).filter(
      (name) => this.values.get(name) === null,
    );
    const planted = new Map(missing.map((name) => [name, newMark()]));
    if (planted.size > 0) this.put(planted);
    return this.values.get(markOf(tab)) ?? '';
  }

  /** What was read of a tab under the lock: it is put with what is written then. */
  recall(tab: TabKey, values: ReadonlyMap<string, string>): void {
    this.recalled.set(tab, values);
    for (const [name, value] of values) this.values.set(name, value);
  }

  /** What was read of a tab without the lock, for `keep`. */
  offer(tab: TabKey, values: ReadonlyMap<string, string>): void {
    this.pending.push({ tab, values });
  }

  /**
   * Puts what was read, unless somebody edited or saved the tab since: a slow reader must not bring back what was there
   * before. Where somebody saves at this moment nothing is put.
   */
  keep(): void {
    const offers = this.pending.splice(0);
    if (offers.length === 0) return;
    try {
      const lock = LockService.getDocumentLock();
      if (!lock.tryLock(1)) return;
      try {
        const namesOf = (tab: TabKey) => [markOf(tab), savedName(tab)];
        const now = this.store.read(offers.flatMap(({ tab }) => namesOf(tab)));
        const isSame = (name: string) => now.has(name) && now.get(name) === this.values.get(name);
        const good = offers.filter(({ tab }) => namesOf(tab).every(isSame));
        if (good.length > 0) this.put(new Map(good.flatMap(({ values }) => [...values])));
      } finally {
        quietly(() => lock.releaseLock());
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
    this.judged.clear();
    return isDone;
  }
}
