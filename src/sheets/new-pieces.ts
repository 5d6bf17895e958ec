import { CrmError } from '../domain/errors';
import { type CellValue, sameCell } from './codec';
import { lettersOf } from './letters';
import { type Fresh, NewCells, refuseMissing, wantedOf } from './new-cells';
import type { RecordRows } from './record-rows';
import { makeRoomAtEnd, moveBack, moveTo } from './set-aside';
import type { Kept } from './tab-columns';
import { WHOLE_TAB_CELLS } from './tab-lines';
import { valuesAt } from './values-at';
import { writeNew } from './write-new';
import { stretches, writeCells } from './writing';

/** A row that holds something of the new records; `id`: of which one, where it says so. */
type Piece = { readonly number: number; readonly id: string | undefined; readonly cells: readonly CellValue[] };

/** Where new records stand, by record; `lines`: what the rows hold. Null: not yet as they should. */
export type Standing = {
  readonly numbers: readonly number[];
  readonly lines: readonly (readonly CellValue[])[];
} | null;

/** How far people move rows within a moment, unless they sort. */
export const FAR = 15;

/** Between rows that somebody typed into and the place of the others, so that none slides under the pen. */
const GAP = 6;

/** Empty rows at the end of the tab, apart from all others. */
export function endOf<R extends Kept>(rows: RecordRows<R>, count: number): number {
  const { first, inserted } = makeRoomAtEnd(rows.sheet, count);
  rows.inserted += inserted;
  return first;
}

/**
 * Looks where all of the new records went. Where they do not stand as they should, everything of theirs is brought to the
 * end of the tab, taken out there and written once more; only rows that somebody typed into are completed as they are.
 * `near`: where they were written just now, or null. Throws `SHEET_BROKEN` where a column is gone that they need: then
 * nothing is left of them.
 */
export function gather<R extends Kept>(
  rows: RecordRows<R>,
  near: number | null,
  fresh: Fresh<R>,
  isLenient: boolean,
): Standing {
  const ours = new NewCells(rows, fresh);
  const { sheet } = rows;
  rows.lookAgain();
  try {
    refuseMissing(rows, fresh);
  } catch (error) {
    // Where Google did not answer, all of it may stand as it should.
    const isGone = error instanceof CrmError && error.code === 'SHEET_BROKEN';
    if (near !== null && isGone)
      takeOut(sheet, near, valuesAt(sheet, near, fresh.records.length, sheet.getMaxColumns()), ours);
    throw error;
  }
  const pieces = findPieces(rows, near, ours);
  const standing = standingOf(rows, pieces, fresh, ours, isLenient);
  if (standing) return standing;
  writeAgain(rows, pieces, fresh, ours);
  return null;
}

function findPieces<R extends Kept>(rows: RecordRows<R>, near: number | null, ours: NewCells<R>): readonly Piece[] {
  const { sheet, layout } = rows;
  const [begin, last, width] = [layout.headerRow + 1, sheet.getLastRow(), sheet.getMaxColumns()];
  if (last < begin) return [];
  // Of a longer tab only the end, and the ids.
  const isFew = (last - begin) * width < WHOLE_TAB_CELLS;
  const top = isFew ? begin : Math.max(begin, Math.min(near ?? last, last) - FAR);
  const isNear = (number: number) => near !== null && number > near - FAR;
  const below = valuesAt(sheet, top, last - top + 1, width).flatMap((cells, index): Piece[] => {
    const [number, id] = [top + index, ours.idIn(cells)];
    return id !== undefined || isStray(rows, cells, ours, isNear(number)) ? [{ number, id, cells }] : [];
  });
  const above = isFew ? [] : rows.idsByRow().filter(([id, number]) => number < top && ours.idIn([id]) !== undefined);
  const all = [...above.map(([id, number]) => ({ number, id, cells: [] })), ...below];
  // Of rows with one id that people typed into, one is ours, the others are copies: whoever looks for these tells of them.
  const isFirst = ({ id, cells }: Piece) =>
    all.find((one) => one.id === id && isTypedInto(one.cells, ours))?.cells === cells;
  return all.filter((piece) => !isTypedInto(piece.cells, ours) || isFirst(piece));
}

/** A row without an id that holds nothing but what was meant for the new ones, whatever stands in people's own columns. */
function isStray<R extends Kept>(
  { layout }: RecordRows<R>,
  cells: readonly CellValue[],
  ours: NewCells<R>,
  isNear: boolean,
): boolean {
  const own = new Set(layout.own.values());
  const filled = cells.filter((cell, index) => cell !== '' && cell !== false && !own.has(index + 1));
  return (
    filled.length > 0 &&
    filled.every((cell) => ours.has(cell)) &&
    (isNear || filled.some((cell) => ours.isMoment(cell)))
  );
}

