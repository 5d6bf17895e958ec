import type { Instant } from '../domain/day';
import type { FieldValue } from '../domain/errors';
import type { ManyDone, ManyKept } from '../domain/many';
import { afterBreak } from './broken-many';
import { type CellValue, encode, sameCell, sameValue } from './codec';
import { confirmMany } from './confirm-many';
import type { History } from './history';
import { lineOf, shown } from './history-lines';
import { cellAt, type InRow, type ManyLook, type ManyRequest, readMany, timesOf } from './many-look';
import type { Memory } from './memory';
import { blocksIn, type Placed, runsOf } from './placed-cells';
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

/** A column that is written, and what goes into the cell of each record; null: that cell is left alone. */
export type Pen<R> = {
  readonly name: Name<R>;
  readonly column: number;
  readonly cellOf: (id: string) => CellValue | null;
  /** What stands in the rows between, which may be written again as it is: one call for all. Empty where it may not. */
  readonly between: ReadonlyMap<number, CellValue>;
};

/**
 * Sets one field of many records, with those that go along with it: to one value as many calls for two rows as for two thousand;
 * to different ones a call for each value or each stretch of neighbouring rows, whichever are fewer. Rows that a formula works
 * out stay as they are. Looks again after the commit, and puts right what a person did meanwhile. Throws `DENIED`,
 * `CONFLICT`, `BUSY`.
 */
export function setMany<R extends Kept>(
  rows: RecordRows<R>,
  desk: ManyDesk,
  request: ManyRequest<R>,
  now: Instant,
): ManyDone {
  const { name } = request;
  const started = Date.now();
  const look = readMany(rows, request, desk.isForgotten);
  const { records } = look;
  const asked = records.filter(({ id }) => request.ids?.has(id) ?? true);
  const drafts = draftsOf(rows, request, asked);
  const isLocked = lockedBy(rows, look, drafts);
  const isCopied = request.ids ? copiedIds(records) : new Set();
  const isGiven = (one: InRow<R>) => !isCopied.has(one.id) && request.gets(one);
  const wanted = asked.filter((one) => isGiven(one) && !isLocked(one));
  const targets = wanted.filter((one) => drafts.get(one)!.length > 0);
  request.first?.(asked.filter((one) => isLocked(one) && request.gets(one)).map(({ row }) => row));
  const isWanted = new Set(wanted);
  const whyKept = (one: InRow<R>) => (isCopied.has(one.id) ? 'copied' : isLocked(one) ? 'formula' : 'changed');
  const kept = asked
    .filter((one) => !isWanted.has(one))
    .map((one): ManyKept => ({ id: one.id, now: one.now as FieldValue, why: whyKept(one) }));
  if (targets.length === 0) {
    // Somebody may have brought some with Ctrl+Z before the other part of the action was done, such as a stage's old name.
    if (request.first) return setMany(rows, desk, withoutFirst(request), now);
    return { done: wanted.map(({ id }) => id), kept };
  }
  const pens = pensOf(rows, request, { drafts, targets, look }, now);
  const asks = [name, ...(request.along?.fields ?? [])];
  const written = { look, name, asks, targets, pens, begun: now, started };
  const note = (some: readonly InRow<R>[]) => {
    for (const one of some) noteDraft(rows, desk.history, request, one.id, drafts.get(one)!);
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
  const lost = left.kept.map((one): ManyKept => ({ id: one.id, now: one.now as FieldValue, why: 'changed' }));
  return { done: wanted.map(({ id }) => id).filter((id) => !isLeft.has(id)), kept: [...kept, ...lost] };
}

const withoutFirst = <R>({ first: _, ...request }: ManyRequest<R>): ManyRequest<R> => request;

/** Where somebody copied a row, nobody knows which of the two is meant. */
function copiedIds<R>(found: readonly InRow<R>[]): ReadonlySet<string> {
  const times = timesOf(found.map(({ id }) => id));
  return new Set([...times].filter(([, count]) => count > 1).map(([id]) => id));
}

/** A field of a record that changes. */
type Draft<R> = { readonly name: Name<R>; readonly before: unknown; readonly after: unknown; readonly cell: CellValue };

/** By the row that it is of: an id may stand in several. */
type Drafts<R> = ReadonlyMap<InRow<R>, readonly Draft<R>[]>;

/** What changes in each record. */
function draftsOf<R extends Kept>(
  rows: RecordRows<R>,
  { name, valueFor, along }: ManyRequest<R>,
  asked: readonly InRow<R>[],
): Drafts<R> {
  const draft = (field: Name<R>, before: unknown, after: unknown): Draft<R> => ({
    name: field,
    before,
    after,
    cell: encode(rows.kind(field), after, rows.calendar),
  });
  return new Map(
    asked.map((one) => {
      const own = draft(name, one.now, valueFor(one.id, one.now));
      const next = along?.valuesFor(one);
      const others = (along?.fields ?? []).flatMap((field) => {
        const isSame = sameValue(next![field], one.values[field]) || rows.placeOf(field) === undefined;
        return isSame ? [] : [draft(field, one.values[field], next![field])];
      });
      return [one, [...(sameCell(one.cell, own.cell) ? [] : [own]), ...others]];
    }),
  );
}

/** Whether a formula works out the field, or one that would change with it. */
function lockedBy<R extends Kept>(
  rows: RecordRows<R>,
  { formulas }: ManyLook<R>,
  drafts: Drafts<R>,
): (one: InRow<R>) => boolean {
  return (one) => drafts.get(one)!.some(({ name }) => cellAt(formulas, one.row, rows.columnOf(name)) !== '');
}

function noteDraft<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  { renamesIn }: ManyRequest<R>,
  id: string,
  draft: readonly Draft<R>[],
): void {
  for (const { name, before, after } of draft)
    history.note({
      ...lineOf(rows, id, name),
      before: shown(rows, name, before),
      after: shown(rows, name, after),
      data: { before, after, ...(renamesIn && { renamesIn }) },
    });
}

/** What is recorded goes last: where Google fails before it, the change is found as one in the grid. */
function pensOf<R extends Kept>(
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

function refuseAny<R extends Kept>(
  { sheet }: RecordRows<R>,
  pens: readonly Pen<R>[],
  targets: readonly InRow<R>[],
): void {
  const [first, last] = [targets[0]!.row, targets[targets.length - 1]!.row];
  refuseProtected(sheet, { row: first, rows: last - first + 1, columns: pens.map(({ column }) => column) });
}

/**
 * What is alike goes in with one call, whatever columns it is in. Apart from that the columns of which others' cells are written
 * along, last of all.
 */
function write<R extends Kept>(rows: RecordRows<R>, pens: readonly Pen<R>[], targets: readonly InRow<R>[]): void {
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
