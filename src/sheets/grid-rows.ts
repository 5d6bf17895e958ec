import type { Found, NamedRow } from '../domain/crm';
import type { LookedOver, Noticed } from '../domain/grid';
import { isId } from '../domain/ids';
import { noteNoticed } from './noticed-rows';
import type { RecordRows } from './record-rows';
import { sharedIds } from './shared-ids';
import type { Desk } from './sheet-table';
import type { Kept } from './tab-columns';
import { readLines, type TabLines } from './tab-lines';
import { nameIn, waitingRows } from './waiting-rows';

/** Looks what people did to the rows of a tab by hand; what `notice` says of a record goes into History. */
export function lookOver<R extends Kept>(
  rows: RecordRows<R>,
  desk: Desk,
  notice: ((found: Found<R>) => Noticed<R> | null) | null,
): LookedOver {
  // Nothing to hold the records against.
  const recorded = (rows.of.optional as readonly string[]).includes('recorded')
    ? ('recorded' as keyof R & string)
    : null;
  const judge = recorded && rows.layout.columns.has(recorded) ? notice : null;
  const seen = readLines(rows, judge ? undefined : ['id', ...rows.of.named]);
  const names = namesIn(rows, seen);
  const twice = shared(rows, seen);
  // Until the user has said which row keeps an id, nobody knows whose changes these are.
  const isSure = (found: Found<R>) => !twice.has(found.record.id);
  return {
    waiting: waitingIn(rows, seen).map((index) => ({ row: seen.top + index, name: names(index) })),
    twice: sharedIds(rows, desk, twice, judge),
    logged: judge ? noteNoticed(rows, desk.history, seen, (found) => (isSure(found) ? judge(found) : null)) : 0,
  };
}

/** The indexes of the lines that wait for an id. */
export function waitingIn<R extends Kept>(rows: RecordRows<R>, { lines, left }: TabLines): readonly number[] {
  const named = namedColumns(rows, left);
  return waitingRows(lines, { kind: rows.of.kind, id: rows.columnOf('id') - left + 1, named }, 0);
}

/** What people call the record in a line. */
export function namesIn<R extends Kept>(rows: RecordRows<R>, { lines, left }: TabLines): (index: number) => string {
  const named = namedColumns(rows, left);
  return (index) => nameIn(lines[index]!, named);
}

function namedColumns<R extends Kept>({ of, layout }: RecordRows<R>, left: number): readonly number[] {
  return of.named.flatMap((name) => {
    const column = layout.columns.get(name);
    return column === undefined ? [] : [column - left + 1];
  });
}

/** Ids that stand in several rows, with these rows. */
export function shared<R extends Kept>(rows: RecordRows<R>, seen: TabLines): ReadonlyMap<string, readonly NamedRow[]> {
  const column = rows.columnOf('id') - seen.left;
  const name = namesIn(rows, seen);
  const byId = new Map<string, NamedRow[]>();
  seen.lines.forEach((line, index) => {
    const id = String(line[column] ?? '');
    if (!isId(rows.of.kind, id)) return;
    const known = byId.get(id) ?? [];
    known.push({ row: seen.top + index, name: name(index) });
    byId.set(id, known);
  });
  return new Map([...byId].filter(([, found]) => found.length > 1));
}
