import type { EditedCells } from '../domain/grid';
import { isId } from '../domain/ids';
import { fieldIn, valueIn } from './edit-notes';
import type { Heard } from './grid-edit';
import type { HistoryLine } from './history';
import { lineOf, shown } from './history-lines';
import type { RecordRows } from './record-rows';
import type { Kept } from './tab-columns';
import type { TabLines } from './tab-lines';
import { stillHolds } from './typed-text';

/** How long ago a save of ours may be that came between an edit and our hearing of it. */
const RECENT_MS = 120_000;

/**
 * What somebody typed and a save of ours wrote over before we heard of it, as a line for History; null where nothing was, or
 * where that cannot be told. Only a record that was saved a moment ago is meant: else its row has moved since.
 */
export function overwritten<R extends Kept>(
  rows: RecordRows<R>,
  { top, left, value }: EditedCells,
  around: TabLines,
  { who, now }: Heard,
): HistoryLine | null {
  const line = around.lines[top - around.top];
  const field = fieldIn(rows, left);
  if (value === null || !line || field === null) return null;
  const { record } = rows.rowOf(top, line, []).found;
  const { updatedAt = null } = record as { updatedAt?: number | null };
  if (!isId(rows.of.kind, record.id) || updatedAt === null || now - updatedAt > RECENT_MS) return null;
  if (field === 'updatedAt' || stillHolds(line[left - 1] ?? '', value, rows.calendar) !== false) return null;
  const after = valueIn(rows, field, line[left - 1] ?? '');
  return {
    ...lineOf(rows, record.id, field),
    before: value,
    after: shown(rows, field, after),
    data: { before: value, after },
    how: 'grid',
    who,
  };
}
