import type { Found, Saved, Seen, Table } from '../domain/crm';
import type { Instant } from '../domain/day';
import type { FieldValue } from '../domain/errors';
import type { EditedCells, EditRules, LookedOver, Noticed, ShownRow } from '../domain/grid';
import type { Many, ManyDone } from '../domain/many';
import type { OwnField } from '../domain/own-fields';
import { adoptWaiting } from './adopted-rows';
import type { CacheState } from './cache/cache-state';
import { readTab } from './cache/read-tab';
import { TabCache } from './cache/tab-cache';
import { TabChanges } from './cache/tab-changes';
import type { DealKeys } from './deal-keys';
import { type Heard, takeEdit } from './grid-edit';
import { lookOver } from './grid-rows';
import type { History } from './history';
import { readSurely } from './known-row';
import { type ManyRequest, readMany } from './many-look';
import { setMany } from './many-rows';
import type { Memory } from './memory';
import { giveNewIds } from './new-ids';
import { addRecords, creating } from './new-rows';
import { quietly } from './quietly';
import type { RecordRows } from './record-rows';
import { changing } from './row-change';
import { blankOf, type Name } from './row-values';
import { carryOut, onceMore, type Step } from './steps';
import type { Kept } from './tab-columns';

/** What all tables of an action share. */
export type Desk = {
  readonly history: History;
  readonly memory: Memory;
  readonly cache: CacheState;
  /** Nothing is written, so that what is cached will do. */
  readonly isLooking: boolean;
  /** Of an edit in the grid. */
  readonly heard: () => Heard;
};

/** A tab of records as the services see it. */
export class SheetTable<R extends Kept> implements Table<R> {
  /** What is remembered of the records. */
  readonly remembered: TabCache<R>;
  readonly changes: TabChanges<R>;
  readonly rows: RecordRows<R>;
  private readonly desk: Desk;
  private readonly keys: DealKeys<R> | null;
  /** All records, where an execution that only looks has read them: nobody reads them twice. */
  private whole: readonly R[] | null = null;

  constructor(rows: RecordRows<R>, desk: Desk, keys: DealKeys<R> | null = null) {
    this.rows = rows;
    this.desk = desk;
    this.keys = keys;
    this.remembered = new TabCache(desk.cache, rows);
    this.changes = new TabChanges(desk.cache, rows, keys);
  }

  /** For actions that only look; null in those that write. */
  get cached(): TabCache<R> | null {
    return this.desk.isLooking ? this.remembered : null;
  }

  /** The newest lines and how many there are, where that is cached. */
  get first(): { readonly rows: readonly (readonly FieldValue[])[]; readonly count: number } | null {
    const directory = this.cached?.directory;
    return directory ? { rows: directory.first, count: directory.count } : null;
  }

  /** The columns that people added; none where nobody has read the tab yet. */
  get ownFields(): readonly OwnField[] {
    return this.cached?.own ?? [];
  }

  all(): readonly R[] {
    return this.rows.columns(this.rows.names) as readonly R[];
  }

  columns<K extends keyof R & string>(fields: readonly K[]): readonly Pick<R, K>[] {
    return this.whole ?? this.rows.columns(fields);
  }

  /** As `columns`, with people's own columns, for a list to look at: may be some minutes old. */
  lines<K extends keyof R & string>(fields: readonly K[]): readonly Pick<R, K>[] {
    const lines = this.whole ?? this.remembered.lines(fields);
    if (lines) return lines;
    const read = this.remembered.read();
    if (this.desk.isLooking) this.whole = read;
    return read;
  }

  some<K extends keyof R & string>(ids: ReadonlySet<string>, fields: readonly K[]): readonly Pick<R, K>[] {
    const { records } = readMany(this.rows, { name: 'id', reads: fields, ids, isLook: true }, false);
    const blank = Object.fromEntries(fields.map((field) => [field, blankOf(this.rows.kind(field))]));
    const found = new Map(records.filter(({ id }) => ids.has(id)).map(({ id, values }) => [id, values]));
    return [...found.values()].map((values) => ({ ...blank, ...values })) as unknown as readonly Pick<R, K>[];
  }

