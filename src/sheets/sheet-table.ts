import type { Calendar } from '../domain/calendar';
import type { Found, Saved, Seen, Table } from '../domain/crm';
import type { FieldValue } from '../domain/errors';
import type { Book } from './book';
import type { CacheState } from './cache/cache-state';
import { TabCache } from './cache/tab-cache';
import { TabChanges } from './cache/tab-changes';
import type { History } from './history';
import { asFilledIn } from './known-row';
import { addRecords } from './new-rows';
import { type Kept, type Name, RecordRows, type TableOf } from './record-rows';
import { changeRecord } from './row-change';

/** A tab of records as the services see it. */
export class SheetTable<R extends Kept> implements Table<R> {
  /** For actions that only look; null in those that write. */
  readonly cached: TabCache<R> | null;
  readonly changes: TabChanges<R>;
  private readonly rows: RecordRows<R>;
  private readonly history: History;

  constructor(
    book: Book,
    of: TableOf<R>,
    calendar: Calendar,
    history: History,
    cache: { readonly state: CacheState; readonly isLooking: boolean },
  ) {
    this.rows = new RecordRows(book, of, calendar);
    this.history = history;
    this.cached = cache.isLooking ? new TabCache(cache.state, this.rows) : null;
    this.changes = new TabChanges(cache.state, of);
  }

  all(): readonly R[] {
    return this.rows.columns(this.rows.names) as readonly R[];
  }

  columns<K extends Name<R>>(fields: readonly K[]): readonly Pick<R, K>[] {
    return this.rows.columns(fields);
  }

  /** As `columns`, for a list to look at: may be some minutes old. */
  lines<K extends Name<R>>(fields: readonly K[]): readonly Pick<R, K>[] {
    if (!this.cached) return this.columns(fields);
    return this.cached.columns(fields) ?? this.cached.read();
  }

  /** The newest lines and how many there are, where that is cached. */
  get first(): { readonly rows: readonly (readonly FieldValue[])[]; readonly count: number } | null {
    const directory = this.cached?.directory;
    return directory?.first ? { rows: directory.first, count: directory.count } : null;
  }

  get(id: string): Found<R> {
    return this.cached?.record(id) ?? this.rows.getRow(id).found;
  }

  get name(): string {
    return this.rows.sheet.getName();
  }

  missing(fields: readonly string[]): readonly string[] {
    const { names, layout, of } = this.rows;
    const needed = names.filter((name) => fields.includes(name) && !of.optional.includes(name));
    const missing = needed.filter((name) => !layout.columns.has(name));
    return missing.map((name) => this.rows.field(name).header);
  }

  /** The record in a row of the tab, or null where the row holds none. */
  inRow(number: number): Found<R> | null {
    return this.cached?.inRow(number) ?? this.rows.inRow(number);
  }

  create(record: R, filledIn: readonly Name<R>[]): Found<R> {
    this.changes.begin(this.rows.sheet);
    const { found } = addRecords(this.rows, this.history, [record], filledIn);
    return this.noted(found ?? asFilledIn(this.rows, record, filledIn));
  }

  add(records: readonly R[], filledIn: readonly Name<R>[]): { added: number; known: number } {
    const { added, known } = addRecords(this.rows, this.history, records, filledIn);
    return { added, known };
  }

  change(id: string, seen: Seen<R>, asked: Partial<R>, decide: (record: R) => R): Saved<R> {
    this.changes.begin(this.rows.sheet);
    const found = this.noted(changeRecord(this.rows, this.history, id, seen, asked, decide));
    return { ...found, conflicts: [], notice: '' };
  }

  /** What stands in the sheet after a save, for the cache to follow. */
  private noted(found: Found<R>): Found<R> {
    this.changes.noteSaved(found, this.rows.lastNumberOf(found.record.id));
    return found;
  }
}
