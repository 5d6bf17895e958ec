import type { TabKey } from './book';
import type { LayoutHint, LayoutHints } from './layout-hint';

/** Six hours, the longest that Google keeps anything. */
const KEPT_SECONDS = 21_600;

/** Hints in the document cache: one read per execution at most, and one write when something moved. */
export function cachedHints(spreadsheetId: string): LayoutHints {
  const key = `${spreadsheetId}:layout:1`;
  let known: Partial<Record<TabKey, LayoutHint>> | null = null;
  const all = () => {
    known ??= read(key);
    return known;
  };
  return {
    get: (tab) => all()[tab] ?? null,
    put(tab, hint) {
      known = { ...all(), [tab]: hint };
      try {
        CacheService.getDocumentCache()?.put(key, JSON.stringify(known), KEPT_SECONDS);
      } catch {
        // Without a hint the next execution looks with care.
      }
    },
  };
}

function read(key: string): Partial<Record<TabKey, LayoutHint>> {
  try {
    const text = CacheService.getDocumentCache()?.get(key);
    return text ? (JSON.parse(text) as Partial<Record<TabKey, LayoutHint>>) : {};
  } catch {
    return {};
  }
}
