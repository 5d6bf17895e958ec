import { isId } from '../domain/ids';
import type { Many } from '../domain/many';
import { cellsWith, SEARCHED } from './cells-with';
import { type CellValue, decode } from './codec';
import type { Layout } from './layout';
import { saysTheSame } from './layout-hint';
import type { RecordRows } from './record-rows';
import { blankOf, type Name } from './row-values';
import type { Kept } from './tab-columns';
import { type TabLines, WHOLE_TAB_CELLS } from './tab-lines';

/** What stands in one row, of the fields that matter. */
export type InRow<R> = {
  readonly id: string;
  readonly row: number;
  readonly cell: CellValue;
  readonly now: unknown;
  readonly values: Partial<R>;
  /** What stands in the cell that is written along; null where that was not read. */
  readonly also: string | null;
};

export type ManyRequest<R> = Many<R> & { readonly name: Name<R> };

/** What has to be known of a request to look. */
type Looked<R> = Pick<ManyRequest<R>, 'name' | 'reads' | 'ids' | 'along' | 'also'> & {
  /** Nothing is written, so that nobody has to know the formulas. */
  readonly isLook?: boolean;
};

/** What is known of a tab before many records in it are written. */
export type ManyLook<R> = {
  readonly layout: Layout<R>;
  readonly lines: TabLines;
  readonly formulas: TabLines;
  readonly records: readonly InRow<R>[];
  readonly isWhole: boolean;
};

/** So many cells are read in a moment: all of a tab, so that whatever people move under the pen can be put back. */
const SOON_READ = 50_000;

/**
 * The records that are asked for with all that stands around them: the whole tab where that is no more than can be read
 * soon, else their rows, else no more of these than the columns in question. `isForgotten`: of the others nothing is
 * remembered, so that more of them are read. Throws `BUSY`.
 */
export function readMany<R extends Kept>(rows: RecordRows<R>, request: Looked<R>, isForgotten: boolean): ManyLook<R> {
  for (let tries = 0; tries < 3; tries++) {
    rows.presume();
    const look = lookOnce(rows, request, isForgotten ? WHOLE_TAB_CELLS : SOON_READ);
    if (look) return look;
    rows.lookAgain();
  }
  throw rows.keepsMoving();
}

/**
 * Null where something moved meanwhile. In a whole tab formulas are read first, and the ids tell whether the values are of
 * the same rows; else the look after the write tells whether anything moved since.
 */
function lookOnce<R extends Kept>(rows: RecordRows<R>, request: Looked<R>, most: number): ManyLook<R> | null {
  const maxRows = rows.sheet.getMaxRows();
  const isWhole = maxRows * rows.sheet.getMaxColumns() <= most;
  const found = placesOf(rows, request, isWhole);
  const { layout, sheet } = rows;
  if (!found) return saysTheSame(layout) ? { layout, lines: NOTHING, formulas: NOTHING, records: [], isWhole } : null;
  const width = layout.headers.length;
  const [top, last] = isWhole ? [layout.headerRow, found.bottom ?? sheet.getLastRow()] : [found.first, found.last];
  const height = last - top + 1;
  const isWide = isWhole || height * width <= SOON_READ;
  const [left, right] = isWide ? [1, width] : endsOf(rows, request);
  const [from, to] = isWide
    ? [1, width]
    : spanOf(rows, [request.name, ...withColumn(rows, request.along?.fields ?? [])]);
  const formulasNow = () =>
    request.isLook ? [] : (sheet.getRange(top, from, height, to - from + 1).getFormulasR1C1() as string[][]);
  const first = isWhole ? formulasNow() : null;
  // Where rows came in meanwhile, the one below the last holds something too.
  const more = isWhole && last < maxRows ? 1 : 0;
  const values = sheet.getRange(top, left, height + more, right - left + 1).getValues() as CellValue[][];
  const isAsLaidOut = isWhole ? isHeader(layout, values[0]!) : saysTheSame(layout);
  const isBlankBelow = values.slice(height).every((cells) => cells.every((cell) => cell === ''));
  const lines = { top, left, lines: values.slice(0, height) };
  const records = recordsIn(rows, request, lines, isWide);
  const there = records.filter(({ id }) => request.ids?.has(id) ?? true);
  const isThere =
    found.count === null ||
    (there.length === found.count && there[0]?.row === found.first && there[there.length - 1]!.row === found.last);
  // Blank rows that came in above the last one show in the height of the tab alone.
  if (!isAsLaidOut || !isBlankBelow || !isThere || sheet.getMaxRows() !== maxRows) return null;
  return { layout, lines, formulas: { top, left: from, lines: first ?? formulasNow() }, records, isWhole };
}

