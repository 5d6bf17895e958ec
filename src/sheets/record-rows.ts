import type { Calendar } from '../domain/calendar';
import type { Found } from '../domain/crm';
import { CrmError } from '../domain/errors';
import type { Field, FieldsOf } from '../domain/fields';
import type { RecordKind } from '../domain/ids';
import { type Book, TABS, type TabKey } from './book';
import { type CellValue, decode, encode, isTextKind } from './codec';
import { columnOf, type Layout, readLayout } from './layout';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What a table is of: its tab, its kind of record, its fields, and what to call a record in a sentence. */
export type TableOf<R> = {
  readonly tab: TabKey;
  readonly kind: RecordKind;
  readonly fields: FieldsOf<R>;
  readonly noun: string;
  /** Columns without which the tab cannot be used. */
  readonly required: readonly (keyof R & string)[];
};

export type Name<R> = keyof R & string;

/** A row found by its id a moment ago. Its number is good until the next call to the sheet, no longer. */
export type Row<R> = { readonly number: number; readonly cells: readonly CellValue[]; readonly found: Found<R> };

/** The rows of a tab of records, read: columns by mark, header or alias, rows by id, both at the moment of the call. */
export class RecordRows<R extends { readonly id: string }> {
  readonly of: TableOf<R>;
  readonly names: readonly Name<R>[];
  private readonly book: Book;
  private readonly calendar: Calendar;
  private laidOut: Layout<R> | null = null;

  constructor(book: Book, of: TableOf<R>, calendar: Calendar) {
    this.book = book;
    this.of = of;
    this.calendar = calendar;
    this.names = Object.keys(of.fields) as Name<R>[];
  }

  get layout(): Layout<R> {
    if (!this.laidOut) {
      const sheet = this.book.findTab(this.of.tab);
      if (!sheet) {
        throw new CrmError(
          'SHEET_BROKEN',
          `There is no tab “${TABS[this.of.tab]}” in this file. Choose “Set up CRM” to make it.`,
        );
      }
      const layout = readLayout(sheet, this.of.fields);
      for (const field of this.of.required) columnOf(layout, this.of.fields, field);
      this.laidOut = layout;
    }
    return this.laidOut;
  }

  get sheet(): Sheet {
    return this.layout.sheet;
  }

  /** Throws `SHEET_BROKEN` where the column is not in the tab. */
  columnOf(name: Name<R>): number {
    return columnOf(this.layout, this.of.fields, name);
  }

  field(name: Name<R>): Field {
    return this.of.fields[name] as Field;
  }

  columns<K extends Name<R>>(names: readonly K[]): readonly Pick<R, K>[] {
    const { columns, headerRow } = this.layout;
    const id = this.columnOf('id');
    const wanted = [id, ...names.map((name) => columns.get(name) ?? id)];
    const [first, last] = [Math.min(...wanted), Math.max(...wanted)];
    const rows = this.sheet.getLastRow() - headerRow;
    if (rows < 1) return [];
    const records: Pick<R, K>[] = [];
    for (const cells of this.sheet
      .getRange(headerRow + 1, first, rows, last - first + 1)
      .getValues() as CellValue[][]) {
      // Rows without an id are no records: a note, a total, or one that waits to be adopted.
      if (cells[id - first] === '') continue;
      records.push(Object.fromEntries(names.map((name) => [name, this.valueIn(cells, name, first)])) as Pick<R, K>);
    }
    return records;
  }

  private valueIn(cells: readonly CellValue[], name: Name<R>, firstColumn: number): unknown {
    const { kind } = this.field(name);
    const column = this.layout.columns.get(name);
    const decoded = decode(kind, column === undefined ? '' : cells[column - firstColumn]!, this.calendar);
    return decoded.ok ? decoded.value : blankOf(kind);
  }

  /** The record in a row of the tab, or null where the row holds none. */
  inRow(number: number): Found<R> | null {
    if (number <= this.layout.headerRow) return null;
    const { found } = this.readRow(number);
    return found.record.id === '' ? null : found;
  }

  /** Throws `NOT_FOUND`. */
  getRow(id: string): Row<R> {
    const row = this.findRow(id);
    if (row) return row;
    throw new CrmError(
      'NOT_FOUND',
      `This ${this.of.noun} is no longer in the sheet. Its row was deleted, or its id was changed.`,
    );
  }

  findRow(id: string): Row<R> | null {
    const number = this.rowNumberOf(id);
    return number === null ? null : this.readRow(number);
  }

  get idColumn(): GoogleAppsScript.Spreadsheet.Range {
    const { headerRow } = this.layout;
    const column = this.columnOf('id');
    return this.sheet.getRange(headerRow + 1, column, Math.max(1, this.sheet.getMaxRows() - headerRow), 1);
  }

  /** Sheets searches, so that nothing crosses however long the tab is. */
  rowNumberOf(id: string): number | null {
    const cells = this.idColumn.createTextFinder(id).matchEntireCell(true).matchCase(true).findAll();
    if (cells.length > 1) {
      const rows = cells.map((cell) => cell.getRow()).join(' and ');
      throw new CrmError(
        'SHEET_BROKEN',
        `Rows ${rows} of “${this.sheet.getName()}” have the same id. Delete the id of the copy, then try again.`,
      );
    }
    return cells[0]?.getRow() ?? null;
  }

  readRow(number: number): Row<R> {
    const range = this.sheet.getRange(number, 1, 1, this.layout.headers.length);
    const cells = range.getValues()[0] as CellValue[];
    const formulas = range.getFormulas()[0]!;
    const values: Record<string, unknown> = {};
    const odd: Record<string, string> = {};
    const calculated: string[] = [];
    for (const name of this.names) {
      const column = this.layout.columns.get(name);
      const { kind } = this.field(name);
      const decoded = decode(kind, column === undefined ? '' : cells[column - 1]!, this.calendar);
      values[name] = decoded.ok ? decoded.value : blankOf(kind);
      if (!decoded.ok) odd[name] = decoded.shown;
      if (column !== undefined && formulas[column - 1] !== '') calculated.push(name);
    }
    return { number, cells, found: { record: values as unknown as R, odd, formulas: calculated } };
  }

  encoded(record: R, name: Name<R>): CellValue {
    return encode(this.field(name).kind, record[name], this.calendar);
  }
}

const blankOf = (kind: Field['kind']): unknown => (kind === 'tags' ? [] : isTextKind(kind) ? '' : null);
