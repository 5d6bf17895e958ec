import type { TabKey } from './book';
import type { DocumentCache } from './cache/document-cache';

/** The name of the value that tells a tab as it was read from one that people edited since. */
export const markOf = (tab: TabKey): string => `mark:${tab}`;

/** Never the same twice, in whatever execution it is made. */
export const newMark = (): string => `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;

/**
 * What is cached of a tab counts as missing from now on. For edits by people: no lock, one call. An edit of the *Lead ID* of
 * deals concerns the activities too, which lie with the lead.
 */
export function markEdited(store: DocumentCache, ...tabs: readonly TabKey[]): void {
  store.write(new Map(tabs.map((tab) => [markOf(tab), newMark()])));
}
