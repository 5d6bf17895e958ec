import { type Axis, bottomOf, type Rect, rectOf, rightOf, type Shift } from './rect';
import type { Block, CellValue } from './values';

/** One row. Arrays are only as long as their last used column, so that an empty row costs nothing. */
export type Row = {
  values: CellValue[];
  /** Formulas as typed, `=A1+1`; the result stands in `values`. */
  formulas: (string | null)[] | null;
  formats: number[] | null;
  notes: (string | null)[] | null;
};

/** Several layers of one block of cells. A layer that is absent is left alone by a write. */
export type Layers = {
  readonly values?: Block<CellValue>;
  readonly formulas?: Block<string | null>;
  readonly formats?: Block<number>;
  readonly notes?: Block<string | null>;
};

/** Width in pixels of a column or height of a row (null: default), and whether somebody or the filter hid it. */
export type Line = { readonly size: number | null; readonly hidden: boolean; readonly filtered?: boolean };

/** What stood in lines that were taken out: enough to put them back. */
export type RemovedLines = { readonly lines: (Line | undefined)[]; readonly rows: (Row | undefined)[] };

export type GridSnapshot = {
  readonly height: number;
  readonly width: number;
  readonly rows: readonly (Row | null)[];
  readonly rowLines: Readonly<Record<string, Line>>;
  readonly columnLines: Readonly<Record<string, Line>>;
};

const PLAIN: Line = { size: null, hidden: false };

/**
 * The cells of one tab: rows as arrays of bare values, so that a write costs the same in a small tab and in one of two
 * million cells. Knows nothing of what the cells mean; positions count from zero.
 */
export class Grid {
  private rows: (Row | undefined)[];
  private columnCount: number;
  private readonly rowLines: (Line | undefined)[] = [];
  private readonly columnLines: (Line | undefined)[] = [];
  /** How many cells hold a formula: tabs without any are skipped by everything that looks for formulas. */
  formulaCount = 0;

  constructor(rowCount: number, columnCount: number) {
    this.rows = [];
    this.rows.length = rowCount;
    this.columnCount = columnCount;
  }

  static of(snapshot: GridSnapshot): Grid {
    const grid = new Grid(snapshot.height, snapshot.width);
    snapshot.rows.forEach((row, index) => {
      if (row) grid.rows[index] = copyOf(row);
      grid.formulaCount += countFormulas(row ?? undefined);
    });
    for (const [index, line] of Object.entries(snapshot.rowLines)) grid.setLine('row', Number(index), line);
    for (const [index, line] of Object.entries(snapshot.columnLines)) grid.setLine('column', Number(index), line);
    return grid;
  }

  snapshot(): GridSnapshot {
    let last = this.rows.length;
    while (last > 0 && isEmpty(this.rows[last - 1])) last--;
    return {
      height: this.height,
      width: this.width,
      rows: Array.from({ length: last }, (_, index) => (isEmpty(this.rows[index]) ? null : copyOf(this.rows[index]!))),
      rowLines: changedLines(this.rowLines),
      columnLines: changedLines(this.columnLines),
    };
  }

  get height(): number {
    return this.rows.length;
  }

  get width(): number {
    return this.columnCount;
  }

  value(row: number, column: number): CellValue {
    return this.rows[row]?.values[column] ?? null;
  }

  formula(row: number, column: number): string | null {
    return this.rows[row]?.formulas?.[column] ?? null;
  }

  format(row: number, column: number): number {
    return this.rows[row]?.formats?.[column] ?? 0;
  }

  note(row: number, column: number): string | null {
    return this.rows[row]?.notes?.[column] ?? null;
  }

  line(axis: Axis, index: number): Line {
    return (axis === 'row' ? this.rowLines : this.columnLines)[index] ?? PLAIN;
  }

  setLine(axis: Axis, index: number, line: Line): void {
    const plain = line.size === null && !line.hidden && !line.filtered;
    (axis === 'row' ? this.rowLines : this.columnLines)[index] = plain ? undefined : line;
  }

  values({ row, column, rows, columns }: Rect): Block<CellValue> {
    const block: Block<CellValue> = new Array(rows);
    for (let r = 0; r < rows; r++) {
      const source = this.rows[row + r]?.values;
      const line: CellValue[] = new Array(columns);
      for (let c = 0; c < columns; c++) line[c] = source?.[column + c] ?? null;
      block[r] = line;
    }
    return block;
  }

  formulas(rect: Rect): Block<string | null> {
    return this.layer(rect, (row) => row.formulas, null);
  }

  formats(rect: Rect): Block<number> {
    return this.layer(rect, (row) => row.formats, 0);
  }

  notes(rect: Rect): Block<string | null> {
    return this.layer(rect, (row) => row.notes, null);
  }

