import { CrmError } from '../domain/errors';
import type { CellValue } from './codec';
import { writeEmptyRows, writeExactly } from './exact-cells';
import { filledUp, isFormula, type KeptCell, type KeptRow, keptCell, placed } from './kept-row';
import { isLike } from './new-cells';
import { type AnyRows, lastAbove, moveBack, roomAtEnd, setAside } from './set-aside';
import { valuesAt } from './values-at';

/**
 * Puts deleted rows back under the last record, each once. They are written at the end of the tab, apart from all others, so
 * that no other row is ever under the pen; those that an earlier try left unfinished go there again to be completed. Answers
 * with what became of columns that are no longer there. Throws `BUSY` where people move rows or columns all the time.
 */
export function restoreRows(rows: AnyRows, kept: readonly KeptRow[]): readonly string[] {
  const wanted = new Map(kept.map((row) => [row.id, row]));
  const doing = { isFilledUp: false, hasMoved: false };
  let hasFailed = false;
  for (let tries = 0; tries < 4; tries++) {
    try {
      if (areBack(rows, wanted, doing)) return [...new Set(kept.flatMap((row) => placed(rows.layout, 1, row).notices))];
      doing.hasMoved = true;
    } catch (error) {
      // What is half written is known to be so now; later it would pass for what somebody typed.
      if (hasFailed || error instanceof CrmError) throw error;
      hasFailed = true;
      console.warn(`Once more: ${(error as Error).message}`);
      doing.hasMoved ||= !rows.isSteady();
      rows.lookAgain();
    }
  }
  throw rows.keepsMoving();
}

/** How far it got. `hasMoved`: somebody moved rows or columns, so that what is there may be ours in wrong places. */
type Doing = { isFilledUp: boolean; hasMoved: boolean };

/** One try. False where somebody moved the rows meanwhile. */
function areBack(rows: AnyRows, wanted: Map<string, KeptRow>, doing: Doing): boolean {
  const aside = setAside(rows, [...wanted.keys()]);
  const unfinished = aside?.kept ?? [];
  if (!doing.isFilledUp) for (const row of unfinished) wanted.set(row.id, filledUp(row, wanted.get(row.id)!));
  doing.isFilledUp = true;
  const there = unfinished.map(({ id }) => wanted.get(id)!);
  if (aside && !isSettled(rows, aside.first, there, doing)) return false;
  const fresh = [...wanted.values()].filter((row) => !there.includes(row));
  return fresh.length === 0 || isSettled(rows, writeFresh(rows, fresh), fresh, doing);
}

/** Our columns, the id among the first: with it a row is known to be one that is on its way back. */
function writeFresh(rows: AnyRows, fresh: readonly KeptRow[]): number {
  const first = roomAtEnd(rows.sheet, fresh.length);
  dress(rows, first, fresh.length);
  const cells = fresh.map((row, index) => placed(rows.layout, first + index, row).cells);
  const ours = [...rows.layout.columns.values()];
  const columns = new Map(ours.map((column) => [column, cells.map((row) => row.get(column) ?? null)]));
  writeEmptyRows(rows.sheet, first, columns, rows.columnOf('id'));
  return first;
}

/** Before anything is written: a format makes a day of a number, and a number of a day. */
function dress(rows: AnyRows, first: number, count: number): void {
  const { sheet, layout } = rows;
  const above = lastAbove(rows, first);
  if (above <= layout.headerRow) return;
  const width = layout.headers.length;
  sheet.getRange(above, 1, 1, width).copyTo(sheet.getRange(first, 1, count, width), { formatOnly: true });
}

/**
 * Looks at the rows at the end of the tab until they hold what they should, and moves them up. What is blank is filled:
 * people's own columns last, because what a formula elsewhere spills into them stands there by now and must not be written
 * over. False where somebody moved the rows.
 */
