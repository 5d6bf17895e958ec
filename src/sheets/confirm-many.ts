import { CrmError } from '../domain/errors';
import { type CellValue, encode, sameCell } from './codec';
import type { History } from './history';
import { lineOf } from './history-lines';
import type { Layout } from './layout';
import { saysTheSame } from './layout-hint';
import { putBackUnder } from './many-columns';
import { type InRow, type ManyRequest, readMany } from './many-look';
import type { Memory } from './memory';
import type { Kept, RecordRows } from './record-rows';
import { fieldOf, type Name } from './row-values';
import { writeCells } from './writing';

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
  { before, locked, targets, cell }: WrittenMany<R>,
): (id: string) => CellValue | undefined {
  const isTarget = new Set(targets);
  const wanted = new Map<string, CellValue | undefined>();
  for (const one of before) {
    const want = isTarget.has(one) ? cell : one.cell;
    const before = wanted.has(one.id) ? wanted.get(one.id) : want;
    const isKnown = before !== undefined && sameCell(before, want) && !locked.has(one.row);
    wanted.set(one.id, isKnown ? want : undefined);
  }
  return (id) => {
    if (wanted.has(id)) return wanted.get(id);
    const known = memory.lastKnown(rows.of.kind, id) as R | null;
    const value = known ? fieldOf(known, name) : undefined;
    return value === undefined ? undefined : encode(rows.kind(name), value, rows.calendar);
  };
}

/** What was written, of all that was read before. */
export type WrittenMany<R> = {
  readonly before: readonly InRow<R>[];
  /** Rows in which a formula works the field out: nobody knows the formula. */
  readonly locked: ReadonlySet<number>;
  readonly targets: readonly InRow<R>[];
  readonly cell: CellValue;
  /** Where the columns were, and what went into *Updated at*. */
  readonly layout: Layout<R>;
  readonly now: Date;
};

/** Where a person moved rows meanwhile: others get their old values back, and ours what they were to get. */
export function confirmMany<R extends Kept>(
  rows: RecordRows<R>,
  { history, memory }: { readonly history: History; readonly memory: Memory },
  request: ManyRequest<R>,
  written: WrittenMany<R>,
): void {
  const { name } = request;
  const { targets, cell, layout, now } = written;
  const placeOf = (field: Name<R>) => layout.columns.get(field as never) ?? layout.own.get(field as never) ?? 1;
  const column = placeOf(name);
  const [first, last] = [targets[0]!.row, targets[targets.length - 1]!.row];
  const id = placeOf('id' as Name<R>);
  const [left, right] = [Math.min(id, column), Math.max(id, column)];
  const height = Math.min(last, rows.sheet.getMaxRows()) - first + 1;
  const block = height < 1 ? [] : rows.sheet.getRange(first, left, height, right - left + 1).getValues();
  const isRight = ({ id: one, row }: InRow<R>) =>
    String(block[row - first]?.[id - left]) === one && sameCell(block[row - first]![column - left] as CellValue, cell);
  const areMoved = rows.layout !== layout || !saysTheSame(layout);
  if (targets.every(isRight) && !areMoved) return;
  if (rows.layout === layout) rows.lookAgain();
  const columns = [
    { name, cell },
    ...request.blanks.map((blank) => ({ name: blank as Name<R>, cell: '' })),
    ...(request.isQuiet ? [] : [{ name: 'updatedAt' as Name<R>, cell: now }]),
  ];
  const wanted = wantedCells(rows, memory, name, written);
  const isAsked = new Set(targets.map((one) => one.id));
  const ids = targets.map((one) => one.id);
  const unknown = areMoved ? [...putBackUnder(rows, memory, layout, columns, ids)] : [];
  const { ids: _, ...all } = request;
  for (const one of readMany(rows, all, true)) {
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
