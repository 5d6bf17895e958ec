import type { Instant } from '../domain/day';
import { isId } from '../domain/ids';
import { type CellValue, holdsWritten, sameCell } from './codec';
import type { Written } from './confirm-change';
import { fieldIn } from './edit-notes';
import type { Layout } from './layout';
import type { GridEdit, Memory } from './memory';
import { columnsBefore, formulasNow } from './moved-columns';
import type { Stroke } from './own-row';
import type { RecordRows } from './record-rows';
import { cellFor } from './row-change';
import { fieldOf, type Name } from './row-values';
import type { Kept } from './tab-columns';

/** A row of the tab as it stands now. */
export type Line = { readonly number: number; readonly cells: readonly CellValue[] };

/** A cell of another row that holds what was meant for ours. */
export type Hit<R> = {
  readonly line: Line;
  readonly column: number;
  /** Null where the column has no header. */
  readonly name: Name<R> | null;
  /** What stood there before; undefined: nobody knows. */
  readonly was: CellValue | undefined;
  /** Which it worked out, in R1C1 notation; '' for a plain value. */
  readonly formula: string;
};

type Was = { readonly cell: CellValue; readonly formula: string };

const plain = (cell: CellValue): Was => ({ cell, formula: '' });

/** More rows than that hold a value by chance. */
const MANY = 50;

/**
 * What our pen left in other rows, of what is not in ours: in the row that came into its place or got its date, else
 * wherever a cell holds what was meant for ours and another value is remembered.
 */
export function hitsIn<R extends Kept>(
  rows: RecordRows<R>,
  memory: Memory,
  { row, begun, layout }: Pick<Written<R>, 'row' | 'begun' | 'layout'>,
  strokes: readonly Stroke<R>[],
  lines: readonly Line[],
): readonly Hit<R>[] {
  const near = lines.filter((line) => line.number === row.number || isDated(strokes, line));
  const editsOf = editsBy(memory, begun);
  const look = { memory, editsOf, strokes, lines, before: beforeOf(rows, layout) };
  return strokes.flatMap((stroke) => {
    const there = near.flatMap((line) => hitIn(rows, look, stroke, line, true));
    if (there.length > 0 || stroke.cell === '') return there;
    const holding = lines.filter(({ cells }) =>
      placesOf(stroke).some((one) => sameCell(cells[one - 1] ?? '', stroke.cell)),
    );
    return holding.length > MANY ? [] : holding.flatMap((line) => hitIn(rows, look, stroke, line, false));
  });
}

/** A cell that was put back, of which record, and where its row was then. */
export type Repair = {
  readonly id: string;
  readonly number: number;
  readonly column: number;
  readonly cell: CellValue;
  readonly formula: string;
};

/** What repairs left in rows that came into the places of those for which they were meant: people may sort once more. */
export function hitsByRepairs<R extends Kept>(
  rows: RecordRows<R>,
  memory: Memory,
  { begun, layout }: Pick<Written<R>, 'begun' | 'layout'>,
  repairs: readonly Repair[],
  lines: readonly Line[],
): readonly Hit<R>[] {
  if (repairs.length === 0) return [];
  const byNumber = new Map(lines.map((line) => [line.number, line]));
  const look = { memory, editsOf: editsBy(memory, begun), strokes: [], lines, before: beforeOf(rows, layout) };
  return repairs.flatMap(({ id, number, column, cell, formula }) => {
    const line = byNumber.get(number);
    const there = line?.cells[column - 1] ?? '';
    if (!line || (id !== '' && idIn(rows, line) === id)) return [];
    const isThere = formula ? formula === formulaAt(rows, line, column) : holdsWritten(there, cell, rows.calendar);
    if (!isThere) return [];
    const name = fieldIn(rows, column);
    const was = name === null ? plain('') : remembered(rows, look, line, new Set([column]))(name, column);
    const isHit = was === undefined || isOver(rows, { line, column }, was, { cell: there, formula });
    return isHit ? [{ line, column, name, was: was?.cell, formula: was?.formula ?? '' }] : [];
  });
}

/** It says that it was changed when ours was: our pen went through it, also where it left a blank, which tells nothing. */
const isDated = <R>(strokes: readonly Stroke<R>[], { cells }: Line): boolean =>
  strokes.some(({ name, column, cell }) => name === 'updatedAt' && sameCell(cells[column - 1] ?? '', cell));

const placesOf = <R>({ column, now }: Stroke<R>): readonly number[] =>
  [...new Set([column, now])].filter((one) => one > 0);

type Look<R> = {
  readonly memory: Memory;
  readonly editsOf: (id: string) => readonly GridEdit[];
  readonly strokes: readonly Stroke<R>[];
  readonly lines: readonly Line[];
  readonly before: {
    readonly nameOf: (column: number) => Name<R> | undefined;
    readonly formulaIn: (column: number, formula: string) => string;
  };
};

/** What the columns of now were when the action looked, by which things are remembered. */
function beforeOf<R extends Kept>(rows: RecordRows<R>, layout: Layout<R>): Look<R>['before'] {
  const wasAt = columnsBefore(layout, rows.layout);
  const names = new Map<number, Name<R>>([...layout.columns, ...layout.own].map(([name, column]) => [column, name]));
  const formulaNow = formulasNow(layout, rows.layout);
  return {
    nameOf: (column) => names.get(wasAt(column)),
    formulaIn: (column, formula) => formulaNow(formula, wasAt(column), column),
  };
}

