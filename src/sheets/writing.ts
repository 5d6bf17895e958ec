import type { CellValue } from './codec';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Text that could become a formula even in a cell of format `@`. Reports on Google's behaviour conflict; we trust none. */
export const couldBeFormula = (cell: CellValue): boolean => typeof cell === 'string' && /^[=+\-@'\t\r]/.test(cell);

/** Text that a cell without the format `@` might read as a number, a date or a truth value; JSON is none of these. */
export const couldBeParsed = (cell: CellValue): boolean =>
  typeof cell === 'string' &&
  cell !== '' &&
  (couldBeFormula(cell) || (/\d/.test(cell) && !cell.startsWith('{')) || /^(true|false)$/i.test(cell));

export const richText = (text: string): GoogleAppsScript.Spreadsheet.RichTextValue =>
  SpreadsheetApp.newRichTextValue().setText(text).build();

/**
 * Writes a block whose text columns carry the format `@`. Text that could still become a formula goes in as rich text,
 * which Sheets does not parse; neighbours share a call, in columns or in rows, whichever takes fewer. `isRich`: what goes in so, where the format is not known.
 */
export function writeBlock(
  sheet: Sheet,
  row: number,
  column: number,
  block: readonly (readonly CellValue[])[],
  isRich: (cell: CellValue) => boolean = couldBeFormula,
): void {
  const width = block[0]?.length ?? 0;
  if (width === 0) return;
  sheet
    .getRange(row, column, block.length, width)
    .setValues(block.map((cells) => cells.map((cell) => (isRich(cell) ? '' : cell))));
  const texts = (items: readonly CellValue[]) => items.map((item) => richText(String(item)));
  const across = block.map((cells) => stretches(cells, isRich));
  const columns = block[0]!.map((_, index) => block.map((cells) => cells[index]!));
  const down = columns.map((cells) => stretches(cells, isRich));
  if (across.flat().length < down.flat().length) {
    for (const [r, runs] of across.entries())
      for (const { from, items } of runs)
        sheet.getRange(row + r, column + from, 1, items.length).setRichTextValues([texts(items)]);
    return;
  }
  for (const [c, runs] of down.entries())
    for (const { from, items } of runs)
      sheet.getRange(row + from, column + c, items.length, 1).setRichTextValues(texts(items).map((one) => [one]));
}

/**
 * The same for cells of one column, below each other. None is blank in between: where Google fails there, whoever looks next
 * would take that for a person's doing.
 */
export function writeDown(
  sheet: Sheet,
  row: number,
  column: number,
  cells: readonly CellValue[],
  isRich: (cell: CellValue) => boolean = couldBeFormula,
): void {
  const rangeOf = ({ from, items }: { readonly from: number; readonly items: readonly CellValue[] }) =>
    sheet.getRange(row + from, column, items.length, 1);
  for (const run of stretches(cells, (cell) => !isRich(cell))) rangeOf(run).setValues(run.items.map((cell) => [cell]));
  for (const run of stretches(cells, isRich))
    rangeOf(run).setRichTextValues(run.items.map((cell) => [richText(String(cell))]));
}

/** One cell to write, by column; the last ones after all others. */
export type CellAt = { readonly column: number; readonly cell: CellValue; readonly isLast?: boolean };

/**
 * Writes some cells of one row, neighbours together. The format of these cells is not known, so every text that could
 * be taken for something else goes in as rich text.
 */
export function writeCells(sheet: Sheet, row: number, cells: readonly CellAt[]): void {
  const runs: CellAt[][] = [];
  for (const cell of [...cells].sort((a, b) => a.column - b.column)) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (run && last && last.column + 1 === cell.column && couldBeParsed(last.cell) === couldBeParsed(cell.cell))
      run.push(cell);
    else runs.push([cell]);
  }
  const isLast = (run: readonly CellAt[]) => run.some((cell) => cell.isLast);
  for (const run of [...runs.filter((one) => !isLast(one)), ...runs.filter(isLast)]) {
    const range = sheet.getRange(row, run[0]!.column, 1, run.length);
    if (couldBeParsed(run[0]!.cell)) range.setRichTextValues([run.map(({ cell }) => richText(String(cell)))]);
    else range.setValues([run.map(({ cell }) => cell)]);
  }
}

/** The stretches of a list in which `wanted` holds, with where each begins. */
export function stretches<T>(
  items: readonly T[],
  wanted: (item: T) => boolean,
): { readonly from: number; readonly items: readonly T[] }[] {
  const found: { from: number; items: T[] }[] = [];
  items.forEach((item, index) => {
    if (!wanted(item)) return;
    const last = found[found.length - 1];
    if (last && last.from + last.items.length === index) last.items.push(item);
    else found.push({ from: index, items: [item] });
  });
  return found;
}

/** Columns that stand next to each other, without anyone else's between: those are not ours to write. */
export type ColumnRun<Name> = { readonly column: number; readonly names: Name[] };

export function columnRuns<Name>(columns: ReadonlyMap<Name, number>): readonly ColumnRun<Name>[] {
  const runs: ColumnRun<Name>[] = [];
  for (const [name, column] of [...columns].sort(([, a], [, b]) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && last.column + last.names.length === column) last.names.push(name);
    else runs.push({ column, names: [name] });
  }
  return runs;
}
