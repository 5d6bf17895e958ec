import type { Found, Seen } from '../domain/crm';
import { CrmError, type Difference, type FieldValue } from '../domain/errors';
import { sameCell, sameValue } from './codec';
import type { History, HistoryLine } from './history';
import { refuseMovedColumns } from './moved-columns';
import type { Kept, Name, RecordRows, Row } from './record-rows';
import { type CellAt, writeCells } from './writing';

/** A record before and after, with the fields that differ. */
type Step<R> = { readonly before: Found<R>; readonly next: R; readonly changed: readonly Name<R>[] };

/**
 * Writes what `decide` makes of a record, changed cells only, those that the user was looking at last: where Google fails
 * in between, the same call again finds them as seen and completes the rest. Throws `NOT_FOUND`, `CONFLICT`, `INVALID`.
 */
export function changeRecord<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  id: string,
  seen: Seen<R>,
  asked: Partial<R>,
  decide: (record: R) => R,
): Found<R> {
  const row = rows.getRow(id);
  refuseConflicts(rows, row.found, seen, asked);
  const step = stepOf(rows, row.found, seen, decide(row.found.record));
  const { next, changed } = step;
  if (changed.length === 0) return row.found;
  for (const name of changed) refuseFormula(rows, row.found, name);
  const cells = changed.map((name) => ({
    column: rows.columnOf(name),
    cell: rows.encoded(next, name),
    isLast: name in seen,
  }));
  try {
    writeCells(rows.sheet, row.number, cells);
    SpreadsheetApp.flush();
  } catch (error) {
    noteStanding(rows, history, id, step);
    throw error;
  }
  for (const name of changed) noteChange(rows, history, id, name, step);
  return confirm(rows, history, id, row, cells, changed);
}

function stepOf<R extends Kept>(rows: RecordRows<R>, before: Found<R>, seen: Seen<R>, next: R): Step<R> {
  const { record, odd } = before;
  const { optional } = rows.of;
  const isGone = (name: Name<R>) => optional.includes(name) && !rows.layout.columns.has(name);
  const isNew = (name: Name<R>) => !sameValue(record[name], next[name]) || (name in odd && name in seen);
  return { before, next, changed: rows.names.filter((name) => isNew(name) && !isGone(name)) };
}

/** What stands there already as it is asked for is no conflict: an earlier try of the same call may have written it. */
function refuseConflicts<R extends Kept>(
  rows: RecordRows<R>,
  { record, odd }: Found<R>,
  seen: Seen<R>,
  asked: Partial<R>,
): void {
  const differences: Difference[] = [];
  for (const name of Object.keys(seen) as Name<R>[]) {
    const now = odd[name] ?? record[name];
    if (sameValue(now, seen[name]) || (name in asked && sameValue(now, asked[name]))) continue;
    differences.push({ field: name, seen: seen[name] as FieldValue, now: now as FieldValue });
  }
  if (differences.length === 0) return;
  const fields = differences.map(({ field }) => rows.field(field as Name<R>).header).join(', ');
  const message = `Someone changed ${fields} in the sheet meanwhile. Nothing was written.`;
  throw new CrmError('CONFLICT', message, { differences });
}

function refuseFormula<R extends Kept>(rows: RecordRows<R>, { formulas }: Found<R>, name: Name<R>): void {
  if (!formulas.includes(name)) return;
  const message = `${rows.field(name).header} is worked out by a formula in the sheet. Change the formula there.`;
  throw new CrmError('INVALID', message, { field: name });
}

/**
 * Between finding the row and the commit a person may have moved it; no lock holds people. The row is read back. Where it
 * moved after the commit it took the new cells along. Else ours is written where it went, and the user is told which row to look at, since what
 * stood in these cells is not known any more.
 */
function confirm<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  id: string,
  row: Row<R>,
  cells: readonly CellAt[],
  changed: readonly Name<R>[],
): Found<R> {
  const { found: there, cells: now } = rows.readRow(row.number);
  if (there.record.id === id) {
    refuseMovedColumns(rows, { row: row.number, before: row.cells, now, written: cells.map(({ column }) => column) });
    return there;
  }
  const went = rows.findRow(id);
  if (went && cells.every(({ column, cell }) => sameCell(went.cells[column - 1]!, cell))) return went.found;
  for (const name of there.record.id === '' ? [] : changed) {
    const after = there.record[name];
    history.note({
      ...lineOf(rows, there.record.id, name),
      after: shown(rows, name, after),
      data: { after },
      how: 'repair',
    });
  }
  const fields = changed.map((name) => rows.field(name).header).join(', ');
  const where = `Check ${fields} in row ${row.number}: the values there were meant for another row.`;
  if (!went) {
    throw new CrmError('CONFLICT', `Somebody deleted this ${rows.of.noun} in the sheet at this very moment. ${where}`);
  }
  writeCells(rows.sheet, went.number, cells);
  SpreadsheetApp.flush();
  throw new CrmError('CONFLICT', `Somebody moved rows while this was saved. This ${rows.of.noun} is saved. ${where}`);
}

/** After a failure in the middle: History gets what stands there now, or all of it where that cannot be told. */
function noteStanding<R extends Kept>(rows: RecordRows<R>, history: History, id: string, step: Step<R>): void {
  const there = recordThere(rows, id);
  const cellOf = (record: R, name: Name<R>) => String(rows.encoded(record, name));
  for (const name of step.changed)
    if (!there || cellOf(there, name) === cellOf(step.next, name)) noteChange(rows, history, id, name, step);
}

function recordThere<R extends Kept>(rows: RecordRows<R>, id: string): R | null {
  try {
    return rows.findRow(id)?.found.record ?? null;
  } catch {
    return null;
  }
}

function noteChange<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  id: string,
  name: Name<R>,
  { before: { record, odd }, next }: Step<R>,
): void {
  if (rows.field(name).kind === 'hidden' || name === 'updatedAt') return;
  const [before, after] = [odd[name] ?? record[name], next[name]];
  const texts = { before: odd[name] ?? shown(rows, name, before), after: shown(rows, name, after) };
  history.note({ ...lineOf(rows, id, name), ...texts, data: { before, after } });
}

const lineOf = <R extends Kept>(rows: RecordRows<R>, id: string, name: Name<R>): HistoryLine => ({
  kind: rows.of.kind,
  id,
  field: rows.field(name).header,
  before: '',
  after: '',
  data: {},
});

function shown<R extends Kept>(rows: RecordRows<R>, name: Name<R>, value: unknown): string {
  if (value === null) return '';
  if (rows.field(name).kind === 'instant') return new Date(value as number).toISOString();
  return Array.isArray(value) ? value.join(', ') : String(value);
}
