import type { Found, Saved, Seen } from '../domain/crm';
import { CrmError } from '../domain/errors';
import { say } from '../texts/say';
import { type CellValue, encode, sameCell, sameKept, sameValue, toTheSecond } from './codec';
import { confirmChange, type Written } from './confirm-change';
import { conflictsOf, refuseConflicts } from './conflicts';
import type { History } from './history';
import { noteChange } from './history-lines';
import type { Memory } from './memory';
import { refuseProtected } from './protected-cells';
import type { RecordRows } from './record-rows';
import { fieldOf, type Name, type Row } from './row-values';
import { afterLooking, type Step } from './steps';
import type { Kept } from './tab-columns';
import { writeCells } from './writing';

/** What a user asks for. `isWhole`: an action of the domain, which happens wholly or not at all. */
export type Change<R> = {
  readonly id: string;
  readonly seen: Seen<R>;
  readonly asked: Partial<R>;
  readonly decide: (record: R, changes: Partial<R>) => R;
  readonly isWhole: boolean;
};

/** One field that changes, with its cell; `formula`: in R1C1 notation, where a person's goes back that works the cell out. */
export type Changed<R> = {
  readonly name: Name<R>;
  readonly column: number;
  readonly cell: CellValue;
  readonly formula?: string;
};

/**
 * Writes what `decide` makes of a record, changed cells only, those that the user was looking at last: where Google fails
 * in between, the same call again finds them as seen and completes the rest. Throws `NOT_FOUND`, `CONFLICT`, `INVALID`,
 * `DENIED`.
 */
export function changing<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  memory: Memory,
  change: Change<R>,
): Step<Saved<R>> {
  const started = Date.now();
  const row = rows.presuming(() => rows.getRow(change.id));
  const { layout } = rows;
  const conflicts = conflictsOf(rows, memory, row.found, change);
  refuseConflicts(rows, conflicts, change);
  const changes = without(
    change.asked,
    conflicts.map(({ field }) => field),
  );
  const next = asKept(rows, row.found.record, change.decide(row.found.record, changes));
  // Of the changes alone: what stands oddly in a field of a conflict is somebody's, and stays.
  const changed = changedIn(rows, row, { ...change, asked: changes }, next);
  refuseProtected(rows.sheet, { row: row.number, columns: changed.map(({ column }) => column) });
  const written = { row, layout, changed, next, begun: history.begun, started };
  const look = () => confirmChange(rows, history, memory, written);
  return {
    write() {
      if (changed.length > 0) writeChanged(rows, history, change, written, look);
    },
    confirm() {
      if (changed.length === 0) return { ...row.found, conflicts, notice: '' };
      const { found, lost, notice } = look();
      return { ...found, conflicts: [...conflicts, ...lost], notice };
    },
  };
}

/** The record as its cells will hold it: what is looked at after the write is compared with this. */
function asKept<R extends Kept>(rows: RecordRows<R>, before: R, next: R): R {
  const names = Object.keys(next).filter((name) => rows.kind(name as Name<R>) === 'instant') as Name<R>[];
  const moments = names.map((name) => {
    const [was, is] = [fieldOf(before, name), fieldOf(next, name)];
    return [name, sameKept('instant', was, is) ? was : toTheSecond(is)];
  });
  return { ...next, ...Object.fromEntries(moments) };
}

function writeChanged<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  { id, seen }: Change<R>,
  { row, changed, next }: Written<R>,
  look: () => void,
): void {
  const note = (name: Name<R>) => noteChange(rows, history, row.found, next, name);
  try {
    writeCells(
      rows.sheet,
      row.number,
      changed.map((one) => ({ ...one, isLast: (one.name as string) in seen })),
    );
  } catch (error) {
    const told = afterLooking(error, look);
    const there = cellsThere(rows, id);
    for (const { name, column, cell } of changed) if (!there || String(there[column - 1]) === String(cell)) note(name);
    throw told;
  }
  for (const { name } of changed) note(name);
}

/** After a failure in the middle: History gets what stands there now, or all of it where that cannot be told. */
function cellsThere<R extends Kept>(rows: RecordRows<R>, id: string): readonly CellValue[] | null {
  try {
    return rows.findRow(id)?.cells ?? null;
  } catch {
    return null;
  }
}

function without<T extends object>(all: Partial<T>, names: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name))) as Partial<T>;
}

/** The fields that change. Throws `INVALID` where a formula works one of them out. */
function changedIn<R extends Kept>(
  rows: RecordRows<R>,
  { found, number }: Row<R>,
  { seen, asked }: Change<R>,
  next: R,
): readonly Changed<R>[] {
  const { record, odd } = found;
  const own = Object.keys(asked).filter((name) => !(rows.names as readonly string[]).includes(name));
  const isGone = (name: Name<R>) =>
    (rows.of.optional as readonly string[]).includes(name as string) &&
    !rows.layout.columns.has(name as keyof R & string);
  const isNew = (name: Name<R>) =>
    !sameValue(fieldOf(record, name), fieldOf(next, name)) ||
    ((name as string) in odd && (name as string) in seen && (name as string) in asked);
  const names = ([...rows.names, ...own] as Name<R>[]).filter((name) => isNew(name) && !isGone(name));
  for (const name of names) refuseFormula(rows, found, name);
  return names.map((name) => {
    const column = rows.columnOf(name);
    return { name, column, cell: cellFor(rows, name, fieldOf(next, name), number, column) };
  });
}

/** Of an own column the cell's format tells whether a day or a number is to be a date there. One call, if it matters. */
export function cellFor<R extends Kept>(
  rows: RecordRows<R>,
  name: Name<R>,
  value: unknown,
  row: number,
  column: number,
): CellValue {
  const kind = rows.kind(name);
  const holdsDates = kind === 'own' && couldBeDate(value) && isDateFormat(rows.sheet, row, column);
  return encode(kind, value, rows.calendar, holdsDates);
}

/** Milliseconds since 1970 of any moment after March 1973. */
const EARLY_INSTANT = 1e11;

const couldBeDate = (value: unknown): boolean =>
  typeof value === 'string' ? /^\d{4}-\d\d-\d\d$/.test(value) : typeof value === 'number' && value > EARLY_INSTANT;

const isDateFormat = (sheet: GoogleAppsScript.Spreadsheet.Sheet, row: number, column: number): boolean =>
  /[ymd]/i.test(
    sheet
      .getRange(row, column)
      .getNumberFormat()
      .replace(/"[^"]*"|\[[^\]]*\]|General/g, ''),
  );

function refuseFormula<R extends Kept>(rows: RecordRows<R>, { formulas }: Found<R>, name: Name<R>): void {
  if (!formulas.includes(name as string)) return;
  const message = say('save.formula', { field: rows.headerOf(name) });
  throw new CrmError('INVALID', message, { field: name as string });
}

/** What a record's cell holds already. */
export const holds = (
  cells: readonly CellValue[],
  { column, cell }: Pick<Changed<object>, 'column' | 'cell'>,
): boolean => sameCell(cells[column - 1] ?? '', cell);
