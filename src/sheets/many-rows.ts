import type { ManyDone } from '../domain/crm';
import { type CellValue, encode, sameCell } from './codec';
import { confirmMany } from './confirm-many';
import type { History } from './history';
import { lineOf, shown } from './history-lines';
import { lettersOf } from './letters';
import { type InRow, type ManyRequest, readMany } from './many-look';
import type { Memory } from './memory';
import { refuseProtected } from './protected-cells';
import type { Kept, RecordRows } from './record-rows';
import type { Name } from './row-values';
import { onceMore } from './steps';
import { couldBeFormula, couldBeParsed, richText, stretches } from './writing';

type ManyDesk = {
  readonly history: History;
  readonly memory: Memory;
  /** Nobody knows how the tab stands. */
  readonly isForgotten: boolean;
};

/**
 * Sets one field of many records to one value: as many calls for two rows as for two thousand. Rows that a formula works
 * out stay as they are. Looks again after the commit, and puts right what a person moved meanwhile: the old values of all
 * others were read or are remembered. Throws `DENIED`, `CONFLICT`.
 */
export function setMany<R extends Kept>(
  rows: RecordRows<R>,
  { history, memory, isForgotten }: ManyDesk,
  request: ManyRequest<R>,
  now: Date,
): ManyDone {
  const { name, value } = request;
  const before = rows.presuming(() => readMany(rows, request, isForgotten));
  const { layout } = rows;
  const locked = formulasIn(rows, name, before);
  const cell = encode(rows.kind(name), value, rows.calendar);
  const asked = before.filter(({ id }) => request.ids?.has(id) ?? true);
  const isCopied = request.ids ? copiedIds(before) : new Set();
  const wanted = asked.filter((one) => !locked.has(one.row) && !isCopied.has(one.id) && request.gets(one));
  const targets = wanted.filter((one) => !sameCell(one.cell, cell));
  const isWanted = new Set(wanted);
  const kept = asked.filter((one) => !isWanted.has(one)).map(({ id, now }) => ({ id, now }));
  if (targets.length === 0) return { done: wanted.map(({ id }) => id), kept };
  onceMore(() => write(rows, request, targets, cell, now));
  for (const one of targets)
    history.note({
      ...lineOf(rows, one.id, name),
      before: shown(rows, name, one.now),
      after: shown(rows, name, value),
      data: { before: one.now, after: value },
    });
  history.commitByReading();
  onceMore(() => confirmMany(rows, { history, memory }, request, { before, locked, targets, cell, layout, now }));
  return { done: wanted.map(({ id }) => id), kept };
}

/** Where somebody copied a row, nobody knows which of the two is meant. */
function copiedIds<R>(found: readonly InRow<R>[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const { id } of found) times.set(id, (times.get(id) ?? 0) + 1);
  return new Set([...times].filter(([, count]) => count > 1).map(([id]) => id));
}

function formulasIn<R extends Kept>(
  rows: RecordRows<R>,
  name: Name<R>,
  found: readonly InRow<R>[],
): ReadonlySet<number> {
  const [first, last] = [found[0]?.row, found[found.length - 1]?.row];
  if (first === undefined || last === undefined) return new Set();
  const formulas = rows.sheet.getRange(first, rows.columnOf(name), last - first + 1, 1).getFormulas();
  return new Set(formulas.flatMap(([formula], index) => (formula ? [first + index] : [])));
}

function write<R extends Kept>(
  rows: RecordRows<R>,
  { name, blanks, isQuiet }: ManyRequest<R>,
  targets: readonly InRow<R>[],
  cell: CellValue,
  now: Date,
): void {
  const { sheet, layout } = rows;
  const runs = runsOf(targets);
  const list = (column: number) => {
    const letters = lettersOf(column);
    return sheet.getRangeList(runs.map(({ from, to }) => `${letters}${from}:${letters}${to}`));
  };
  const column = rows.columnOf(name);
  const [first, last] = [runs[0]!.from, runs[runs.length - 1]!.to];
  refuseProtected(sheet, { row: first, rows: last - first + 1, columns: [column] });
  // What was recorded goes first: without it nothing is taken for a change in the grid.
  for (const blank of blanks) if (layout.columns.has(blank)) list(rows.columnOf(blank)).clearContent();
  if (couldBeFormula(cell)) {
    const rich = richText(String(cell));
    for (const { from, to } of runs)
      sheet
        .getRange(from, column, to - from + 1, 1)
        .setRichTextValues(Array.from({ length: to - from + 1 }, () => [rich]));
  } else {
    if (couldBeParsed(cell)) list(column).setNumberFormat('@');
    list(column).setValue(cell);
  }
  const updated = layout.columns.get('updatedAt' as keyof R & string);
  if (updated !== undefined && !isQuiet) list(updated).setValue(now);
}

function runsOf<R>(targets: readonly InRow<R>[]): readonly { readonly from: number; readonly to: number }[] {
  const first = targets[0]!.row;
  const isTarget = new Array<boolean>(targets[targets.length - 1]!.row - first + 1).fill(false);
  for (const { row } of targets) isTarget[row - first] = true;
  return stretches(isTarget, Boolean).map(({ from, items }) => ({
    from: first + from,
    to: first + from + items.length - 1,
  }));
}
