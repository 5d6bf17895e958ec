import { CrmError } from '../domain/errors';
import { say } from '../texts/say';
import type { CellValue } from './codec';
import { holdsWritten, sameCell } from './codec';
import { freshLines, isUnmistakable } from './fresh-lines';
import type { Layout } from './layout';
import { saysTheSame } from './layout-hint';
import { type Line, matchLines } from './matched-lines';
import { columnsBefore, columnsNow } from './moved-columns';
import { type Placed, writePlaced } from './placed-cells';
import { refuseProtected } from './protected-cells';
import type { RecordRows } from './record-rows';
import { onceMore } from './steps';
import type { Kept } from './tab-columns';
import { readLines, type TabLines } from './tab-lines';

/**
 * Writes cells into rows that were read a moment ago, the id last. People hold no lock: where rows or columns moved before the
 * commit, the rows are found again by what stands in their other cells, and what went wrong is put right from what was read;
 * so is what is missing because Google failed in between. Throws `CONFLICT` where that cannot be done, `DENIED`.
 */
export function writeChecked<R extends Kept>(rows: RecordRows<R>, seen: TabLines, cells: readonly Placed[]): void {
  if (cells.length === 0) return;
  const { layout } = rows;
  const numbers = cells.map(({ row }) => row);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const columns = [...new Set(cells.map(({ column }) => column))];
  refuseProtected(rows.sheet, { row: first, rows: last - first + 1, columns });
  try {
    writePlaced(rows, cells, [rows.columnOf('id')]);
    SpreadsheetApp.flush();
  } catch (error) {
    if (error instanceof CrmError) throw error;
    console.warn(`What is missing is written once more: ${(error as Error).message}`);
  }
  onceMore(() => putRight(rows, layout, seen, cells));
}

function putRight<R extends Kept>(
  rows: RecordRows<R>,
  layout: Layout<R>,
  seen: TabLines,
  cells: readonly Placed[],
): void {
  const isSame = saysTheSame(layout);
  if (isSame && isAsPlanned(rows, seen, cells)) return;
  if (!isSame) rows.lookAgain();
  const told: string[] = [];
  let isRight = false;
  for (let tries = 0; tries < 3; tries++) {
    const now = readLines(rows);
    const found = correctionsFor(rows, now, byColumnsNow(layout, rows.layout, seen, cells));
    isRight = found.corrections.length === 0 && found.lost === 0;
    if (found.corrections.length === 0) break;
    told.push(...found.told);
    writePlaced(rows, found.corrections, [rows.columnOf('id')]);
    SpreadsheetApp.flush();
  }
  if (isRight && told.length === 0) return;
  throw new CrmError(
    'CONFLICT',
    say('ids.moved', { tab: rows.sheet.getName() }) + told.join('') + (isRight ? '' : ` ${say('ids.look')}`),
  );
}

/** What was read and written, by the columns as they are now; `strays`: where the pen came down. */
type Planned = { readonly seen: TabLines; readonly cells: readonly Placed[]; readonly strays: readonly Placed[] };

function byColumnsNow<R>(before: Layout<R>, now: Layout<R>, seen: TabLines, cells: readonly Placed[]): Planned {
  if (before === now) return { seen, cells, strays: [] };
  const [wasAt, nowAt] = [columnsBefore(before, now), columnsNow(before, now)];
  const places = Array.from({ length: now.width }, (_, index) => wasAt(index + 1));
  const lines = seen.lines.map((line) => places.map((was) => line[was - 1] ?? ''));
  const moved = cells.map((one) => ({ ...one, column: nowAt(one.column) }));
  return {
    seen: { ...seen, lines },
    cells: moved.filter(({ column }) => column > 0),
    strays: cells.filter(({ column }) => column <= now.width),
  };
}

