import { moved, Refused } from '../acts';
import type { Edit } from '../engine/edits';
import { filterOf } from '../engine/filters';
import { type Axis, type Rect, rectOf, rightOf } from '../engine/rect';
import { blockOf, type CellValue } from '../engine/values';
import { copyEdits, rectOfEnds } from './copying';
import { type EnumValue, enumArgument } from './enums';
import { fail, noSignature } from './errors';
import { Filter } from './filter';
import { breakApartEdits, mergeEdits, mergesIn, refuseSortOfMerged } from './merging';
import { Range } from './range';
import { RangeTidy } from './range-tidy';
import { refusePasted } from './rejected';
import { Sheet } from './sheet';
import { type SortKey, sortBlock } from './sorting';

type SortSpec = number | { readonly column: number; readonly ascending?: boolean };

/** Blocks of cells as one thing: merged, sorted, filtered, copied, moved. */
export class RangeStructure extends RangeTidy {
  private applyAll(edits: readonly Edit[]): void {
    for (const edit of edits) this.context.apply(edit);
  }
  private place() {
    return { sheet: this.sheetId, rect: this.rect };
  }

  // Merged cells

  merge(): this {
    return this.mergeInto([this.rect]);
  }
  mergeAcross(): this {
    const { row, column, rows, columns } = this.rect;
    return this.mergeInto(Array.from({ length: rows }, (_, r) => rectOf(row + r, column, 1, columns)));
  }
  mergeVertically(): this {
    const { row, column, rows, columns } = this.rect;
    return this.mergeInto(Array.from({ length: columns }, (_, c) => rectOf(row, column + c, rows, 1)));
  }
  private mergeInto(blocks: readonly Rect[]): this {
    this.grid;
    this.applyAll(mergeEdits(this.context.file, this.sheetId, this.rect, blocks));
    return this;
  }
  breakApart(): this {
    this.applyAll(breakApartEdits(this.context.file, this.sheetId, this.rect));
    return this;
  }
  isPartOfMerge(): boolean {
    return mergesIn(this.context.file, this.sheetId, this.rect).length > 0;
  }
  /** Also those of which the range holds only a part. Source: reference "Range.getMergedRanges". */
  getMergedRanges(): Range[] {
    return mergesIn(this.context.file, this.sheetId, this.rect).map(
      ({ sheet, rect }) => new Range(this.context, sheet, rect),
    );
  }

  // Sorting and filtering

  sort(spec: SortSpec | SortSpec[]): this {
    if (!isSortSpec(spec)) return noSignature([spec], 'SpreadsheetApp.Range.sort');
    const keys: SortKey[] = (Array.isArray(spec) ? spec : [spec]).map((key) =>
      typeof key === 'number'
        ? { column: key - 1, ascending: true }
        : { column: key.column - 1, ascending: key.ascending ?? true },
    );
    // Columns are those of the tab, and must be of the range. Source: reference "Range.sort".
    if (keys.some(({ column }) => column < this.rect.column || column > rightOf(this.rect)))
      fail('The sort column is outside of the range.');
    this.grid;
    refuseSortOfMerged(this.context.file, this.sheetId, this.rect);
    this.context.calculator.calculate();
    this.context.apply(sortBlock(this.sheet, this.rect, keys));
    return this;
  }
  createFilter(): Filter {
    this.grid;
    return Filter.create(this.context, this as unknown as Range);
  }
  getFilter(): Filter | null {
    return filterOf(this.context.file, this.sheetId) ? new Filter(this.context, this.sheetId) : null;
  }

  // Copying and moving

  copyTo(
    destination: Range,
    how?: EnumValue | { readonly contentsOnly?: boolean; readonly formatOnly?: boolean },
    transposed = false,
  ): void {
    this.copy(destination, typeOf(how), transposed);
  }
  private copy(to: { sheetId: number; rect: Rect }, type: string, transposed = false): void {
    this.grid;
    this.context.calculator.calculate();
    const { file } = this.context;
    const edits = copyEdits(file, this.place(), { sheet: to.sheetId, rect: to.rect }, type, transposed);
    for (const edit of edits) refusePasted(file, edit);
    this.applyAll(edits);
  }
  copyFormatToRange(sheet: Sheet | number, column: number, columnEnd: number, row: number, rowEnd: number): void {
    this.copy({ sheetId: idOf(sheet), rect: rectOfEnds(column, columnEnd, row, rowEnd) }, 'PASTE_FORMAT');
  }
  copyValuesToRange(sheet: Sheet | number, column: number, columnEnd: number, row: number, rowEnd: number): void {
    this.copy({ sheetId: idOf(sheet), rect: rectOfEnds(column, columnEnd, row, rowEnd) }, 'PASTE_VALUES');
  }
  /** Cuts and pastes: formulas elsewhere follow the cells. Source: reference "Range.moveTo". */
  moveTo(target: Range): void {
    this.grid;
    const { row, column } = target.rect;
    const rect = { ...this.rect, row, column };
    if (!this.context.file.sheet(target.sheetId)?.grid.holds(rect))
      fail('The coordinates of the range are outside the dimensions of the sheet.');
    this.moveCells(this.rect, target.sheetId, rect);
  }
  private moveCells(from: Rect, sheet: number, to: Rect): void {
    try {
      this.applyAll(
        moved(this.context.file, { sheet: this.sheetId, rect: from }, { sheet, row: to.row, column: to.column }),
      );
    } catch (error) {
      throw error instanceof Refused ? fail(error.message) : error;
    }
  }