/** What was typed since the action began, each record looked for once. */
function editsBy(memory: Memory, since: Instant): Look<unknown>['editsOf'] {
  const known = new Map<string, readonly GridEdit[]>();
  return (id) => {
    if (!known.has(id)) known.set(id, memory.editsSince(id, since));
    return known.get(id)!;
  };
}

/** `isLikely`: also where nobody knows what stood there. */
function hitIn<R extends Kept>(
  rows: RecordRows<R>,
  look: Look<R>,
  stroke: Stroke<R>,
  line: Line,
  isLikely: boolean,
): readonly Hit<R>[] {
  const { strokes } = look;
  // A formula works out something else in another row.
  const holds = (one: Stroke<R>, column: number) =>
    (isLikely && !!one.formula) || holdsWritten(line.cells[column - 1] ?? '', one.cell, rows.calendar);
  return placesOf(stroke).flatMap((column) => {
    if (!holds(stroke, column)) return [];
    const name = fieldIn(rows, column);
    const held = new Set(strokes.flatMap((one) => placesOf(one).filter((place) => holds(one, place))));
    const was = name === null ? plain('') : remembered(rows, look, line, held)(name, column);
    const ours = stroke.formula ? (line.cells[column - 1] ?? '') : stroke.cell;
    const written = { cell: ours, formula: stroke.formula ?? '' };
    const isHit = was === undefined ? isLikely : isOver(rows, { line, column }, was, written);
    return isHit ? [{ line, column, name, was: was?.cell, formula: was?.formula ?? '' }] : [];
  });
}

/** One call. */
const formulaAt = <R extends Kept>({ sheet }: RecordRows<R>, { number }: Line, column: number): string =>
  sheet.getRange(number, column).getFormulaR1C1() ?? '';

/**
 * Whether something else stands in the place of what was there. Where a formula of theirs stands it may well work out what we
 * wrote: that takes a call.
 */
function isOver<R extends Kept>(
  rows: RecordRows<R>,
  { line, column }: { readonly line: Line; readonly column: number },
  was: Was,
  written: Was,
): boolean {
  if (was.formula === '') return !sameCell(was.cell, written.cell);
  const stands = formulaAt(rows, line, column);
  return stands === '' || (stands !== was.formula && written.formula !== '');
}

/** Whether somebody copied the row, so that what is remembered may be of the other one. */
const isShared = <R extends Kept>(rows: RecordRows<R>, line: Line, lines: readonly Line[]): boolean =>
  lines.some((one) => one !== line && idIn(rows, one) === idIn(rows, line));

export const idIn = <R extends Kept>(rows: RecordRows<R>, { cells }: Line): string =>
  String(cells[rows.columnOf('id') - 1] ?? '');

/** Blank where the row holds nothing but what we wrote; of a record what was typed since the action began, else what is remembered. */
function remembered<R extends Kept>(
  rows: RecordRows<R>,
  { memory, editsOf, lines, before }: Look<R>,
  line: Line,
  held: ReadonlySet<number>,
): (name: Name<R>, column: number) => Was | undefined {
  const { number, cells } = line;
  if (cells.every((cell, index) => cell === '' || held.has(index + 1))) return () => plain('');
  const id = idIn(rows, line);
  const known = isId(rows.of.kind, id) ? (memory.lastKnown(rows.of.kind, id) as R | null) : null;
  const knownIn = (name: Name<R>, column: number) => {
    const value = known ? fieldOf(known, before.nameOf(column) ?? name) : undefined;
    return value === undefined ? undefined : cellFor(rows, name, value, number, column);
  };
  const isSame = (name: Name<R>, column: number) =>
    held.has(column) || sameCell(knownIn(name, column) ?? '', cells[column - 1] ?? '');
  const isCopied = isShared(rows, line, lines);
  const isOther = isCopied && ![...rows.layout.columns].every(([name, column]) => isSame(name, column));
  return (name, column) => {
    const names = [name, before.nameOf(column)] as readonly unknown[];
    const edit = known && [...editsOf(id)].reverse().find(({ field }) => names.includes(field));
    const typed = edit && cellFor(rows, name, edit.typed, number, column);
    // Of a row that somebody copied the edit may have been in the other one, where it stands then.
    const isElsewhere = lines.some(
      (one) => one !== line && idIn(rows, one) === id && sameCell(one.cells[column - 1] ?? '', typed ?? ''),
    );
    if (edit && typed !== null && typed !== undefined && !isElsewhere)
      return { cell: typed, formula: edit.formula ? before.formulaIn(column, edit.formula) : '' };
    if (isOther || !known) return undefined;
    const formula = memory.formulaOf(rows.of.kind, id, (before.nameOf(column) ?? name) as string);
    const cell = knownIn(name, column);
    if (formula !== '') return { cell: '', formula: before.formulaIn(column, formula) };
    return cell === undefined ? undefined : plain(cell);
  };
}