  get(id: string): Found<R> {
    return this.cached?.record(id) ?? this.rows.getRow(id).found;
  }

  getSurely(id: string): Found<R> {
    return readSurely(this.rows, id);
  }

  wholes(): readonly Found<R>[] {
    return readTab(this.rows).map(({ found }) => found);
  }

  peek(id: string): R {
    return (this.remembered.record(id) ?? { record: this.rows.peek(id) }).record;
  }

  get name(): string {
    return this.rows.sheet.getName();
  }

  missing(fields: readonly string[]): readonly string[] {
    const { names, layout, of } = this.rows;
    const needed = names.filter((name) => fields.includes(name) && !of.optional.includes(name));
    const missing = needed.filter((name) => !layout.columns.has(name));
    return missing.map((name) => this.rows.headerOf(name));
  }

  /** The record in a row of the tab, or null where the row holds none. */
  inRow(number: number): Found<R> | null {
    return this.cached?.inRow(number) ?? this.rows.inRow(number);
  }

  creating(record: R, filledIn: readonly string[], mayDiffer = false): Step<Found<R>> {
    const fresh = { records: [record] as const, filledIn: filledIn as readonly Name<R>[] };
    return this.followed(true, () => creating(this.rows, this.desk.history, fresh, mayDiffer));
  }

  create(record: R, filledIn: readonly string[]): Found<R> {
    return carryOut(this.desk.history, [this.creating(record, filledIn)])[0];
  }

  add(records: readonly R[], filledIn: readonly string[]): { added: number; known: number } {
    return addRecords(this.rows, this.desk.history, { records, filledIn: filledIn as readonly Name<R>[] });
  }

  changing(
    id: string,
    seen: Seen<R>,
    asked: Partial<R>,
    decide: (record: R, changes: Partial<R>) => R,
    isWhole: boolean,
  ): Step<Saved<R>> {
    const { history, memory } = this.desk;
    this.recall(id);
    return this.followed(false, () => changing(this.rows, history, memory, { id, seen, asked, decide, isWhole }));
  }

  /** What stands in the sheet after a step is what the cache will have. */
  private followed<F extends Found<R>>(isMade: boolean, begin: () => Step<F>): Step<F> {
    this.changes.begin(this.rows.sheet);
    const { write, confirm } = begin();
    return {
      write,
      confirm: () => {
        const found = confirm();
        this.changes.noteSaved(found, this.rows.lastNumberOf(found.record.id), isMade);
        return found;
      },
    };
  }

  change(id: string, seen: Seen<R>, asked: Partial<R>, decide: (record: R, changes: Partial<R>) => R): Saved<R> {
    return carryOut(this.desk.history, [this.changing(id, seen, asked, decide, false)])[0];
  }

  setMany(request: Many<R>, now: Instant): ManyDone {
    const { history, memory, cache } = this.desk;
    const isForgotten = !cache.isUnedited(this.rows.of.tab);
    return setMany(this.rows, { history, memory, isForgotten }, request as ManyRequest<R>, now);
  }

  /** It only helps where people move rows in the moment of a save: a failure here fails nothing. */
  private recall(id: string): void {
    const { keys } = this;
    quietly(() => onceMore(() => this.remembered.recall(id, keys && (() => keys.all()))));
  }

  act(id: string, seen: Seen<R>, asked: Partial<R>, decide: (record: R) => R): Saved<R> {
    return carryOut(this.desk.history, [this.changing(id, seen, asked, decide, true)])[0];
  }

  lookOver(notice: ((found: Found<R>) => Noticed<R> | null) | null): LookedOver {
    return lookOver(this.rows, this.desk, notice);
  }

  edited(edit: EditedCells, rules: EditRules<R>): void {
    takeEdit(this.rows, this.desk.history, edit, rules, this.desk.heard());
  }

  adopt(complete: (records: readonly R[]) => readonly R[]): number {
    return adoptWaiting(this.rows, this.desk.history, complete);
  }

  giveNewIds(id: string, shown: readonly ShownRow[], renew: (record: R) => R): number {
    return giveNewIds(this.rows, this.desk.history, { id, shown, renew });
  }
}
