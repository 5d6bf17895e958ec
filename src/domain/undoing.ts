import { isDay } from './day';
import type { Difference, FieldValue } from './errors';
import type { FieldKind } from './fields';
import { askedFor, CREATED, DELETED, isOfHandTyped, isOfRecord, type Logged, RESTORED } from './history';

/** What undoing an action has to do, by its lines in History. */
export type Undoing = {
  /** Lines of records that it made, or brought back: they go again. */
  readonly made: readonly Logged[];
  /** Lines of records that it deleted and nobody brought back since. */
  readonly deleted: readonly Logged[];
  /** By record: the newest line of each field that it changed. */
  readonly changed: ReadonlyMap<string, readonly Logged[]>;
};

/** `logged`: what came to History since the action began, oldest first. */
export function undoingOf(logged: readonly Logged[], action: string): Undoing {
  const lastOf = (id: string, fields: readonly string[]) =>
    logged.reduce((last, line, place) => (line.id === id && fields.includes(line.field) ? place : last), -1);
  const came = (id: string) => lastOf(id, [CREATED, RESTORED]);
  const went = (id: string) => lastOf(id, [DELETED]);
  const own = askedFor(logged.filter((line) => line.action === action));
  const made = new Map(own.filter((line) => isMade(line)).map((line) => [line.id, line]));
  const changed = new Map<string, Map<string, Logged>>();
  for (const line of own) {
    if (isOfRecord(line)) continue;
    const fields = changed.get(line.id) ?? new Map<string, Logged>();
    changed.set(line.id, fields.set(line.field, line));
  }
  return {
    made: [...made.values()].filter(({ id }) => came(id) > went(id)),
    deleted: own.filter(({ id, field }) => field === DELETED && went(id) > came(id)),
    changed: new Map([...changed].map(([id, fields]) => [id, [...fields.values()]])),
  };
}

const isMade = (line: Logged) => line.field === RESTORED || (line.field === CREATED && !isOfHandTyped(line));

/** Whether what was done to a record since comes to nothing: it was changed, and changed back. */
export function isAsItWas(id: string, later: readonly Logged[]): boolean {
  const fields = new Map<string, { first: Logged; last: Logged }>();
  for (const line of later) {
    if (line.id !== id || isOfRecord(line)) continue;
    fields.set(line.field, { first: fields.get(line.field)?.first ?? line, last: line });
  }
  return [...fields.values()].every(({ first, last }) => first.before === last.after);
}

/** The exact values before and after; null where History no longer has them. */
export function valuesIn({ before, after, data }: Logged): { before: FieldValue; after: FieldValue } | null {
  if (data === '') return before === '' && after === '' ? null : { before, after };
  try {
    const values = JSON.parse(data) as { before?: FieldValue; after?: FieldValue };
    if (values.before === undefined || values.after === undefined) return null;
    return { before: values.before, after: values.after };
  } catch {
    // People may write anything into the cell.
    return null;
  }
}

/** Whether a field of this kind can take a value: texts that a number's cell held are kept as they were. */
export function fits(kind: FieldKind, value: FieldValue): boolean {
  if (kind === 'tags') return Array.isArray(value);
  if (kind === 'day') return value === null || isDay(value);
  if (kind === 'instant') return value === null || typeof value === 'number';
  if (kind === 'money' || kind === 'number' || kind === 'percent')
    return value === null || typeof value === 'number' || typeof value === 'string';
  return typeof value === 'string';
}

/** Whether a cell holds what History says: sheets keep moments to the second. */
export function isSame(kind: FieldKind | null, cell: FieldValue, logged: FieldValue): boolean {
  if (kind === 'instant' && typeof cell === 'number' && typeof logged === 'number')
    return Math.floor(cell / 1000) === Math.floor(logged / 1000);
  const isBlank = (value: FieldValue) => value === '' || value === null;
  return JSON.stringify(cell) === JSON.stringify(logged) || (isBlank(cell) && isBlank(logged));
}

/** Fields of a deal that a move writes together: they go back together or not at all. */
export const MOVE = ['pipeline', 'stage', 'stageSince', 'closedAt', 'lostReason'];

/** Without the fields of a move of which one cannot go back. */
export function withoutHalfMoves<W extends { readonly name: string }>(
  wanted: readonly W[],
  kept: readonly Difference[],
): readonly W[] {
  const names = [...wanted.map(({ name }) => name), ...kept.map(({ field }) => field)];
  const isMove = names.includes('stage') || names.includes('pipeline');
  const isKept = kept.some(({ field }) => MOVE.includes(field));
  return isMove && isKept ? wanted.filter(({ name }) => !MOVE.includes(name)) : wanted;
}
