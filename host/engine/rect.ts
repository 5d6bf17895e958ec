/** A block of cells by zero-based position. `rows` and `columns` are at least 1. */
export type Rect = { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };

export type Axis = 'row' | 'column';

/** Rows or columns put in, taken out or moved: everything that is tied to a place must follow. */
export type Shift =
  | { readonly kind: 'insert'; readonly axis: Axis; readonly at: number; readonly count: number }
  | { readonly kind: 'delete'; readonly axis: Axis; readonly at: number; readonly count: number }
  | { readonly kind: 'move'; readonly axis: Axis; readonly at: number; readonly count: number; readonly to: number };

export const rectOf = (row: number, column: number, rows = 1, columns = 1): Rect => ({ row, column, rows, columns });

export const bottomOf = (rect: Rect): number => rect.row + rect.rows - 1;
export const rightOf = (rect: Rect): number => rect.column + rect.columns - 1;

export const contains = (rect: Rect, row: number, column: number): boolean =>
  row >= rect.row && row <= bottomOf(rect) && column >= rect.column && column <= rightOf(rect);

export const overlaps = (a: Rect, b: Rect): boolean =>
  a.row <= bottomOf(b) && b.row <= bottomOf(a) && a.column <= rightOf(b) && b.column <= rightOf(a);

/** Where a line (row or column) is after the shift, or null when it was deleted. */
export function shiftLine(line: number, shift: Shift): number | null {
  const { at, count } = shift;
  if (shift.kind === 'insert') return line >= at ? line + count : line;
  if (shift.kind === 'delete') return line < at ? line : line < at + count ? null : line - count;
  const target = shift.to > at ? shift.to - count : shift.to;
  if (line >= at && line < at + count) return target + (line - at);
  const without = line >= at + count ? line - count : line;
  return without >= target ? without + count : without;
}

/**
 * Where a span of lines is after the shift, or null when all of it was deleted. A span grows when lines are put inside
 * it; of a moved span the ends decide, as Sheets does for references.
 */
export function shiftSpan(first: number, last: number, shift: Shift): { first: number; last: number } | null {
  if (shift.kind === 'delete') {
    const end = shift.at + shift.count;
    const newFirst = first < shift.at ? first : first < end ? shift.at : first - shift.count;
    const newLast = last < shift.at ? last : last < end ? shift.at - 1 : last - shift.count;
    return newLast < newFirst ? null : { first: newFirst, last: newLast };
  }
  const a = shiftLine(first, shift) ?? first;
  const b = shiftLine(last, shift) ?? last;
  return a <= b ? { first: a, last: b } : { first: b, last: a };
}

export function shiftRect(rect: Rect, shift: Shift): Rect | null {
  if (shift.axis === 'row') {
    const span = shiftSpan(rect.row, bottomOf(rect), shift);
    return span && { ...rect, row: span.first, rows: span.last - span.first + 1 };
  }
  const span = shiftSpan(rect.column, rightOf(rect), shift);
  return span && { ...rect, column: span.first, columns: span.last - span.first + 1 };
}

/** The shift that takes everything back to where it was. */
export function inverseShift(shift: Shift): Shift {
  if (shift.kind === 'insert') return { ...shift, kind: 'delete' };
  if (shift.kind === 'delete') return { ...shift, kind: 'insert' };
  const target = shift.to > shift.at ? shift.to - shift.count : shift.to;
  return { ...shift, at: target, to: shift.to > shift.at ? shift.at : shift.at + shift.count };
}
