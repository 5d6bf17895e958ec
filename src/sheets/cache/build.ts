import { blockOf, digestsOf } from '../../domain/digest';
import type { OwnField } from '../../domain/own-fields';
import type { Activity } from '../../domain/records';
import type { TabKey } from '../book';
import { newMark } from '../edit-marks';
import type { RecordRows } from '../record-rows';
import type { Kept } from '../tab-columns';
import { bytesOf, type PackedRow, packBlock } from './block';
import type { CacheState } from './cache-state';
import { type CachedRow, keysOf, packRow } from './cached-row';
import { blockName, type Directory, directoryName, headOf, type Snapshot } from './directory';
import { LINE_FIELDS, lineOf, linesIn, newest } from './first-lines';
import { openTasksIn } from './open-tasks';

/** Bytes of a block on average: a save reads and writes one, so that smaller is quicker; the cache holds 1,000 values. */
export const USUAL = 34_000;

/** Google takes 100 kB a value; the head stands before the block. */
const MOST = 95_000;

const SAMPLE = 200;

/** The cache keeps 1,000 values. */
const MANY = 200;

/** All values of a tab that was read whole. `before`: what was seen of it before it was read. */
export function valuesOf<R extends Kept>(
  rows: RecordRows<R>,
  records: readonly CachedRow<R>[],
  own: readonly OwnField[],
  state: CacheState,
  before: Pick<Snapshot, 'mark' | 'shape'>,
): { readonly values: ReadonlyMap<string, string>; readonly blocks: number } {
  const { of, layout } = rows;
  const names = records[0] ? Object.keys(records[0].found.record) : rows.names;
  const placed = records.map((row) => ({ packed: packRow(row, names, of), keys: keysOf(of, row) }));
  const texts = packed(placed, names.length);
  const fields = LINE_FIELDS[of.kind];
  const directory: Directory = {
    ...before,
    builtAt: state.now,
    timeZone: state.timeZone,
    generation: newMark(),
    blocks: texts.length,
    revisions: {},
    // Nobody asks which activities changed.
    digests: of.kind === 'activity' ? [] : digestsOf(linesIn(rowsOf(placed), names, fields), texts.length),
    headerRow: layout.headerRow,
    headers: layout.headers,
    columns: [...layout.columns],
    marked: [...layout.marked],
    names,
    own,
    count: records.length,
    ...(of.kind === 'activity'
      ? openTasksIn(
          records.map(({ found }) => found.record as unknown as Activity),
          rows.calendar.dayOf(state.now),
        )
      : {
          first: newest(
            records.map(({ found }) => lineOf(found.record, fields)),
            fields,
          ),
        }),
  };
  const values = asValues(of.tab, directory, new Map(texts.map((text, number) => [number, text])));
  return { values, blocks: texts.length };
}

/** The values for a directory and some of its blocks. What does not fit is left out, and so counts as missing. */
export function asValues(
  tab: TabKey,
  directory: Directory,
  blocks: ReadonlyMap<number, string>,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [number, text] of blocks)
    if (bytesOf(text) <= MOST) values.set(blockName(tab, number), headOf(directory, number) + text);
  values.set(directoryName(tab), JSON.stringify(directory));
  return values;
}

const rowsOf = (placed: readonly Placed[]): readonly PackedRow[] => placed.map(({ packed }) => packed);

type Placed = { readonly packed: PackedRow; readonly keys: readonly string[] };

/** As many blocks as it takes for all of them to have the usual size, and none to be too large. */
function packed(rows: readonly Placed[], width: number): readonly string[] {
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  const sample = rows.filter((_, index) => index % step === 0).map((row) => row.packed);
  let bytes = (bytesOf(packBlock(sample, width)) / Math.max(1, sample.length)) * rows.length;
  let most = USUAL;
  for (let tries = 0; ; tries++) {
    const count = Math.max(1, Math.ceil(bytes / most));
    const texts = distributed(rows, count).map((block) => packBlock(block, width));
    const sizes = texts.map(bytesOf);
    bytes = sizes.reduce((sum, size) => sum + size, 0);
    const isTooLarge = sizes.some((size) => size > MOST);
    // Records that lie together have more words in common than a sample of all; that matters where there are many blocks.
    if (tries === 2 || (!isTooLarge && (count < MANY || bytes > 0.8 * most * count))) return texts;
    if (isTooLarge) most /= 2;
  }
}

function distributed(rows: readonly Placed[], count: number): readonly (readonly PackedRow[])[] {
  const blocks: PackedRow[][] = Array.from({ length: count }, () => []);
  for (const { packed, keys } of rows)
    for (const number of new Set(keys.map((key) => blockOf(key, count)))) blocks[number]!.push(packed);
  return blocks;
}
