import type { Calendar } from '../domain/calendar';
import type { Found } from '../domain/crm';
import type { Instant } from '../domain/day';
import { CrmError } from '../domain/errors';
import type { Field, FieldsOf } from '../domain/fields';
import { isId, type RecordKind } from '../domain/ids';
import { isOwnName, type OwnName } from '../domain/own-fields';
import { type Book, missingTab, type TabKey } from './book';
import { type CellKind, type CellValue, decode, encode } from './codec';
import { columnOf, type Layout, ownColumnOf, readLayout, refuseLostHeader } from './layout';
import { hintOf, type LayoutHints, layoutByHint, presumedLayout, saysTheSame } from './layout-hint';
import { lettersOf } from './letters';
import { blankOf, fieldOf, kindOf, type Name, type Row, readCells } from './row-values';
import { linesBelow, type TabLines } from './tab-lines';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What every record has. */
export type Kept = { readonly id: string; readonly createdAt: Instant | null };

/** What a table is of: its tab, its kind of record, its fields, and what to call a record in a sentence. */
export type TableOf<R> = {
  readonly tab: TabKey;
  readonly kind: RecordKind;
  readonly fields: FieldsOf<R>;
  readonly noun: string;
  /** What names a record: a row of somebody's own that holds one of these is adopted. */
  readonly named: readonly (keyof R & string)[];
  /** Columns without which the tab cannot be used. */
  readonly required: readonly (keyof R & string)[];
  /** Fields that the CRM keeps up by itself: where somebody deleted their columns, it goes on without. */
  readonly optional: readonly (keyof R & string)[];
};

/** The rows of a tab of records, read: columns by mark, header or alias, rows by id, both at the moment of the call. */
export class RecordRows<R extends Kept> {
  readonly of: TableOf<R>;
  /** Of our own fields. */
  readonly names: readonly (keyof R & string)[];
  private readonly book: Book;
  readonly calendar: Calendar;
  private readonly hints: LayoutHints;
  private laidOut: Layout<R> | null = null;
  /** Something moved since the last look, so that hints are out of date. */
  private isMoving = false;
  private readonly lastNumbers = new Map<string, number>();
  /** How many rows this execution has put in. */
  inserted = 0;

  constructor(book: Book, of: TableOf<R>, calendar: Calendar, hints: LayoutHints) {
    this.book = book;
    this.of = of;
    this.calendar = calendar;
    this.hints = hints;
    this.names = Object.keys(of.fields) as (keyof R & string)[];
  }

  get layout(): Layout<R> {
    if (!this.laidOut) {
      const { sheet } = this;
      const hint = this.isMoving ? null : this.hints.get(this.of.tab);
      const layout = (hint && layoutByHint(sheet, this.of.fields, hint)) ?? this.lookWithCare(sheet);
      for (const field of this.of.required) columnOf(layout, this.of.fields, field);
      this.laidOut = layout;
    }
    return this.laidOut;
  }

  /**
   * What a look finds by the columns as they were, if they still are there after it: a column that somebody moves before or
   * during the look shows in the row of headers, one that moves later in the cells that were read. Throws `BUSY`.
   */
  presuming<T>(look: () => T): T {
    for (let tries = 0; tries < 3; tries++) {
      this.presume();
      const found = attempt(look);
      if (this.isSteady()) return found.get();
      this.lookAgain();
    }
    throw this.keepsMoving();
  }

  /** The same where all that is found is looked at once more, with its columns: that nothing is there has to be sure at once. */
  presumingSome<T>(look: () => T, isNone: (found: T) => boolean): T {
    this.laidOut ??= this.presumed;
    const found = attempt(look);
    if (!found.hasFailed && !isNone(found.get())) return found.get();
    if (this.isSteady()) return found.get();
    this.lookAgain();
    return this.presuming(look);
  }

  /** Whether the columns are where they were when they were looked up. One call. */
  isSteady(): boolean {
    return saysTheSame(this.layout);
  }

  /**
   * Whether no cell of the tab holds an id, wherever its column is; then the columns are taken to be where they were. For new
   * records: whether they are is seen when they were written, apart from all others.
   */
  isNowhere(id: string): boolean {
    this.presume();
    return this.sheet.createTextFinder(id).matchEntireCell(true).findNext() === null;
  }

