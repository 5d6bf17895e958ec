import { offsetFormula } from '../engine/formulas';
import type { Rect } from '../engine/rect';
import { type CellValue, isCellError } from '../engine/values';
import { noSignature } from './errors';
import type { Range } from './range';
import { RangeCheckboxes } from './range-checkboxes';

/** What the Data menu does to a block, and ways to find the edges of data. */
export class RangeTools extends RangeCheckboxes {
  /** Ends go, and runs of blanks inside become one. What is left is text, even `=1+1`. Source: reference "Range.trimWhitespace". */
  trimWhitespace(): this {
    const formulas = this.grid.formulas(this.rect);
    const values = this.grid
      .values(this.rect)
      .map((row, r) =>
        row.map((value, c) =>
          typeof value === 'string' && formulas[r]![c] === null ? value.trim().replace(/\s+/g, ' ') || null : value,
        ),
      );
    return this.write({ values, formulas });
  }

  /**
   * Keeps the first of rows that hold the same, whatever their capitals, and closes the gaps. Columns are counted in the
   * tab. Answers with the rows that are left. Source: reference "Range.removeDuplicates".
   */
  removeDuplicates(columnsToCompare?: number[]): Range {
    const { row, column, rows, columns } = this.rect;
    const compared = columnsToCompare?.map((one) => one - 1 - column) ?? Array.from({ length: columns }, (_, c) => c);
    if (compared.some((one) => one < 0 || one >= columns))
      noSignature([columnsToCompare], 'SpreadsheetApp.Range.removeDuplicates');
    const values = this.grid.values(this.rect);
    const seen = new Set<string>();
    const kept = values.flatMap((line, index) => {
      const key = JSON.stringify(compared.map((c) => keyOf(line[c] ?? null)));
      if (seen.has(key)) return [];
      seen.add(key);
      return [index];
    });
    this.reorder([...kept, ...new Array<null>(rows - kept.length).fill(null)]);
    return this.at(row, column, kept.length, columns);
  }

  randomize(): this {
    const order = Array.from({ length: this.rect.rows }, (_, index) => index);
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(Math.random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    return this.reorder(order);
  }

  /**
   * Spreads the texts of the first column over the cells to its right, each part read as typed. Without a delimiter each
   * text takes the first that it has. Source: reference "Range.splitTextToColumns".
   */
  splitTextToColumns(delimiter?: string | { toString(): string }): void {
    const { row, column, rows } = this.rect;
    const asked = delimiter === undefined ? null : (DELIMITERS[String(delimiter)] ?? String(delimiter));
    const lines = this.at(row, column, rows)
      .getDisplayValues()
      .map(([text = '']) => {
        const mark = asked ?? Object.values(DELIMITERS).find((one) => text.includes(one));
        return mark ? text.split(mark) : [text];
      });
    lines.forEach((parts, r) => {
      if (parts.length > 1) this.at(row + r, column, 1, parts.length).setValues([parts]);
    });
  }

  /** Puts rows of the block into another order; null leaves a blank one. */
  private reorder(order: readonly (number | null)[]): this {
    const { columns } = this.rect;
    const blank = <T>(value: T) => new Array<T>(columns).fill(value);
    const values = this.grid.values(this.rect);
    const formulas = this.grid.formulas(this.rect);
    return this.write({
      values: order.map((from) => (from === null ? blank<CellValue>(null) : values[from]!)),
      formulas: order.map((from, to) =>
        from === null ? blank(null) : formulas[from]!.map((formula) => formula && offsetFormula(formula, to - from, 0)),
      ),
    });
  }

  /** Grows over the neighbours that hold something, corners apart. Source: reference "Range.getDataRegion". */
  getDataRegion(dimension?: { toString(): string }): Range {
    const axis = dimension === undefined ? null : String(dimension);
    let rect = this.rect;
    for (let next = this.grown(rect, axis); next !== rect; next = this.grown(rect, axis)) rect = next;
    return this.at(rect.row, rect.column, rect.rows, rect.columns);
  }

  private grown(rect: Rect, axis: string | null): Rect {
    const { row, column, rows, columns } = rect;
    const line = { row, column, rows: 1, columns };
    const post = { row, column, rows, columns: 1 };
    if (axis !== 'COLUMNS') {
      if (this.holdsData({ ...line, row: row - 1 })) return { ...rect, row: row - 1, rows: rows + 1 };
      if (this.holdsData({ ...line, row: row + rows })) return { ...rect, rows: rows + 1 };
    }
    if (axis !== 'ROWS') {
      if (this.holdsData({ ...post, column: column - 1 })) return { ...rect, column: column - 1, columns: columns + 1 };
      if (this.holdsData({ ...post, column: column + columns })) return { ...rect, columns: columns + 1 };
    }
    return rect;
  }

  private holdsData(rect: Rect): boolean {
    return this.grid.holds(rect) && this.grid.values(rect).some((line) => line.some((value) => value !== null));
  }

  /** Where Ctrl and an arrow key lead from the first cell. Source: reference "Range.getNextDataCell". */
  getNextDataCell(direction: { toString(): string }): Range {
    const [down, right] = STEPS[String(direction)] ?? noSignature([direction], 'SpreadsheetApp.Range.getNextDataCell');
    const { grid } = this;
    const holds = (row: number, column: number) => grid.value(row, column) !== null;
    const inside = (row: number, column: number) => grid.holds({ row, column, rows: 1, columns: 1 });
    let { row, column } = this.rect;
    const overData = holds(row, column) && inside(row + down, column + right) && holds(row + down, column + right);
    while (inside(row + down, column + right)) {
      if (overData && !holds(row + down, column + right)) break;
      row += down;
      column += right;
      if (!overData && holds(row, column)) break;
    }
    return this.at(row, column);
  }
}

const DELIMITERS: Readonly<Record<string, string>> = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' };

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  UP: [-1, 0],
  DOWN: [1, 0],
  PREVIOUS: [0, -1],
  NEXT: [0, 1],
};

const keyOf = (value: CellValue): unknown =>
  typeof value === 'string' ? value.toLowerCase() : isCellError(value) ? [value.error] : value;
