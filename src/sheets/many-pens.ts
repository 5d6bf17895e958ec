import type { Instant } from '../domain/day';
import { type CellValue, encode } from './codec';
import type { Drafts } from './many-drafts';
import { cellAt, type InRow, type ManyLook, type ManyRequest } from './many-look';
import { blocksIn, type Placed, runsOf } from './placed-cells';
import type { RecordRows } from './record-rows';
import type { Name } from './row-values';
import type { Kept } from './tab-columns';
import { couldBeFormula, couldBeParsed, writeDown } from './writing';

/** A column that is written, and what goes into the cell of each record; null: that cell is left alone. */
export type Pen<R> = {
  readonly name: Name<R>;
  readonly column: number;
  readonly cellOf: (id: string) => CellValue | null;
  /** What stands in the rows between, which may be written again as it is: one call for all. Empty where it may not. */
  readonly between: ReadonlyMap<number, CellValue>;
};

/** What is recorded goes last: where Google fails before it, the change is found as one in the grid. */
export function pensOf<R extends Kept>(
  rows: RecordRows<R>,
  { name, along, also, isQuiet }: ManyRequest<R>,
  {
    drafts,
    targets,
    look,
  }: {
    readonly drafts: Drafts<R>;
    readonly targets: readonly InRow<R>[];
    readonly look: ManyLook<R>;
  },
  now: Instant,
): readonly Pen<R>[] {
  const pen = (field: Name<R>, cellOf: Pen<R>['cellOf'], between: Pen<R>['between'] = new Map()) => {
    const column = rows.placeOf(field);
    return column === undefined ? [] : [{ name: field, column, cellOf, between }];
  };
  const inRow = new Map(targets.map((one) => [one.id, one]));
  const drafted = (field: Name<R>) => (id: string) =>
    drafts.get(inRow.get(id)!)?.find((one) => one.name === field)?.cell ?? null;
  const changed = encode('instant', now, rows.calendar);
  return [
    ...pen(name, (id) => drafted(name)(id) ?? inRow.get(id)?.cell ?? null),
    ...(along?.fields ?? []).flatMap((field) => pen(field, drafted(field))),
    ...(isQuiet ? [] : pen('updatedAt' as Name<R>, () => changed)),
    ...(also
      ? pen(
          also.name,
          (id) => also.valueFor(inRow.get(id)?.also ?? null, id),
          between(look, rows.placeOf(also.name), targets),
        )
      : []),
  ];
}

/** What only we write, and was read along: texts and blanks. */
function between<R>(
  { lines, formulas }: ManyLook<R>,
  column: number | undefined,
  targets: readonly InRow<R>[],
): Pen<R>['between'] {
  if (column === undefined || targets.some(({ also }) => also === null)) return new Map();
  const [first, last] = [targets[0]!.row, targets[targets.length - 1]!.row];
  const rows = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const cells = rows.map((row) => [row, cellAt(lines, row, column)] as const);
  const isPlain = ([row, cell]: readonly [number, CellValue]) =>
    (cell === '' || String(cell).startsWith('{')) && cellAt(formulas, row, column) === '';
  const own = new Set(targets.map(({ row }) => row));
  return new Map(cells.every(isPlain) ? cells.filter(([row]) => !own.has(row)) : []);
}

/**
 * What is alike goes in with one call, whatever columns it is in. Apart from that the columns of which others' cells are written
 * along, last of all.
 */
export function write<R extends Kept>(
  rows: RecordRows<R>,
  pens: readonly Pen<R>[],
  targets: readonly InRow<R>[],
): void {
  const strokes = pens.flatMap(({ column, cellOf, between }) => {
    const asked = targets.flatMap(({ id, row }) => {
      const cell = cellOf(id);
      return cell === null ? [] : [{ row, column, cell }];
    });
    if (asked.length === 0) return [];
    const others = alike(asked).length > 1 ? [...between].map(([row, cell]) => ({ row, column, cell })) : [];
    return [{ cells: [...asked, ...others], isApart: others.length > 0 }];
  });
  keepTexts(
    rows,
    strokes.flatMap(({ cells }) => cells),
  );
  const takesRuns = ({ cells, isApart }: (typeof strokes)[number]) =>
    isApart || alike(cells).some(([{ cell }]) => couldBeFormula(cell)) || alike(cells).length > runsOf(cells).length;
  const shared = strokes.filter((one) => !takesRuns(one)).flatMap(({ cells }) => cells);
  for (const some of alike(shared)) rows.sheet.getRangeList(blocksOf(some)).setValue(some[0].cell);
  for (const { cells } of strokes.filter(takesRuns)) writeRuns(rows, cells);
}

function writeRuns<R extends Kept>({ sheet }: RecordRows<R>, cells: readonly InCell[]): void {
  for (const { first, items } of runsOf(cells))
    writeDown(
      sheet,
      first,
      items[0]!.column,
      items.map(({ cell }) => cell),
    );
}

/** Texts that Sheets could make something else of get the format that keeps them texts. */
function keepTexts<R extends Kept>({ sheet }: RecordRows<R>, cells: readonly InCell[]): void {
  const texts = cells.filter(({ cell }) => couldBeParsed(cell) && !couldBeFormula(cell));
  if (texts.length > 0) sheet.getRangeList(blocksOf(texts)).setNumberFormat('@');
}

const blocksOf = (cells: readonly InCell[]): string[] =>
  [...new Set(cells.map(({ column }) => column))].flatMap((column) =>
    blocksIn(
      column,
      cells.filter((one) => one.column === column),
    ),
  );

type InCell = Placed;

/** Those that get the same. */
function alike(cells: readonly InCell[]): readonly (readonly [InCell, ...InCell[]])[] {
  const groups = new Map<unknown, [InCell, ...InCell[]]>();
  for (const one of cells) {
    const key = typeof one.cell === 'object' ? `${typeof one.cell} ${one.cell.getTime()}` : one.cell;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}
