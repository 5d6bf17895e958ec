import type { Many } from '../domain/crm';
import { isId } from '../domain/ids';
import { type CellValue, decode } from './codec';
import type { Kept, RecordRows } from './record-rows';
import { blankOf, type Name } from './row-values';

/** What stands in one row, of the fields that matter. */
export type InRow<R> = {
  readonly id: string;
  readonly row: number;
  readonly cell: CellValue;
  readonly now: unknown;
  readonly values: Partial<R>;
};

export type ManyRequest<R> = Many<R> & { readonly name: Name<R> };

/** More than that takes too long to read for something that happens once in a while. */
const MOST_CELLS = 250_000;

/**
 * All records from the first to the last that is asked for, with what stands in them. `isForgotten`: of the others nothing is
 * remembered, so that they are read too, as far as there are not too many. Throws `BUSY`.
 */
export function readMany<R extends Kept>(
  rows: RecordRows<R>,
  request: ManyRequest<R>,
  isForgotten: boolean,
): readonly InRow<R>[] {
  for (let tries = 0; tries < 3; tries++) {
    const { left, right } = columnsOf(rows, request);
    const isWide = isForgotten && rows.sheet.getMaxRows() * (right - left + 1) <= MOST_CELLS;
    const found = request.ids && !isWide ? readAround(rows, request, request.ids) : readAll(rows, request);
    if (found) return found;
    rows.lookAgain();
  }
  throw rows.keepsMoving();
}

type Columns = { readonly left: number; readonly right: number };

function columnsOf<R extends Kept>(rows: RecordRows<R>, { name, reads }: ManyRequest<R>): Columns {
  const columns = (['id', name, ...reads] as Name<R>[]).map((one) => rows.columnOf(one));
  return { left: Math.min(...columns), right: Math.max(...columns) };
}

function readAll<R extends Kept>(rows: RecordRows<R>, request: ManyRequest<R>): readonly InRow<R>[] | null {
  const { left, right } = columnsOf(rows, request);
  const lines = rows.linesBelowHeader(left, right);
  return lines ? recordsIn(rows, request, { first: rows.layout.headerRow + 1, left }, lines) : null;
}

/** Only the rows from the first to the last of some ids; null where they moved while we looked. */
function readAround<R extends Kept>(
  rows: RecordRows<R>,
  request: ManyRequest<R>,
  ids: ReadonlySet<string>,
): readonly InRow<R>[] | null {
  const ends = endsOf(rows, [...ids]);
  const between = ends && recordsBetween(rows, request, ends);
  const inside = new Set(between?.map(({ id }) => id));
  if (between && [...ids].every((id) => inside.has(id))) return between;
  const numbers = rows.idsByRow().filter(([id]) => isId(rows.of.kind, id));
  const span = numbers.filter(([id]) => ids.has(id)).map(([, row]) => row);
  if (span.length === 0) return [];
  const [first, last] = [span.reduce((a, b) => Math.min(a, b)), span.reduce((a, b) => Math.max(a, b))];
  const found = recordsBetween(rows, request, { first, last });
  return found.length === numbers.filter(([, row]) => row >= first && row <= last).length ? found : null;
}

/** How long a pattern may be is documented nowhere. */
const SEARCHED = 250;

type Ends = { readonly first: number; readonly last: number };

/**
 * Where the first and the last of some ids are. One call, so that the ids of the whole tab need not cross; null where not
 * every id stands in one row: it is gone, or somebody copied its row.
 */
function endsOf<R extends Kept>(rows: RecordRows<R>, ids: readonly string[]): Ends | null {
  if (ids.length === 0 || ids.length > SEARCHED || !ids.every((id) => isId(rows.of.kind, id))) return null;
  const finder = rows.idColumn.createTextFinder(ids.join('|')).useRegularExpression(true);
  const cells = finder.matchEntireCell(true).matchCase(true).findAll();
  if (cells.length !== ids.length) return null;
  // Sheets finds them from above.
  return { first: cells[0]!.getRow(), last: cells[cells.length - 1]!.getRow() };
}

function recordsBetween<R extends Kept>(
  rows: RecordRows<R>,
  request: ManyRequest<R>,
  { first, last }: Ends,
): readonly InRow<R>[] {
  const { left, right } = columnsOf(rows, request);
  const range = rows.sheet.getRange(first, left, last - first + 1, right - left + 1);
  const lines = range.getValues() as CellValue[][];
  return recordsIn(rows, request, { first, left }, lines);
}

function recordsIn<R extends Kept>(
  rows: RecordRows<R>,
  { name, reads }: ManyRequest<R>,
  { first, left }: { readonly first: number; readonly left: number },
  lines: readonly (readonly CellValue[])[],
): readonly InRow<R>[] {
  const place = (field: Name<R>) => rows.columnOf(field) - left;
  const [id, own] = [place('id' as Name<R>), place(name)];
  const others = reads.map((field) => [field, place(field)] as const);
  return lines.flatMap((cells, index) => {
    if (!isId(rows.of.kind, String(cells[id]))) return [];
    const values = Object.fromEntries(others.map(([field, at]) => [field, valueIn(rows, field, cells[at]!)]));
    const now = valueIn(rows, name, cells[own]!);
    return [
      { id: String(cells[id]), row: first + index, cell: cells[own]!, now, values: values as unknown as Partial<R> },
    ];
  });
}

function valueIn<R extends Kept>(rows: RecordRows<R>, name: Name<R>, cell: CellValue): unknown {
  const kind = rows.kind(name);
  const decoded = decode(kind, cell, rows.calendar);
  return decoded.ok ? (decoded.value ?? blankOf(kind)) : decoded.shown;
}