  /** Takes the columns to be where they were, until somebody looks at the row of headers. */
  presume(): void {
    this.laidOut ??= this.presumed;
  }

  private get presumed(): Layout<R> | null {
    const hint = this.isMoving ? null : this.hints.get(this.of.tab);
    const layout = hint && presumedLayout(this.sheet, this.of.fields, hint);
    return layout && this.of.required.every((field) => layout.columns.has(field)) ? layout : null;
  }

  private lookWithCare(sheet: Sheet): Layout<R> {
    const first = readLayout(sheet, this.of.fields);
    // Somebody may have put a row in between the two looks that this takes.
    const layout = first.isHeaderLost ? readLayout(sheet, this.of.fields) : first;
    refuseLostHeader(layout);
    this.hints.put(this.of.tab, hintOf(layout));
    return layout;
  }

  get sheet(): Sheet {
    const sheet = this.book.findTab(this.of.tab);
    if (!sheet) throw missingTab(this.of.tab);
    return sheet;
  }

  /** Throws `SHEET_BROKEN` where the column is not in the tab. */
  columnOf(name: Name<R>): number {
    return isOwnName(name as string)
      ? ownColumnOf(this.layout, name as OwnName)
      : columnOf(this.layout, this.of.fields, name as keyof R & string);
  }

  /** The same, or undefined where it is not there. */
  placeOf(name: Name<R>): number | undefined {
    const { columns, own } = this.layout;
    return columns.get(name as keyof R & string) ?? own.get(name as OwnName);
  }

  kind(name: Name<R>): CellKind {
    return kindOf(this.of.fields, name);
  }

  /** As History and people name the field. */
  headerOf(name: Name<R>): string {
    return isOwnName(name as string)
      ? (name as string).slice(1)
      : (this.of.fields[name as keyof R & string] as Field).header;
  }

  columns<K extends keyof R & string>(names: readonly K[]): readonly Pick<R, K>[] {
    return this.steadily(() => {
      const { columns } = this.layout;
      const id = this.columnOf('id');
      const wanted = [id, ...names.map((name) => columns.get(name) ?? id)];
      const first = Math.min(...wanted);
      const lines = this.linesBelowHeader(first, Math.max(...wanted));
      // Rows without an id are no records: a note, a total, or one that waits to be adopted.
      return lines
        ?.filter((cells) => isId(this.of.kind, String(cells[id - first])))
        .map((cells) => Object.fromEntries(names.map((name) => [name, this.valueIn(cells, name, first)]))) as Pick<
        R,
        K
      >[];
    });
  }

  /** The rows of all ids. */
  rowNumbers(): ReadonlyMap<string, number> {
    return new Map(this.idsByRow());
  }

  /** Every id with its row; where somebody copied a row, an id stands in several. */
  idsByRow(): readonly (readonly [string, number])[] {
    return this.steadily(() => {
      const lines = this.linesBelowHeader(this.columnOf('id'), this.columnOf('id'));
      const { headerRow } = this.layout;
      return lines?.map(([cell], index) => [String(cell), headerRow + 1 + index] as const);
    });
  }

  /** See `linesBelow`. */
  linesBelowHeader(first: number, last: number): TabLines['lines'] | undefined {
    return linesBelow(this.sheet, this.layout, { left: first, right: last })?.lines;
  }

  /** People hold no lock: what they moved between two looks is looked up again. Throws `BUSY` where it keeps moving. */
  steadily<T>(look: () => T | undefined): T {
    for (let tries = 0; tries < 3; tries++) {
      const seen = look();
      if (seen !== undefined) return seen;
      this.lookAgain();
    }
    throw this.keepsMoving();
  }

  keepsMoving(): CrmError {
    return new CrmError('BUSY', `The rows of “${this.sheet.getName()}” keep moving. Try again in a moment.`);
  }

  /** Forgets where the columns were. */
  lookAgain(): void {
    this.laidOut = null;
    this.isMoving = true;
  }

