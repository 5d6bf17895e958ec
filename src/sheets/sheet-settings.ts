import { findStage, getStage, type Settings, type Stage } from '../domain/settings';
import { type Book, missingTab } from './book';
import type { CacheState } from './cache/cache-state';
import { cachedSettings, renewSettings } from './cache/sheet-cache';
import { appendStages, readSettings } from './settings-tab';
import { renameStage } from './stage-rename';

/** The Settings of the open file, read when somebody needs them. */
export class SheetSettings {
  private readonly book: Book;
  private readonly cache: CacheState;
  private readonly isLooking: boolean;
  private known: Settings | null = null;

  /** `isLooking`: nothing is written, so that what is cached will do. */
  constructor(book: Book, cache: CacheState, isLooking: boolean) {
    this.book = book;
    this.cache = cache;
    this.isLooking = isLooking;
  }

  private get tab(): GoogleAppsScript.Spreadsheet.Sheet {
    const sheet = this.book.findTab('settings');
    if (!sheet) throw missingTab('settings');
    return sheet;
  }

  get isCached(): boolean {
    return this.isLooking && cachedSettings(this.cache) !== null;
  }

  get all(): Settings {
    this.known ??= this.now();
    return this.known;
  }

  /** Whoever edits Settings drops what is cached of it; where Google did not tell us, it is some minutes old at most. */
  private now(): Settings {
    const cached = cachedSettings(this.cache);
    if (cached && (this.isLooking || this.cache.isFresh(cached))) return cached.settings;
    return readSettings(this.tab);
  }

  forget(): void {
    this.known = null;
  }

  /** Throws `INVALID` where there is none of this name. */
  stage(pipeline: string, name: string): Stage {
    if (!findStage(this.all.stages, pipeline, name)) this.known = readSettings(this.tab);
    return getStage(this.all.stages, pipeline, name);
  }

  addStages(stages: readonly Stage[]): void {
    appendStages(this.tab, this.all.stages, stages);
    this.forget();
  }

  renameStage(pipeline: string, from: string, to: string): void {
    renameStage(this.tab, { pipeline, from, to });
    this.forget();
  }

  /** Sees that they are cached, for the next time that the panel opens. */
  keep(): void {
    if (this.isLooking) renewSettings(this.cache, () => this.tab, readSettings);
  }
}