  private layer<T>({ row, column, rows, columns }: Rect, pick: (row: Row) => T[] | null, blank: T): Block<T> {
    const block: Block<T> = new Array(rows);
    for (let r = 0; r < rows; r++) {
      const source = this.rows[row + r];
      const cells = source ? pick(source) : null;
      const line: T[] = new Array(columns);
      for (let c = 0; c < columns; c++) line[c] = cells?.[column + c] ?? blank;
      block[r] = line;
    }
    return block;
  }

  /** Writes the layers that are given. A value written without formulas leaves formulas alone (results are written so). */
  write(row: number, column: number, layers: Layers): void {
    const { values, formulas, formats, notes } = layers;
    const rows = (values ?? formulas ?? formats ?? notes ?? []).length;
    for (let r = 0; r < rows; r++) {
      const line = this.rowAt(row + r);
      if (formulas?.[r]) this.writeFormulas(line, column, formulas[r]!);
      if (values?.[r]) writeLine(line.values, column, values[r]!, null);
      if (formats?.[r]) line.formats = writeOptional(line.formats, column, formats[r]!, 0);
      if (notes?.[r]) line.notes = writeOptional(line.notes, column, notes[r]!, null);
    }
  }

  private writeFormulas(line: Row, column: number, formulas: readonly (string | null)[]): void {
    for (let c = 0; c < formulas.length; c++) {
      if (line.formulas?.[column + c]) this.formulaCount--;
      if (formulas[c]) this.formulaCount++;
    }
    line.formulas = writeOptional(line.formulas, column, formulas, null);
  }

  private rowAt(row: number): Row {
    let line = this.rows[row];
    if (!line) {
      line = { values: [], formulas: null, formats: null, notes: null };
      this.rows[row] = line;
    }
    return line;
  }

  /** Index of the last row with content, or -1. A formula counts even when its result is empty; formats do not. */
  lastRow(): number {
    for (let r = this.rows.length - 1; r >= 0; r--) if ((this.rows[r]?.values.length ?? 0) > 0) return r;
    return -1;
  }

  lastColumn(): number {
    let last = -1;
    for (const row of this.rows) if (row && row.values.length - 1 > last) last = row.values.length - 1;
    return last;
  }

  /** Visits every row that holds anything, with the number of columns up to its last used or formatted one. */
  eachUsedRow(visit: (row: number, width: number) => void): void {
    this.rows.forEach((row, index) => {
      if (isEmpty(row)) return;
      const { values, formulas, formats, notes } = row!;
      visit(index, Math.max(values.length, formulas?.length ?? 0, formats?.length ?? 0, notes?.length ?? 0));
    });
  }

  /** Every formula of the tab with its place. */
  *formulaCells(): Generator<{ row: number; column: number; formula: string }> {
    if (this.formulaCount === 0) return;
    for (let r = 0; r < this.rows.length; r++) {
      const formulas = this.rows[r]?.formulas;
      if (!formulas) continue;
      for (let c = 0; c < formulas.length; c++) {
        const formula = formulas[c];
        if (formula) yield { row: r, column: c, formula };
      }
    }
  }

  /** Puts lines in, takes them out or moves them; answers with what was taken out. */
  shift(shift: Shift, restored?: RemovedLines): RemovedLines {
    const removed = shift.axis === 'row' ? this.shiftRows(shift, restored) : this.shiftColumns(shift, restored);
    for (const row of removed.rows) this.formulaCount -= countFormulas(row);
    for (const row of restored?.rows ?? []) this.formulaCount += countFormulas(row);
    return removed;
  }

  private shiftRows(shift: Shift, restored?: RemovedLines): RemovedLines {
    if (shift.kind === 'insert') {
      spliceIn(this.rows, shift.at, fitted(restored?.rows, shift.count));
      spliceIn(this.rowLines, shift.at, fitted(restored?.lines, shift.count));
      return { lines: [], rows: [] };
    }
    const rows = cutOut(this.rows, shift.at, shift.count);
    const lines = cutOut(this.rowLines, shift.at, shift.count);
    if (shift.kind === 'delete') return { lines, rows };
    const target = shift.to > shift.at ? shift.to - shift.count : shift.to;
    spliceIn(this.rows, target, rows);
    spliceIn(this.rowLines, target, lines);
    return { lines: [], rows: [] };
  }

