import type { Found } from '../../domain/crm';
import { blockOf } from '../../domain/digest';
import { isId } from '../../domain/ids';
import { isOwnName, type OwnField } from '../../domain/own-fields';
import { ownFieldsOf } from '../own-fields';
import type { RecordRows } from '../record-rows';
import type { Name, Row } from '../row-values';
import type { Kept } from '../tab-columns';
import { WHOLE_TAB_CELLS } from '../tab-lines';
import { namedValues, unpackBlock, unpackPlaces } from './block';
import { valuesOf } from './build';
import type { CacheState } from './cache-state';
import { type CachedRow, unpackRow } from './cached-row';
import { type Directory, shapeOf } from './directory';
import { readTab } from './read-tab';
import { asKnown, rowsAsWere } from './rows-as-known';

const NOTHING_VIA = () => '';

const all = ({ blocks }: Directory): readonly number[] => Array.from({ length: blocks }, (_, number) => number);

/** What the cache knows of one tab of records. For looking only: whoever writes takes nothing from here but `lastKnown`. */
export class TabCache<R extends Kept> {
  private readonly state: CacheState;
  private readonly rows: RecordRows<R>;
  /** Of the tab, where this execution has read it. */
  private ownRead: readonly OwnField[] | null = null;
  private blocksRead: number | null = null;

  constructor(state: CacheState, rows: RecordRows<R>) {
    this.state = state;
    this.rows = rows;
  }

  private get tab() {
    return this.rows.of.tab;
  }

  /** Null: nothing is cached, or somebody edited the tab since. */
  get directory(): Directory | null {
    return this.state.valid<Directory>(this.tab);
  }

  /** The same, unless it is too old for lists. */
  get freshDirectory(): Directory | null {
    const { directory } = this;
    return directory && this.state.isFresh(directory) ? directory : null;
  }

  /** The columns that people added; null where the tab was not read. */
  get own(): readonly OwnField[] | null {
    return this.ownRead ?? this.directory?.own ?? null;
  }

  /** In how many blocks the records lie: as many digests tell lines that somebody has from these. */
  get blocks(): number {
    return this.blocksRead ?? this.directory?.blocks ?? 1;
  }

  /** A record as it stood when it was last read or saved, however long ago; null where nobody knows it any more. */
  lastKnown(id: string): CachedRow<R> | null {
    const directory = this.state.standing<Directory>(this.tab);
    if (!directory) return null;
    return this.rows.of.kind === 'activity' ? this.search(directory, id) : this.find(directory, id);
  }

  /** An activity lies with a lead that its id does not tell. */
  private search(directory: Directory, id: string): CachedRow<R> | null {
    const { names } = directory;
    const place = names.indexOf('id') + 1;
    for (const text of this.state.blocks(this.tab, directory, all(directory)).values()) {
      const packed = text.includes(id) ? unpackBlock(text).find((row) => row[place] === id) : undefined;
      if (packed) return unpackRow<R>(packed, names);
    }
    return null;
  }

  private find(directory: Directory, id: string): CachedRow<R> | null {
    const place = directory.names.indexOf('id') + 1;
    const rows = this.state.rowsOf(this.tab, directory, blockOf(id, directory.blocks));
    const packed = rows?.find((row) => row[place] === id);
    return packed ? unpackRow<R>(packed, directory.names) : null;
  }

  /** The record in the row where it was last: one call. Null where that row does not hold it as it was. */
  record(id: string): Found<R> | null {
    // In which block an activity lies, its id does not tell.
    const directory = this.rows.of.kind === 'activity' ? null : this.directory;
    const known = directory && this.find(directory, id);
    if (!directory || !known || known.number <= directory.headerRow) return null;
    return asKnown(this.readRow(directory, known.number), known, directory.names);
  }

  /** The record in a row of the tab; null where it is not as it was, or none. */
  inRow(number: number): Found<R> | null {
    const { directory } = this;
    if (!directory || number <= directory.headerRow) return null;
    const there = this.readRow(directory, number);
    const id = there?.found.record.id ?? '';
    const known = isId(this.rows.of.kind, id) ? this.find(directory, id) : null;
    return known && asKnown(there, known, directory.names);
  }

  private readRow(directory: Directory, number: number): Row<R> | null {
    return rowsAsWere(this.state, this.rows, directory, [number]).get(number) ?? null;
  }

