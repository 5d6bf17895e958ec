import type { Edit } from '../engine/edits';
import type { SpreadsheetFile } from '../engine/file';
import type { Merge } from '../engine/objects';
import { bottomOf, overlaps, type Rect, rightOf } from '../engine/rect';
import { type Block, blockOf, type CellValue } from '../engine/values';
import { fail } from './errors';

const PARTLY = 'You must select all cells in a merged range to merge or unmerge them.';

export const includes = (outer: Rect, inner: Rect): boolean =>
  outer.row <= inner.row &&
  outer.column <= inner.column &&
  bottomOf(outer) >= bottomOf(inner) &&
  rightOf(outer) >= rightOf(inner);

export const mergesIn = (file: SpreadsheetFile, sheet: number, rect: Rect): readonly Merge[] =>
  file.objects.merges.length === 0
    ? []
    : file.objects.merges.filter((merge) => merge.sheet === sheet && overlaps(merge.rect, rect));

/** The merges of the file without those in a block; a merge that only partly lies in it refuses. */
function freed(file: SpreadsheetFile, sheet: number, rect: Rect): readonly Merge[] {
  const inside = new Set(mergesIn(file, sheet, rect));
  if ([...inside].some((merge) => !includes(rect, merge.rect))) fail(PARTLY);
  return file.objects.merges.filter((merge) => !inside.has(merge));
}

/** Merges each of the blocks: the value in its corner stays, the others go. Source: reference "Range.merge". */
export function mergeEdits(file: SpreadsheetFile, sheet: number, whole: Rect, blocks: readonly Rect[]): Edit[] {
  const { grid, properties } = file.sheet(sheet)!;
  const others = freed(file, sheet, whole);
  const wide = blocks.filter(({ rows, columns }) => rows * columns > 1);
  for (const block of wide) {
    const { frozenRows, frozenColumns } = properties;
    if (block.row < frozenRows && bottomOf(block) >= frozenRows) fail("You can't merge frozen and non-frozen rows.");
    if (block.column < frozenColumns && rightOf(block) >= frozenColumns)
      fail("You can't merge frozen and non-frozen columns.");
  }
  const corners = wide.map(({ row, column, rows, columns }): Edit => {
    const values = blockOf<CellValue>(rows, columns, null);
    const formulas = blockOf<string | null>(rows, columns, null);
    values[0]![0] = grid.value(row, column);
    formulas[0]![0] = grid.formula(row, column);
    return { kind: 'cells', sheet, row, column, layers: { values, formulas } };
  });
  const merges = [...others, ...wide.map((rect) => ({ sheet, rect }))];
  return [...corners, { kind: 'objects', objects: { merges } }];
}

export const breakApartEdits = (file: SpreadsheetFile, sheet: number, rect: Rect): Edit[] =>
  mergesIn(file, sheet, rect).length === 0 ? [] : [{ kind: 'objects', objects: { merges: freed(file, sheet, rect) } }];

/** Contents that are written under a merge do not stay: only its corner holds any. */
export function withoutCovered<T>(
  merges: readonly Merge[],
  at: { readonly row: number; readonly column: number },
  block: Block<T>,
  blank: T,
): Block<T> {
  const covered = (row: number, column: number): boolean =>
    merges.some(
      ({ rect }) =>
        row >= rect.row &&
        row <= bottomOf(rect) &&
        column >= rect.column &&
        column <= rightOf(rect) &&
        (row !== rect.row || column !== rect.column),
    );
  return block.map((line, r) => line.map((cell, c) => (covered(at.row + r, at.column + c) ? blank : cell)));
}

/** Rows that hang together by a merge cannot be sorted apart. */
export function refuseSortOfMerged(file: SpreadsheetFile, sheet: number, rect: Rect): void {
  if (mergesIn(file, sheet, rect).length > 0) fail("You can't sort a range with merged cells. Unmerge them first.");
}
