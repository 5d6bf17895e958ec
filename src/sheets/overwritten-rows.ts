import { isOwnName } from '../domain/own-fields';
import type { History } from './history';
import type { Memory } from './memory';
import { type Fresh, writeNew } from './new-rows';
import type { Kept, RecordRows } from './record-rows';
import { lookForRoom, makeRoom } from './room';
import type { Name } from './row-values';

/**
 * Gives records that new rows were written over their rows again, as they were last known, and the new ones that are
 * missing theirs. False where that is not certain: then people have to look. `lacking`: how many rows fewer there are than
 * stood above the new ones; what was deleted before is missing too, and must not come back.
 */
export function restoreOverwritten<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  memory: Memory,
  { present, lacking }: { readonly present: ReadonlySet<string>; readonly lacking: number },
  fresh: Fresh<R>,
): boolean {
  const known = memory.allKnown(rows.of.kind) as readonly R[] | null;
  if (!known) return false;
  const lost = known.filter(({ id }) => !present.has(id));
  const missing = fresh.records.filter(({ id }) => !present.has(id));
  const back = [...lost, ...missing];
  if (lost.length !== lacking || back.length === 0) return false;
  // Nobody remembers the longest texts.
  if (lost.some((record) => rows.names.some((name) => record[name] === undefined))) return false;
  const looked = lookForRoom(rows, back.length);
  const room = looked && (looked.isFree ? looked : makeRoom(rows, looked, back.length));
  if (!room) return false;
  const own = [...rows.layout.own.keys()] as Name<R>[];
  const filledIn = [...fresh.filledIn.filter((name) => !isOwnName(name as string)), ...own];
  writeNew(rows, null, room.first, { records: back, filledIn });
  for (const { id } of lost)
    history.note({ kind: rows.of.kind, id, field: '(restored)', before: '', after: '', data: {}, how: 'repair' });
  history.commit();
  const numbers = rows.rowNumbers();
  return back.every(({ id }) => numbers.has(id));
}
