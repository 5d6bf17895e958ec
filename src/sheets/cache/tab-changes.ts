import type { Found } from '../../domain/crm';
import { blockOf, digestOf } from '../../domain/digest';
import type { RecordKind } from '../../domain/ids';
import type { Activity } from '../../domain/records';
import type { TabKey } from '../book';
import type { DealKeys } from '../deal-keys';
import type { RecordRows } from '../record-rows';
import type { Kept, TableOf } from '../tab-columns';
import { type PackedRow, packBlock } from './block';
import { asValues } from './build';
import type { CacheState } from './cache-state';
import { type CachedRow, keysOf, packRow, unpackRow } from './cached-row';
import { type Directory, type Shape, sameShape, shapeAgain, shapeOf } from './directory';
import { LINE_FIELDS, linesIn, renewed } from './first-lines';
import { renewedTasks } from './open-tasks';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What an action that writes has done to the records of one tab, so that the cache follows. */
export type Followed = {
  readonly tab: TabKey;
  readonly kind: RecordKind;
  readonly isNothing: boolean;
  /** Whether everything that happened to these records is known. */
  covers(ids: Iterable<string>): boolean;
  /** The values to put: blocks that are missing stay missing. Null: the tab has to be read again. */
  values(): ReadonlyMap<string, string> | null;
};

/** What a save comes to in the cache, gathered block by block. */
type After<R> = {
  readonly saved: ReadonlyMap<string, CachedRow<R>>;
  /** As they were cached. */
  readonly before: Map<string, R>;
  readonly created: Set<string>;
};

export class TabChanges<R extends Kept> implements Followed {
  private readonly of: TableOf<R>;
  private readonly rows: RecordRows<R>;
  private readonly state: CacheState;
  private readonly keys: DealKeys<R> | null;
  private readonly saved = new Map<string, CachedRow<R>>();
  /** Of the saved ones those that this action has made. */
  private readonly made = new Set<string>();
  private sheet: Sheet | null = null;
  private before: Shape | null = null;

  constructor(state: CacheState, rows: RecordRows<R>, keys: DealKeys<R> | null) {
    this.state = state;
    this.rows = rows;
    this.keys = keys;
    this.of = rows.of;
  }

  /** Before anything is written: what people do to the rows meanwhile must not be taken for ours. */
  begin(sheet: Sheet): void {
    this.sheet = sheet;
    this.before ??= shapeOf(sheet);
  }

  /** A record as it stands now, read back. `number`: its row; 0 where that is not known. */
  noteSaved(found: Found<R>, number: number, isMade: boolean): void {
    if (isMade) this.made.add(found.record.id);
    this.saved.set(found.record.id, { number, found, left: [], texts: {}, via: '' });
  }

  /** A record as this action left it; undefined where it did nothing to it. */
  savedAs(id: string): R | undefined {
    return this.saved.get(id)?.found.record;
  }

  get tab(): TabKey {
    return this.of.tab;
  }

  get kind(): RecordKind {
    return this.of.kind;
  }

  get isNothing(): boolean {
    return this.saved.size === 0;
  }

  covers(ids: Iterable<string>): boolean {
    return this.before !== null && [...ids].every((id) => this.saved.has(id));
  }

