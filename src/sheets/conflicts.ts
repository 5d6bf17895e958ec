import type { Found } from '../domain/crm';
import { CrmError, type Difference, type FieldValue } from '../domain/errors';
import { say } from '../texts/say';
import { sameKept } from './codec';
import type { Memory } from './memory';
import type { RecordRows } from './record-rows';
import type { Change } from './row-change';
import { fieldOf, type Name } from './row-values';
import type { Kept } from './tab-columns';

/** What stands there already as it is asked for is no conflict: an earlier try of the same call may have written it. */
export function conflictsOf<R extends Kept>(
  rows: RecordRows<R>,
  memory: Memory,
  { record, odd }: Found<R>,
  { id, seen, asked }: Change<R>,
): readonly Difference[] {
  const differences: Difference[] = [];
  let changes: ReturnType<Memory['lastChanges']> | null = null;
  for (const name of Object.keys(seen)) {
    const then = fieldOf<object>(seen, name as never);
    const now = odd[name] ?? fieldOf(record, name as Name<R>);
    const isNow = (value: unknown) => sameKept(rows.kind(name as Name<R>), now, value);
    if (isNow(then) || (name in asked && isNow(fieldOf<object>(asked, name as never)))) continue;
    changes ??= memory.lastChanges(id);
    const last = changes.get(rows.headerOf(name as Name<R>));
    const by = last && { by: { who: last.who, at: last.at } };
    differences.push({ field: name, seen: then as FieldValue, now: now as FieldValue, ...by });
  }
  return differences;
}

/** An action of the domain cannot go on with a part of what it asks for, nor a save with nothing of it. */
export function refuseConflicts<R extends Kept>(
  rows: RecordRows<R>,
  differences: readonly Difference[],
  { asked, isWhole }: Change<R>,
): void {
  if (differences.length === 0) return;
  const isDifferent = (name: string) => differences.some(({ field }) => field === name);
  const isRest = Object.keys(asked).some((name) => !isDifferent(name));
  // What the user looked at and left alone may be the reason for the rest.
  if (!isWhole && isRest && differences.every(({ field }) => field in asked)) return;
  const fields = differences.map(({ field }) => rows.headerOf(field as Name<R>)).join(', ');
  throw new CrmError('CONFLICT', say('save.changed', { fields }), { differences });
}
