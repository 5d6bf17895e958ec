import { isId } from '../domain/ids';
import type { CellValue } from './codec';
import type { Layout } from './layout';
import { cellAt, type ManyLook } from './many-look';
import type { Now } from './many-now';
import { matchLines } from './matched-lines';
import type { RecordRows } from './record-rows';
import type { Kept } from './tab-columns';

/** Where each column of now was before; 0: nowhere, somebody put it in. Those of which that cannot be told are left out. */
export function sameColumns<R>({ layout, lines }: ManyLook<R>, now: Layout<R>): ReadonlyMap<number, number> {
  const named = (of: Layout<R>) => new Map<string, number>([...of.columns, ...of.own]);
  const [was, is] = [named(layout), named(now)];
  const same = new Map<number, number>();
  for (const [name, column] of is) if (was.has(name)) same.set(column, was.get(name)!);
  const taken = new Set(same.values());
  const isFilled = (column: number) => lines.lines.some((line) => (line[column - lines.left] ?? '') !== '');
  const rest = ({ headers }: Layout<R>, isFree: (column: number) => boolean, hasHeader: boolean) =>
    headers.flatMap((header, at) => ((header.trim() !== '') === hasHeader && isFree(at + 1) ? [at + 1] : []));
  for (const hasHeader of [true, false]) {
    const left = rest(now, (column) => !same.has(column), hasHeader);
    const gone = rest(layout, (column) => !taken.has(column) && isFilled(column), hasHeader);
    // Renamed ones stand in their order.
    if (left.length === gone.length) for (const [index, column] of left.entries()) same.set(column, gone[index]!);
    else if (gone.length === 0) for (const column of left) same.set(column, 0);
  }
  return same;
}

type Pens = readonly { readonly name: unknown; readonly column: number }[];

/** The row that each row of now was before: by id, else by what stands in the cells that nobody wrote. */
export function sameRows<R extends Kept>(
  rows: RecordRows<R>,
  { look, pens }: { readonly look: ManyLook<R>; readonly pens: Pens },
  now: Now<R>,
  columns: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const penned = new Set(pens.flatMap(({ name, column }) => [column, rows.placeOf(name as never) ?? column]));
  const isFree = ([column, was]: readonly [number, number]) => was > 0 && !penned.has(column) && !penned.has(was);
  const free = [...columns].filter(isFree);
  const id = rows.columnOf('id');
  const before = look.lines.lines.map((_, index) => {
    const line: CellValue[] = new Array(now.layout.headers.length).fill('');
    for (const [column, was] of columns)
      if (was > 0) line[column - 1] = cellAt(look.lines, look.lines.top + index, was);
    return line;
  });
  const start = look.lines.top <= look.layout.headerRow ? look.layout.headerRow + 1 - look.lines.top : 0;
  const old = before.map((line, index) => ({ line, row: look.lines.top + index })).slice(start);
  const here = now.lines.lines.map((line, index) => ({ line, row: now.lines.top + index }));
  const [byOldId, byId] = [byUniqueId(rows, old, id), byUniqueId(rows, here, id)];
  const matched = new Map<number, number>();
  for (const [one, row] of byId) if (byOldId.has(one)) matched.set(row, byOldId.get(one)!);
  const isTaken = new Set(matched.values());
  const holds = ({ line }: { readonly line: readonly CellValue[] }) =>
    free.some(([column]) => (line[column - 1] ?? '') !== '');
  const wanted = old.filter((one) => !isTaken.has(one.row) && holds(one));
  const left = here.filter((one) => !matched.has(one.row) && holds(one));
  const pairs = matchLines(
    wanted.map(({ line }) => line),
    left.map(({ line }) => line),
    { id, telling: free.map(([column]) => column) },
  );
  for (const [index, one] of pairs) matched.set(left[index]!.row, wanted[one]!.row);
  return matched;
}

type Line = { readonly line: readonly CellValue[]; readonly row: number };

function byUniqueId<R extends Kept>(rows: RecordRows<R>, lines: readonly Line[], column: number): Map<string, number> {
  const found = new Map<string, number>();
  const twice = new Set<string>();
  for (const { line, row } of lines) {
    const id = String(line[column - 1]);
    if (!isId(rows.of.kind, id)) continue;
    if (found.has(id)) twice.add(id);
    found.set(id, row);
  }
  for (const id of twice) found.delete(id);
  return found;
}
