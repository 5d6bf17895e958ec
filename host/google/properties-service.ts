import type { Context } from './context';
import { fail } from './errors';
import { bytesOf, type PropertyStore } from './stores';

const MAX_VALUE = 9 * 1024;
/** The same for a value that is too large. Source: J. Poehnelt, "Apps Script key-value stores", 2026-01. */
const FULL = 'You have exceeded the property storage quota. Please remove some properties and try again.';
const MAX_STORE = 500 * 1024;

/** `PropertiesService`. */
export class PropertiesService {
  constructor(private readonly context: Context) {}

  getDocumentProperties(): Properties {
    return new Properties(this.context.stores.properties.document);
  }
  getScriptProperties(): Properties {
    return new Properties(this.context.stores.properties.script);
  }
  getUserProperties(): Properties {
    return new Properties(this.context.stores.properties.user);
  }
}

export class Properties {
  constructor(private readonly store: PropertyStore) {}

  getProperty(key: string): string | null {
    return this.store.get(String(key)) ?? null;
  }
  getProperties(): Record<string, string> {
    return Object.fromEntries(this.store);
  }
  getKeys(): string[] {
    return [...this.store.keys()];
  }
  setProperty(key: string, value: string): this {
    const text = String(value);
    if (Buffer.byteLength(text) > MAX_VALUE) fail(FULL);
    const name = String(key);
    const before = this.store.get(name);
    const used = this.store.bytes - (before === undefined ? 0 : bytesOf(name, before));
    if (used + bytesOf(name, text) > MAX_STORE) fail(FULL);
    this.store.set(name, text);
    return this;
  }
  setProperties(properties: Record<string, string>, deleteAllOthers = false): this {
    if (deleteAllOthers) this.store.clear();
    for (const [key, value] of Object.entries(properties)) this.setProperty(key, value);
    return this;
  }
  deleteProperty(key: string): this {
    this.store.delete(String(key));
    return this;
  }
  deleteAllProperties(): this {
    this.store.clear();
    return this;
  }
}
