import { isId } from '../domain/ids';
import { type CellValue, sameCell } from './codec';
import { fieldIn } from './edit-notes';
import type { Memory } from './memory';
import type { Stroke } from './own-row';
import type { Kept, RecordRows } from './record-rows';
import { cellFor } from './row-change';
import { fieldOf, type Name } from './row-values';

/** A row of the tab as it stands now. */
export type Line = { readonly number: number; readonly cells: readonly CellValue[] };

/** A cell of another row that holds what was meant for ours. */
export type Hit<R> = {
  readonly line: Line;
  readonly column: number;
  /** Null where the column has no header. */
  readonly name: Name<R> | null;
  /** What stood there before; undefined: nobody knows. */
  readonly was: CellValue | undefined;
};

/** More rows than that hold a value by chance. */
const MANY = 50;

/**
 * What our pen left in other rows, of what is not in ours: in the row that came into its place, else wherever a cell holds
 * what was meant for ours and another value is remembered.
 */
export function hitsIn<R extends Kept>(
  rows: RecordRows<R>,
  memory: Memory,
  written: number,
  strokes: readonly Stroke<R>[],
  lines: readonly Line[],
): readonly Hit<R>[] {
  const near = lines.filter(({ number }) => number === written);
  return strokes.flatMap((stroke) => {
    const there = near.flatMap((line) => hitIn(rows, memory, strokes, stroke, line, lines, true));
    if (there.length > 0 || stroke.cell === '') return there;
    const holding = lines.filter(({ cells }) =>
      placesOf(stroke).some((one) => sameCell(cells[one - 1] ?? '', stroke.cell)),
    );
    return holding.length > MANY
      ? []
      : holding.flatMap((line) => hitIn(rows, memory, strokes, stroke, line, lines, false));
  });
}

const placesOf = <R>({ column, now }: Stroke<R>): readonly number[] =>
  [...new Set([column, now])].filter((one) => one > 0);

/** `isLikely`: also where nobody knows what stood there. */
function hitIn<R extends Kept>(
  rows: RecordRows<R>,
  memory: Memory,
  strokes: readonly Stroke<R>[],
  stroke: Stroke<R>,
  line: Line,
  lines: readonly Line[],
  isLikely: boolean,
): readonly Hit<R>[] {
  const holds = (one: Stroke<R>, column: number) => sameCell(line.cells[column - 1] ?? '', one.cell);
  return placesOf(stroke).flatMap((column) => {
    if (!holds(stroke, column)) return [];
    const name = fieldIn(rows, column);
    const held = new Set(strokes.flatMap((one) => placesOf(one).filter((place) => holds(one, place))));
    const was = name === null ? '' : remembered(rows, memory, line, held, isShared(rows, line, lines))(name, column);
    const isHit = was === undefined ? isLikely : !sameCell(was, stroke.cell);
    return isHit ? [{ line, column, name, was }] : [];
  });
}

/** Whether somebody copied the row, so that what is remembered may be of the other one. */
const isShared = <R extends Kept>(rows: RecordRows<R>, line: Line, lines: readonly Line[]): boolean =>
  lines.some((one) => one !== line && idIn(rows, one) === idIn(rows, line));

export const idIn = <R extends Kept>(rows: RecordRows<R>, { cells }: Line): string =>
  String(cells[rows.columnOf('id') - 1] ?? '');

/** Blank where the row holds nothing but what we wrote; of a record what is remembered of it. */
function remembered<R extends Kept>(
  rows: RecordRows<R>,
  memory: Memory,
  line: Line,
  held: ReadonlySet<number>,
  isCopied: boolean,
): (name: Name<R>, column: number) => CellValue | undefined {
  const { number, cells } = line;
  if (cells.every((cell, index) => cell === '' || held.has(index + 1))) return () => '';
  const id = idIn(rows, line);
  const known = isId(rows.of.kind, id) ? (memory.lastKnown(rows.of.kind, id) as R | null) : null;
  const knownIn = (name: Name<R>, column: number) => {
    const value = known ? fieldOf(known, name) : undefined;
    return value === undefined ? undefined : cellFor(rows, name, value, number, column);
  };
  const isSame = (name: Name<R>, column: number) =>
    held.has(column) || sameCell(knownIn(name, column) ?? '', cells[column - 1] ?? '');
  const isOther = isCopied && ![...rows.layout.columns].every(([name, column]) => isSame(name, column));
  return isOther ? () => undefined : knownIn;
}
