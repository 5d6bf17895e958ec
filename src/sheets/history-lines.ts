import type { Found } from '../domain/crm';
import type { History, HistoryLine } from './history';
import type { RecordRows } from './record-rows';
import { fieldOf, type Name } from './row-values';
import type { Kept } from './tab-columns';

/** Notes the change of one field; what the CRM keeps for itself needs no line. */
export function noteChange<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  { record, odd }: Found<R>,
  next: R,
  name: Name<R>,
): void {
  if (rows.kind(name) === 'hidden' || name === 'updatedAt') return;
  const [before, after] = [odd[name as string] ?? fieldOf(record, name), fieldOf(next, name)];
  const texts = { before: odd[name as string] ?? shown(rows, name, before), after: shown(rows, name, after) };
  history.note({ ...lineOf(rows, record.id, name), ...texts, data: { before, after } });
}

export const lineOf = <R extends Kept>(rows: RecordRows<R>, id: string, name: Name<R>): HistoryLine => ({
  kind: rows.of.kind,
  id,
  field: rows.headerOf(name),
  before: '',
  after: '',
  data: {},
});

/** A value as people read it. */
export function shown<R extends Kept>(rows: RecordRows<R>, name: Name<R>, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (rows.kind(name) === 'instant' && typeof value === 'number') return new Date(value).toISOString();
  return Array.isArray(value) ? value.join(', ') : String(value);
}
