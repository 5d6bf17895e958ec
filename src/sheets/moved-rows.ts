import { CrmError } from '../domain/errors';
import { isId } from '../domain/ids';
import type { CellValue } from './codec';
import type { Confirmed, Written } from './confirm-change';
import type { History } from './history';
import { lineOf, shown } from './history-lines';
import type { Memory } from './memory';
import type { Kept, RecordRows } from './record-rows';
import { type Changed, cellFor, holds } from './row-change';
import { fieldOf, type Row } from './row-values';
import { writeCells } from './writing';

/** What is to be done about another row under whose cells the pen came down. */
type PutBack<R> = {
  readonly cells: readonly { readonly column: number; readonly cell: CellValue }[];
  /** Nobody knows what stood in these. */
  readonly unknown: readonly Changed<R>[];
};

/**
 * The row that was written is another one now. Where it moved after the write it took the new cells along. Else they stand
 * in the row that came into its place: that one gets back what it is known to have held, and ours is written where it went.
 */
export function repairRows<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  memory: Memory,
  { row, changed }: Written<R>,
  there: Row<R> | null,
): Confirmed<R> {
  const went = rowOrFailure(rows, row.found.record.id);
  const missed = changed.filter((one) => !went.row || !holds(went.row.cells, one));
  if (went.row && missed.length === 0) return { found: went.row.found, lost: [], notice: '' };
  const hit = there ? missed.filter((one) => holds(there.cells, one)) : [];
  const { cells, unknown } = there ? putBack(rows, memory, there, hit) : { cells: [], unknown: [] };
  if (there) {
    writeCells(rows.sheet, there.number, cells);
    noteRepair(rows, history, there, hit, unknown);
  }
  if (went.row) writeCells(rows.sheet, went.row.number, missed);
  history.commit();
  if (went.failure) throw went.failure;
  const where = unknown.length > 0 && there ? ` ${whereToLook(rows, there.number, unknown)}` : '';
  if (!went.row) {
    const gone = `Somebody deleted this ${rows.of.noun} in the sheet at this very moment, so that nothing of it was saved.`;
    throw new CrmError('CONFLICT', `${gone}${where}`);
  }
  const found = rows.getRow(row.found.record.id);
  if (!missed.every((one) => holds(found.cells, one))) throw rows.keepsMoving();
  const moved = `Somebody moved rows while this was saved. This ${rows.of.noun} is saved.`;
  if (where !== '') throw new CrmError('CONFLICT', moved + where);
  return { found: found.found, lost: [], notice: hit.length > 0 ? `${moved} All rows hold what they should.` : '' };
}

/** Where a copied row makes the record ambiguous, what went into another one is put back all the same. */
function rowOrFailure<R extends Kept>(
  rows: RecordRows<R>,
  id: string,
): { readonly row: Row<R> | null; readonly failure: CrmError | null } {
  try {
    return { row: rows.findRow(id), failure: null };
  } catch (error) {
    if (error instanceof CrmError) return { row: null, failure: error };
    throw error;
  }
}

/** Blank where the row holds nothing else; of a record what is remembered of it. */
function putBack<R extends Kept>(
  rows: RecordRows<R>,
  memory: Memory,
  there: Row<R>,
  hit: readonly Changed<R>[],
): PutBack<R> {
  const { id } = there.found.record;
  const isHit = (index: number) => hit.some(({ column }) => column === index + 1);
  const isBlank = there.cells.every((cell, index) => cell === '' || isHit(index));
  if (isBlank) return { cells: hit.map(({ column }) => ({ column, cell: '' })), unknown: [] };
  const known = isId(rows.of.kind, id) ? (memory.lastKnown(rows.of.kind, id) as R | null) : null;
  const remembered = hit.filter(({ name }) => known && fieldOf(known, name) !== undefined);
  return {
    cells: remembered.map(({ name, column }) => ({
      column,
      cell: cellFor(rows, name, fieldOf(known as R, name), there.number, column),
    })),
    unknown: hit.filter((one) => !remembered.includes(one)),
  };
}

/** Of what is not known any more History says at least what was written over it. */
function noteRepair<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  there: Row<R>,
  hit: readonly Changed<R>[],
  unknown: readonly Changed<R>[],
): void {
  const { id } = there.found.record;
  if (!isId(rows.of.kind, id)) return;
  for (const { name } of unknown.length > 0 ? unknown : hit) {
    const after = fieldOf(there.found.record, name);
    const line = { ...lineOf(rows, id, name), how: 'repair' } as const;
    if (unknown.length > 0) history.note({ ...line, after: shown(rows, name, after), data: { after } });
    else history.note({ ...line, before: shown(rows, name, after), data: { before: after } });
  }
}

function whereToLook<R extends Kept>(rows: RecordRows<R>, row: number, unknown: readonly Changed<R>[]): string {
  const fields = unknown.map(({ name }) => rows.headerOf(name)).join(', ');
  return `Check ${fields} in row ${row}: the values there were meant for another row.`;
}