const NOTHING: TabLines = { top: 1, left: 1, lines: [] };

const isHeader = <R>({ headers }: Layout<R>, cells: readonly CellValue[]): boolean =>
  headers.every((header, index) => header === String(cells[index]));

/** Blank where the cell was not read. */
export const cellAt = ({ top, left, lines }: TabLines, row: number, column: number): CellValue =>
  lines[row - top]?.[column - left] ?? '';

/** How often each of them stands there. */
export function timesOf(ids: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  return times;
}

const endsOf = <R extends Kept>(rows: RecordRows<R>, { name, reads }: Looked<R>): readonly [number, number] =>
  spanOf(rows, ['id' as Name<R>, name, ...withColumn(rows, reads)]);

/** Fields that have a column, or have to: what people deleted beside these says nothing, as in a single record. */
const withColumn = <R extends Kept, N extends Name<R>>(rows: RecordRows<R>, names: readonly N[]): readonly N[] =>
  names.filter((one) => rows.placeOf(one) !== undefined || (rows.of.required as readonly Name<R>[]).includes(one));

function spanOf<R extends Kept>(rows: RecordRows<R>, names: readonly Name<R>[]): readonly [number, number] {
  const columns = names.map((one) => rows.columnOf(one));
  return [Math.min(...columns), Math.max(...columns)];
}

/** Rows of records; `count`: how many of them, where that is known; `bottom`: of the tab. */
type Places = {
  readonly first: number;
  readonly last: number;
  readonly count: number | null;
  readonly bottom?: number;
};

/**
 * Where the first and the last of the records are; null where none is there. One call, so that the ids of the whole tab need
 * not cross, unless not every id stands in one row: it is gone, or somebody copied its row.
 */
function placesOf<R extends Kept>(rows: RecordRows<R>, { ids }: Looked<R>, isWhole: boolean): Places | null {
  if (!ids && !isWhole) {
    const [first, last] = [rows.layout.headerRow + 1, rows.sheet.getLastRow()];
    return first <= last ? { first, last, count: null } : null;
  }
  if (ids && ids.size > 0 && ids.size <= SEARCHED && [...ids].every((id) => isId(rows.of.kind, id))) {
    const cells = cellsWith(rows.idColumn, [...ids]);
    // Sheets finds them from above.
    if (cells.length === ids.size)
      return { first: cells[0]!.getRow(), last: cells[cells.length - 1]!.getRow(), count: cells.length };
  }
  const all = rows.idsByRow();
  const isWanted = (id: string) => isId(rows.of.kind, id) && (ids?.has(id) ?? true);
  const numbers = all.filter(([id]) => isWanted(id)).map(([, row]) => row);
  if (numbers.length === 0) return null;
  const bottom = rows.layout.headerRow + all.length;
  return { first: numbers[0]!, last: numbers[numbers.length - 1]!, count: numbers.length, bottom };
}

function recordsIn<R extends Kept>(
  rows: RecordRows<R>,
  { name, reads, also }: Looked<R>,
  { top, left, lines }: TabLines,
  isWide: boolean,
): readonly InRow<R>[] {
  const place = (field: Name<R>) => rows.columnOf(field) - left;
  const [id, own] = [place('id' as Name<R>), place(name)];
  const others = withColumn(rows, reads).map((field) => [field, place(field)] as const);
  const along = also && isWide ? rows.placeOf(also.name) : undefined;
  return lines.flatMap((cells, index) => {
    if (!isId(rows.of.kind, String(cells[id]))) return [];
    const values = Object.fromEntries(others.map(([field, at]) => [field, valueIn(rows, field, cells[at]!)]));
    return [
      {
        id: String(cells[id]),
        row: top + index,
        cell: cells[own]!,
        now: valueIn(rows, name, cells[own]!),
        values: values as unknown as Partial<R>,
        also: along === undefined ? null : String(cells[along - left]),
      },
    ];
  });
}

/** A blank says what a blank field says. */
function valueIn<R extends Kept>(rows: RecordRows<R>, name: Name<R>, cell: CellValue): unknown {
  const kind = rows.kind(name);
  const decoded = decode(kind, cell, rows.calendar);
  return decoded.ok ? (decoded.value ?? blankOf(kind)) : decoded.shown;
}
