/** Text by key, as Properties keep it. Knows its size, which every write is measured against. */
export class PropertyStore extends Map<string, string> {
  private used = 0;

  /** How large it would be with this entry. */
  bytesWith(key: string, value: string): number {
    return this.used - this.bytesOf(key) + Buffer.byteLength(key) + Buffer.byteLength(value);
  }
  override set(key: string, value: string): this {
    this.used = this.bytesWith(key, value);
    return super.set(key, value);
  }
  override delete(key: string): boolean {
    this.used -= this.bytesOf(key);
    return super.delete(key);
  }
  override clear(): void {
    this.used = 0;
    super.clear();
  }
  private bytesOf(key: string): number {
    const value = this.get(key);
    return value === undefined ? 0 : Buffer.byteLength(key) + Buffer.byteLength(value);
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
