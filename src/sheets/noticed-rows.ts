import type { Found } from '../domain/crm';
import type { Field } from '../domain/fields';
import type { Noticed } from '../domain/grid';
import { isId } from '../domain/ids';
import { writeChecked } from './checked-writing';
import type { History } from './history';
import { first100 } from './placed-cells';
import type { Kept, Name, RecordRows } from './record-rows';
import { shownValue } from './shown-value';
import { standing } from './standing';
import type { TabLines } from './tab-lines';

type Seen<R> = { readonly row: number; readonly found: Found<R>; readonly noticed: Noticed<R> };

/** Logs what people changed in the rows, and renews what the rows remember; answers with the number of changes. */
export function noteNoticed<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  seen: TabLines,
  notice: (found: Found<R>) => Noticed<R> | null,
  who = '',
): number {
  const recorded = 'recorded' as Name<R>;
  const all = noticedIn(rows, seen, notice);
  const now = first100(all.map(({ row }) => row));
  const some = all.filter(({ row }) => now.has(row));
  const column = rows.columnOf(recorded);
  const cells = some.map(({ row, noticed: { next } }) => ({ row, column, cell: rows.encoded(next, recorded) }));
  const note = (ones: readonly Seen<R>[]) => {
    for (const one of ones) noteLines(rows, history, one, who);
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

export function noticedIn<R extends Kept>(
  rows: RecordRows<R>,
  { lines, top }: TabLines,
  notice: (found: Found<R>) => Noticed<R> | null,
): readonly Seen<R>[] {
  const id = rows.columnOf('id') - 1;
  return lines.flatMap((line, index) => {
    if (!isId(rows.of.kind, String(line[id]))) return [];
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
  { found, noticed: { changed } }: Seen<R>,
  who: string,
): void {
  for (const { field, before, after } of changed) {
    const { header, kind } = rows.of.fields[field] as Field;
    history.note({
      kind: rows.of.kind,
      id: found.record.id,
      field: header,
      before: shownValue(kind, before),
      after: shownValue(kind, after),
      data: { before, after },
      how: 'grid',
      who,
    });
  }
}