  /** Takes the cells out; those below or to the right move up. Source: reference "Range.deleteCells". */
  deleteCells(shiftDimension: EnumValue): void {
    this.grid;
    const axis = axisOf(shiftDimension, 'deleteCells');
    this.refuseCutMerges(this.bandOf(axis));
    const rest = this.restOf(axis);
    this.blank(this.rect);
    if (rest) this.moveCells(rest, this.sheetId, this.rect);
  }
  /** Puts empty cells in; what stood there moves down or to the right. Source: reference "Range.insertCells". */
  insertCells(shiftDimension: EnumValue): this {
    this.grid;
    const axis = axisOf(shiftDimension, 'insertCells');
    this.refuseCutMerges(this.bandOf(axis));
    const { row, column, rows, columns } = this.rect;
    const used = this.usedFrom(axis);
    if (used)
      this.moveCells(
        used,
        this.sheetId,
        axis === 'row' ? { ...used, row: row + rows } : { ...used, column: column + columns },
      );
    return this;
  }
  private blank({ row, column, rows, columns }: Rect): void {
    const layers = {
      values: blockOf<CellValue>(rows, columns, null),
      formulas: blockOf<string | null>(rows, columns, null),
      formats: blockOf(rows, columns, 0),
      notes: blockOf<string | null>(rows, columns, null),
    };
    this.context.apply({ kind: 'cells', sheet: this.sheetId, row, column, layers });
  }
  /** From the range to the end of the tab. */
  private bandOf(axis: Axis): Rect {
    const { row, column, rows, columns } = this.rect;
    return axis === 'row'
      ? rectOf(row, column, this.grid.height - row, columns)
      : rectOf(row, column, rows, this.grid.width - column);
  }
  private restOf(axis: Axis): Rect | null {
    const { row, column, rows, columns } = this.rect;
    const band = this.bandOf(axis);
    const rest =
      axis === 'row'
        ? { ...band, row: row + rows, rows: band.rows - rows }
        : { ...band, column: column + columns, columns: band.columns - columns };
    return rest.rows > 0 && rest.columns > 0 ? rest : null;
  }
  /** What of the band holds anything: empty cells need no room behind them. */
  private usedFrom(axis: Axis): Rect | null {
    const band = this.bandOf(axis);
    const last = axis === 'row' ? this.grid.lastRow() : this.grid.lastColumn();
    const count = last + 1 - (axis === 'row' ? band.row : band.column);
    if (count < 1) return null;
    return axis === 'row' ? { ...band, rows: count } : { ...band, columns: count };
  }
  private refuseCutMerges(band: Rect): void {
    if (mergesIn(this.context.file, this.sheetId, band).length > 0)
      fail('You must select all cells in a merged range to merge or unmerge them.');
  }
}

const isSortKey = (key: unknown): boolean =>
  typeof key === 'number' || typeof (key as { column?: unknown } | null)?.column === 'number';
const isSortSpec = (spec: unknown): boolean => (Array.isArray(spec) ? spec.every(isSortKey) : isSortKey(spec));

const idOf = (sheet: Sheet | number): number => (sheet instanceof Sheet ? sheet.id : sheet);

const axisOf = (dimension: EnumValue, method: string): Axis =>
  enumArgument(dimension, 'Dimension', `SpreadsheetApp.Range.${method}`) === 'ROWS' ? 'row' : 'column';

function typeOf(
  how: EnumValue | { readonly contentsOnly?: boolean; readonly formatOnly?: boolean } | undefined,
): string {
  if (!how) return 'PASTE_NORMAL';
  if ('contentsOnly' in how || 'formatOnly' in how)
    return how.contentsOnly ? 'PASTE_VALUES' : how.formatOnly ? 'PASTE_FORMAT' : 'PASTE_NORMAL';
  return enumArgument(how, 'CopyPasteType', 'SpreadsheetApp.Range.copyTo');
}
