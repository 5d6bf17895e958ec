import type { Instant } from '../domain/day';
import type { DocumentCache } from './cache/document-cache';
import type { HistoryLine } from './history';
import type { GridEdit } from './memory';

/** Long after any save that could have met the edit. */
const KEPT_S = 600;
const MOST = 20;

const traceOf = (recordId: string): string => `edit:${recordId}`;

/** Notes edits by record, for saves that are under way: one that wrote over an edit finds it here. Two calls. */
export function noteEdits(store: DocumentCache, edits: ReadonlyMap<string, readonly GridEdit[]>): void {
  if (edits.size === 0) return;
  const known = store.read([...edits.keys()].map(traceOf));
  const values = [...edits].map(([id, fresh]) => {
    const all = [...listIn<GridEdit>(known.get(traceOf(id))), ...fresh];
    return [traceOf(id), JSON.stringify(all.slice(-MOST))] as const;
  });
  store.write(new Map(values), KEPT_S);
}

/** The edits of a record that Google told us of since a moment. One call. */
export function editsSince(store: DocumentCache, recordId: string, moment: Instant): readonly GridEdit[] {
  return editsOf(store, [recordId], moment).get(recordId)!;
}

/** The same of several records. One call. */
export function editsOf(
  store: DocumentCache,
  recordIds: readonly string[],
  moment: Instant,
): ReadonlyMap<string, readonly GridEdit[]> {
  const known = store.read(recordIds.map(traceOf));
  return new Map(recordIds.map((id) => [id, since(known.get(traceOf(id)), moment)]));
}

const since = (text: string | undefined, moment: Instant): readonly GridEdit[] =>
  listIn<GridEdit>(text).filter(({ at }) => at >= moment);

const LATER = 'edits-to-log';

/** Keeps a line for History that could not be written because a save was under way. Two calls. */
export function noteForLater(store: DocumentCache, line: HistoryLine): void {
  keepForLater(store, [...waiting(store), line].slice(-MOST));
}

/** What was kept, and is not any more. One call where that is nothing. */
export function takeForHistory(store: DocumentCache): readonly HistoryLine[] {
  const lines = waiting(store);
  if (lines.length > 0) store.remove([LATER]);
  return lines;
}

/** Forgets what people did to some records, and the lines for History that `isOf` says are about them. */
export function forgetEdits(
  store: DocumentCache,
  recordIds: readonly string[],
  isOf: (line: HistoryLine) => boolean,
): void {
  store.remove(recordIds.map(traceOf));
  const lines = waiting(store);
  const left = lines.filter((line) => !isOf(line));
  if (left.length < lines.length) keepForLater(store, left);
}

const waiting = (store: DocumentCache): readonly HistoryLine[] => listIn<HistoryLine>(store.read([LATER]).get(LATER));

const keepForLater = (store: DocumentCache, lines: readonly HistoryLine[]): void =>
  void store.write(new Map([[LATER, JSON.stringify(lines)]]));

const listIn = <T>(text: string | undefined): readonly T[] => (text ? (JSON.parse(text) as readonly T[]) : []);
