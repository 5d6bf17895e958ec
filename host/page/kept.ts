import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SpreadsheetFile } from '../engine/file';
import { loadFile, saveFile } from '../engine/on-disk';
import { newStores, type Stores } from '../google/stores';
import type { InstalledTrigger } from '../google/triggers';

/** A write of a large file holds everything up for a moment: it happens this many times as rarely as it takes long. */
const REST = 20;
const WAIT_MS = 1_000;

/** What is kept: the file, and what Google keeps beside it for the add-on. */
export type KeptFile = {
  readonly file: SpreadsheetFile;
  readonly stores: Stores;
  readonly triggers: readonly InstalledTrigger[];
};

/** The spreadsheet and the add-on's stores in a folder, so that a page finds tomorrow what it showed today. */
export class Kept {
  private readonly filePath: string;
  private readonly storesPath: string;
  private timer: NodeJS.Timeout | null = null;
  private lastTook = 0;
  private savedVersion = -1;
  private savedStores = '';

  constructor(readonly folder: string) {
    this.filePath = join(folder, 'file.json');
    this.storesPath = join(folder, 'stores.json');
  }

  load(): KeptFile | null {
    if (!existsSync(this.filePath)) return null;
    const file = loadFile(this.filePath);
    this.savedVersion = file.version;
    if (!existsSync(this.storesPath)) return { file, stores: newStores(), triggers: [] };
    return { file, ...besideFrom(readFileSync(this.storesPath, 'utf8')) };
  }

  /** Forgets everything. */
  clear(): void {
    rmSync(this.filePath, { force: true });
    rmSync(this.storesPath, { force: true });
    this.savedVersion = -1;
    this.savedStores = '';
  }

  /** Saves soon. */
  touch(kept: KeptFile): void {
    this.timer ??= setTimeout(() => this.save(kept), Math.max(WAIT_MS, this.lastTook * REST));
  }

  /** Saves now what is not saved yet. */
  save({ file, stores, triggers }: KeptFile): void {
    this.stop();
    const started = performance.now();
    if (file.version !== this.savedVersion) saveFile(file, this.filePath);
    this.savedVersion = file.version;
    const text = textOf(stores, triggers);
    if (text !== this.savedStores) {
      mkdirSync(this.folder, { recursive: true });
      writeFileSync(`${this.storesPath}.new`, text);
      renameSync(`${this.storesPath}.new`, this.storesPath);
    }
    this.savedStores = text;
    this.lastTook = performance.now() - started;
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }
}

const KINDS = ['script', 'document', 'user'] as const;

type StoredStores = Record<'properties' | 'caches', Record<(typeof KINDS)[number], [string, never][]>>;

const textOf = ({ properties, caches }: Stores, triggers: readonly InstalledTrigger[]): string =>
  JSON.stringify({
    triggers,
    properties: Object.fromEntries(KINDS.map((kind) => [kind, [...properties[kind]]])),
    caches: Object.fromEntries(KINDS.map((kind) => [kind, [...caches[kind]]])),
  });

function besideFrom(text: string): Omit<KeptFile, 'file'> {
  const stored = JSON.parse(text) as StoredStores & { readonly triggers?: readonly InstalledTrigger[] };
  const stores = newStores();
  for (const kind of KINDS) {
    for (const [key, value] of stored.properties[kind]) stores.properties[kind].set(key, value);
    for (const [key, value] of stored.caches[kind]) stores.caches[kind].set(key, value);
  }
  return { stores, triggers: stored.triggers ?? [] };
}
