import type { Found, NamedRow } from '../domain/crm';
import type { Noticed, SharedId } from '../domain/grid';
import type { History } from './history';
import { shown } from './history-lines';
import type { Kept, RecordRows } from './record-rows';
import { readLines, type TabLines } from './tab-lines';

/** What History last said of the fields of some records: by id, then by header. */
export type LastLogged = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Which row of each shared id is the last known record: the one that agrees most with what it remembers itself and with
 * what History last said of it. Where they agree alike, the upper one: people paste below. Costs nothing where no id is shared.
 */
export function sharedIds<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  shared: ReadonlyMap<string, readonly NamedRow[]>,
  notice: ((found: Found<R>) => Noticed<R> | null) | null,
): readonly SharedId[] {
  if (shared.size === 0) return [];
  const seen = readLines(rows);
  const logged = history.lastLogged([...shared.keys()]);
  return [...shared].map(([id, named]) => {
    const scores = named.map(({ row }) => agreement(rows, seen, row, logged.get(id), notice));
    const best = scores.indexOf(Math.max(...scores));
    return { id, rows: named.map((one, index) => ({ ...one, keeps: index === best })) };
  });
}

function agreement<R extends Kept>(
  rows: RecordRows<R>,
  seen: TabLines,
  row: number,
  logged: ReadonlyMap<string, string> | undefined,
  notice: ((found: Found<R>) => Noticed<R> | null) | null,
): number {
  const line = seen.lines[row - seen.top];
  if (!line) return Number.NEGATIVE_INFINITY;
  const { found } = rows.rowOf(row, line, []);
  const differs = notice?.(found)?.changed.length ?? 0;
  const agrees = rows.names.filter(
    (name) => logged?.get(rows.headerOf(name)) === (found.odd[name] ?? shown(rows, name, found.record[name])),
  );
  return agrees.length - differs;
}
