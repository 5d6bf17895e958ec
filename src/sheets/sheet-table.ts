import type { Calendar } from '../domain/calendar';
import type { Found, Saved, Seen, Table } from '../domain/crm';
import type { Book } from './book';
import type { History } from './history';
import { asFilledIn } from './known-row';
import { addRecords } from './new-rows';
import { type Kept, type Name, RecordRows, type TableOf } from './record-rows';
import { changeRecord } from './row-change';

/** A tab of records as the services see it. */
export class SheetTable<R extends Kept> implements Table<R> {
  readonly rows: RecordRows<R>;
  private readonly history: History;

  constructor(book: Book, of: TableOf<R>, calendar: Calendar, history: History) {
    this.rows = new RecordRows(book, of, calendar);
    this.history = history;
  }

  all(): readonly R[] {
    return this.rows.columns(this.rows.names) as readonly R[];
  }

  columns<K extends Name<R>>(fields: readonly K[]): readonly Pick<R, K>[] {
    return this.rows.columns(fields);
  }

  get(id: string): Found<R> {
    return this.rows.getRow(id).found;
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
    return this.rows.inRow(number);
  }

  create(record: R, filledIn: readonly Name<R>[]): Found<R> {
    const { found } = addRecords(this.rows, this.history, [record], filledIn);
    return found ?? asFilledIn(this.rows, record, filledIn);
  }

  add(records: readonly R[], filledIn: readonly Name<R>[]): { added: number; known: number } {
    const { added, known } = addRecords(this.rows, this.history, records, filledIn);
    return { added, known };
  }

  change(id: string, seen: Seen<R>, asked: Partial<R>, decide: (record: R) => R): Saved<R> {
    return { ...changeRecord(this.rows, this.history, id, seen, asked, decide), conflicts: [], notice: '' };
  }
}
