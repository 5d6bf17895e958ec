import { type ChangedRows, changedRows, differing } from '../../domain/digest';
import type { SheetTable } from '../sheet-table';
import type { Kept } from '../tab-columns';
import { unpackBlock } from './block';
import { LINE_FIELDS, type Line, lineOf, linesIn } from './first-lines';
import type { TabCache } from './tab-cache';

/** Lines that are not as somebody has them, block by block, of which the digests are `since`. As old as `lines` at most. */
export function changedLines<R extends Kept>(
  table: SheetTable<R>,
  since: readonly string[],
): ChangedRows<Line> & { readonly blocks: number } {
  const fields = LINE_FIELDS[table.rows.of.kind];
  const names = fields.filter((name) => name !== 'own') as (keyof R & string)[];
  const changed =
    cachedChanges(table.remembered, fields, since) ??
    changedRows(
      table.lines(names).map((record) => lineOf(record, fields)),
      since,
    );
  return { ...changed, blocks: table.remembered.blocks };
}

/** Of the blocks that differ alone; null where the cache cannot tell. */
function cachedChanges<R extends Kept>(
  cache: TabCache<R>,
  fields: readonly string[],
  since: readonly string[],
): ChangedRows<Line> | null {
  const directory = cache.freshDirectory;
  if (directory?.digests.length !== since.length) return null;
  const changed = differing(directory.digests, since);
  const texts = cache.texts(directory, changed);
  if (!texts) return null;
  const packed = texts.flatMap(unpackBlock).sort((a, b) => (a[0] as number) - (b[0] as number));
  return { changed, rows: linesIn(packed, directory.names, fields) };
}
