import type { Found } from '../domain/crm';
import type { Noticed } from '../domain/grid';
import { isId } from '../domain/ids';
import { formulasOf } from './adopted-rows';
import { writeChecked } from './checked-writing';
import type { History } from './history';
import { lineOf, shown } from './history-lines';
import { first100, type Placed } from './placed-cells';
import type { RecordRows } from './record-rows';
import { standing } from './standing';
import type { Kept } from './tab-columns';
import type { TabLines } from './tab-lines';

type Seen<R> = { readonly row: number; readonly found: Found<R>; readonly noticed: Noticed<R> };

/** All rows, changed by whoever it was. */
const EVERYBODY = { first: 0, last: Number.POSITIVE_INFINITY, who: '' };

/** Logs what people changed in the rows, and renews what the rows remember; answers with the number of changes. */
export function noteNoticed<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  seen: TabLines,
  notice: (found: Found<R>) => Noticed<R> | null,
  only: { readonly first: number; readonly last: number; readonly who: string } = EVERYBODY,
): number {
  const recorded = 'recorded' as keyof R & string;
  const all = noticedIn(rows, seen, notice, only);
  const now = first100(all.map(({ row }) => row));
  const some = all.filter(({ row }) => now.has(row));
  const cells = cellsOf(rows, some);
  const note = (ones: readonly Seen<R>[]) => {
    for (const one of ones) noteLines(rows, history, one, only.who);
  };
  try {
    writeChecked(rows, seen, cells);
  } catch (error) {
    const there = standing(rows, recorded);
    note(some.filter(({ noticed: { next } }) => !there || there.has(String(next[recorded]))));
    throw error;
  }
  note(some);
  return some.reduce((sum, { noticed: { changed } }) => sum + changed.length, 0);
}

/** What the CRM keeps up of a record that was changed in the grid. Formulas and what a field cannot read stay. */
function cellsOf<R extends Kept>(rows: RecordRows<R>, seen: readonly Seen<R>[]): readonly Placed[] {
  const kept = seen.flatMap(({ row, found, noticed: { next } }) =>
    keptUp(rows, found, next).map((name) => ({ row, column: rows.columnOf(name), cell: rows.encoded(next, name) })),
  );
  const recorded = rows.columnOf('recorded' as keyof R & string);
  if (kept.every(({ column }) => column === recorded)) return kept;
  const formulas = formulasOf(
    rows,
    seen.map(({ row }) => row),
  );
  return kept.filter(({ row, column }) => formulas(row, column) === '');
}

const keptUp = <R extends Kept>(
  rows: RecordRows<R>,
  { record, odd }: Found<R>,
  next: R,
): readonly (keyof R & string)[] =>
  rows.names.filter((name) => next[name] !== record[name] && !(name in odd) && rows.layout.columns.has(name));

export function noticedIn<R extends Kept>(
  rows: RecordRows<R>,
  { lines, top }: TabLines,
  notice: (found: Found<R>) => Noticed<R> | null,
  only: { readonly first: number; readonly last: number } = EVERYBODY,
): readonly Seen<R>[] {
  const id = rows.columnOf('id') - 1;
  return lines.flatMap((line, index) => {
    const isAsked = top + index >= only.first && top + index <= only.last;
    if (!isAsked || !isId(rows.of.kind, String(line[id]))) return [];
    const { found } = rows.rowOf(top + index, line, []);
    const noticed = notice(found);
    if (!noticed) return [];
    // A column that is gone is no change of the deal.
    const changed = noticed.changed.filter(({ field }) => rows.layout.columns.has(field));
    if (changed.length === 0 && noticed.changed.length > 0) return [];
    return [{ row: top + index, found, noticed: { ...noticed, changed } }];
  });
}

function noteLines<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  { found, noticed: { changed, next } }: Seen<R>,
  who: string,
): void {
  const dates = keptUp(rows, found, next).filter((name) => rows.kind(name) === 'instant');
  const dated = dates.map((field) => ({ field, before: found.record[field] as null, after: next[field] as null }));
  for (const { field, before, after } of [...changed, ...dated]) {
    history.note({
      ...lineOf(rows, found.record.id, field),
      before: shown(rows, field, before),
      after: shown(rows, field, after),
      data: { before, after },
      how: 'grid',
      who,
    });
  }
}
