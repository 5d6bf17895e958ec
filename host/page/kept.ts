import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SpreadsheetFile } from '../engine/file';
import { loadFile, saveFile } from '../engine/on-disk';
import { newStores, type Stores } from '../google/stores';

/** A write of a large file holds everything up for a moment: it happens this many times as rarely as it takes long. */
const REST = 20;
const WAIT_MS = 1_000;

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

  load(): { file: SpreadsheetFile; stores: Stores } | null {
    if (!existsSync(this.filePath)) return null;
    const file = loadFile(this.filePath);
    this.savedVersion = file.version;
    return {
      file,
      stores: existsSync(this.storesPath) ? storesFrom(readFileSync(this.storesPath, 'utf8')) : newStores(),
    };
  }

  /** Forgets everything. */
  clear(): void {
    rmSync(this.filePath, { force: true });
    rmSync(this.storesPath, { force: true });
    this.savedVersion = -1;
    this.savedStores = '';
  }

  /** Saves soon. */
  touch(file: SpreadsheetFile, stores: Stores): void {
    this.timer ??= setTimeout(() => this.save(file, stores), Math.max(WAIT_MS, this.lastTook * REST));
  }

  /** Saves now what is not saved yet. */
  save(file: SpreadsheetFile, stores: Stores): void {
    this.stop();
    const started = performance.now();
    if (file.version !== this.savedVersion) saveFile(file, this.filePath);
    this.savedVersion = file.version;
    const text = textOfStores(stores);
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

const textOfStores = ({ properties, caches }: Stores): string =>
  JSON.stringify({
    properties: Object.fromEntries(KINDS.map((kind) => [kind, [...properties[kind]]])),
    caches: Object.fromEntries(KINDS.map((kind) => [kind, [...caches[kind]]])),
  });

function storesFrom(text: string): Stores {
  const stored = JSON.parse(text) as StoredStores;
  const stores = newStores();
  for (const kind of KINDS) {
    for (const [key, value] of stored.properties[kind]) stores.properties[kind].set(key, value);
    for (const [key, value] of stored.caches[kind]) stores.caches[kind].set(key, value);
  }
  return stores;
}
