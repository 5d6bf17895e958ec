import { offsetFormula } from '../engine/formulas';
import type { CellValue } from '../engine/values';
import { RangeCheckboxes } from './range-checkboxes';

/** What the Data menu does to the rows of a block. */
export class RangeRows extends RangeCheckboxes {
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
  protected reorder(order: readonly (number | null)[]): this {
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
}

const DELIMITERS: Readonly<Record<string, string>> = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' };
