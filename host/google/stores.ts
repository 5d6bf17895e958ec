/** Text by key, as Properties keep it. */
export type PropertyStore = Map<string, string>;

export type CacheEntry = { readonly value: string; readonly until: number };
export type CacheStore = Map<string, CacheEntry>;

/** Who holds a lock: an execution. */
export type LockState = { holder: string | null };

/** The stores of one script, one file and one user: nothing else outlives an execution. */
export type Stores = {
  readonly properties: Record<'script' | 'document' | 'user', PropertyStore>;
  readonly caches: Record<'script' | 'document' | 'user', CacheStore>;
  readonly locks: Record<'script' | 'document' | 'user', LockState>;
};

export const newStores = (): Stores => ({
  properties: { script: new Map(), document: new Map(), user: new Map() },
  caches: { script: new Map(), document: new Map(), user: new Map() },
  locks: { script: { holder: null }, document: { holder: null }, user: { holder: null } },
});
