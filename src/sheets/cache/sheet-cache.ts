import type { RecordKind } from '../../domain/ids';
import type { Settings } from '../../domain/settings';
import type { TabKey } from '../book';
import { newMark } from '../edit-marks';
import { USUAL } from './build';
import type { CacheState } from './cache-state';
import { blockName, type Directory, directoryName, type Snapshot, savedName, shapeOf } from './directory';
import type { Followed } from './tab-changes';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export type CachedSettings = Snapshot & {
  readonly settings: Settings;
};

/** The Settings as they were read, for looking only. */
export const cachedSettings = (state: CacheState): CachedSettings | null => state.valid<CachedSettings>('settings');

/** Caches the Settings, unless that was done a moment ago. */
export function renewSettings(state: CacheState, sheet: () => Sheet, read: (sheet: Sheet) => Settings): void {
  const known = cachedSettings(state);
  if (known && state.isFresh(known)) return;
  const mark = state.begin('settings');
  const shape = shapeOf(sheet());
  const { now: builtAt, timeZone } = state;
  const cached: CachedSettings = { mark, shape, builtAt, timeZone, settings: read(sheet()) };
  state.offer('settings', new Map([[directoryName('settings'), JSON.stringify(cached)]]));
}

/** What an action has done, for the cache to follow at its end. */
export type Done = {
  /** Of all records that History has lines of. */
  readonly touched: ReadonlyMap<RecordKind, ReadonlySet<string>>;
  /** Tabs of which nobody knows what became of them. */
  readonly doubtful: ReadonlySet<TabKey>;
};

/**
 * Renews what is cached after an action that wrote, under its lock and after its last flush. A tab of which not everything
 * is known is dropped: the next look reads it. So is all of it where the cache did not take everything.
 */
export function renewCache(state: CacheState, changes: readonly Followed[], { touched, doubtful }: Done): void {
  const dropped = new Set(doubtful);
  const values = new Map<string, string>();
  const written = changes.filter(({ tab, kind, isNothing }) => !isNothing || touched.has(kind) || dropped.has(tab));
  const tabs = new Set([...written.map(({ tab }) => tab), ...dropped]);
  for (const change of written) {
    const isKnown = !dropped.has(change.tab) && change.covers(touched.get(change.kind) ?? []);
    const renewed = isKnown ? change.values() : null;
    if (renewed)
      for (const [name, value] of [...(state.recalled.get(change.tab) ?? []), ...renewed]) values.set(name, value);
    else dropped.add(change.tab);
  }
  if (tabs.size === 0) return;
  for (const tab of tabs) values.set(savedName(tab), newMark());
  for (const tab of dropped) values.set(directoryName(tab), '');
  const gone = [...dropped].flatMap((tab) => blockNames(state, tab));
  const isDone = state.put(values);
  state.store.remove(isDone ? gone : [...gone, ...[...tabs].map(directoryName)]);
}

/** A record with long texts; others lie closer. */
const LONG_RECORD = 2_000;

/** All blocks that a tab of so many rows can have: also those that an earlier failure of Google's left behind. */
export const possibleBlocks = (tab: TabKey, rows: number): readonly string[] =>
  Array.from({ length: Math.ceil((rows * LONG_RECORD) / USUAL) }, (_, number) => blockName(tab, number));

/** Nobody reads them any more; they are taken away because people may have asked for that very thing. */
function blockNames(state: CacheState, tab: TabKey): readonly string[] {
  const blocks = state.standing<Directory>(tab)?.blocks ?? 0;
  return Array.from({ length: blocks }, (_, number) => blockName(tab, number));
}
