import type { Context } from './context';
import { fail } from './errors';
import type { CacheStore } from './stores';

const MAX_KEY = 250;
const MAX_VALUE = 102_400;
const MAX_ITEMS = 1_000;
/** How many go at once when the store is full: measured as about a tenth, oldest first. Source: J. Poehnelt, "Exploring Apps Script CacheService limits", 2025-12. */
const EVICTED = 101;
const DEFAULT_SECONDS = 600;
const MAX_SECONDS = 21_600;

/** `CacheService`. */
export class CacheService {
  constructor(private readonly context: Context) {}

  getDocumentCache(): Cache {
    return new Cache(this.context, this.context.stores.caches.document);
  }
  getScriptCache(): Cache {
    return new Cache(this.context, this.context.stores.caches.script);
  }
  getUserCache(): Cache {
    return new Cache(this.context, this.context.stores.caches.user);
  }
}

export class Cache {
  constructor(
    private readonly context: Context,
    private readonly store: CacheStore,
  ) {}

  get(key: string): string | null {
    const entry = this.store.get(checkKey(key));
    if (!entry) return null;
    if (entry.until > this.context.now()) return entry.value;
    this.store.delete(String(key));
    return null;
  }
  getAll(keys: string[]): Record<string, string> {
    const found: Record<string, string> = {};
    for (const key of keys) {
      const value = this.get(key);
      if (value !== null) found[key] = value;
    }
    return found;
  }
  put(key: string, value: string, expirationInSeconds = DEFAULT_SECONDS): void {
    const text = String(value);
    checkKey(key);
    // Measured with plain letters only: bytes are the harsher reading.
    if (Buffer.byteLength(text) > MAX_VALUE) fail('Argument too large: value');
    this.store.delete(String(key));
    const seconds = expirationInSeconds > 0 ? Math.min(expirationInSeconds, MAX_SECONDS) : DEFAULT_SECONDS;
    this.store.set(String(key), { value: text, until: this.context.now() + seconds * 1000 });
    if (this.store.size > MAX_ITEMS)
      for (const oldest of [...this.store.keys()].slice(0, EVICTED)) this.store.delete(oldest);
  }
  putAll(values: Record<string, string>, expirationInSeconds = DEFAULT_SECONDS): void {
    for (const [key, value] of Object.entries(values)) this.put(key, value, expirationInSeconds);
  }
  remove(key: string): void {
    this.store.delete(checkKey(key));
  }
  removeAll(keys: string[]): void {
    for (const key of keys) this.remove(key);
  }
}

function checkKey(key: string): string {
  if (key === null || key === undefined || key === '') fail('Invalid argument: key');
  if (String(key).length > MAX_KEY) fail('Argument too large: key');
  return String(key);
}
