/** Counts up when what the values hold changes in a way that an older bundle cannot read. */
const FORMAT = 1;

/** The longest that Google keeps a value, in seconds. Source: reference of `Cache.put`. */
const SECONDS = 21_600;

/** Values in one call: what a call may carry in all is documented nowhere. */
const AT_ONCE = 240;

/**
 * The cache that belongs to the open file, under keys that name the file: a copy of it never meets the values of the first.
 * It may be missing, refuse or lose anything at any moment: then there is simply nothing in it.
 */
export class DocumentCache {
  private readonly prefix: string;
  private readonly service: GoogleAppsScript.Cache.Cache | null;

  constructor(spreadsheetId: string) {
    this.prefix = `sheety${FORMAT}:${spreadsheetId}:`;
    this.service = cacheOfFile();
  }

  /** What is there of these values, in one call. */
  read(names: readonly string[]): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    if (names.length === 0) return found;
    const keys = names.map((name) => this.prefix + name);
    const look = () => this.attempt((cache) => cache.getAll(keys));
    // What is remembered here puts right what people did in the moment of a save: worth a second try.
    const values = look() ?? look() ?? {};
    for (const name of names) {
      const value: unknown = values[this.prefix + name];
      if (typeof value === 'string') found.set(name, value);
    }
    return found;
  }

  /** For as long as Google keeps them, or fewer seconds. False where they were not all taken: some may stand there now, some not. */
  write(values: ReadonlyMap<string, string>, seconds = SECONDS): boolean {
    const entries = [...values].map(([name, value]) => [this.prefix + name, value] as const);
    for (let at = 0; at < entries.length; at += AT_ONCE) {
      const some = Object.fromEntries(entries.slice(at, at + AT_ONCE));
      if (!this.attempt((cache) => putAll(cache, some, seconds))) return false;
    }
    return true;
  }

  remove(names: readonly string[]): void {
    if (names.length > 0) this.attempt((cache) => cache.removeAll(names.map((name) => this.prefix + name)));
  }

  private attempt<T>(act: (cache: GoogleAppsScript.Cache.Cache) => T): T | null {
    if (!this.service) return null;
    try {
      return act(this.service);
    } catch (error) {
      console.warn(`The cache did not answer: ${(error as Error).message}`);
      return null;
    }
  }
}

function putAll(cache: GoogleAppsScript.Cache.Cache, values: Record<string, string>, seconds: number): true {
  cache.putAll(values, seconds);
  return true;
}

/** Google has none for scripts outside a file, and fails at times. */
function cacheOfFile(): GoogleAppsScript.Cache.Cache | null {
  try {
    return CacheService.getDocumentCache();
  } catch {
    return null;
  }
}
