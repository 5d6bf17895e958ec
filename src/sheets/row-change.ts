import type { Found, Seen } from '../domain/crm';
import { CrmError, type Difference } from '../domain/errors';
import { sameValue } from './codec';
import type { History, HistoryLine } from './history';
import type { Name, RecordRows, Row } from './record-rows';
import { type CellAt, writeCells } from './writing';

type WithId = { readonly id: string };

/** Writes what `decide` makes of a record, changed cells only. Throws `NOT_FOUND`, `CONFLICT`, `INVALID`. */
export function changeRecord<R extends WithId>(
  rows: RecordRows<R>,
  history: History,
  id: string,
  seen: Seen<R>,
  decide: (record: R) => R,
): Found<R> {
  const row = rows.getRow(id);
  refuseConflicts(rows, row.found, seen);
  const { record } = row.found;
  const next = decide(record);
  const changed = rows.names.filter((name) => !sameValue(record[name], next[name]));
  if (changed.length === 0) return row.found;
  for (const name of changed) refuseFormula(rows, row.found, name);
  const cells = changed.map((name) => ({ column: rows.columnOf(name), cell: rows.encoded(next, name) }));
  writeCells(rows.sheet, row.number, cells);
  SpreadsheetApp.flush();
  for (const name of changed) noteChange(rows, history, id, name, record[name], next[name]);
  return confirm(rows, history, id, row, cells, changed);
}

function refuseConflicts<R extends WithId>(rows: RecordRows<R>, { record, odd }: Found<R>, seen: Seen<R>): void {
  const differences: Difference[] = [];
  for (const name of Object.keys(seen) as Name<R>[]) {
    if (sameValue(record[name], seen[name])) continue;
    differences.push({ field: name, seen: seen[name], now: odd[name] ?? record[name] });
  }
  if (differences.length === 0) return;
  const fields = differences.map(({ field }) => rows.field(field as Name<R>).header).join(', ');
  const message = `Someone changed ${fields} in the sheet meanwhile. Nothing was written.`;
  throw new CrmError('CONFLICT', message, { differences });
}

function refuseFormula<R extends WithId>(rows: RecordRows<R>, { formulas }: Found<R>, name: Name<R>): void {
  if (!formulas.includes(name)) return;
  const message = `${rows.field(name).header} is worked out by a formula in the sheet. Change the formula there.`;
  throw new CrmError('INVALID', message, { field: name });
}

/**
 * Between finding the row and the commit a person may have moved it; no lock holds people. The row is read back: where
 * another record stands there now, ours is written where it went, and the user is told which row to look at, since what
 * the other record had in these cells is not known any more.
 */
function confirm<R extends WithId>(
  rows: RecordRows<R>,
  history: History,
  id: string,
  row: Row<R>,
  cells: readonly CellAt[],
  changed: readonly Name<R>[],
): Found<R> {
  const there = rows.readRow(row.number).found;
  if (there.record.id === id) return there;
  const hit = there.record.id !== '';
  for (const name of hit ? changed : []) {
    const after = there.record[name];
    history.note({
      ...lineOf(rows, there.record.id, name),
      after: shown(rows, name, after),
      data: { after },
      how: 'repair',
    });
  }
  const fields = changed.map((name) => rows.field(name).header).join(', ');
  const where = hit ? ` Check ${fields} in row ${row.number}: the values there were meant for another row.` : '';
  const moved = rows.rowNumberOf(id);
  if (moved === null) {
    throw new CrmError('CONFLICT', `Somebody deleted this ${rows.of.noun} in the sheet at this very moment.${where}`);
  }
  writeCells(rows.sheet, moved, cells);
  SpreadsheetApp.flush();
  if (!hit) return rows.readRow(moved).found;
  throw new CrmError('CONFLICT', `Somebody moved rows while this was saved. This ${rows.of.noun} is saved.${where}`);
}

function noteChange<R extends WithId>(
  rows: RecordRows<R>,
  history: History,
  id: string,
  name: Name<R>,
  before: unknown,
  after: unknown,
): void {
  if (rows.field(name).kind === 'hidden' || name === 'updatedAt') return;
  const texts = { before: shown(rows, name, before), after: shown(rows, name, after) };
  history.note({ ...lineOf(rows, id, name), ...texts, data: { before, after } });
}

const lineOf = <R extends WithId>(rows: RecordRows<R>, id: string, name: Name<R>): HistoryLine => ({
  kind: rows.of.kind,
  id,
  field: rows.field(name).header,
  before: '',
  after: '',
  data: {},
});

function shown<R extends WithId>(rows: RecordRows<R>, name: Name<R>, value: unknown): string {
  if (value === null) return '';
  if (rows.field(name).kind === 'instant') return new Date(value as number).toISOString();
  return Array.isArray(value) ? value.join(', ') : String(value);
}
