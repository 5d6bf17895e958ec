import { idPattern, isId } from '../domain/ids';
import type { CellValue } from './codec';
import type { Kept, RecordRows } from './record-rows';

/** Where new rows go: under the last record. */
export type Room = {
  readonly first: number;
  /** The row above: a record of ours or the header. */
  readonly above: readonly CellValue[];
  /** The rows are there, and empty. */
  readonly isFree: boolean;
};

/** Looks where rows can go; null where somebody moved rows between the two looks that it takes. */
export function lookForRoom<R extends Kept>(rows: RecordRows<R>, count: number): Room | null {
  const { sheet, layout, idColumn, of } = rows;
  const ids = idColumn.createTextFinder(idPattern(of.kind)).useRegularExpression(true).matchEntireCell(true);
  const last = Math.max(ids.findPrevious()?.getRow() ?? 0, layout.headerRow);
  const height = Math.min(count, sheet.getMaxRows() - last);
  const [above = [], ...fresh] = sheet.getRange(last, 1, height + 1, layout.width).getValues();
  const isFree = height === count && fresh.every((cells) => cells.every((cell) => cell === ''));
  return isOurs(rows, last, above) ? { first: last + 1, above, isFree } : null;
}

function isOurs<R extends Kept>(rows: RecordRows<R>, row: number, cells: readonly CellValue[]): boolean {
  const { headerRow, headers } = rows.layout;
  const id = rows.columnOf('id');
  const text = String(cells[id - 1]);
  return row === headerRow ? text === headers[id - 1] : isId(rows.of.kind, text);
}

/** Puts in the empty rows that are lacking and looks again; null where somebody moved rows meanwhile. */
export function makeRoom<R extends Kept>(rows: RecordRows<R>, { first }: Room, count: number): Room | null {
  const { sheet, layout } = rows;
  const lacking = count - (sheet.getMaxRows() - first + 1);
  if (first - 1 > layout.headerRow) sheet.insertRowsAfter(first - 1, count);
  else if (lacking > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacking);
  // A first record goes right under the header, unless somebody typed there.
  else sheet.insertRowsBefore(first, count);
  rows.inserted += first - 1 <= layout.headerRow && lacking > 0 ? lacking : count;
  const [above = [], ...fresh] = sheet.getRange(first - 1, 1, count + 1, layout.width).getValues();
  // People's own columns may hold something in any row, such as what a formula spills.
  const ours = [...layout.columns.values()];
  const areEmpty = fresh.every((cells) => ours.every((column) => cells[column - 1] === ''));
  return areEmpty && isOurs(rows, first - 1, above) ? { first, above, isFree: true } : null;
}