function isSettled(rows: AnyRows, first: number, kept: readonly KeptRow[], doing: Doing): boolean {
  let isWritten = false;
  for (let looks = 0; looks < 4; looks++) {
    const { sheet, layout } = rows;
    const now = valuesAt(sheet, first, kept.length, layout.headers.length);
    if (!rows.isSteady()) {
      rows.lookAgain();
      doing.hasMoved = true;
      isWritten = false;
      continue;
    }
    const cells = kept.map((row, index) => placed(layout, first + index, row).cells);
    const isOurs = oursIn(rows, cells);
    const id = rows.columnOf('id') - 1;
    if (!kept.every((row, index) => String(now[index]?.[id]) === row.id)) {
      emptyStrays(rows, first, now, cells, kept);
      return false;
    }
    const formulaIn = doing.hasMoved ? formulasAt(rows, first, cells) : () => '';
    const isFree = (row: number, at: number) => doing.hasMoved && (isOurs(now[row]![at]!) || formulaIn(row, at) !== '');
    const isStray = (row: number, at: number) => isFormulaOf(cells[row]!, formulaIn(row, at));
    const lacking = lackingIn(now, cells, { isFree, isStray }, isWritten);
    if (lacking.size === 0) {
      moveBack(rows, first, kept.length);
      return true;
    }
    writeExactly(sheet, first, lacking);
    isWritten = true;
  }
  return false;
}

/** What the cells of rows that hold formulas of ours work out: what they show tells nothing. */
function formulasAt(
  { sheet, layout }: AnyRows,
  first: number,
  cells: readonly ReadonlyMap<number, KeptCell>[],
): (row: number, at: number) => string {
  const isOurs = cells.map((row) => [...row.values()].some(isFormula));
  if (!isOurs.includes(true)) return () => '';
  const formulas = sheet.getRange(first, 1, cells.length, layout.headers.length).getFormulasR1C1();
  return (row, at) => (isOurs[row] ? (formulas[row]![at] ?? '') : '');
}

const isFormulaOf = (cells: ReadonlyMap<number, KeptCell>, formula: string): boolean =>
  formula !== '' && [...cells.values()].some((cell) => isFormula(cell) && cell.formula === formula);

/** `isFree`: what stands there may be written over; `isStray`: it is a formula of ours, whatever it shows. */
type Judged = { readonly [K in 'isFree' | 'isStray']: (row: number, at: number) => boolean };

/** By column, what is still blank or stands in a wrong place. A formula that was written may show nothing. */
function lackingIn(
  now: readonly (readonly CellValue[])[],
  cells: readonly ReadonlyMap<number, KeptCell>[],
  { isFree, isStray }: Judged,
  isWritten: boolean,
): ReadonlyMap<number, readonly (KeptCell | null)[]> {
  const lacking = new Map<number, (KeptCell | null)[]>();
  now.forEach((line, index) => {
    line.forEach((cell, at) => {
      const want = cells[index]!.get(at + 1) ?? '';
      const isToGo = !isFormula(want) && isStray(index, at);
      if (!isToGo && (holds(cell, want) || (isWritten && isFormula(want)))) return;
      if (!isToGo && cell !== '' && !isFree(index, at)) return;
      const column = lacking.get(at + 1) ?? now.map(() => null);
      column[index] = want;
      lacking.set(at + 1, column);
    });
  });
  return lacking;
}

const holds = (cell: CellValue, want: KeptCell): boolean => JSON.stringify(keptCell(cell)) === JSON.stringify(want);

/** Whether a cell holds something that we wrote, perhaps in a column that made something else of it. */
function oursIn({ calendar }: AnyRows, cells: readonly ReadonlyMap<number, KeptCell>[]): (cell: CellValue) => boolean {
  const ours = cells.flatMap((row) => [...row.values()].flatMap(plainCell));
  return (cell) => cell !== '' && ours.some((one) => isLike(one, cell, calendar));
}

const plainCell = (kept: KeptCell): readonly CellValue[] =>
  typeof kept !== 'object' ? [kept] : 'date' in kept ? [new Date(kept.date)] : [];

/**
 * Where rows moved while they were written, something of ours stands in empty ones; where columns did, perhaps over an id. A
 * formula of ours may show nothing, or something that nobody wrote.
 */
function emptyStrays(
  rows: AnyRows,
  first: number,
  now: readonly (readonly CellValue[])[],
  cells: readonly ReadonlyMap<number, KeptCell>[],
  kept: readonly KeptRow[],
): void {
  const isOurs = oursIn(rows, cells);
  const id = rows.columnOf('id') - 1;
  const isKnown = (line: readonly CellValue[]) => kept.some((row) => row.id === line[id]);
  const strays = now.flatMap((line, index) => {
    const isLeft = (cell: CellValue, at: number) => cell === '' || isOurs(cell) || isFormula(cells[index]?.get(at + 1));
    return !isKnown(line) && line.every(isLeft) ? [`${first + index}:${first + index}`] : [];
  });
  if (strays.length > 0) rows.sheet.getRangeList(strays).clearContent();
}
