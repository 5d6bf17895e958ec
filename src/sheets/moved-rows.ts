import type { Difference, FieldValue } from '../domain/errors';
import { CrmError } from '../domain/errors';
import { say } from '../texts/say';
import { type CellValue, holdsWritten, sameCell, sameValue } from './codec';
import type { Written } from './confirm-change';
import { valueIn } from './edit-notes';
import type { History } from './history';
import { type Hit, hitsByRepairs, hitsIn, idIn, type Line, type Repair } from './hit-rows';
import type { Memory } from './memory';
import { columnsBefore } from './moved-columns';
import { ownRow, putRight, type Stroke, strokesOf } from './own-row';
import { putDown } from './put-down';
import type { RecordRows } from './record-rows';
import { fieldOf, type Row } from './row-values';
import type { Kept } from './tab-columns';
import { readLines, WHOLE_TAB_CELLS } from './tab-lines';
import { doubtOf, loggedOf, noteRepair, whereToLook } from './told-hits';
import { valuesAt } from './values-at';

/** The row of the record, all put right; `strokes`: what was written, by the columns as they are now. */
export type Settled<R> = {
  readonly row: Row<R>;
  readonly strokes: readonly Stroke<R>[];
  readonly lost: readonly Difference[];
  readonly notice: string;
};

/**
 * Somebody moved rows or columns under the pen. Looks at what stands where, puts right what is known, and looks again until
 * nothing is left to do. Throws `CONFLICT` with what stands where of that which nobody knows.
 */
export function settle<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  memory: Memory,
  written: Written<R>,
): Settled<R> {
  const told = new Map<string, Hit<R>>();
  const absent = new Set<string>();
  const logged = loggedOf(rows, memory);
  const doubts = new Set<string>();
  const repairs: Repair[] = [];
  let isRepaired = false;
  for (let tries = 0; tries < 4; tries++) {
    const { mine, others, failure } = lookAround(rows, written);
    const strokes = strokesOf(rows, written);
    const own = mine && ownRow(rows, written, strokes, mine, typedInto(rows, memory, written, mine));
    for (const { name } of own ? [...own.missed, ...own.lost] : strokes) absent.add(name as string);
    const gone = strokes.filter(({ name }) => absent.has(name as string));
    const again = hitsByRepairs(rows, memory, written, repairs, mine ? [...others, mine] : others);
    const hits = [...hitsIn(rows, memory, written, gone, others), ...again];
    const known = hits.filter(({ was }) => was !== undefined);
    const unknown = hits.filter(({ was, line, column }) => was === undefined && !told.has(`${line.number}:${column}`));
    for (const hit of unknown) told.set(`${hit.line.number}:${hit.column}`, hit);
    putDown(
      rows.sheet,
      known.map(({ line, column, was, formula }) => ({ row: line.number, column, cell: was!, formula })),
    );
    for (const { line, column, was, formula } of known)
      repairs.push({ id: idIn(rows, line), number: line.number, column, cell: was!, formula });
    for (const put of mine && own ? [...own.cells, ...own.formulas] : [])
      repairs.push({ cell: '', formula: '', ...put, id: written.row.found.record.id, number: mine!.number });
    for (const hit of [...known, ...unknown]) noteRepair(rows, history, hit);
    for (const hit of known) doubts.add(doubtOf(rows, hit, logged(hit)));
    const isChanged = mine && own ? putRight(rows, mine, own) : false;
    isRepaired ||= isChanged || known.length > 0;
    if (isChanged || known.length > 0) {
      history.commit();
      continue;
    }
    const where = whereToLook(rows, [...told.values()], logged);
    if (failure) throw where === '' ? failure : new CrmError(failure.code, failure.message + where);
    if (!mine || !own) throw goneAt(rows, where);
    if (where !== '') throw new CrmError('CONFLICT', savedWhileMoved(rows, written) + where);
    const lost = own.lost.map((one) => differenceOf(rows, written, mine, one));
    const notice = () => `${savedWhileMoved(rows, written)} ${inDoubt(mine)}${[...doubts].join('')}`;
    return { row: mine, strokes, lost, notice: isRepaired ? notice() : '' };
  }
  throw rows.keepsMoving();
}

type Around<R> = {
  readonly mine: Row<R> | null;
  readonly others: readonly Line[];
  /** Where a copied row makes the record ambiguous, what went into another one is put back all the same. */
  readonly failure: CrmError | null;
};

