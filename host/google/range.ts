import { offsetFormula } from '../engine/formulas';
import { overlaps } from '../engine/rect';
import type { Sheet as EngineSheet } from '../engine/sheet';
import { rectOfA1 } from './a1';
import type { Context } from './context';
import { fail } from './errors';
import { DeveloperMetadata } from './metadata';
import { RangeTidy } from './range-tidy';
import { sortBlock } from './sorting';
import { TextFinder } from './text-finder';

/** `SpreadsheetApp.Range`: a block of cells by position. Positions in method arguments count from one, as Google's do. */
export class Range extends RangeTidy {
  createTextFinder(text: string): TextFinder {
    return new TextFinder(this.context, [{ sheet: this.sheetId, rect: this.rect }], text);
  }
  merge(): this {
    const { merges } = this.context.file.objects;
    if (merges.some((merge) => merge.sheet === this.sheetId && overlaps(merge.rect, this.rect))) {
      fail('You must select all cells in a merged range to merge or unmerge them.');
    }
    const keep = this.grid.value(this.rect.row, this.rect.column);
    const formula = this.grid.formula(this.rect.row, this.rect.column);
    this.clearContent();
    this.corner.write({ values: [[keep]], formulas: [[formula]] });
    this.context.apply({ kind: 'objects', objects: { merges: [...merges, { sheet: this.sheetId, rect: this.rect }] } });
    return this;
  }
  breakApart(): this {
    const merges = this.context.file.objects.merges.filter(
      ({ sheet, rect }) => sheet !== this.sheetId || !overlaps(rect, this.rect),
    );
    this.context.apply({ kind: 'objects', objects: { merges } });
    return this;
  }
  isPartOfMerge(): boolean {
    return this.context.file.objects.merges.some(
      ({ sheet, rect }) => sheet === this.sheetId && overlaps(rect, this.rect),
    );
  }
  sort(
    spec: number | { column: number; ascending?: boolean } | (number | { column: number; ascending?: boolean })[],
  ): this {
    const keys = (Array.isArray(spec) ? spec : [spec]).map((key) =>
      typeof key === 'number'
        ? { column: key - 1, ascending: true }
        : { column: key.column - 1, ascending: key.ascending ?? true },
    );
    this.context.apply(sortBlock(this.sheet, this.rect, keys));
    return this;
  }
  copyTo(target: Range): void {
    const rows = this.grid
      .formulas(this.rect)
      .map((row) =>
        row.map(
          (formula) =>
            formula && offsetFormula(formula, target.rect.row - this.rect.row, target.rect.column - this.rect.column),
        ),
      );
    new Range(this.context, target.sheetId, { ...this.rect, row: target.rect.row, column: target.rect.column }).write({
      values: this.grid.values(this.rect),
      formulas: rows,
      formats: this.grid.formats(this.rect),
    });
  }

  addDeveloperMetadata(
    key: string,
    value: string | null = null,
    visibility: { toString(): string } = { toString: () => 'DOCUMENT' },
  ): this {
    const { row, column, rows, columns } = this.rect;
    const wholeColumn = columns === 1 && row === 0 && rows === this.grid.height;
    const wholeRow = rows === 1 && column === 0 && columns === this.grid.width;
    if (!wholeColumn && !wholeRow)
      fail(
        'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
      );
    const location = wholeColumn
      ? ({ kind: 'column', sheet: this.sheetId, index: column } as const)
      : ({ kind: 'row', sheet: this.sheetId, index: row } as const);
    DeveloperMetadata.add(this.context, key, value, visibility, location);
    return this;
  }

  activate(): this {
    this.context.selection = { sheet: this.sheetId, rect: this.rect };
    return this;
  }

  getSpreadsheetA1(): string {
    return `${this.sheet.name}!${this.getA1Notation()}`;
  }
}

export const rangeOfA1 = (context: Context, notation: string, home: EngineSheet | undefined): Range => {
  const { sheet, rect } = rectOfA1(notation, (name) => (name === null ? home : context.file.sheetNamed(name)));
  return new Range(context, sheet.id, rect);
};

export const isRange = (value: unknown): value is Range => value instanceof Range;
