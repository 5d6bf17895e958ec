import type { LeadLine, OpportunityLine } from '../../src/contract/contract';
import { nameOfLead } from '../../src/domain/lead';

export type Sort = 'newest' | 'name' | 'value';

/** How often each key comes. */
export function countBy<Line>(lines: readonly Line[], keyOf: (line: Line) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const key = keyOf(line);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/** Lines without a date come last; equals in the order of the sheet from below, because new rows go in there. */
function sorted<Line extends Pick<LeadLine, 'createdAt'>>(
  lines: readonly Line[],
  sort: Sort,
  nameOf: (line: Line) => string,
  amountOf: (line: Line) => number,
) {
  const age = ({ createdAt }: Line) => createdAt ?? Number.NEGATIVE_INFINITY;
  // Array.sort keeps the order of equals: the newest of them stays first.
  const list = [...lines].reverse().sort((a, b) => (age(a) === age(b) ? 0 : age(b) - age(a)));
  if (sort === 'name') list.sort((a, b) => collator.compare(nameOf(a), nameOf(b)));
  if (sort === 'value') list.sort((a, b) => amountOf(b) - amountOf(a));
  return list;
}

export const sortDeals = (lines: readonly OpportunityLine[], sort: Sort): readonly OpportunityLine[] =>
  sorted(
    lines,
    sort,
    (line) => line.title,
    (line) => line.value ?? Number.NEGATIVE_INFINITY,
  );

export const sortLeads = (lines: readonly LeadLine[], sort: Sort): readonly LeadLine[] =>
  sorted(lines, sort, nameOfLead, () => 0);