/** The usual case: the written rows are where they were, with what they held and what was written. One call. */
function isAsPlanned<R extends Kept>(rows: RecordRows<R>, { top, lines }: TabLines, cells: readonly Placed[]): boolean {
  const numbers = cells.map(({ row }) => row);
  const first = Math.min(...numbers);
  const height = Math.max(...numbers) - first + 1;
  if (first + height - 1 > rows.sheet.getMaxRows()) return false;
  const wanted = lines.slice(first - top, first - top + height).map((line) => [...line]);
  for (const { row, column, cell } of cells) wanted[row - first]![column - 1] = cell;
  const now = rows.sheet.getRange(first, 1, height, rows.layout.headers.length).getValues() as CellValue[][];
  // People's own columns may show another value at every look, such as a clock.
  const ours = [...rows.layout.columns.values()];
  return wanted.every((line, index) => ours.every((column) => sameCell(line[column - 1]!, now[index]![column - 1]!)));
}

type Corrections = {
  readonly corrections: readonly Placed[];
  /** Planned rows that are nowhere. */
  readonly lost: number;
  /** Where people have to look: what our pen came down on before anybody had read it. */
  readonly told: readonly string[];
};

function correctionsFor<R extends Kept>(
  rows: RecordRows<R>,
  now: TabLines,
  { seen, cells, strays }: Planned,
): Corrections {
  const wanted = seen.lines.map((line) => [...line]);
  const ours = new Map<number, CellValue[]>();
  for (const { row, column, cell } of cells) wanted[row - seen.top]![column - 1] = cell;
  for (const { column, cell } of [...cells, ...strays]) ours.set(column, [...(ours.get(column) ?? []), cell]);
  const telling = [...rows.layout.columns.values()].filter((column) => !ours.has(column));
  const by = { id: rows.columnOf('id'), telling };
  const matched = matchLines(wanted, now.lines, by);
  const fresh = freshLines(rows, seen.lines, ours, by);
  const told: string[] = [];
  const corrections = now.lines.flatMap((line, index) => {
    const from = matched.get(index);
    const row = now.top + index;
    if (from !== undefined) return put(rows, ours, { row, line, was: seen.lines[from], want: wanted[from] });
    const { was, isHit, isTheirs } = fresh(line);
    const back = isHit ? put(rows, ours, { row, line, was, want: was }) : [];
    if (was || !isTheirs || back.length === 0) return back;
    // They may have typed the same stage themselves: it is left to them.
    told.push(whereToLook(rows, back));
    return back.filter(({ column }) => isUnmistakable(line[column - 1]!));
  });
  const found = new Set(matched.values());
  const isDeleted = (line: number) => !found.has(line) && now.lines.length < seen.lines.length;
  const lost = cells.filter(({ row }) => !found.has(row - seen.top) && !isDeleted(row - seen.top)).length;
  return { corrections, lost, told };
}

type Found = {
  readonly row: number;
  readonly line: Line;
  readonly was: Line | undefined;
  readonly want: Line | undefined;
};

/** What a row is to hold where it holds something of ours, or what it held before. */
function put<R extends Kept>(
  { calendar }: RecordRows<R>,
  ours: ReadonlyMap<number, readonly CellValue[]>,
  { row, line, was, want }: Found,
): readonly Placed[] {
  return [...ours].flatMap(([column, written]) => {
    const there = line[column - 1] ?? '';
    const cell = want?.[column - 1] ?? '';
    const isOurs = written.some((one) => holdsWritten(there, one, calendar));
    const isOld = was !== undefined && sameCell(there, was[column - 1]!);
    // Anything else was typed meanwhile: it stays.
    return !sameCell(there, cell) && (isOurs || isOld) ? [{ row, column, cell }] : [];
  });
}

function whereToLook<R extends Kept>({ layout }: RecordRows<R>, back: readonly Placed[]): string {
  const headers = back.map(({ column }) => layout.headers[column - 1] || say('column', { number: column })).join(', ');
  return ` ${say('check.row', { row: back[0]!.row, headers })}`;
}