  /** Records of which something was left out with all of it, read from their rows; null where one is not as it was. */
  unabridged(directory: Directory, known: readonly CachedRow<R>[]): readonly R[] | null {
    const numbers = known.map(({ number }) => number);
    const rows = numbers.length > 0 ? rowsAsWere(this.state, this.rows, directory, numbers) : new Map<number, Row<R>>();
    const found = known.flatMap((row) => asKnown(rows.get(row.number) ?? null, row, directory.names) ?? []);
    return found.length === known.length ? found.map(({ record }) => record) : null;
  }

  /** All records in the order of the rows, some fields and own columns of each; null where a block is missing or old. */
  lines<K extends keyof R & string>(fields: readonly K[]): readonly Pick<R, K>[] | null {
    const directory = this.freshDirectory;
    if (!directory) return null;
    const names = [...fields, ...directory.names.filter(isOwnName)];
    const places = names.map((name) => directory.names.indexOf(name) + 1);
    const texts = this.texts(directory);
    if (!texts || places.includes(0)) return null;
    return texts
      .flatMap((text) => unpackPlaces(text, [0, ...places]))
      .sort((a, b) => (a[0] as number) - (b[0] as number))
      .map((row) => namedValues(names, row) as Pick<R, K>);
  }

  /** All blocks, or some, as text; null where one is missing. */
  texts(directory: Directory, numbers = all(directory)): readonly string[] | null {
    const texts = this.state.blocks(this.tab, directory, numbers);
    return texts.size === numbers.length ? [...texts.values()] : null;
  }

  /** Every record of some blocks; null where one of them is missing. */
  ofKeys(directory: Directory, keys: readonly string[]): readonly CachedRow<R>[] | null {
    const numbers = [...new Set(keys.map((key) => blockOf(key, directory.blocks)))];
    const texts = this.state.blocks(this.tab, directory, numbers);
    if (texts.size < numbers.length) return null;
    return [...texts.values()].flatMap((text) => unpackBlock(text).map((row) => unpackRow<R>(row, directory.names)));
  }

  /** Reads the tab and caches it. */
  read(viaOf: (record: R) => string = NOTHING_VIA): readonly R[] {
    const { records, values } = this.look(viaOf);
    this.state.offer(this.tab, values);
    return records;
  }

  /**
   * Under the lock, before something is written: reads the tab if nobody knows how it stands, or somebody edited it since.
   * What a person moves under our pen is known then, and can be put back. The block of the record, which its save renews, is
   * fetched here already: Google may forget it in between; which block has an activity, only its row tells. Leaves out tabs
   * that take too long to read. `viaOf`: asked for where the tab is read.
   */
  recall(id: string, viaOf: (() => (record: R) => string) | null): void {
    const { state, tab, rows } = this;
    const directory = state.isUnedited(tab) ? state.standing<Directory>(tab) : null;
    const isThere =
      directory && (viaOf !== null || state.blocks(tab, directory, [blockOf(id, directory.blocks)]).size > 0);
    if (isThere || rows.sheet.getLastRow() * rows.layout.width > WHOLE_TAB_CELLS) return;
    state.recall(tab, this.look(viaOf?.() ?? NOTHING_VIA).values);
  }

  private look(viaOf: (record: R) => string): { records: readonly R[]; values: ReadonlyMap<string, string> } {
    const mark = this.state.begin(this.tab);
    const shape = shapeOf(this.rows.sheet);
    const read = readTab(this.rows);
    const records = read.map(({ found }) => found.record);
    const placed = read.map((row) => ({
      number: row.number,
      found: row.found,
      left: [],
      texts: textsIn(this.rows, row),
      via: viaOf(row.found.record),
    }));
    const own = ownFieldsOf(this.rows, records);
    this.ownRead = own;
    const { values, blocks } = valuesOf(this.rows, placed, own, this.state, { mark, shape });
    this.blocksRead = blocks;
    return { records, values };
  }
}

const textsIn = <R extends Kept>(rows: RecordRows<R>, { found, formulas }: Row<R>): CachedRow<R>['texts'] =>
  Object.fromEntries(found.formulas.map((name) => [name, formulas[rows.columnOf(name as Name<R>) - 1] ?? '']));