function lookAround<R extends Kept>(rows: RecordRows<R>, written: Written<R>): Around<R> {
  const { row, layout, changed } = written;
  const { id } = row.found.record;
  const lines = linesAround(rows, row.number, id);
  const at = rows.columnOf('id') - 1;
  const own = lines.filter(({ cells }) => String(cells[at]) === id);
  const [only, ...copies] = own.length > 0 ? own : unnamed(rows, written, lines);
  const mine = own.find(({ number }) => number === row.number) ?? (copies.length === 0 ? only : undefined);
  const wasAt = columnsBefore(layout, rows.layout);
  const formulas = rows.layout.headers.map((_, index) => row.formulas[wasAt(index + 1) - 1] ?? '');
  return {
    mine: mine
      ? rows.rowOf(mine.number, upTo(rows, mine, Math.max(...changed.map(({ column }) => column))), formulas)
      : null,
    others: lines.filter((line) => line !== mine),
    failure: !mine && own.length > 1 ? rows.sharedId(own.map(({ number }) => number)) : null,
  };
}

/** Where somebody moved columns, the pen may have gone over the id itself: the row is known by all that it left alone. */
function unnamed<R extends Kept>(rows: RecordRows<R>, written: Written<R>, lines: readonly Line[]): readonly Line[] {
  const { row, layout } = written;
  if (rows.layout === layout) return [];
  const wasAt = columnsBefore(layout, rows.layout);
  const strokes = strokesOf(rows, written);
  const isOurs = (there: CellValue, column: number) =>
    strokes.some(
      (one) => (one.column === column || one.now === column) && holdsWritten(there, one.cell, rows.calendar),
    );
  const isAsBefore = (there: CellValue, column: number) => sameCell(there, row.cells[wasAt(column) - 1] ?? '');
  const id = rows.columnOf('id');
  return lines.filter(
    ({ cells }) =>
      isOurs(cells[id - 1] ?? '', id) &&
      cells.every((there, index) => isOurs(there, index + 1) || isAsBefore(there, index + 1)) &&
      cells.some((there, index) => there !== '' && !isOurs(there, index + 1)),
  );
}

/** Where somebody took a column out, the pen may have come down right of all that has a header. */
function upTo<R extends Kept>(rows: RecordRows<R>, { number, cells }: Line, column: number): Line['cells'] {
  return column <= cells.length ? cells : (valuesAt(rows.sheet, number, 1, column)[0] ?? cells);
}

/** The whole tab, or of a long one the row of the record and the one in which it was. */
function linesAround<R extends Kept>(rows: RecordRows<R>, number: number, id: string): readonly Line[] {
  if (rows.sheet.getLastRow() * rows.layout.width <= WHOLE_TAB_CELLS) {
    const { top, lines } = readLines(rows);
    return lines.map((cells, index) => ({ number: top + index, cells }));
  }
  const numbers = new Set([...rows.rowNumbersOf(id), number]);
  return [...numbers].flatMap((one) =>
    valuesAt(rows.sheet, one, 1, rows.layout.width).map((cells) => ({ number: one, cells })),
  );
}

/** What the trace of edits says of a row that is where it was; else somebody may have typed it long before our pen missed it. */
function typedInto<R extends Kept>(
  rows: RecordRows<R>,
  memory: Memory,
  { row, layout, started }: Written<R>,
  mine: Row<R>,
): (stroke: Stroke<R>, there: CellValue) => boolean {
  if (mine.number !== row.number || rows.layout !== layout) return () => false;
  const edits = [...memory.editsSince(row.found.record.id, started)].reverse();
  return ({ name }, there) => {
    const edit = edits.find(({ field }) => field === name);
    return edit !== undefined && sameValue(edit.typed, valueIn(rows, name, there));
  };
}

function differenceOf<R extends Kept>(
  rows: RecordRows<R>,
  { next }: Written<R>,
  mine: Row<R>,
  { name, now }: Stroke<R>,
): Difference {
  const there = now === 0 ? null : valueIn(rows, name, mine.cells[now - 1] ?? '');
  return { field: name as string, seen: fieldOf(next, name) as FieldValue, now: there };
}

const savedWhileMoved = <R extends Kept>(rows: RecordRows<R>, { layout }: Written<R>): string =>
  `${say(rows.layout === layout ? 'save.rowsMoved' : 'save.columnsMoved')} ${say('save.saved', { record: say(`this.${rows.of.kind}`) })}`;

const inDoubt = ({ number }: { readonly number: number }): string => say('save.back', { row: number });

const goneAt = <R extends Kept>(rows: RecordRows<R>, where: string): CrmError =>
  new CrmError('CONFLICT', say(`save.deleted.${rows.of.kind}`) + where);
