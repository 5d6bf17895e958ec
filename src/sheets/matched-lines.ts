import { type CellValue, sameCell } from './codec';

export type Line = readonly CellValue[];

/** The columns that tell lines apart. */
export type By = { readonly id: number; readonly telling: readonly number[] };

const restOf = (line: Line, telling: readonly number[]) => telling.map((column) => line[column - 1] ?? '');

/** More rows than this are not edited in one moment; comparing each with each would take too long. */
const MANY = 200;

/**
 * Which line of `wanted` each line of `now` is, by what stands in the `telling` columns, which nobody wrote: rows that
 * moved, of which some may have got what was meant for another. The id tells among lines that are alike.
 */
export function matchLines(
  wanted: readonly Line[],
  now: readonly Line[],
  { id, telling }: By,
): ReadonlyMap<number, number> {
  const rest = (line: Line) => restOf(line, telling);
  const keyOf = (line: Line) => JSON.stringify(rest(line));
  const free = new Map<string, number[]>();
  wanted.forEach((line, index) => {
    const known = free.get(keyOf(line));
    if (known) known.push(index);
    else free.set(keyOf(line), [index]);
  });
  const matched = new Map<number, number>();
  const match = (index: number, candidates: number[], one: number) => {
    matched.set(index, one);
    candidates.splice(candidates.indexOf(one), 1);
  };
  now.forEach((line, index) => {
    const candidates = free.get(keyOf(line)) ?? [];
    const same = candidates.find((one) => sameCell(wanted[one]![id - 1]!, line[id - 1]!));
    if (same !== undefined) match(index, candidates, same);
  });
  now.forEach((line, index) => {
    const candidates = free.get(keyOf(line)) ?? [];
    if (!matched.has(index) && candidates.length > 0) match(index, candidates, candidates[0]!);
  });
  // What somebody edited in that very moment is still much like it was; what is just like another is a copy of that.
  const left = [...free.values()].flat();
  if (left.length > MANY) return matched;
  now.forEach((line, index) => {
    if (matched.has(index) || free.has(keyOf(line)) || rest(line).every((cell) => cell === '')) return;
    const likeness = (one: number) => alike(rest(wanted[one]!), rest(line));
    const best = [...left].sort((a, b) => likeness(b) - likeness(a))[0];
    if (best !== undefined && likeness(best) >= 0.5) match(index, left, best);
  });
  return matched;
}

/** Which line that was read one that came in since is a copy of: by its id, or else by what stands in the `telling` columns. */
export function copiedFrom(seen: readonly Line[], { id, telling }: By): (line: Line) => Line | undefined {
  const keyOf = (line: Line) => JSON.stringify(restOf(line, telling));
  const byId = new Map(seen.map((line) => [String(line[id - 1]), line]));
  const byKey = new Map(seen.map((line) => [keyOf(line), line]));
  byId.delete('');
  byKey.delete(keyOf([]));
  return (line) => byId.get(String(line[id - 1])) ?? byKey.get(keyOf(line));
}

/** The share of the filled cells of a line that stand in another too. */
function alike(a: Line, b: Line): number {
  const filled = a.flatMap((cell, index) => (cell === '' ? [] : [index]));
  return filled.filter((index) => sameCell(a[index]!, b[index]!)).length / Math.max(1, filled.length);
}
