import type { Instant } from '../domain/day';
import type { FieldValue } from '../domain/errors';
import type { ManyDone, ManyKept } from '../domain/many';
import { afterBreak } from './broken-many';
import { confirmMany } from './confirm-many';
import type { History } from './history';
import { draftsOf, lockedBy, noteDraft } from './many-drafts';
import { type InRow, type ManyRequest, readMany, timesOf } from './many-look';
import { type Pen, pensOf, write } from './many-pens';
import type { Memory } from './memory';
import { refuseProtected } from './protected-cells';
import type { RecordRows } from './record-rows';
import { onceMore } from './steps';
import type { Kept } from './tab-columns';

export type ManyDesk = {
  readonly history: History;
  readonly memory: Memory;
  /** Nobody knows how the tab stands. */
  readonly isForgotten: boolean;
};

/**
 * Sets one field of many records, with those that go along with it: to one value as many calls for two rows as for two thousand;
 * to different ones a call for each value or each stretch of neighbouring rows, whichever are fewer. Rows that a formula works
 * out stay as they are. Looks again after the commit, and puts right what a person did meanwhile. Throws `DENIED`,
 * `CONFLICT`, `BUSY`.
 */
export function setMany<R extends Kept>(
  rows: RecordRows<R>,
  desk: ManyDesk,
  request: ManyRequest<R>,
  now: Instant,
): ManyDone {
  const { name } = request;
  const started = Date.now();
  const look = readMany(rows, request, desk.isForgotten);
  const { records } = look;
  const asked = records.filter(({ id }) => request.ids?.has(id) ?? true);
  const drafts = draftsOf(rows, request, asked);
  const isLocked = lockedBy(rows, look, drafts);
  const isCopied = request.ids ? copiedIds(records) : new Set();
  const isGiven = (one: InRow<R>) => !isCopied.has(one.id) && request.gets(one);
  const wanted = asked.filter((one) => isGiven(one) && !isLocked(one));
  const targets = wanted.filter((one) => drafts.get(one)!.length > 0);
  request.first?.(asked.filter((one) => isLocked(one) && request.gets(one)).map(({ row }) => row));
  const isWanted = new Set(wanted);
  const whyKept = (one: InRow<R>) => (isCopied.has(one.id) ? 'copied' : isLocked(one) ? 'formula' : 'changed');
  const kept = asked
    .filter((one) => !isWanted.has(one))
    .map((one): ManyKept => ({ id: one.id, now: one.now as FieldValue, why: whyKept(one) }));
  if (targets.length === 0) {
    // Somebody may have brought some with Ctrl+Z before the other part of the action was done, such as a stage's old name.
    if (request.first) return setMany(rows, desk, withoutFirst(request), now);
    return { done: wanted.map(({ id }) => id), written: [], kept };
  }
  const pens = pensOf(rows, request, { drafts, targets, look }, now);
  const asks = [name, ...(request.along?.fields ?? [])];
  const written = { look, name, asks, targets, pens, begun: now, started };
  const note = (some: readonly InRow<R>[]) => {
    for (const one of some) noteDraft(rows, desk.history, request, one.id, drafts.get(one)!);
  };
  refuseAny(rows, pens, targets);
  try {
    onceMore(() => write(rows, pens, targets));
  } catch (error) {
    throw afterBreak(rows, desk, written, { error, note });
  }
  note(targets);
  desk.history.commitByReading();
  const left = onceMore(() => confirmMany(rows, desk, written));
  const isLeft = new Set([...left.gone, ...left.kept.map(({ id }) => id)]);
  const lost = left.kept.map((one): ManyKept => ({ id: one.id, now: one.now as FieldValue, why: 'changed' }));
  const standing = (some: readonly InRow<R>[]) => some.map(({ id }) => id).filter((id) => !isLeft.has(id));
  return { done: standing(wanted), written: standing(targets), kept: [...kept, ...lost] };
}

const withoutFirst = <R>({ first: _, ...request }: ManyRequest<R>): ManyRequest<R> => request;

/** Where somebody copied a row, nobody knows which of the two is meant. */
function copiedIds<R>(found: readonly InRow<R>[]): ReadonlySet<string> {
  const times = timesOf(found.map(({ id }) => id));
  return new Set([...times].filter(([, count]) => count > 1).map(([id]) => id));
}

function refuseAny<R extends Kept>(
  { sheet }: RecordRows<R>,
  pens: readonly Pen<R>[],
  targets: readonly InRow<R>[],
): void {
  const [first, last] = [targets[0]!.row, targets[targets.length - 1]!.row];
  refuseProtected(sheet, { row: first, rows: last - first + 1, columns: pens.map(({ column }) => column) });
}
