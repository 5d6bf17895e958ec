import type { Crm, Table, Undone } from '../domain/crm';
import type { FieldValue } from '../domain/errors';
import { fieldNamed } from '../domain/fields';
import type { Logged } from '../domain/history';
import { isOfRecorded, recordOfMany } from '../domain/opportunity';
import { fits, isSame, valuesIn } from '../domain/undoing';

/** Fewer are taken back one by one. */
const MANY = 5;

type Change = { readonly id: string; readonly before: FieldValue; readonly after: FieldValue };

/**
 * Takes back the change of one field of many records: in one look and one write, whatever each of them held. Null
 * where the lines are of something else.
 */
export function revertMany(crm: Crm, records: readonly (readonly Logged[])[]): Undone | null {
  const lines = records.flat();
  const [first] = lines;
  if (!first || first.kind === 'activity' || records.length <= MANY) return null;
  if (lines.length !== records.length || lines.some((line) => line.field !== first.field || line.kind !== first.kind))
    return null;
  const { name, field } = fieldNamed(first.kind, first.field);
  const changes = new Map<string, Change>();
  for (const line of lines) {
    const values = valuesIn(line);
    if (!values || (field && !fits(field.kind, values.before))) return null;
    changes.set(line.id, { id: line.id, ...values });
  }
  const table = (first.kind === 'lead' ? crm.leads : crm.opportunities) as unknown as Table<Record<string, unknown>>;
  const kind = field?.kind ?? null;
  const valueFor = (id: string) => changes.get(id)!.before;
  const { done, kept: held } = table.setMany(
    {
      name,
      valueFor,
      reads: [],
      ids: new Set(changes.keys()),
      gets: ({ id, now }) => isSame(kind, now as FieldValue, changes.get(id)!.after),
      ...(first.kind === 'opportunity' && isOfRecorded(name) && { also: recordOfMany(name, valueFor) as never }),
    },
    crm.now,
  );
  const kept = held.flatMap(({ id, now }) => {
    const { before, after } = changes.get(id)!;
    if (isSame(kind, now as FieldValue, before)) return [];
    return [{ kind: first.kind, id, field: name, seen: after, now: now as FieldValue }];
  });
  return { records: done.length, kept, notices: [] };
}