  private valueIn(cells: readonly CellValue[], name: keyof R & string, firstColumn: number): unknown {
    const kind = this.kind(name);
    const column = this.layout.columns.get(name);
    const decoded = decode(kind, column === undefined ? '' : cells[column - firstColumn]!, this.calendar);
    return decoded.ok ? decoded.value : blankOf(kind);
  }

  /** The record in a row of the tab, or null where the row holds none. */
  inRow(number: number): Found<R> | null {
    const row = this.presuming(() => (number <= this.layout.headerRow ? null : this.readRow(number)));
    return row && isId(this.of.kind, row.found.record.id) ? row.found : null;
  }

  /** Throws `NOT_FOUND`. */
  getRow(id: string): Row<R> {
    const row = this.findRow(id);
    if (row) return row;
    throw this.notFound();
  }

  private notFound(): CrmError {
    return new CrmError(
      'NOT_FOUND',
      `This ${this.of.noun} is no longer in the sheet. Its row was deleted, or its id was changed.`,
    );
  }

  /** The row that holds the record, in the very cells that were read. */
  findRow(id: string): Row<R> | null {
    return this.steadily(() => {
      const number = this.rowNumberOf(id);
      if (number === null) return null;
      const row = this.readRow(number);
      return row.found.record.id === id ? row : undefined;
    });
  }

  /** Some fields of a record in fewer calls: nothing is known of formulas. Throws `NOT_FOUND`. */
  peek(id: string): R {
    return this.presuming(() =>
      this.steadily(() => {
        const number = this.rowNumberOf(id);
        if (number === null) throw this.notFound();
        const [cells = []] = this.sheet.getRange(number, 1, 1, this.layout.width).getValues();
        const { record } = this.rowOf(number, cells, []).found;
        return record.id === id ? record : undefined;
      }),
    );
  }

  /** The whole column, so that it is there however many rows come and go meanwhile. */
  get idColumn(): GoogleAppsScript.Spreadsheet.Range {
    const letters = lettersOf(this.columnOf('id'));
    return this.sheet.getRange(`${letters}:${letters}`);
  }

  /** Sheets searches, so that nothing crosses however long the tab is. */
  rowNumberOf(id: string): number | null {
    const [number, ...others] = this.rowNumbersOf(id);
    if (number !== undefined && others.length > 0) throw this.sharedId([number, ...others]);
    return number ?? null;
  }

  /** Several where somebody copied the row. */
  rowNumbersOf(id: string): readonly number[] {
    const cells = this.idColumn.createTextFinder(id).matchEntireCell(true).findAll();
    return cells.map((cell) => cell.getRow());
  }

  sharedId(numbers: readonly number[]): CrmError {
    return new CrmError(
      'SHEET_BROKEN',
      `Rows ${numbers.join(' and ')} of “${this.sheet.getName()}” have the same id. Delete the id of the copy, then try again.`,
    );
  }

  /** Values are read last: they hold the id, which tells whether the row is still the same. */
  readRow(number: number): Row<R> {
    const range = this.sheet.getRange(number, 1, 1, this.layout.width);
    const formulas = range.getFormulasR1C1()[0]! as string[];
    return this.rowOf(number, range.getValues()[0] as CellValue[], formulas);
  }

  /** What the cells of a whole row say. */
  rowOf(number: number, cells: readonly CellValue[], formulas: readonly string[]): Row<R> {
    const row = readCells(this.layout, this.of.fields, this.calendar, { number, cells, formulas });
    this.lastNumbers.set(row.found.record.id, number);
    return row;
  }

  /** The row in which a record was when it was last read, however long ago; 0 where it was not. */
  lastNumberOf(id: string): number {
    return this.lastNumbers.get(id) ?? 0;
  }

  encoded(record: R, name: Name<R>): CellValue {
    return encode(this.kind(name), fieldOf(record, name), this.calendar);
  }
}

/** The answer or the failure of a look, for later: what it looked at may not have been there. */
function attempt<T>(look: () => T): { readonly hasFailed: boolean; get(): T } {
  try {
    const found = look();
    return { hasFailed: false, get: () => found };
  } catch (error) {
    return {
      hasFailed: true,
      get: () => {
        throw error;
      },
    };
  }
}
