import type { Instant } from '../domain/day';
import type { HistoryLine } from './history';
import type { GridEdit } from './memory';

/** Long after any save that could have met the edit. */
const KEPT_S = 600;
const MOST = 20;
const SIX_HOURS_S = 21_600;

const keyOf = (spreadsheetId: string, recordId: string): string => `${spreadsheetId}:edit:${recordId}`;

/** Notes edits by record, for saves that are under way: one that wrote over an edit finds it here. Two calls. */
export function noteEdits(spreadsheetId: string, edits: ReadonlyMap<string, readonly GridEdit[]>): void {
  const cache = CacheService.getDocumentCache();
  if (!cache || edits.size === 0) return;
  const keys = [...edits.keys()].map((id) => keyOf(spreadsheetId, id));
  const known = cache.getAll(keys);
  const values = [...edits].map(([id, fresh]) => {
    const key = keyOf(spreadsheetId, id);
    return [key, JSON.stringify([...read(known[key]), ...fresh].slice(-MOST))] as const;
  });
  cache.putAll(Object.fromEntries(values), KEPT_S);
}

/** The edits of a record that Google told us of since a moment. One call. */
export function editsSince(
  cache: GoogleAppsScript.Cache.Cache | null,
  spreadsheetId: string,
  recordId: string,
  moment: Instant,
): readonly GridEdit[] {
  try {
    const text = cache?.get(keyOf(spreadsheetId, recordId));
    return read(text).filter(({ at }) => at >= moment);
  } catch {
    // It only helps to put right what happened in the moment of a save.
    return [];
  }
}

const laterKey = (spreadsheetId: string): string => `${spreadsheetId}:edits-to-log`;

/** Keeps a line for History that could not be written because a save was under way. Two calls. */
export function noteForLater(spreadsheetId: string, line: HistoryLine): void {
  const cache = CacheService.getDocumentCache();
  const key = laterKey(spreadsheetId);
  const known = JSON.parse(cache?.get(key) ?? '[]') as readonly HistoryLine[];
  cache?.put(key, JSON.stringify([...known, line].slice(-MOST)), SIX_HOURS_S);
}

/** What was kept, and is not any more. One call where that is nothing. */
export function takeForHistory(spreadsheetId: string): readonly HistoryLine[] {
  const cache = CacheService.getDocumentCache();
  const text = cache?.get(laterKey(spreadsheetId));
  if (!text) return [];
  cache?.remove(laterKey(spreadsheetId));
  return JSON.parse(text) as readonly HistoryLine[];
}

const read = (text: string | null | undefined): readonly GridEdit[] =>
  text ? (JSON.parse(text) as readonly GridEdit[]) : [];
