import { isId } from '../domain/ids';
import type { History } from './history';
import type { RecordRows } from './record-rows';
import type { Kept } from './tab-columns';
import type { TabLines } from './tab-lines';

/**
 * The old ids of rows that were records before somebody emptied the cell: by the moment of their creation, which History knows
 * too. Where several of one moment are gone, nobody can tell them apart. Costs nothing for rows without such a date.
 */
export function lostIds<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  { top, lines }: TabLines,
  numbers: readonly number[],
): ReadonlyMap<number, string> {
  const { kind } = rows.of;
  const moments = new Map<number, number[]>();
  for (const row of numbers) {
    const { createdAt } = rows.rowOf(row, lines[row - top]!, []).found.record;
    if (createdAt !== null) moments.set(secondOf(createdAt), [...(moments.get(secondOf(createdAt)) ?? []), row]);
  }
  if (moments.size === 0) return new Map();
  const id = rows.columnOf('id') - 1;
  const there = new Set(lines.map((line) => String(line[id])));
  const gone = new Map<number, Set<string>>();
  for (const created of history.past.creations()) {
    const second = secondOf(created.at);
    if (!moments.has(second) || !isId(kind, created.id) || there.has(created.id)) continue;
    gone.set(second, (gone.get(second) ?? new Set()).add(created.id));
  }
  return new Map(
    [...moments].flatMap(([second, own]) => {
      const [only, ...others] = [...(gone.get(second) ?? [])];
      return only !== undefined && others.length === 0 && own.length === 1 ? [[own[0]!, only] as const] : [];
    }),
  );
}

/** Cells keep moments to the second. */
const secondOf = (instant: number): number => Math.floor(instant / 1000);
