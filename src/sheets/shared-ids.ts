import type { Found, NamedRow } from '../domain/crm';
import type { Noticed, SharedId } from '../domain/grid';
import { sameValue } from './codec';
import { shown } from './history-lines';
import type { Memory } from './memory';
import type { RecordRows } from './record-rows';
import type { Desk } from './sheet-table';
import type { Kept } from './tab-columns';
import { readLines, type TabLines } from './tab-lines';

/** A row with what History last said of the fields of its record, by header. */
type Look = {
  readonly seen: TabLines;
  readonly row: number;
  readonly logged: ReadonlyMap<string, string> | undefined;
};

/**
 * Which row of each shared id is the last known record: the one that agrees most with what it remembers itself, with what
 * is remembered beside the cells and with what History last said of it. Where they agree alike, the upper one: people paste below. Costs nothing where no id is shared.
 */
export function sharedIds<R extends Kept>(
  rows: RecordRows<R>,
  { history, memory }: Desk,
  shared: ReadonlyMap<string, readonly NamedRow[]>,
  notice: ((found: Found<R>) => Noticed<R> | null) | null,
): readonly SharedId[] {
  if (shared.size === 0) return [];
  const seen = readLines(rows);
  const logged = history.past.lastLogged([...shared.keys()]);
  return [...shared].map(([id, named]) => {
    const scores = named.map(({ row }) => agreement(rows, memory, { seen, row, logged: logged.get(id) }, notice));
    const best = scores.indexOf(Math.max(...scores));
    return { id, rows: named.map((one, index) => ({ ...one, keeps: index === best })) };
  });
}

function agreement<R extends Kept>(
  rows: RecordRows<R>,
  memory: Memory,
  { seen, row, logged }: Look,
  notice: ((found: Found<R>) => Noticed<R> | null) | null,
): number {
  const line = seen.lines[row - seen.top];
  if (!line) return Number.NEGATIVE_INFINITY;
  const { found } = rows.rowOf(row, line, []);
  const differs = notice?.(found)?.changed.length ?? 0;
  const known = memory.lastKnown(rows.of.kind, found.record.id) as Partial<R> | null;
  const isKnown = rows.names.filter((name) => known !== null && sameValue(known[name], found.record[name]));
  const agrees = rows.names.filter(
    (name) => logged?.get(rows.headerOf(name)) === (found.odd[name] ?? shown(rows, name, found.record[name])),
  );
  return agrees.length + isKnown.length - differs;
}
