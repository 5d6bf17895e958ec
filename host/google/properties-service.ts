import type { Context } from './context';
import { fail } from './errors';
import type { PropertyStore } from './stores';

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
    // Custom functions see those of the file's owner and set none. Source: guide "Custom functions".
    return new Properties(this.context.stores.properties.user, this.context.authMode === 'CUSTOM_FUNCTION');
  }
}

export class Properties {
  constructor(
    private readonly store: PropertyStore,
    private readonly readOnly = false,
  ) {}

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
    this.mayWrite('setProperty');
    const [name, text] = [String(key), String(value)];
    if (Buffer.byteLength(text) > MAX_VALUE || this.store.bytesWith(name, text) > MAX_STORE) fail(FULL);
    this.store.set(name, text);
    return this;
  }
  setProperties(properties: Record<string, string>, deleteAllOthers = false): this {
    this.mayWrite('setProperties');
    if (deleteAllOthers) this.store.clear();
    for (const [key, value] of Object.entries(properties)) this.setProperty(key, value);
    return this;
  }
  deleteProperty(key: string): this {
    this.mayWrite('deleteProperty');
    this.store.delete(String(key));
    return this;
  }
  deleteAllProperties(): this {
    this.mayWrite('deleteAllProperties');
    this.store.clear();
    return this;
  }

  private mayWrite(method: string): void {
    if (this.readOnly) fail(`You do not have permission to call Properties.${method}.`);
  }
}