  private shiftColumns(shift: Shift, restored?: RemovedLines): RemovedLines {
    const { at, count } = shift;
    if (shift.kind === 'insert') {
      this.columnCount += count;
      spliceIn(this.columnLines, at, fitted(restored?.lines, count));
      this.insertIntoRows(at, count, restored?.rows);
      return { lines: [], rows: [] };
    }
    const lines = cutOut(this.columnLines, at, count);
    const rows = Array.from(this.rows, (row) => (row ? cutCells(row, at, count) : undefined));
    this.columnCount -= count;
    if (shift.kind === 'delete') return { lines, rows };
    const target = shift.to > at ? shift.to - count : shift.to;
    this.columnCount += count;
    spliceIn(this.columnLines, target, lines);
    this.insertIntoRows(target, count, rows);
    return { lines: [], rows: [] };
  }

  private insertIntoRows(at: number, count: number, cells?: readonly (Row | undefined)[]): void {
    for (let index = 0; index < this.rows.length; index++) {
      const taken = cells?.[index];
      insertCells(taken ? this.rowAt(index) : this.rows[index], at, count, taken);
    }
  }

  whole(): Rect {
    return rectOf(0, 0, this.height, this.width);
  }

  /** Grows nothing: a rect that leaves the tab is a mistake of the caller. */
  holds(rect: Rect): boolean {
    return rect.row >= 0 && rect.column >= 0 && bottomOf(rect) < this.height && rightOf(rect) < this.width;
  }
}

function writeLine<T>(target: T[], column: number, cells: readonly T[], blank: T): void {
  while (target.length < column) target.push(blank);
  for (let c = 0; c < cells.length; c++) target[column + c] = cells[c]!;
  trim(target, blank);
}

function writeOptional<T>(target: T[] | null, column: number, cells: readonly T[], blank: T): T[] | null {
  if (!target && cells.every((cell) => cell === blank)) return null;
  const line = target ?? [];
  writeLine(line, column, cells, blank);
  return line.length > 0 ? line : null;
}

function trim<T>(line: T[], blank: T): void {
  let length = line.length;
  while (length > 0 && (line[length - 1] === blank || line[length - 1] === undefined)) length--;
  line.length = length;
}

function fitted<T>(items: readonly (T | undefined)[] | undefined, count: number): (T | undefined)[] {
  const out: (T | undefined)[] = [];
  // Lines that crossed a wire come back with null where there was nothing.
  for (let i = 0; i < count; i++) out.push(items?.[i] ?? undefined);
  return out;
}

/** `Array.splice` with many arguments overflows the stack; these do not. */
function spliceIn<T>(target: (T | undefined)[], at: number, items: readonly (T | undefined)[]): void {
  if (target.length < at && items.every((item) => item === undefined)) return;
  const tail = target.slice(at);
  target.length = at;
  for (const item of items) target.push(item);
  for (const item of tail) target.push(item);
}

function cutOut<T>(target: (T | undefined)[], at: number, count: number): (T | undefined)[] {
  if (target.length <= at) return fitted<T>([], count);
  return fitted(target.splice(at, count), count);
}

function changedLines(lines: readonly (Line | undefined)[]): Record<string, Line> {
  const changed: Record<string, Line> = {};
  lines.forEach((line, index) => {
    if (line) changed[index] = line;
  });
  return changed;
}

const isEmpty = (row: Row | undefined): boolean =>
  !row || (row.values.length === 0 && !row.formulas && !row.formats && !row.notes);

const copyOf = (row: Row): Row => ({
  values: row.values.slice(),
  formulas: row.formulas?.slice() ?? null,
  formats: row.formats?.slice() ?? null,
  notes: row.notes?.slice() ?? null,
});

const countFormulas = (row: Row | undefined): number =>
  row?.formulas?.reduce((sum, formula) => sum + (formula ? 1 : 0), 0) ?? 0;

/** Takes cells out of a row and gives them back as a small row of their own. */
function cutCells(row: Row, at: number, count: number): Row {
  const cut = <T>(cells: T[] | null): T[] | null => (cells && cells.length > at ? cells.splice(at, count) : null);
  const taken: Row = {
    values: cut(row.values) ?? [],
    formulas: cut(row.formulas),
    formats: cut(row.formats),
    notes: cut(row.notes),
  };
  trim(row.values, null);
  trim(taken.values, null);
  return taken;
}

function insertCells(row: Row | undefined, at: number, count: number, cells: Row | undefined): void {
  if (!row) return;
  const put = <T>(target: T[] | null, source: T[] | null | undefined, blank: T): T[] | null => {
    const line = target ?? [];
    if (line.length <= at && !source?.length) return target;
    while (line.length < at) line.push(blank);
    line.splice(at, 0, ...Array.from({ length: count }, (_, i) => source?.[i] ?? blank));
    trim(line, blank);
    return line;
  };
  row.values = put(row.values, cells?.values, null) ?? [];
  row.formulas = put(row.formulas, cells?.formulas, null);
  row.formats = put(row.formats, cells?.formats, 0);
  row.notes = put(row.notes, cells?.notes, null);
}
