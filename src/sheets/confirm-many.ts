import type { Instant } from '../domain/day';
import { CrmError } from '../domain/errors';
import { say } from '../texts/say';
import { type CellValue, decode, sameCell } from './codec';
import type { History } from './history';
import { lineOf, shown } from './history-lines';
import { saysTheSame } from './layout-hint';
import { cellAt, type InRow, type ManyLook } from './many-look';
import { type Amiss, amissIn, type Found, type Ink, isNew, nowIn, readNow } from './many-now';
import type { Pen } from './many-pens';
import type { GridEdit, Memory } from './memory';
import { putDown } from './put-down';
import type { RecordRows } from './record-rows';
import type { Name } from './row-values';
import type { Kept } from './tab-columns';

/** What was written, and all that was known before. */
export type WrittenMany<R> = {
  readonly look: ManyLook<R>;
  readonly name: Name<R>;
  /** All that the user asked for: it, and what goes along. */
  readonly asks: readonly Name<R>[];
  readonly targets: readonly InRow<R>[];
  readonly pens: readonly Pen<R>[];
  /** When the action got the lock, and when it looked. */
  readonly begun: Instant;
  readonly started: Instant;
  /** Not all of it was: what is missing is written now. */
  readonly isBroken?: boolean;
};

/** Records that were written and do not hold the value now: somebody typed something else, or deleted the row. */
export type LeftOut = {
  readonly kept: readonly { readonly id: string; readonly now: unknown }[];
  readonly gone: readonly string[];
};

const NOTHING: LeftOut = { kept: [], gone: [] };

/** How often people may move something while it is put right. */
const TRIES = 4;

/**
 * Looks again at many rows after the commit. Where a person moved or typed something meanwhile, the whole tab is compared with
 * what was known of it, and each cell gets what it should hold. Throws `CONFLICT` with where to look where that is not known.
 */
export function confirmMany<R extends Kept>(
  rows: RecordRows<R>,
  { history, memory }: { readonly history: History; readonly memory: Memory },
  written: WrittenMany<R>,
): LeftOut {
  if (isAsWritten(rows, memory, written)) return NOTHING;
  const pens: Ink[] = [...inksOf(written)];
  const told = new Set<string>();
  const worked = new Set<string>();
  for (let tries = 0; tries < TRIES; tries++) {
    const found = withoutThese(amissIn(rows, memory, { ...written, all: pens }, readNow(rows)), worked);
    note(rows, history, found, told);
    if (found.amiss.length === 0) {
      history.commit();
      if (found.unknown.length > 0) throw whereToLook(rows, written.name, found.unknown);
      return found;
    }
    putDown(rows.sheet, found.amiss);
    const isKnown = (one: Ink) => pens.some((pen) => pen.column === one.column && sameCell(pen.cell, one.cell));
    for (const one of found.amiss) if (!isKnown(one)) pens.push(one);
  }
  throw rows.keepsMoving();
}

/** A formula that stands again may well work out what we wrote: each is put back once. */
function withoutThese<R>(found: Found<R>, worked: Set<string>): Found<R> {
  const keyOf = ({ id, row, column }: Amiss<R>) => `${id ?? row} ${column}`;
  const amiss = found.amiss.filter((one) => one.formula === '' || !worked.has(keyOf(one)));
  for (const one of amiss) if (one.formula !== '') worked.add(keyOf(one));
  return { ...found, amiss };
}

/** Each once: rows that get the same are many. */
function inksOf<R>({ pens, targets }: WrittenMany<R>): readonly Ink[] {
  return pens.flatMap(({ column, cellOf, between }) => {
    const cells = [...targets.map(({ id }) => cellOf(id)), ...between.values()].filter((cell) => cell !== null);
    const byText = new Map(
      cells.map((cell) => [`${typeof cell} ${typeof cell === 'object' ? cell.getTime() : cell}`, cell]),
    );
    return [...byText.values()].map((cell) => ({ column, cell }));
  });
}

/**
 * The usual case, in two calls to the sheet and one of the cache: every record is in its row and holds the value, and what was
 * written along between them is still in the rows of its records.
 */
function isAsWritten<R extends Kept>(
  rows: RecordRows<R>,
  memory: Memory,
  { look, name, asks, targets, pens, started, isBroken }: WrittenMany<R>,
): boolean {
  const { layout, lines } = look;
  // An earlier look was broken off in its repairs.
  if (isBroken || rows.layout !== layout) return false;
  const [id, { column, cellOf }] = [rows.columnOf('id'), pens.find((pen) => pen.name === name)!];
  const [left, right] = [Math.min(id, column), Math.max(id, column)];
  const [first, last] = [targets[0]!.row, targets[targets.length - 1]!.row];
  const height = Math.min(last, rows.sheet.getMaxRows()) - first + 1;
  if (height < 1 || right > rows.sheet.getMaxColumns()) return false;
  const block = rows.sheet.getRange(first, left, height, right - left + 1).getValues() as CellValue[][];
  const isRight = ({ id: one, row }: InRow<R>) => {
    const cells = block[row - first];
    return cells !== undefined && String(cells[id - left]) === one && sameCell(cells[column - left]!, cellOf(one)!);
  };
  const isWhereItWas = (row: number) => String(block[row - first]?.[id - left]) === String(cellAt(lines, row, id));
  const others = pens.flatMap(({ between }) => [...between.keys()]);
  if (!targets.every(isRight) || !others.every(isWhereItWas) || !saysTheSame(layout)) return false;
  const ids = targets.map((one) => one.id);
  const edits = memory.editsOf(ids, started);
  const isHit = (one: InRow<R>, edit: GridEdit) =>
    asks.includes(edit.field as Name<R>) && isNew(edit, nowIn(one, edit.field as Name<R>, name));
  return !targets.some((one) => edits.get(one.id)?.some((edit) => isHit(one, edit)));
}

/** Both values of every cell of a record that was written over, and of every one that somebody typed into first. */
function note<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  { amiss }: { readonly amiss: readonly Amiss<R>[] },
  told: Set<string>,
): void {
  for (const { id, name, there, cell, formula, isOurs } of amiss) {
    // What only we write is none of theirs to look at.
    if (isOurs || id === null || name === null || rows.kind(name) === 'hidden') continue;
    if (told.has(`${id} ${name as string}`)) continue;
    told.add(`${id} ${name as string}`);
    const text = (value: CellValue) => {
      const decoded = decode(rows.kind(name), value, rows.calendar);
      return decoded.ok ? shown(rows, name, decoded.value) : decoded.shown;
    };
    const after = formula === '' ? text(cell) : formula;
    history.note({ ...lineOf(rows, id, name), before: text(there), after, how: 'repair' });
  }
}

function whereToLook<R extends Kept>(rows: RecordRows<R>, name: Name<R>, unknown: readonly number[]): CrmError {
  const where = [...new Set(unknown)].join(', ');
  return new CrmError(
    'CONFLICT',
    `${say('save.rowsMoved')} ${say('check.values', { field: rows.headerOf(name), rows: where })}`,
  );
}
