import { CrmError } from '../domain/errors';
import { say } from '../texts/say';
import type { CellValue } from './codec';
import { BLOCKS, type BlockKey, type Places } from './settings-blocks';

/** The column that names the rows of a block: without it the others say nothing. */
const NAMING: { readonly [K in BlockKey]?: string } = { stages: 'Stage', owners: 'Owner', preferences: 'Preference' };

/**
 * Throws `SHEET_BROKEN` where a column that is gone cannot be put back: it was renamed, so that a second one would rule
 * over the figures in it, or it held the names of the rows.
 */
export function refuseRepair(cells: readonly (readonly CellValue[])[], places: Places, key: BlockKey): void {
  const { title, headers } = BLOCKS[key];
  const there = places.columns[key];
  const gone = headers.find((header) => !there.has(header));
  if (gone === undefined) return;
  const [stranger] = strangersIn(cells, places, key);
  if (stranger !== undefined) {
    throw new CrmError('SHEET_BROKEN', say('settings.stranger', { stranger: String(stranger), title, header: gone }));
  }
  const naming = NAMING[key];
  const isFilled = (line: readonly CellValue[]) =>
    [...there.values()].some((column) => (line[column - 1] ?? '') !== '');
  if (naming === undefined || there.has(naming) || !cells.slice(places.headerRow).some(isFilled)) return;
  throw new CrmError('SHEET_BROKEN', say('settings.noNames', { header: naming, title }));
}

/** Headers of nobody's from the beginning of the block to the empty column that ends it. */
function strangersIn(
  cells: readonly (readonly CellValue[])[],
  { headerRow, columns, starts }: Places,
  key: BlockKey,
): readonly string[] {
  const headers = cells[headerRow - 1]!.map(String);
  const own = [...columns[key].values()];
  const taken = new Set(Object.values(columns).flatMap((ones) => [...ones.values()]));
  const first = starts[key] || Math.min(...own);
  const strangers: string[] = [];
  for (let column = first; column <= headers.length; column++) {
    const isOthers = taken.has(column) && !own.includes(column);
    if (isOthers || (headers[column - 1] === '' && column > Math.max(first, ...own))) break;
    if (headers[column - 1] !== '' && !taken.has(column)) strangers.push(headers[column - 1]!);
  }
  return strangers;
}
