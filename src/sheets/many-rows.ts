import type { Instant } from '../domain/day';
import type { ManyDone } from '../domain/many';
import { afterBreak } from './broken-many';
import { type CellValue, encode, sameCell } from './codec';
import { confirmMany } from './confirm-many';
import type { History } from './history';
import { lineOf, shown } from './history-lines';
import { cellAt, type InRow, type ManyLook, type ManyRequest, readMany, timesOf } from './many-look';
import type { Memory } from './memory';
import { blocksIn, runsOf } from './placed-cells';
import { refuseProtected } from './protected-cells';
import type { RecordRows } from './record-rows';
import type { Name } from './row-values';
import { onceMore } from './steps';
import type { Kept } from './tab-columns';
import { couldBeFormula, couldBeParsed, writeDown } from './writing';

export type ManyDesk = {
  readonly history: History;
  readonly memory: Memory;
  /** Nobody knows how the tab stands. */
  readonly isForgotten: boolean;
};

/** A column that is written, and what goes into the cell of each record. */
export type Pen<R> = {
  readonly name: Name<R>;
  readonly column: number;
  readonly cellOf: (id: string) => CellValue;
  /** What stands in the rows between, which may be written again as it is: one call for all. Empty where it may not. */
  readonly between: ReadonlyMap<number, CellValue>;
};

/**
 * Sets one field of many records, to one value as many calls for two rows as for two thousand; to different ones a call for
 * each value or each stretch of neighbouring rows, whichever are fewer. Rows that a formula works
 * out stay as they are. Looks again after the commit, and puts right what a person did meanwhile. Throws `DENIED`,
 * `CONFLICT`, `BUSY`.
 */
export function setMany<R extends Kept>(
  rows: RecordRows<R>,
  desk: ManyDesk,
  request: ManyRequest<R>,
  now: Instant,
): ManyDone {
  const { name, valueFor, renamesIn } = request;
  const started = Date.now();
  const look = readMany(rows, request, desk.isForgotten);
  const { records, formulas } = look;
  const isLocked = ({ row }: InRow<R>) => cellAt(formulas, row, rows.columnOf(name)) !== '';
  const asked = records.filter(({ id }) => request.ids?.has(id) ?? true);
  const isCopied = request.ids ? copiedIds(records) : new Set();
  const wanted = asked.filter((one) => !isLocked(one) && !isCopied.has(one.id) && request.gets(one));
  const cellOf = (id: string) => encode(rows.kind(name), valueFor(id), rows.calendar);
  const targets = wanted.filter((one) => !sameCell(one.cell, cellOf(one.id)));
  request.first?.(asked.filter((one) => isLocked(one) && request.gets(one)).map(({ row }) => row));
  const isWanted = new Set(wanted);
  const kept = asked.filter((one) => !isWanted.has(one)).map(({ id, now }) => ({ id, now }));
  if (targets.length === 0) {
    // Somebody may have brought some with Ctrl+Z before the other part of the action was done, such as a stage's old name.
    if (request.first) return setMany(rows, desk, withoutFirst(request), now);
    return { done: wanted.map(({ id }) => id), kept };
  }
  const pens = pensOf(rows, request, { cellOf, targets, look }, now);
  const written = { look, name, targets, pens, begun: now, started };
  const note = (some: readonly InRow<R>[]) => {
    for (const one of some)
      desk.history.note({
        ...lineOf(rows, one.id, name),
        before: shown(rows, name, one.now),
        after: shown(rows, name, valueFor(one.id)),
        data: { before: one.now, after: valueFor(one.id), ...(renamesIn && { renamesIn }) },
      });
  };
  refuseAny(rows, pens, targets);
  try {
    onceMore(() => write(rows, pens, targets));
  } catch (error) {
    throw afterBreak(rows, desk, written, { error, note });
  }
  note(targets);
  desk.history.commitByReading();
  const left = onceMore(() => confirmMany(rows, desk, written));
  const isLeft = new Set([...left.gone, ...left.kept.map(({ id }) => id)]);
  return { done: wanted.map(({ id }) => id).filter((id) => !isLeft.has(id)), kept: [...kept, ...left.kept] };
}

const withoutFirst = <R>({ first: _, ...request }: ManyRequest<R>): ManyRequest<R> => request;

/** Where somebody copied a row, nobody knows which of the two is meant. */
function copiedIds<R>(found: readonly InRow<R>[]): ReadonlySet<string> {
  const times = timesOf(found.map(({ id }) => id));
  return new Set([...times].filter(([, count]) => count > 1).map(([id]) => id));
}

/** What is recorded goes last: where Google fails before it, the change is found as one in the grid. */
function pensOf<R extends Kept>(
  rows: RecordRows<R>,
  { name, also, isQuiet }: ManyRequest<R>,
  {
    cellOf,
    targets,
    look,
  }: { readonly cellOf: Pen<R>['cellOf']; readonly targets: readonly InRow<R>[]; readonly look: ManyLook<R> },
  now: Instant,
): readonly Pen<R>[] {
  const along = (field: string, content: Pen<R>['cellOf'], between: Pen<R>['between'] = new Map()) => {
    const column = rows.layout.columns.get(field as keyof R & string);
    return column === undefined ? [] : [{ name: field as Name<R>, column, cellOf: content, between }];
  };
  const before = new Map(targets.map((one) => [one.id, one.also]));
  const changed = encode('instant', now, rows.calendar);
  return [
    { name, column: rows.columnOf(name), cellOf, between: new Map() },
    ...(isQuiet ? [] : along('updatedAt', () => changed)),
    ...(also
      ? along(
          also.name,
          (id) => also.valueFor(before.get(id) ?? null, id),
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

function refuseAny<R extends Kept>(
  { sheet }: RecordRows<R>,
  pens: readonly Pen<R>[],
  targets: readonly InRow<R>[],
): void {
  const [first, last] = [targets[0]!.row, targets[targets.length - 1]!.row];
  refuseProtected(sheet, { row: first, rows: last - first + 1, columns: pens.map(({ column }) => column) });
}

function write<R extends Kept>({ sheet }: RecordRows<R>, pens: readonly Pen<R>[], targets: readonly InRow<R>[]): void {
  for (const { column, cellOf, between } of pens) {
    const asked = targets.map(({ id, row }) => ({ row, cell: cellOf(id) }));
    const others = alike(asked).length > 1 ? [...between].map(([row, cell]) => ({ row, cell })) : [];
    const cells = [...asked, ...others];
    const texts = cells.filter(({ cell }) => couldBeParsed(cell) && !couldBeFormula(cell));
    if (texts.length > 0) sheet.getRangeList(blocksIn(column, texts)).setNumberFormat('@');
    const byCell = alike(cells);
    if (byCell.some(([{ cell }]) => couldBeFormula(cell)) || byCell.length > runsOf(cells).length)
      for (const { first, items } of runsOf(cells))
        writeDown(
          sheet,
          first,
          column,
          items.map(({ cell }) => cell),
        );
    else for (const some of byCell) sheet.getRangeList(blocksIn(column, some)).setValue(some[0].cell);
  }
}

type InCell = { readonly row: number; readonly cell: CellValue };

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
