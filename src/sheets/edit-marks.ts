import type { TabKey } from './book';

/** Longer than any cached value lives. Source: reference "Cache.put", expirationInSeconds. */
const SIX_HOURS_S = 21_600;

const keyOf = (spreadsheetId: string, tab: TabKey): string => `${spreadsheetId}:edited:${tab}`;

/**
 * Notes that somebody edited a tab in the grid: what was read of it before is out of date. Needs no lock, so that an edit
 * never waits for a save. Without a cache there is nothing that could be out of date.
 */
export function markEdited(spreadsheetId: string, tab: TabKey): void {
  const mark = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  CacheService.getDocumentCache()?.put(keyOf(spreadsheetId, tab), mark, SIX_HOURS_S);
}

/** The marks of tabs that were edited; another mark is another edit. */
export function editMarks(spreadsheetId: string, tabs: readonly TabKey[]): ReadonlyMap<TabKey, string> {
  const found = CacheService.getDocumentCache()?.getAll(tabs.map((tab) => keyOf(spreadsheetId, tab))) ?? {};
  return new Map(
    tabs.flatMap((tab) => {
      const mark = found[keyOf(spreadsheetId, tab)];
      return mark === undefined ? [] : [[tab, mark] as const];
    }),
  );
}
