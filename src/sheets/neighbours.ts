/** Rows that stand next to each other. */
export type Neighbours = { readonly first: number; readonly count: number };

/** Row numbers as runs of neighbours, from above. */
export function neighbours(numbers: readonly number[]): readonly Neighbours[] {
  const runs: { first: number; count: number }[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && last.first + last.count === number) last.count++;
    else runs.push({ first: number, count: 1 });
  }
  return runs;
}
