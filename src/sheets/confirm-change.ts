import type { Found } from '../domain/crm';
import type { Instant } from '../domain/day';
import type { Difference, FieldValue } from '../domain/errors';
import { say } from '../texts/say';
import { holdsWritten, sameValue } from './codec';
import { valueIn } from './edit-notes';
import type { History } from './history';
import { lineOf, shown } from './history-lines';
import type { Layout } from './layout';
import { saysTheSame } from './layout-hint';
import type { GridEdit, Memory } from './memory';
import { type Settled, settle } from './moved-rows';
import { putDown } from './put-down';
import type { RecordRows } from './record-rows';
import { type Changed, cellFor } from './row-change';
import { fieldOf, type Name, type Row } from './row-values';
import type { Kept } from './tab-columns';
import { valuesAt } from './values-at';

/** A change that was written and committed a moment ago. */
export type Written<R> = {
  readonly row: Row<R>;
  /** Where the columns were taken to be. */
  readonly layout: Layout<R>;
  readonly changed: readonly Changed<R>[];
  readonly next: R;
  /** When the action got the lock, and when it looked. */
  readonly begun: Instant;
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
  return keepTyped(rows, history, memory, written, { ...settled, notice });
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

/**
 * What somebody typed into a cell between our look and our write was written over: it goes back, and both are told. That is
 * a write like ours, which people may move rows under, and is looked at like ours.
 */
function keepTyped<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  memory: Memory,
  written: Written<R>,
  { row: there, strokes, lost: known, notice }: Settled<R>,
): Confirmed<R> {
  const { next, begun, started } = written;
  const { id } = written.row.found.record;
  const edits = [...memory.editsSince(id, started)].reverse();
  const over = strokes.flatMap((one) => {
    const edit = edits.find(({ field }) => field === one.name);
    return edit && one.now > 0 && isOver(written, there, one, edit) ? [{ ...one, edit }] : [];
  });
  const typed = over.map(({ name, edit: { typed: now, who, at } }) => ({
    field: name as string,
    seen: fieldOf(next, name) as FieldValue,
    now,
    by: { who, at },
  }));
  const lost = [...known, ...typed];
  for (const { field, seen: before, now: after } of lost) {
    const name = field as Name<R>;
    const formula = over.find((one) => one.name === name)?.edit.formula;
    const texts = { before: shown(rows, name, before), after: formula ?? shown(rows, name, after) };
    history.note({ ...lineOf(rows, id, name), ...texts, data: { before, after }, how: 'repair' });
  }
  if (lost.length === 0) return { found: there.found, lost, notice };
  const changed = over.map(({ name, now: column, edit }) => {
    const cell = cellFor(rows, name, edit.typed, there.number, column);
    return { name, column, cell, formula: edit.formula ?? '' };
  });
  putDown(
    rows.sheet,
    changed.map((one) => ({ ...one, row: there.number })),
  );
  history.commit();
  const found = () => rows.getRow(id).found;
  if (changed.length === 0) return { found: found(), lost, notice };
  const back = { ...next, ...Object.fromEntries(typed.map(({ field, now }) => [field, now])) };
  const again = confirmChange(rows, history, memory, {
    row: there,
    layout: rows.layout,
    changed,
    next: back,
    begun,
    started,
  });
  const notices = [notice, again.notice, ...formulasBack(rows, changed)];
  return { found: found(), lost: lastOf(lost, again.lost), notice: [...new Set(notices)].filter(Boolean).join(' ') };
}

/** A formula may well work out what stood there before, or what we wrote. */
function isOver<R>(
  { row, next, changed }: Written<R>,
  there: Row<R>,
  { name }: Changed<R>,
  { typed, formula }: GridEdit,
): boolean {
  const { record, odd } = row.found;
  if (!sameValue(fieldOf(there.found.record, name), fieldOf(next, name))) return false;
  // As it was put back; where columns moved since it stands there in other words.
  if (formula) return formula !== changed.find((one) => one.name === name)?.formula;
  return !sameValue(typed, odd[name as string] ?? fieldOf(record, name)) && !sameValue(typed, fieldOf(next, name));
}

/** Each field once: what the user asked for, and what stands there in the end. */
const lastOf = (lost: readonly Difference[], later: readonly Difference[]): readonly Difference[] =>
  lost.map((one) => ({ ...one, ...later.find(({ field }) => field === one.field), seen: one.seen }));

const formulasBack = <R extends Kept>(rows: RecordRows<R>, changed: readonly Changed<R>[]): readonly string[] =>
  changed.filter(({ formula }) => formula).map(({ name }) => say('save.formulaTyped', { field: rows.headerOf(name) }));
