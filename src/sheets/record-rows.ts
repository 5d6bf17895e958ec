import type { Found } from '../domain/crm';
import { CrmError } from '../domain/errors';
import { isId } from '../domain/ids';
import { say } from '../texts/say';
import { cellsWith, SEARCHED } from './cells-with';
import { type CellValue, decode, encode } from './codec';
import { lettersOf } from './letters';
import { fieldOf, type Name, type Row, readCells, unreadOf } from './row-values';
import { type Kept, TabColumns } from './tab-columns';
import { linesBelow, type TabLines } from './tab-lines';

/** The rows of a tab of records, read by id at the moment of the call. */
export class RecordRows<R extends Kept> extends TabColumns<R> {
  private readonly lastNumbers = new Map<string, number>();
  /** How many rows this execution has put in. */
  inserted = 0;

  /**
   * Whether no cell of the tab holds an id, wherever its column is; then the columns are taken to be where they were. For new
   * records: whether they are is seen when they were written, apart from all others.
   */
  isNowhere(id: string): boolean {
    this.presume();
    return this.sheet.createTextFinder(id).matchEntireCell(true).findNext() === null;
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

  /** The rows of all ids where one of these is among them, else none: Sheets searches for a few, so that nothing crosses. */
  numbersWith(ids: readonly string[]): ReadonlyMap<string, number> {
    const isNone = ids.length <= SEARCHED && cellsWith(this.idColumn, ids).length === 0;
    return isNone ? new Map() : this.rowNumbers();
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

  private valueIn(cells: readonly CellValue[], name: keyof R & string, firstColumn: number): unknown {
    const kind = this.kind(name);
    const column = this.layout.columns.get(name);
    const decoded = decode(kind, column === undefined ? '' : cells[column - firstColumn]!, this.calendar);
    return decoded.ok ? decoded.value : unreadOf(this.of.fields, name);
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
    return new CrmError('NOT_FOUND', say('record.gone', { record: say(`this.${this.of.kind}`) }));
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
      say('ids.shared', { rows: numbers.join(say('and')), tab: this.sheet.getName() }),
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
