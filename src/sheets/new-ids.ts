import { CrmError } from '../domain/errors';
import type { ShownRow } from '../domain/grid';
import { isId, newId } from '../domain/ids';
import { say } from '../texts/say';
import { writeChecked } from './checked-writing';
import { namesIn, shared } from './grid-rows';
import type { History } from './history';
import type { Placed } from './placed-cells';
import type { RecordRows } from './record-rows';
import { standing } from './standing';
import type { Kept } from './tab-columns';
import { readLines, type TabLines } from './tab-lines';

/**
 * Gives all rows with an id a new one but for the row that keeps it; answers with their number. Throws `CONFLICT` where the
 * rows are not as they were shown, `INVALID` where none or several are to keep the id.
 */
export function giveNewIds<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  { id, shown, renew }: { readonly id: string; readonly shown: readonly ShownRow[]; readonly renew: (record: R) => R },
): number {
  if (shown.filter(({ keeps }) => keeps).length !== 1) throw new CrmError('INVALID', say('ids.noneKeeps'));
  const seen = readLines(rows);
  const named = shared(rows, seen).get(id) ?? [];
  const isAsShown = shown.every(({ row, name }) => named.some((one) => one.row === row && one.name === name));
  if (!isAsShown || named.length !== shown.length) {
    if (isDone(rows, seen, id, shown)) return 0;
    throw new CrmError('CONFLICT', say('ids.notAsShown', { tab: rows.sheet.getName(), id }));
  }
  const others = shown.filter(({ keeps }) => !keeps);
  const fresh = others.map(() => newId(rows.of.kind, Math.random));
  const cells = others.flatMap(({ row }, index) => cellsOf(rows, seen, row, fresh[index]!, renew));
  refuseFormulas(rows, others);
  try {
    writeChecked(rows, seen, cells);
  } catch (error) {
    const there = standing(rows, 'id');
    for (const one of fresh) if (!there || there.has(one)) history.noteCreated(rows.of.kind, one);
    throw error;
  }
  for (const one of fresh) history.noteCreated(rows.of.kind, one);
  return others.length;
}

/** An earlier try of the same call got there. */
function isDone<R extends Kept>(rows: RecordRows<R>, seen: TabLines, id: string, shown: readonly ShownRow[]): boolean {
  const column = rows.columnOf('id') - 1;
  const nameOf = namesIn(rows, seen);
  return shown.every(({ row, name, keeps }) => {
    const own = String(seen.lines[row - seen.top]?.[column] ?? '');
    return isId(rows.of.kind, own) && (own === id) === keeps && nameOf(row - seen.top) === name;
  });
}

function cellsOf<R extends Kept>(
  rows: RecordRows<R>,
  seen: TabLines,
  row: number,
  id: string,
  renew: (record: R) => R,
): readonly Placed[] {
  const { record } = rows.rowOf(row, seen.lines[row - seen.top]!, []).found;
  const next = renew({ ...record, id });
  const changed = rows.names.filter((name) => next[name] !== record[name] && rows.layout.columns.has(name));
  return changed.map((name) => ({ row, column: rows.columnOf(name), cell: rows.encoded(next, name) }));
}

function refuseFormulas<R extends Kept>(rows: RecordRows<R>, shown: readonly ShownRow[]): void {
  const numbers = shown.map(({ row }) => row);
  const first = Math.min(...numbers);
  const height = Math.max(...numbers) - first + 1;
  const formulas = rows.sheet.getRange(first, rows.columnOf('id'), height, 1).getFormulas();
  const row = numbers.find((number) => formulas[number - first]?.[0]);
  if (row === undefined) return;
  throw new CrmError('INVALID', say('ids.formula', { row, tab: rows.sheet.getName() }));
}
