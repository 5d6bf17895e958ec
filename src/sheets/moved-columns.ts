import { CrmError } from '../domain/errors';
import { sameCell } from './codec';
import type { Confirmed, Written } from './confirm-change';
import type { History } from './history';
import type { Layout } from './layout';
import type { Kept, RecordRows } from './record-rows';
import { holds } from './row-change';
import type { Name } from './row-values';
import { writeCells } from './writing';

/**
 * Puts right a save under whose pen somebody put in, took out or moved a column. The row itself tells what stood in every
 * cell before. Null where somebody moved the row too.
 */
export function repairColumns<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  { row, layout: before, changed }: Written<R>,
): Confirmed<R> | null {
  if (rows.layout === before) rows.lookAgain();
  const now = rows.getRow(row.found.record.id);
  if (now.number !== row.number) return null;
  const missed = changed
    .map((one) => ({ ...one, column: rows.columnOf(one.name), was: one.column }))
    .filter((one) => !holds(now.cells, one));
  for (const { was, cell } of missed) {
    if (!sameCell(now.cells[was - 1] ?? '', cell)) continue;
    const old = oldColumn(rows.layout, before, was);
    const formula = row.formulas[old - 1] ?? '';
    if (formula !== '') rows.sheet.getRange(row.number, was).setFormula(formula);
    else writeCells(rows.sheet, row.number, [{ column: was, cell: row.cells[old - 1] ?? '' }]);
  }
  writeCells(rows.sheet, row.number, missed);
  history.commit();
  const { cells, found } = rows.getRow(row.found.record.id);
  if (!missed.every((one) => holds(cells, one))) throw columnsMoved(rows, row.number);
  const notice = `Somebody moved columns while this was saved. It was put right; look at row ${row.number} if in doubt.`;
  return { found, lost: [], notice: missed.length > 0 ? notice : '' };
}

/** Where the column that stands at `column` now stood before; 0: nowhere, it is new. */
function oldColumn<R>(now: Layout<R>, before: Layout<R>, column: number): number {
  const all = (layout: Layout<R>) =>
    new Map<Name<R>, number>([...layout.columns, ...layout.own] as [Name<R>, number][]);
  const name = [...all(now)].find(([, one]) => one === column)?.[0];
  return name === undefined ? 0 : (all(before).get(name) ?? 0);
}

export const columnsMoved = <R extends Kept>(rows: RecordRows<R>, row: number): CrmError =>
  new CrmError(
    'CONFLICT',
    `Somebody moved columns of “${rows.sheet.getName()}” while this was saved, so it may stand in the wrong columns from row ${row} on. Look there, put it right, then go on.`,
  );