function standingOf<R extends Kept>(
  rows: RecordRows<R>,
  pieces: readonly Piece[],
  { records, filledIn }: Fresh<R>,
  ours: NewCells<R>,
  isLenient: boolean,
): Standing {
  if (pieces.length !== records.length) return null;
  const byId = new Map(pieces.map((piece) => [piece.id, piece]));
  const found = records.map(({ id }) => byId.get(id));
  const areRight = found.every(
    (piece, index) => piece && isRight(piece.cells, wantedOf(rows, records[index]!, filledIn), ours, isLenient),
  );
  if (!areRight) return null;
  return { numbers: found.map((piece) => piece!.number), lines: found.map((piece) => piece!.cells) };
}

/**
 * Whether a row holds a new record: nothing is lacking, nothing of ours stands where it does not belong. What anybody else
 * typed there stays. `isLenient`: people's formats and formulas may show our values in other ways and in other places.
 */
export function isRight<R extends Kept>(
  line: readonly CellValue[],
  wanted: ReadonlyMap<number, CellValue>,
  ours: NewCells<R>,
  isLenient: boolean,
): boolean {
  return line.every((is, index) => {
    const cell = wanted.get(index + 1);
    if (sameCell(is, cell ?? '')) return true;
    if (isLenient && (cell === undefined || ours.isLike(cell, is))) return true;
    return is !== '' && !ours.has(is);
  });
}

/** All pieces go to the end first, where no other row is in danger; one that was moved by mistake goes back. */
function writeAgain<R extends Kept>(
  rows: RecordRows<R>,
  pieces: readonly Piece[],
  fresh: Fresh<R>,
  ours: NewCells<R>,
): void {
  const { sheet } = rows;
  const { records, filledIn } = fresh;
  const count = pieces.length;
  const first = endOf(rows, count + GAP + records.length);
  const numbers = pieces.map(({ number }) => number);
  if (count > 0) moveTo(sheet, numbers, first);
  const lines = count > 0 ? valuesAt(sheet, first, count, sheet.getMaxColumns()) : [];
  const isOurs = (line: readonly CellValue[]) => ours.idIn(line) !== undefined || isStray(rows, line, ours, true);
  if (!lines.every(isOurs)) {
    if (lines.some((line) => !isOurs(line) && line.some((cell) => cell !== ''))) moveBack(rows, first, count);
    return;
  }
  takeOut(
    sheet,
    first,
    lines.map((line) => (isTypedInto(line, ours) ? [] : line)),
    ours,
  );
  // Somebody may have typed into one just before it was taken out: that is part of the record, too.
  const left = count > 0 ? valuesAt(sheet, first, count, sheet.getMaxColumns()) : [];
  const stays = left.map((line) => line.some((cell) => cell !== '' && cell !== false));
  const kept = new Map(lines.map((line, index) => [stays[index] ? ours.idIn(line) : undefined, index]));
  for (const record of records) {
    const index = kept.get(record.id);
    if (index !== undefined) complete(rows, first + index, left[index]!, wantedOf(rows, record, filledIn), ours);
  }
  const rest = records.filter(({ id }) => !kept.has(id));
  if (rest.length > 0) writeNew(rows, first + count + GAP, { records: rest, filledIn });
}

/** Whether a row of a new record holds something else as well: it stays. */
const isTypedInto = <R extends Kept>(line: readonly CellValue[], ours: NewCells<R>): boolean =>
  ours.idIn(line) !== undefined && line.some((cell) => cell !== '' && cell !== false && !ours.has(cell));

/** Empties the cells of some rows that hold something of ours. One call. */
function takeOut<R extends Kept>(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  first: number,
  lines: readonly (readonly CellValue[])[],
  ours: NewCells<R>,
): void {
  const blocks = lines.flatMap((line, index) =>
    stretches(line, (cell) => ours.has(cell)).map(
      ({ from, items }) => `${lettersOf(from + 1)}${first + index}:${lettersOf(from + items.length)}${first + index}`,
    ),
  );
  if (blocks.length > 0) sheet.getRangeList(blocks).clearContent();
}

/** Fills what is lacking and takes out what stands in a wrong column; what somebody typed stays. */
function complete<R extends Kept>(
  { sheet }: RecordRows<R>,
  number: number,
  line: readonly CellValue[],
  wanted: ReadonlyMap<number, CellValue>,
  ours: NewCells<R>,
): void {
  const formulas = sheet.getRange(number, 1, 1, line.length).getFormulas()[0]!;
  const cells = line.flatMap((is, index) => {
    const cell = wanted.get(index + 1) ?? '';
    const isTheirs = formulas[index] !== '' || (is !== '' && !ours.has(is));
    return isTheirs || sameCell(is, cell) ? [] : [{ column: index + 1, cell }];
  });
  writeCells(sheet, number, cells);
}
