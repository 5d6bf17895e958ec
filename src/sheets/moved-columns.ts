import { CrmError } from '../domain/errors';
import { type CellValue, sameCell } from './codec';
import type { Kept, RecordRows } from './record-rows';

/**
 * Refuses a save under whose pen somebody put in or moved a column. `before` and `now` are a row that stood by, or the
 * written row itself, which then leaves out the columns `written`: cells that went along show it for nothing, and only then
 * are the headers read again. What stood in the cells that were written is not known any more.
 */
export function refuseMovedColumns<R extends Kept>(
  rows: RecordRows<R>,
  {
    row,
    before,
    now,
    written = [],
  }: {
    readonly row: number;
    readonly before: readonly CellValue[];
    readonly now: readonly CellValue[];
    readonly written?: readonly number[];
  },
): void {
  const { columns } = rows.layout;
  const others = [...columns.values()].filter((column) => !written.includes(column));
  if (others.every((column) => sameCell(before[column - 1]!, now[column - 1]!))) return;
  rows.lookAgain();
  if (rows.names.every((name) => rows.layout.columns.get(name) === columns.get(name))) return;
  throw new CrmError(
    'CONFLICT',
    `Somebody moved columns of “${rows.sheet.getName()}” while this was saved, so it may stand in the wrong columns from row ${row} on. Look there, put it right, then go on.`,
  );
}
