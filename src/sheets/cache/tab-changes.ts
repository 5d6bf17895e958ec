import type { Found } from '../../domain/crm';
import { blockOf, digestOf } from '../../domain/digest';
import type { RecordKind } from '../../domain/ids';
import type { TabKey } from '../book';
import type { RecordRows } from '../record-rows';
import type { Kept, TableOf } from '../tab-columns';
import { type PackedRow, packBlock } from './block';
import { asValues } from './build';
import type { CacheState } from './cache-state';
import { type CachedRow, keysOf, packRow, unpackRow } from './cached-row';
import { type Directory, type Shape, sameShape, shapeAgain, shapeOf } from './directory';
import { LINE_FIELDS, linesIn, renewed } from './first-lines';

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

export class TabChanges<R extends Kept> implements Followed {
  private readonly of: TableOf<R>;
  private readonly rows: RecordRows<R>;
  private readonly state: CacheState;
  private readonly saved = new Map<string, CachedRow<R>>();
  private sheet: Sheet | null = null;
  private before: Shape | null = null;

  constructor(state: CacheState, rows: RecordRows<R>) {
    this.state = state;
    this.rows = rows;
    this.of = rows.of;
  }

  /** Before anything is written: what people do to the rows meanwhile must not be taken for ours. */
  begin(sheet: Sheet): void {
    this.sheet = sheet;
    this.before ??= shapeOf(sheet);
  }

  /** A record as it stands now, read back. `number`: its row; 0 where that is not known. */
  noteSaved(found: Found<R>, number: number): void {
    this.saved.set(found.record.id, { number, found, left: [], texts: {}, via: '' });
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
    const numbers = new Set([...this.saved.values()].flatMap((row) => this.blocksOf(directory, row)));
    const texts = new Map<number, string>();
    const revisions = { ...directory.revisions };
    const digests = [...directory.digests];
    const created = new Set<string>();
    this.state.blocks(this.of.tab, directory, [...numbers]);
    for (const number of numbers) {
      const rows = this.state.rowsOf(this.of.tab, directory, number);
      // Whether a record is new is known by its block alone, and so is how many there are.
      if (!rows) return null;
      const after = this.rowsAfter(directory, number, rows, created);
      texts.set(number, packBlock(after, directory.names.length));
      if (digests.length > 0) digests[number] = digestOf(linesIn(after, directory.names, LINE_FIELDS[this.of.kind]));
      revisions[number] = (revisions[number] ?? 0) + 1;
    }
    const shape = shapeAgain(this.sheet, this.before);
    if (!this.explains(shape)) return null;
    const count = directory.count + created.size;
    const fields = LINE_FIELDS[this.of.kind];
    const saved = [...this.saved.values()].map(({ found }) => found.record);
    const first = renewed(directory.first, fields, { saved, created });
    return asValues(this.of.tab, { ...directory, shape, revisions, digests, count, first }, texts);
  }

  private blocksOf(directory: Directory, row: CachedRow<R>): readonly number[] {
    return keysOf(this.of, row).map((key) => blockOf(key, directory.blocks));
  }

  private rowsAfter(
    directory: Directory,
    number: number,
    rows: readonly PackedRow[],
    created: Set<string>,
  ): readonly PackedRow[] {
    const { names } = directory;
    const place = names.indexOf('id') + 1;
    const after = [...rows];
    for (const [id, row] of this.saved) {
      if (!this.blocksOf(directory, row).includes(number)) continue;
      const at = after.findIndex((one) => one[place] === id);
      const was = at < 0 ? null : unpackRow<R>(after[at]!, names);
      const packed = packRow(
        { ...row, number: row.number || (was?.number ?? 0), texts: was?.texts ?? {} },
        names,
        this.of,
      );
      if (was) after[at] = packed;
      else after.push(packed);
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
