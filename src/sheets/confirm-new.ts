import type { Found } from '../domain/crm';
import { CrmError } from '../domain/errors';
import { isId } from '../domain/ids';
import type { CellValue } from './codec';
import type { History } from './history';
import type { Layout } from './layout';
import type { Memory } from './memory';
import { columnsMoved, haveMoved } from './moved-columns';
import { type Fresh, writeNew } from './new-rows';
import { restoreOverwritten } from './overwritten-rows';
import type { Kept, RecordRows } from './record-rows';
import type { Room } from './room';
import { valuesAt } from './values-at';

/**
 * Looks again at new rows. No lock holds people: where somebody moved rows between our last look and the commit, other
 * records may have stood under our pen. Those that are remembered get rows again; else the user is told at once, while
 * Ctrl+Z still helps. Throws `CONFLICT`.
 */
export function confirmNew<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  memory: Memory,
  { first, above }: Room,
  fresh: Fresh<R>,
): Found<R> | null {
  const { sheet, of, layout } = rows;
  const ids = fresh.records.map((record) => record.id);
  const there = valuesAt(sheet, first - 1, ids.length + 1, layout.width);
  const id = rows.columnOf('id') - 1;
  if (there[0] && columnsHaveMoved(rows, above, there[0]))
    return rewrite(rows, history, layout, { first, above }, fresh);
  const expected = [String(above[id]), ...ids];
  if (there.length === expected.length && there.every((cells, index) => String(cells[id]) === expected[index]))
    return ids.length === 1 ? rows.rowOf(first, there[1]!, []).found : null;
  const present = idsNow(rows);
  // As many others as there were rows between the header and ours: none stood under the pen, and the rows moved later.
  const others = present.size - ids.filter((one) => present.has(one)).length;
  if (ids.every((one) => present.has(one)) && others >= first - 1 - layout.headerRow) return null;
  const lacking = first - 1 - layout.headerRow - others;
  if (restoreOverwritten(rows, history, memory, { present, lacking }, fresh)) return null;
  const what = ids.length > 1 ? `${ids.length} ${of.noun}s` : `the ${of.noun}`;
  throw new CrmError(
    'CONFLICT',
    `Somebody moved rows of “${sheet.getName()}” in the moment in which ${what} went in. Look at it now: if a row is missing, press Ctrl+Z in the grid and try again.`,
  );
}

/** Not where the header is what stood under the pen: then it is rows that moved. */
function columnsHaveMoved<R extends Kept>(
  rows: RecordRows<R>,
  above: readonly CellValue[],
  now: readonly CellValue[],
): boolean {
  try {
    return haveMoved(rows, above, now);
  } catch {
    return false;
  }
}

/** None where the header is what stood under the pen. */
function idsNow<R extends Kept>(rows: RecordRows<R>): ReadonlySet<string> {
  try {
    return new Set([...rows.rowNumbers().keys()].filter((id) => isId(rows.of.kind, id)));
  } catch {
    return new Set();
  }
}

/** Columns moved under the pen: the new rows hold nothing but what we wrote, so they are emptied there and written anew. */
function rewrite<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  before: Layout<R>,
  { first, above }: Pick<Room, 'first' | 'above'>,
  fresh: Fresh<R>,
): Found<R> | null {
  const { sheet, layout } = rows;
  const [now = []] = sheet.getRange(first - 1, 1, 1, layout.width).getValues();
  const oldId = String(above[(before.columns.get('id') ?? 0) - 1]);
  if (String(now[rows.columnOf('id') - 1]) !== oldId) throw columnsMoved(rows, first);
  const staying = new Set(
    [...layout.columns].filter(([name, column]) => before.columns.get(name) === column).map(([, column]) => column),
  );
  const left = [...before.columns.values()].filter((column) => !staying.has(column) && column <= sheet.getMaxColumns());
  const cells = left.map((column) => sheet.getRange(first, column, fresh.records.length, 1).getA1Notation());
  if (cells.length > 0) sheet.getRangeList(cells).clearContent();
  writeNew(rows, null, first, fresh);
  history.commit();
  const numbers = rows.rowNumbers();
  if (!fresh.records.every(({ id }) => numbers.has(id))) throw columnsMoved(rows, first);
  const [only] = fresh.records;
  return fresh.records.length === 1 && only ? rows.getRow(only.id).found : null;
}
