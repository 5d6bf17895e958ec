import { offsetFormula } from '../engine/formulas';
import { blockOf, type CellValue, isCellError } from '../engine/values';
import { fail } from './errors';
import type { Range } from './range';
import { RangeBlocks } from './range-blocks';

/** Cleaning up what people leave behind: repeated rows and stray spaces. */
export class RangeTidy extends RangeBlocks {
  /**
   * Takes out rows whose cells repeat those of an earlier row, whatever their case; the rows below move up. Answers
   * with what is left. Source: reference "Range.removeDuplicates".
   */
  removeDuplicates(columnsToCompare?: number[]): Range {
    this.context.calculator.calculate();
    const { row, column, columns } = this.rect;
    const compared = (columnsToCompare ?? Array.from({ length: columns }, (_, c) => column + c + 1)).map((position) => {
      const c = position - 1 - column;
      return c >= 0 && c < columns ? c : fail('Those columns are out of bounds.');
    });
    const values = this.grid.values(this.rect);
    const seen = new Set<string>();
    const kept = values.flatMap((line, r) => {
      const key = JSON.stringify(compared.map((c) => keyOf(line[c] ?? null)));
      if (seen.has(key)) return [];
      seen.add(key);
      return [r];
    });
    const removed = values.length - kept.length;
    if (removed === 0) return this.at(row, column, values.length, columns);
    const formulas = this.grid.formulas(this.rect);
    const formats = this.grid.formats(this.rect);
    this.write({
      values: [...kept.map((r) => values[r]!), ...blockOf<CellValue>(removed, columns, null)],
      formulas: [
        ...kept.map((from, to) => formulas[from]!.map((formula) => formula && offsetFormula(formula, to - from, 0))),
        ...blockOf<string | null>(removed, columns, null),
      ],
      formats: [...kept.map((r) => formats[r]!), ...blockOf(removed, columns, 0)],
    });
    return this.at(row, column, kept.length, columns);
  }

  /** Spaces around a text go, those inside become one; what then starts with `=` stays text. */
  trimWhitespace(): this {
    const formulas = this.grid.formulas(this.rect);
    const values = this.grid
      .values(this.rect)
      .map((line, r) =>
        line.map((value, c) =>
          typeof value === 'string' && formulas[r]![c] === null ? value.trim().replace(/\s+/g, ' ') || null : value,
        ),
      );
    return this.write({ values });
  }
}

const keyOf = (value: CellValue): unknown =>
  typeof value === 'string' ? value.toLowerCase() : isCellError(value) ? { error: value.error } : value;
