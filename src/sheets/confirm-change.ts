import type { Found } from '../domain/crm';
import type { Instant } from '../domain/day';
import type { Difference, FieldValue } from '../domain/errors';
import { holdsWritten, sameValue } from './codec';
import { valueIn } from './edit-notes';
import type { History } from './history';
import { lineOf, shown } from './history-lines';
import type { Layout } from './layout';
import { saysTheSame } from './layout-hint';
import type { Memory } from './memory';
import { type Settled, settle } from './moved-rows';
import type { Kept, RecordRows } from './record-rows';
import { type Changed, cellFor } from './row-change';
import { fieldOf, type Name, type Row } from './row-values';
import { valuesAt } from './values-at';
import { writeCells } from './writing';

/** A change that was written and committed a moment ago. */
export type Written<R> = {
  readonly row: Row<R>;
  /** Where the columns were taken to be. */
  readonly layout: Layout<R>;
  readonly changed: readonly Changed<R>[];
  readonly next: R;
  readonly started: Instant;
};

/** `lost`: what a person typed into these cells in between; it stands there again. */
export type Confirmed<R> = {
  readonly found: Found<R>;
  readonly lost: readonly Difference[];
  readonly notice: string;
};

/**
 * Looks again at a row that was written. Between finding it and the commit a person may have moved it, or its columns, or
 * typed into it; no lock holds people. What is known to have stood there is put back. Throws `CONFLICT` with where to look
 * where that is not known.
 */
export function confirmChange<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  memory: Memory,
  written: Written<R>,
): Confirmed<R> {
  const { row, layout, changed } = written;
  const there = rowAgain(rows, row);
  const isSame = saysTheSame(layout);
  // Where an earlier look was broken off in its repairs, the columns were looked up anew.
  const isStill =
    rows.layout === layout &&
    isSame &&
    there?.found.record.id === row.found.record.id &&
    changed.every((one) => holds(rows, there, written, one));
  if (!isSame) rows.lookAgain();
  const { notice, ...settled } = isStill
    ? { row: there, strokes: changed.map((one) => ({ ...one, now: one.column })), lost: [], notice: '' }
    : settle(rows, history, memory, written);
  const edits = keepTyped(rows, history, memory, written, settled);
  return { ...edits, notice };
}

/** The row at its number in one call, with the formulas that it had; null where the tab ends before it. */
function rowAgain<R extends Kept>(rows: RecordRows<R>, { number, formulas }: Row<R>): Row<R> | null {
  const [cells] = valuesAt(rows.sheet, number, 1, rows.layout.width);
  return cells ? rows.rowOf(number, cells, formulas) : null;
}

/** A row that was put in before the write and taken out after it shows nowhere but here: what was meant for ours went beside it. */
function holds<R extends Kept>(
  rows: RecordRows<R>,
  { cells }: Row<R>,
  { next }: Written<R>,
  { name, column, cell }: Changed<R>,
): boolean {
  const there = cells[column - 1] ?? '';
  return holdsWritten(there, cell, rows.calendar) || sameValue(valueIn(rows, name, there), fieldOf(next, name));
}

/** What somebody typed into a cell between our look and our write was written over: it goes back, and both are told. */
function keepTyped<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  memory: Memory,
  { row, next, started }: Written<R>,
  { row: there, strokes, lost: known }: Omit<Settled<R>, 'notice'>,
): Omit<Confirmed<R>, 'notice'> {
  const { id } = row.found.record;
  const edits = memory.editsSince(id, started);
  const lost = strokes.flatMap((one) => {
    const edit = [...edits].reverse().find(({ field }) => field === one.name);
    const isLost =
      edit &&
      !sameValue(edit.typed, row.found.odd[one.name as string] ?? fieldOf(row.found.record, one.name)) &&
      !sameValue(edit.typed, fieldOf(next, one.name)) &&
      sameValue(fieldOf(there.found.record, one.name), fieldOf(next, one.name));
    return isLost ? [{ ...one, edit }] : [];
  });
  const cells = lost.map(({ name, now, edit }) => ({
    column: now,
    cell: cellFor(rows, name, edit.typed, there.number, now),
  }));
  writeCells(rows.sheet, there.number, cells);
  const typed = lost.map(({ name, edit: { typed, who, at } }) => ({
    field: name as string,
    seen: fieldOf(next, name) as FieldValue,
    now: typed,
    by: { who, at },
  }));
  for (const { field, seen: before, now: after } of [...known, ...typed]) {
    const name = field as Name<R>;
    const texts = { before: shown(rows, name, before), after: shown(rows, name, after) };
    history.note({ ...lineOf(rows, id, name), ...texts, data: { before, after }, how: 'repair' });
  }
  if (known.length + typed.length === 0) return { found: there.found, lost: [] };
  history.commit();
  return { found: rows.getRow(id).found, lost: [...known, ...typed] };
}