  values(): ReadonlyMap<string, string> | null {
    const directory = this.state.standing<Directory>(this.of.tab);
    if (!directory || !this.before || !this.sheet || !sameShape(directory.shape, this.before)) return null;
    if (this.hasUnknownFields(directory)) return null;
    const placed = [...this.saved.values()].map((row) => this.inPlace(directory, row));
    if (placed.some((row) => row === null)) return null;
    const saved = new Map(placed.map((row) => [row!.found.record.id, row!]));
    const numbers = new Set([...saved.values()].flatMap((row) => this.blocksOf(directory, row)));
    const before = new Map<string, R>();
    const texts = new Map<number, string>();
    const revisions = { ...directory.revisions };
    const digests = [...directory.digests];
    const created = new Set<string>();
    this.state.blocks(this.of.tab, directory, [...numbers]);
    for (const number of numbers) {
      const rows = this.state.rowsOf(this.of.tab, directory, number);
      // Whether a record is new is known by its block alone, and so is how many there are.
      if (!rows) return null;
      const after = this.rowsAfter(directory, number, rows, { saved, before, created });
      texts.set(number, packBlock(after, directory.names.length));
      if (digests.length > 0) digests[number] = digestOf(linesIn(after, directory.names, LINE_FIELDS[this.of.kind]));
      revisions[number] = (revisions[number] ?? 0) + 1;
    }
    const shape = shapeAgain(this.sheet, this.before);
    if (!this.explains(shape)) return null;
    const count = directory.count + created.size;
    const first = this.firstAfter(directory, [...before.values()], created);
    return asValues(this.of.tab, { ...directory, shape, revisions, digests, count, ...first }, texts);
  }

  private firstAfter(
    { first, tasks }: Directory,
    before: readonly R[],
    created: ReadonlySet<string>,
  ): Pick<Directory, 'first' | 'tasks'> {
    const saved = [...this.saved.values()].map(({ found }) => found.record);
    if (!tasks) return { first: renewed(first, LINE_FIELDS[this.of.kind], { saved, created }) };
    const today = this.rows.calendar.dayOf(this.state.now);
    const [was, is] = [before, saved] as unknown as readonly (readonly Activity[])[];
    return renewedTasks({ first, tasks }, was!, is!, today);
  }

  /**
   * With what an activity's deal goes by, which itself does not tell. Null where that is not known, or where it lies elsewhere
   * now, because somebody linked it to another record.
   */
  private inPlace(directory: Directory, row: CachedRow<R>): CachedRow<R> | null {
    const { keys } = this;
    if (!keys) return row;
    const { record } = row.found;
    const via = keys.via(record);
    const was = this.cachedAs(directory, row) ?? (via ? this.cachedAs(directory, { ...row, via }) : null);
    if (!was) return this.made.has(record.id) && via !== null ? { ...row, via } : null;
    return keys.areSame(was.found.record, record) ? { ...row, via: was.via } : null;
  }

  private cachedAs(directory: Directory, row: CachedRow<R>): CachedRow<R> | null {
    const [number = 0] = this.blocksOf(directory, row);
    const place = directory.names.indexOf('id') + 1;
    const packed = this.state.rowsOf(this.of.tab, directory, number)?.find((one) => one[place] === row.found.record.id);
    return packed ? unpackRow<R>(packed, directory.names) : null;
  }

  private blocksOf(directory: Directory, row: CachedRow<R>): readonly number[] {
    return keysOf(this.of, row).map((key) => blockOf(key, directory.blocks));
  }

  private rowsAfter(
    directory: Directory,
    number: number,
    rows: readonly PackedRow[],
    { saved, before, created }: After<R>,
  ): readonly PackedRow[] {
    const { names } = directory;
    const place = names.indexOf('id') + 1;
    const after = [...rows];
    for (const [id, row] of saved) {
      if (!this.blocksOf(directory, row).includes(number)) continue;
      const at = after.findIndex((one) => one[place] === id);
      const was = at < 0 ? null : unpackRow<R>(after[at]!, names);
      const packed = packRow(
        { ...row, number: row.number || (was?.number ?? 0), texts: was?.texts ?? {} },
        names,
        this.of,
      );
      if (was) {
        after[at] = packed;
        before.set(id, was.found.record);
      } else after.push(packed);
      if (!was) created.add(id);
    }
    return after;
  }

  /** Rows that came or went without us are somebody else's doing, of which nobody told. */
  private explains(shape: Shape): boolean {
    const { before, rows } = this;
    return before !== null && sameShape(shape, { ...before, rows: before.rows + rows.inserted });
  }

  /** A field that the directory does not know of cannot be packed. */
  private hasUnknownFields({ names }: Directory): boolean {
    return [...this.saved.values()].some(({ found }) =>
      Object.keys(found.record).some((name) => !names.includes(name)),
    );
  }
}
