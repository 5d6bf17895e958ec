import type { Calendar } from '../domain/calendar';
import type { Found, Table } from '../domain/crm';
import { CrmError, type Difference } from '../domain/errors';
import type { Field, FieldsOf } from '../domain/fields';
import { idPattern, type RecordKind } from '../domain/ids';
import { type Book, TABS, type TabKey } from './book';
import { type CellValue, decode, encode, isTextKind, sameValue } from './codec';
import type { History, HistoryLine } from './history';
import { columnOf, type Layout, readLayout } from './layout';
import { type CellAt, writeBlock, writeCells } from './writing';

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

type Name<R> = keyof R & string;

/** Columns of ours that stand next to each other. */
type Run<R> = { readonly column: number; readonly names: Name<R>[] };

/** A row found by its id a moment ago. Its number is good until the next call to the sheet, no longer. */
type Row<R> = { readonly number: number; readonly cells: readonly CellValue[]; readonly found: Found<R> };

/** A tab of records. Columns are looked up by mark, header or alias, rows by id, both at the moment of the call. */
export class SheetTable<R extends { readonly id: string }> implements Table<R> {
  private readonly book: Book;
  private readonly of: TableOf<R>;
  private readonly calendar: Calendar;
  private readonly history: History;
  private readonly names: readonly Name<R>[];
  private laidOut: Layout<R> | null = null;

  constructor(book: Book, of: TableOf<R>, calendar: Calendar, history: History) {
    this.book = book;
    this.of = of;
    this.calendar = calendar;
    this.history = history;
    this.names = Object.keys(of.fields) as Name<R>[];
  }

