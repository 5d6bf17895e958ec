import { type CellValue, isCellError } from '../engine/values';
import { noSignature } from './errors';
import type { Range } from './range';
import { RangeBlocks } from './range-blocks';

/** What tidies a block. */
export class RangeTidy extends RangeBlocks {
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
}

const keyOf = (value: CellValue): unknown =>
  typeof value === 'string' ? value.toLowerCase() : isCellError(value) ? [value.error] : value;
