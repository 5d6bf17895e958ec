import { isAnyId } from '../domain/ids';
import { type CellValue, holdsWritten, sameCell } from './codec';
import { type By, copiedFrom, type Line } from './matched-lines';
import type { RecordRows } from './record-rows';
import type { Kept } from './tab-columns';

/** A line that came in since the tab was read. */
export type Fresh = {
  /** What it held: of a copy what it was copied from holds; undefined: nobody has read it. */
  readonly was: Line | undefined;
  /** Our pen came down on it. */
  readonly isHit: boolean;
  /** And it holds something else besides. */
  readonly isTheirs: boolean;
};

/** Nobody types these: moments to the second, ids, and what a record remembers of itself. */
export const isUnmistakable = (cell: CellValue): boolean =>
  typeof cell === 'object' || (typeof cell === 'string' && (cell.startsWith('{') || isAnyId(cell)));

/**
 * Lines that came in while we wrote. What our pen left there says so by itself; a stage or a status that we wrote somewhere
 * stands in many rows. `ours`: what was written, by column.
 */
export function freshLines<R extends Kept>(
  rows: RecordRows<R>,
  seen: readonly Line[],
  ours: ReadonlyMap<number, readonly CellValue[]>,
  by: By,
): (line: Line) => Fresh {
  // Only where there are any: to prepare it takes as long as all the rest.
  let originOf: ReturnType<typeof copiedFrom> | null = null;
  return (line) => {
    originOf ??= copiedFrom(seen, by);
    const was = originOf(line);
    const isTheirs = by.telling.some((column) => (line[column - 1] ?? '') !== '');
    const isPenned = ([column, written]: readonly [number, readonly CellValue[]]) => {
      const there = line[column - 1] ?? '';
      const isOurs = written.some((cell) => isUnmistakable(cell) && holdsWritten(there, cell, rows.calendar));
      return isOurs && !(was && sameCell(there, was[column - 1] ?? ''));
    };
    return { was, isTheirs, isHit: (!was && !isTheirs) || [...ours].some(isPenned) };
  };
}
