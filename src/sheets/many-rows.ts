import type { ManyDone } from '../domain/crm';
import { CrmError } from '../domain/errors';
import { type CellValue, encode, sameCell } from './codec';
import type { History } from './history';
import { lineOf, shown } from './history-lines';
import { lettersOf } from './letters';
import { type InRow, type ManyRequest, readMany } from './many-look';
import type { Memory } from './memory';
import { refuseProtected } from './protected-cells';
import type { Kept, RecordRows } from './record-rows';
import { fieldOf, type Name } from './row-values';
import { onceMore } from './steps';
import { couldBeFormula, couldBeParsed, richText, stretches, writeCells } from './writing';

/**
 * Sets one field of many records to one value: as many calls for two rows as for two thousand. Rows that a formula works
 * out stay as they are. Looks again after the commit, and puts right what a person moved meanwhile: the old values of all
 * rows between the first and the last are known. Throws `DENIED`, `CONFLICT`.
 */
export function setMany<R extends Kept>(
  rows: RecordRows<R>,
  { history, memory }: { readonly history: History; readonly memory: Memory },
  request: ManyRequest<R>,
  now: Date,
): ManyDone {
  const { name, value } = request;
  const before = rows.presuming(() => readMany(rows, request));
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
  onceMore(() => confirm(rows, { history, memory }, request, { before, targets, cell }));
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

/** Rows that hold nothing but what was meant for others are emptied again. */
function clearStray<R extends Kept>(
  rows: RecordRows<R>,
  { column, first, height }: { readonly column: number; readonly first: number; readonly height: number },
  cell: CellValue,
): void {
  const { sheet, layout } = rows;
  const updated = layout.columns.get('updatedAt' as keyof R & string);
  const block = sheet.getRange(first, 1, Math.max(1, height), layout.width).getValues() as CellValue[][];
  block.forEach((cells, index) => {
    const isStray = (one: CellValue, at: number) =>
      one === '' || at + 1 === updated || (at + 1 === column && sameCell(one, cell));
    if (cells.some((one) => one !== '') && cells.every(isStray))
      sheet.getRange(first + index, 1, 1, layout.width).clearContent();
  });
}

/**
 * What the cell of each record is to hold, by id: of records that did not stand between the first and the last row it is
 * what is remembered of them. Undefined where nobody knows, as for the rows of an id that stands twice and differ.
 */
function wantedCells<R extends Kept>(
  rows: RecordRows<R>,
  memory: Memory,
  name: Name<R>,
  { before, targets, cell }: Written<R>,
): (id: string) => CellValue | undefined {
  const isTarget = new Set(targets);
  const wanted = new Map<string, CellValue | undefined>();
  for (const one of before) {
    const want = isTarget.has(one) ? cell : one.cell;
    const isOther = wanted.has(one.id) && !sameCell(wanted.get(one.id) ?? '', want);
    wanted.set(one.id, isOther ? undefined : want);
  }
  return (id) => {
    if (wanted.has(id)) return wanted.get(id);
    const known = memory.lastKnown(rows.of.kind, id) as R | null;
    const value = known ? fieldOf(known, name) : undefined;
    return value === undefined ? undefined : encode(rows.kind(name), value, rows.calendar);
  };
}

type Written<R> = {
  readonly before: readonly InRow<R>[];
  readonly targets: readonly InRow<R>[];
  readonly cell: CellValue;
};

/** Where a person moved rows meanwhile: others get their old values back, and ours what they were to get. */
function confirm<R extends Kept>(
  rows: RecordRows<R>,
  { history, memory }: { readonly history: History; readonly memory: Memory },
  request: ManyRequest<R>,
  written: Written<R>,
): void {
  const { name } = request;
  const { before, targets, cell } = written;
  const column = rows.columnOf(name);
  const [first, last] = [before[0]!.row, before[before.length - 1]!.row];
  const id = rows.columnOf('id' as Name<R>);
  const [left, right] = [Math.min(id, column), Math.max(id, column)];
  const height = Math.min(last, rows.sheet.getMaxRows()) - first + 1;
  const block = height < 1 ? [] : rows.sheet.getRange(first, left, height, right - left + 1).getValues();
  const isRight = ({ id: one, row }: InRow<R>) =>
    String(block[row - first]?.[id - left]) === one && sameCell(block[row - first]![column - left] as CellValue, cell);
  if (targets.every(isRight)) return;
  rows.lookAgain();
  const wanted = wantedCells(rows, memory, name, written);
  const isAsked = new Set(targets.map((one) => one.id));
  const unknown: number[] = [];
  const { ids: _, ...all } = request;
  for (const one of readMany(rows, all)) {
    const isOurs = sameCell(one.cell, cell);
    const isHit = isOurs && one.row >= first && one.row <= last;
    const want = isHit || isAsked.has(one.id) ? wanted(one.id) : one.cell;
    if (want === undefined && isHit) unknown.push(one.row);
    const isTarget = want !== undefined && sameCell(want, cell);
    if (want === undefined || isTarget === isOurs) continue;
    writeCells(rows.sheet, one.row, [{ column: rows.columnOf(name), cell: want }]);
    if (!isTarget) history.note({ ...lineOf(rows, one.id, name), how: 'repair' });
  }
  clearStray(rows, { column, first, height }, cell);
  history.commit();
  if (unknown.length === 0) return;
  throw new CrmError(
    'CONFLICT',
    `Somebody moved rows while this was saved. Check ${rows.headerOf(name)} in row ${unknown.join(', ')}: the values there may have been meant for other rows.`,
  );
}
