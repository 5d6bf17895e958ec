import { newId } from '../domain/ids';
import { writeChecked } from './checked-writing';
import { type CellValue, sameCell } from './codec';
import { waitingIn } from './grid-rows';
import type { History } from './history';
import { lineOf } from './history-lines';
import { lostIds } from './lost-ids';
import { first100, type Placed } from './placed-cells';
import type { RecordRows } from './record-rows';
import { standing } from './standing';
import type { Kept } from './tab-columns';
import { readLines, type TabLines } from './tab-lines';

/** `isOld`: the record had its id before, and somebody emptied the cell. */
type Waiting<R> = { readonly row: number; readonly record: R; readonly isOld: boolean };

/**
 * Makes records of the rows that wait for an id: fills their blank cells with what `complete` says, the id last, so that a
 * row that Google cut short still waits. Where they lie scattered, the first hundred groups. Answers with their number.
 */
export function adoptWaiting<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  complete: (records: readonly R[]) => readonly R[],
): number {
  for (let tries = 0; tries < 3; tries++) {
    const { layout } = rows;
    const first = readLines(rows);
    const waiting = waitingIn(rows, first);
    if (waiting.length === 0) return 0;
    const some = [...first100(waiting.map((index) => first.top + index))];
    const records = complete(some.map((row) => rows.rowOf(row, first.lines[row - first.top]!, []).found.record));
    const old = lostIds(rows, history, first, some);
    const formulas = formulasOf(rows, some);
    const seen = readLines(rows);
    // Somebody moved rows meanwhile: what was read belongs to others now.
    if (rows.layout !== layout || !some.every((row) => sameLine(rows, first, seen, row))) continue;
    const free = some.flatMap((row, index) =>
      formulas(row, rows.columnOf('id')) ? [] : [withId(rows, row, records[index]!, old.get(row))],
    );
    adoptThese(rows, history, seen, free, formulas);
    return free.length;
  }
  throw rows.keepsMoving();
}

const withId = <R extends Kept>(rows: RecordRows<R>, row: number, record: R, old: string | undefined): Waiting<R> => ({
  row,
  record: { ...record, id: old ?? newId(rows.of.kind, Math.random) },
  isOld: old !== undefined,
});

/** Makes a record of the one row that somebody is typing, as long as it is as it was a moment ago. */
export function adoptTyped<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  row: number,
  line: readonly CellValue[],
  complete: (records: readonly R[]) => readonly R[],
): void {
  const { layout } = rows;
  const [record] = complete([rows.rowOf(row, line, []).found.record]);
  const formulas = formulasOf(rows, [row]);
  const seen = readLines(rows);
  // Whose id was emptied a moment ago: that is put right where the user sees it.
  if (rows.rowOf(row, line, []).found.record.createdAt !== null) return;
  const isSame = rows.layout === layout && sameLine(rows, { top: row, left: 1, lines: [line] }, seen, row);
  if (!isSame || !waitingIn(rows, seen).includes(row - seen.top) || formulas(row, rows.columnOf('id'))) return;
  adoptThese(rows, history, seen, [withId(rows, row, record!, undefined)], formulas);
}

function adoptThese<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  seen: TabLines,
  waiting: readonly Waiting<R>[],
  formulas: (row: number, column: number) => string,
): void {
  const noteCreated = (ones: readonly Waiting<R>[]) => {
    for (const { record, isOld } of ones) {
      if (isOld) history.note({ ...lineOf(rows, record.id, 'id'), after: record.id, data: {}, how: 'repair' });
      else history.noteCreated(rows.of.kind, record.id);
    }
  };
  try {
    writeChecked(rows, seen, cellsFor(rows, seen, waiting, formulas));
  } catch (error) {
    const there = standing(rows, 'id');
    noteCreated(waiting.filter(({ record }) => !there || there.has(record.id)));
    throw error;
  }
  noteCreated(waiting);
}

/** Blank cells alone: what people typed stays as they typed it. */
function cellsFor<R extends Kept>(
  rows: RecordRows<R>,
  seen: TabLines,
  waiting: readonly Waiting<R>[],
  formulas: (row: number, column: number) => string,
): readonly Placed[] {
  const columns = rows.names.flatMap((name) => {
    const column = rows.layout.columns.get(name);
    return column === undefined ? [] : [{ name, column }];
  });
  return waiting.flatMap(({ row, record }) =>
    columns.flatMap(({ name, column }) => {
      const cell: CellValue = rows.encoded(record, name);
      const isFree = seen.lines[row - seen.top]![column - 1] === '' && formulas(row, column) === '';
      return isFree && cell !== '' ? [{ row, column, cell }] : [];
    }),
  );
}

/** The formulas of some rows and of those between, in one call. */
export function formulasOf<R extends Kept>(
  { sheet, layout }: RecordRows<R>,
  numbers: readonly number[],
): (row: number, column: number) => string {
  const first = Math.min(...numbers);
  const height = Math.max(...numbers) - first + 1;
  const formulas = sheet.getRange(first, 1, height, layout.headers.length).getFormulas();
  return (row, column) => formulas[row - first]?.[column - 1] ?? '';
}

const sameLine = <R extends Kept>({ layout }: RecordRows<R>, a: TabLines, b: TabLines, row: number): boolean =>
  [...layout.columns.values()].every((column) =>
    sameCell(a.lines[row - a.top]![column - 1]!, b.lines[row - b.top]?.[column - 1] ?? ''),
  );
