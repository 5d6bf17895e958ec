import type { CellValue } from './codec';
import { writeEmptyRows, writeExactly } from './exact-cells';
import { type KeptCell, type KeptRow, placed } from './kept-row';
import { type AnyRows, lastAbove, moveBack, roomAtEnd, rowsOfIds, setAside } from './set-aside';

/**
 * Puts deleted rows back under the last record, each once. They are written at the end of the tab, apart from all others, so
 * that no other row is ever under the pen; those that an earlier try left unfinished go there again to be completed. Answers
 * with the headers of columns that are no longer there. Throws `BUSY` where people move the rows meanwhile.
 */
export function restoreRows(rows: AnyRows, kept: readonly KeptRow[]): readonly string[] {
  const byId = new Map(kept.map((row) => [row.id, row]));
  const unfinished = rowsOfIds(rows, [...byId.keys()]).length > 0 ? setAside(rows, [...byId.keys()]) : null;
  if (unfinished) {
    const there = unfinished.kept.map(({ id }) => byId.get(id)!);
    complete(rows, unfinished.first, there);
    for (const { id } of there) byId.delete(id);
  }
  const fresh = [...byId.values()];
  if (fresh.length > 0) {
    const first = roomAtEnd(rows.sheet, fresh.length);
    dress(rows, first, fresh.length);
    writeOurs(rows, first, fresh);
    complete(rows, first, fresh);
  }
  return [...new Set(kept.flatMap((row) => placed(rows.layout, row).homeless))];
}

/** Before anything is written: a format makes a day of a number, and a number of a day. */
function dress(rows: AnyRows, first: number, count: number): void {
  const { sheet, layout } = rows;
  const above = lastAbove(rows, first);
  if (above <= layout.headerRow) return;
  const width = layout.headers.length;
  sheet.getRange(above, 1, 1, width).copyTo(sheet.getRange(first, 1, count, width), { formatOnly: true });
}

/** Our columns, the id among the first: with it a row is known to be one that is on its way back. */
function writeOurs(rows: AnyRows, first: number, fresh: readonly KeptRow[]): void {
  const cells = fresh.map((row) => placed(rows.layout, row).cells);
  const ours = [...rows.layout.columns.values()];
  const columns = new Map(ours.map((column) => [column, cells.map((row) => row.get(column) ?? null)]));
  writeEmptyRows(rows.sheet, first, columns, rows.columnOf('id'));
}

/**
 * Fills what is still blank: people's own columns last, because what a formula elsewhere spills into them stands there by
 * now and must not be written over.
 */
function complete(rows: AnyRows, first: number, kept: readonly KeptRow[]): void {
  const { sheet, layout } = rows;
  const now = sheet.getRange(first, 1, kept.length, layout.headers.length).getValues() as CellValue[][];
  refuseMoved(rows, first, now, kept);
  const lacking = new Map<number, (KeptCell | null)[]>();
  kept.forEach((row, index) => {
    for (const [column, cell] of placed(layout, row).cells) {
      if (now[index]![column - 1] !== '') continue;
      const cells = lacking.get(column) ?? kept.map(() => null);
      cells[index] = cell;
      lacking.set(column, cells);
    }
  });
  if (lacking.size > 0) {
    writeExactly(sheet, first, lacking);
    const then = sheet.getRange(first, 1, kept.length, layout.headers.length).getValues() as CellValue[][];
    refuseMoved(rows, first, then, kept);
  }
  moveBack(rows, first, kept.length);
}

/** Throws `BUSY` where these rows are not the ones that were put there, and takes out what went into empty ones. */
function refuseMoved(
  rows: AnyRows,
  first: number,
  cells: readonly (readonly CellValue[])[],
  kept: readonly KeptRow[],
): void {
  const id = rows.columnOf('id');
  if (cells.every((line, index) => String(line[id - 1]) === kept[index]!.id)) return;
  const isOurs = cells.every((line, index) => {
    const own = placed(rows.layout, kept[index]!).cells;
    return line[id - 1] === '' && line.every((cell, at) => cell === '' || own.has(at + 1));
  });
  if (isOurs) rows.sheet.getRange(first, 1, kept.length, rows.layout.headers.length).clearContent();
  throw rows.keepsMoving();
}
