import type { Found } from '../../domain/crm';
import { type CellValue, sameValue } from '../codec';
import { type Layout, ownColumns, widthOf } from '../layout';
import type { RecordRows } from '../record-rows';
import { fieldOf, type Name, type Row, readCells } from '../row-values';
import type { Kept } from '../tab-columns';
import type { CacheState } from './cache-state';
import type { CachedRow } from './cached-row';
import type { Directory } from './directory';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A read of its own takes as long as so many cells more: 100 ms, or 5 ms for each thousand. */
const WORTH_A_READ = 20_000;

/**
 * Rows by number and by the columns as they were: whether they still are shows in what the cells say. One call for those that
 * lie near each other.
 */
export function rowsAsWere<R extends Kept>(
  state: CacheState,
  { of, calendar }: RecordRows<R>,
  directory: Directory,
  numbers: readonly number[],
): ReadonlyMap<number, Row<R>> {
  const found = new Map<number, Row<R>>();
  const sheet = state.sheetOf(directory);
  if (!sheet) return found;
  const layout = layoutOf<R>(directory, sheet);
  const there = numbers.filter((number) => number > directory.headerRow && number <= directory.shape.rows);
  for (const piece of piecesOf(there, layout.width)) {
    const first = piece[0]!;
    const height = piece[piece.length - 1]! - first + 1;
    const lines = sheet.getRange(first, 1, height, layout.width).getValues() as CellValue[][];
    for (const number of piece) {
      const row = { number, cells: lines[number - first]!, formulas: [] };
      found.set(number, readCells(layout, of.fields, calendar, row));
    }
  }
  return found;
}

function piecesOf(numbers: readonly number[], width: number): readonly (readonly number[])[] {
  const pieces: number[][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const piece = pieces[pieces.length - 1];
    if (piece && (number - piece[piece.length - 1]!) * width < WORTH_A_READ) piece.push(number);
    else pieces.push([number]);
  }
  return pieces;
}

/** The record that a row holds, where its cells say what is remembered; what was left out is as it stands there. */
export function asKnown<R extends Kept>(
  there: Row<R> | null,
  known: CachedRow<R>,
  names: readonly string[],
): Found<R> | null {
  if (!there) return null;
  const { formulas, odd } = known.found;
  const isSame = (name: string) =>
    formulas.includes(name) ||
    known.left.includes(name) ||
    (sameValue(fieldOf(there.found.record, name as Name<R>), fieldOf(known.found.record, name as Name<R>)) &&
      there.found.odd[name] === odd[name]);
  return names.every(isSame) ? { ...there.found, formulas } : null;
}

const layoutOf = <R>({ headerRow, headers, columns, marked }: Directory, sheet: Sheet): Layout<R> => ({
  sheet,
  headerRow,
  headers,
  width: widthOf(
    headers,
    columns.map(([, column]) => column),
  ),
  columns: new Map(columns as readonly (readonly [keyof R & string, number])[]),
  own: ownColumns(headers, new Set(columns.map(([, column]) => column))),
  marked: new Set(marked),
  hasHeaderMark: true,
  isHeaderLost: false,
});
