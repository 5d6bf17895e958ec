import type { LeadLine, OpportunityLine } from '../../src/contract/contract';
import type { ActivitySort } from '../../src/domain/activity-filter';
import { nameOfLead } from '../../src/domain/lead';

export const DEAL_SORTS = ['newest', 'name', 'value', 'close', 'changed'] as const;
export const LEAD_SORTS = ['newest', 'name', 'status', 'changed'] as const;

export type Sort = (typeof DEAL_SORTS)[number] | (typeof LEAD_SORTS)[number] | ActivitySort;

/** How many records a chip stands for, and what they are worth: never added across currencies. */
export type Tally = { readonly count: number; readonly sums: ReadonlyMap<string, number> };

export const NOTHING: Tally = { count: 0, sums: new Map() };

/** Counts lines by a key, in one pass. `''` is the key of them all. */
export function tallyBy<Line>(
  lines: readonly Line[],
  keyOf: (line: Line) => string,
  worthOf: (line: Line) => { readonly value: number | null; readonly currency: string } | null = () => null,
): ReadonlyMap<string, Tally> {
  const tallies = new Map([['', { count: 0, sums: new Map<string, number>() }]]);
  for (const line of lines) {
    const worth = worthOf(line);
    // Those without a key are among all of them only.
    for (const key of new Set(['', keyOf(line)])) {
      const tally = tallies.get(key) ?? { count: 0, sums: new Map() };
      tallies.set(key, tally);
      tally.count++;
      if (worth?.value != null) tally.sums.set(worth.currency, (tally.sums.get(worth.currency) ?? 0) + worth.value);
    }
  }
  return tallies;
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

type Dated = Pick<LeadLine, 'createdAt'>;
type Compare<Line> = (a: Line, b: Line) => number;

/** The larger first, nothing last. Not a difference: that of two infinities is no number. */
const falling =
  <Line>(of: (line: Line) => number | null): Compare<Line> =>
  (a, b) => {
    const [x, y] = [of(a) ?? Number.NEGATIVE_INFINITY, of(b) ?? Number.NEGATIVE_INFINITY];
    return x === y ? 0 : y > x ? 1 : -1;
  };

/** Equals come in the order of the sheet from below, because new rows go in there, and before that by the day they were added. */
function sorted<Line extends Dated>(lines: readonly Line[], compare: Compare<Line> | null): readonly Line[] {
  const list = [...lines].reverse().sort(falling((line) => line.createdAt));
  // Array.sort keeps the order of equals: the newest of them stays first.
  return compare ? list.sort(compare) : list;
}

/** `isOpen`: the days of deals that still can be won count from the first, those of all others from the last. */
export function sortDeals(
  lines: readonly OpportunityLine[],
  sort: Sort,
  isOpen: (line: OpportunityLine) => boolean = () => true,
): readonly OpportunityLine[] {
  const dayOf = (line: OpportunityLine) => {
    const day = line.expectedClose === null ? null : Date.parse(line.expectedClose);
    // Open deals first, the next one on top; then those without a day; then what is closed, the last one on top.
    if (!isOpen(line)) return day === null ? null : day - 1e15;
    return day === null ? 0 : 1e15 - day;
  };
  const days = sort === 'close' ? new Map(lines.map((line) => [line, dayOf(line)])) : null;
  return sorted(
    lines,
    {
      name: (a: OpportunityLine, b: OpportunityLine) => collator.compare(a.title, b.title),
      value: falling<OpportunityLine>(({ value }) => value),
      close: falling<OpportunityLine>((line) => days?.get(line) ?? null),
      changed: falling<OpportunityLine>(({ updatedAt }) => updatedAt),
    }[sort as 'name'] ?? null,
  );
}

/** `statuses`: in the order in which Settings lists them. */
export function sortLeads(
  lines: readonly LeadLine[],
  sort: Sort,
  statuses: readonly string[] = [],
): readonly LeadLine[] {
  const places = new Map(statuses.map((status, place) => [status, -place]));
  const compare = {
    name: (a: LeadLine, b: LeadLine) => collator.compare(nameOfLead(a), nameOfLead(b)),
    status: falling<LeadLine>(({ status }) => places.get(status) ?? null),
    changed: falling<LeadLine>(({ updatedAt }) => updatedAt),
  }[sort as 'name'];
  return sorted(lines, compare ?? null);
}