  private get layout(): Layout<R> {
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

  private get sheet(): Sheet {
    return this.layout.sheet;
  }

  private field(name: Name<R>): Field {
    return this.of.fields[name] as Field;
  }

  // Reading

  all(): readonly R[] {
    return this.columns(this.names) as readonly R[];
  }

  columns<K extends Name<R>>(names: readonly K[]): readonly Pick<R, K>[] {
    const { columns, headerRow } = this.layout;
    const id = columnOf(this.layout, this.of.fields, 'id');
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

  find(id: string): Found<R> | null {
    return this.findRow(id)?.found ?? null;
  }

  get(id: string): Found<R> {
    return this.getRow(id).found;
  }

  /** The record in a row of the tab, or null where the row holds none. */
  inRow(number: number): Found<R> | null {
    if (number <= this.layout.headerRow) return null;
    const { found } = this.readRow(number);
    return found.record.id === '' ? null : found;
  }

  private getRow(id: string): Row<R> {
    const row = this.findRow(id);
    if (row) return row;
    throw new CrmError(
      'NOT_FOUND',
      `This ${this.of.noun} is no longer in the sheet. Its row was deleted, or its id was changed.`,
    );
  }

  private findRow(id: string): Row<R> | null {
    const number = this.rowNumberOf(id);
    return number === null ? null : this.readRow(number);
  }

  private get idColumn(): GoogleAppsScript.Spreadsheet.Range {
    const { headerRow } = this.layout;
    const column = columnOf(this.layout, this.of.fields, 'id');
    return this.sheet.getRange(headerRow + 1, column, Math.max(1, this.sheet.getMaxRows() - headerRow), 1);
  }

  /** Sheets searches, so that nothing crosses however long the tab is. */
  private rowNumberOf(id: string): number | null {
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

  private readRow(number: number): Row<R> {
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

  // Writing

  add(records: readonly R[]): { added: number; known: number } {
    const there = this.idsThere(records);
    const fresh = records.filter(({ id }) => !there.has(id));
    if (fresh.length > 0) {
      this.writeNew(fresh);
      for (const { id } of fresh)
        this.history.note({ kind: this.of.kind, id, field: '', before: '', after: '', data: {} });
    }
    for (const record of records) if (there.has(record.id)) this.completeTexts(record);
    return { added: fresh.length, known: records.length - fresh.length };
  }

  private idsThere(records: readonly R[]): ReadonlySet<string> {
    const [only] = records;
    if (records.length === 1 && only) return new Set(this.rowNumberOf(only.id) === null ? [] : [only.id]);
    const wanted = new Set(records.map(({ id }) => id));
    return new Set(
      this.columns(['id'])
        .map(({ id }) => id)
        .filter((id) => wanted.has(id)),
    );
  }

  /** Puts empty rows under the last record and answers with the first one's number. */
  private makeRoom(count: number): number {
    const last = this.idColumn
      .createTextFinder(idPattern(this.of.kind))
      .useRegularExpression(true)
      .matchEntireCell(true)
      .findPrevious();
    if (last) {
      this.sheet.insertRowsAfter(last.getRow(), count);
      return last.getRow() + 1;
    }
    const { headerRow, headers } = this.layout;
    const room = this.sheet.getMaxRows() - headerRow;
    if (room < count) this.sheet.insertRowsAfter(this.sheet.getMaxRows(), count - room);
    // A first record goes right under the header, unless somebody typed there.
    if (this.sheet.getRange(headerRow + 1, 1, count, headers.length).isBlank()) return headerRow + 1;
    this.sheet.insertRowsBefore(headerRow + 1, count);
    return headerRow + 1;
  }

  /** Rows that were empty a moment ago may hold something now, where a person sorted or inserted: looked at last. */
  private writeNew(records: readonly R[]): void {
    const runs = this.columnRuns();
    for (let tries = 0; tries < 3; tries++) {
      const first = this.makeRoom(records.length);
      this.keepTexts(first, records.length, runs);
      if (!this.sheet.getRange(first, 1, records.length, this.layout.headers.length).isBlank()) continue;
      for (const { column, names } of runs) {
        writeBlock(
          this.sheet,
          first,
          column,
          records.map((record) => names.map((name) => this.encoded(record, name))),
        );
      }
      return;
    }
    throw new CrmError('BUSY', `The rows of “${this.sheet.getName()}” keep moving. Try again in a moment.`);
  }

  /** New rows take the formats of their neighbours, which may be anything; texts need the one that keeps them texts. */
  private keepTexts(first: number, count: number, runs: readonly Run<R>[]): void {
    const stretches = runs.flatMap(({ names, column }) =>
      textStretches(names.map((name) => isTextKind(this.field(name).kind))).map(({ from, length }) =>
        this.sheet.getRange(first, column + from, count, length).getA1Notation(),
      ),
    );
    this.sheet.getRangeList(stretches).setNumberFormat('@');
  }

  /** Our columns as stretches without anyone else's between: those are not ours to write. */
  private columnRuns(): Run<R>[] {
    const sorted = [...this.layout.columns].sort(([, a], [, b]) => a - b);
    const runs: Run<R>[] = [];
    for (const [name, column] of sorted) {
      const last = runs[runs.length - 1];
      if (last && last.column + last.names.length === column) last.names.push(name);
      else runs.push({ column, names: [name] });
    }
    return runs;
  }

  private encoded(record: R, name: Name<R>): CellValue {
    return encode(this.field(name).kind, record[name], this.calendar);
  }

  /**
   * Texts that could be taken for formulas are written after their row. Where a first try ended between the two, the
   * second one finds the row there, with these cells blank, and completes it.
   */
  private completeTexts(record: R): void {
    const risky = this.names.filter(
      (name) => /^[=+\-@'\t\r]/.test(String(record[name] ?? '')) && isTextKind(this.field(name).kind),
    );
    const row = risky.length > 0 ? this.findRow(record.id) : null;
    if (!row) return;
    const cells = risky
      .map((name) => ({ column: this.layout.columns.get(name)!, cell: this.encoded(record, name) }))
      .filter(({ column }) => column !== undefined && row.cells[column - 1] === '');
    writeCells(this.sheet, row.number, cells);
  }

  change(id: string, seen: Partial<R>, decide: (record: R) => R): Found<R> {
    const row = this.getRow(id);
    this.refuseConflicts(row.found, seen);
    const next = decide(row.found.record);
    const changed = this.names.filter((name) => !sameValue(row.found.record[name], next[name]));
    if (changed.length === 0) return row.found;
    for (const name of changed) this.refuseFormula(row.found, name);
    const cells = changed.map((name) => ({
      column: columnOf(this.layout, this.of.fields, name),
      cell: this.encoded(next, name),
    }));
    writeCells(this.sheet, row.number, cells);
    SpreadsheetApp.flush();
    for (const name of changed) this.noteChange(id, name, row.found.record[name], next[name]);
    return this.confirm(id, row, cells, changed);
  }

  private refuseConflicts({ record, odd }: Found<R>, seen: Partial<R>): void {
    const differences: Difference[] = [];
    for (const name of Object.keys(seen) as Name<R>[]) {
      if (!sameValue(record[name], seen[name]))
        differences.push({ field: name, seen: seen[name], now: odd[name] ?? record[name] });
    }
    if (differences.length === 0) return;
    const fields = differences.map(({ field }) => this.field(field as Name<R>).header).join(', ');
    throw new CrmError('CONFLICT', `Someone changed ${fields} in the sheet meanwhile. Nothing was written.`, {
      differences,
    });
  }

  private refuseFormula({ formulas }: Found<R>, name: Name<R>): void {
    if (!formulas.includes(name)) return;
    const { header } = this.field(name);
    throw new CrmError('INVALID', `${header} is worked out by a formula in the sheet. Change the formula there.`, {
      field: name,
    });
  }

  /**
   * Between finding the row and the commit a person may have moved it; no lock holds people. The row is read back: where
   * another record stands there now, ours is written where it went, and the user is told which row to look at, since
   * what the other record had in these cells is not known any more.
   */
  private confirm(id: string, row: Row<R>, cells: readonly CellAt[], changed: readonly Name<R>[]): Found<R> {
    const there = this.readRow(row.number);
    if (there.found.record.id === id) return there.found;
    const { record: other } = there.found;
    for (const name of changed) {
      const after = this.shown(name, other[name]);
      if (other.id !== '')
        this.history.note({ ...this.line(other.id, name), after, data: { after: other[name] }, how: 'repair' });
    }
    const moved = this.rowNumberOf(id);
    const fields = changed.map((name) => this.field(name).header).join(', ');
    const where =
      other.id === '' ? '' : ` Check ${fields} in row ${row.number}: the values there were meant for another row.`;
    if (moved === null) {
      throw new CrmError('CONFLICT', `Somebody deleted this ${this.of.noun} in the sheet at this very moment.${where}`);
    }
    writeCells(this.sheet, moved, cells);
    SpreadsheetApp.flush();
    if (where === '') return this.readRow(moved).found;
    throw new CrmError('CONFLICT', `Somebody moved rows while this was saved. This ${this.of.noun} is saved.${where}`);
  }

  private noteChange(id: string, name: Name<R>, before: unknown, after: unknown): void {
    if (this.field(name).kind === 'hidden' || name === 'updatedAt') return;
    this.history.note({
      ...this.line(id, name),
      before: this.shown(name, before),
      after: this.shown(name, after),
      data: { before, after },
    });
  }

  private line(id: string, name: Name<R>): HistoryLine {
    return { kind: this.of.kind, id, field: this.field(name).header, before: '', after: '', data: {} };
  }

  private shown(name: Name<R>, value: unknown): string {
    const { kind } = this.field(name);
    if (value === null) return '';
    if (kind === 'instant') return new Date(value as number).toISOString();
    return Array.isArray(value) ? value.join(', ') : String(value);
  }
}

const blankOf = (kind: Field['kind']): unknown => (kind === 'tags' ? [] : isTextKind(kind) ? '' : null);

function textStretches(isText: readonly boolean[]): { from: number; length: number }[] {
  const stretches: { from: number; length: number }[] = [];
  isText.forEach((text, index) => {
    if (!text) return;
    const last = stretches[stretches.length - 1];
    if (last && last.from + last.length === index) last.length++;
    else stretches.push({ from: index, length: 1 });
  });
  return stretches;
}
