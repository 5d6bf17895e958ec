import { holdsWritten } from './codec';
import { confirmMany, type WrittenMany } from './confirm-many';
import type { InRow } from './many-look';
import { readNow } from './many-now';
import type { ManyDesk } from './many-rows';
import type { RecordRows } from './record-rows';
import { afterLooking } from './steps';
import type { Kept } from './tab-columns';

/**
 * Google failed while many rows were written: some may hold the value, some not, some hold what was meant for others. What
 * can be put right is, and `note` gets the records that hold the value now, or all of them where that cannot be told.
 * Answers with what to throw; the same call again does the rest.
 */
export function afterBreak<R extends Kept>(
  rows: RecordRows<R>,
  desk: ManyDesk,
  written: WrittenMany<R>,
  { error, note }: { readonly error: unknown; readonly note: (some: readonly InRow<R>[]) => void },
): unknown {
  for (const { id } of written.targets) desk.history.touch(rows.of.kind, id);
  const told = afterLooking(error, () => void confirmMany(rows, desk, { ...written, isBroken: true }));
  note(holdingNow(rows, written));
  return told;
}

function holdingNow<R extends Kept>(rows: RecordRows<R>, { name, pens, targets }: WrittenMany<R>): readonly InRow<R>[] {
  const { cellOf } = pens.find((pen) => pen.name === name)!;
  try {
    const { lines } = readNow(rows).lines;
    const [id, own] = [rows.columnOf('id') - 1, rows.columnOf(name) - 1];
    const holding = new Map(lines.map((line) => [String(line[id]), line[own]!]));
    return targets.filter(
      (one) => holding.has(one.id) && holdsWritten(holding.get(one.id)!, cellOf(one.id)!, rows.calendar),
    );
  } catch {
    return targets;
  }
}
