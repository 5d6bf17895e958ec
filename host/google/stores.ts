export const bytesOf = (key: string, value: string): number => Buffer.byteLength(key) + Buffer.byteLength(value);

/** Text by key, as Properties keep it, and how much it is: a store of thousands must not be counted at every write. */
export class PropertyStore extends Map<string, string> {
  bytes = 0;

  override set(key: string, value: string): this {
    const before = this.get(key);
    this.bytes += bytesOf(key, value) - (before === undefined ? 0 : bytesOf(key, before));
    return super.set(key, value);
  }
  override delete(key: string): boolean {
    const value = this.get(key);
    if (value !== undefined) this.bytes -= bytesOf(key, value);
    return super.delete(key);
  }
  override clear(): void {
    this.bytes = 0;
    super.clear();
  }
}

export type CacheEntry = { readonly value: string; readonly until: number };
export type CacheStore = Map<string, CacheEntry>;

/** Who holds a lock: an execution. */
export type LockState = { holder: string | null };

/** Whose stores they are: the add-on's for all its users, a file's, or a user's. */
type Scope = 'script' | 'document' | 'user';

/** What one execution finds: the stores of its script, its file and its user. Nothing else outlives an execution. */
export type Stores = {
  readonly properties: Record<Scope, PropertyStore>;
  readonly caches: Record<Scope, CacheStore>;
  readonly locks: Record<Scope, LockState>;
};

/** The stores of one script, one file or one user. */
export type ScopedStores = {
  readonly properties: PropertyStore;
  readonly cache: CacheStore;
  readonly lock: LockState;
};

export const newStores = (): Stores => ({
  properties: { script: new PropertyStore(), document: new PropertyStore(), user: new PropertyStore() },
  caches: { script: new Map(), document: new Map(), user: new Map() },
  locks: { script: { holder: null }, document: { holder: null }, user: { holder: null } },
});

export const scopedStores = (stores: Stores, scope: Scope): ScopedStores => ({
  properties: stores.properties[scope],
  cache: stores.caches[scope],
  lock: stores.locks[scope],
});

export const freshStores = (): ScopedStores => ({
  properties: new PropertyStore(),
  cache: new Map(),
  lock: { holder: null },
});
