import type { CellValue } from './codec';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Text that could become a formula even in a cell of format `@`. Reports on Google's behaviour conflict; we trust none. */
export const couldBeFormula = (cell: CellValue): boolean => typeof cell === 'string' && /^[=+\-@'\t\r]/.test(cell);

/** Text that a cell without the format `@` might read as a number, a date or a truth value. */
const couldBeParsed = (cell: CellValue): boolean =>
  typeof cell === 'string' && cell !== '' && (couldBeFormula(cell) || /\d/.test(cell) || /^(true|false)$/i.test(cell));

const richText = (text: string): GoogleAppsScript.Spreadsheet.RichTextValue =>
  SpreadsheetApp.newRichTextValue().setText(text).build();

/**
 * Writes a block whose text columns carry the format `@`. Text that could still become a formula goes in as rich text,
 * which Sheets does not parse; neighbours in a column share a call.
 */
export function writeBlock(sheet: Sheet, row: number, column: number, block: readonly (readonly CellValue[])[]): void {
  const width = block[0]?.length ?? 0;
  if (width === 0) return;
  sheet
    .getRange(row, column, block.length, width)
    .setValues(block.map((cells) => cells.map((cell) => (couldBeFormula(cell) ? '' : cell))));
  for (let c = 0; c < width; c++) {
    const cells = block.map((line) => line[c]!);
    for (const { from, items } of stretches(cells, couldBeFormula)) {
      const texts = items.map((item) => [richText(String(item))]);
      sheet.getRange(row + from, column + c, items.length, 1).setRichTextValues(texts);
    }
  }
}

/** One cell to write, by column. */
export type CellAt = { readonly column: number; readonly cell: CellValue };

/**
 * Writes some cells of one row, neighbours together. The format of these cells is not known, so every text that could
 * be taken for something else goes in as rich text.
 */
export function writeCells(sheet: Sheet, row: number, cells: readonly CellAt[]): void {
  const sorted = [...cells].sort((a, b) => a.column - b.column);
  for (let start = 0; start < sorted.length; ) {
    const rich = couldBeParsed(sorted[start]!.cell);
    let end = start + 1;
    while (
      end < sorted.length &&
      sorted[end]!.column === sorted[end - 1]!.column + 1 &&
      couldBeParsed(sorted[end]!.cell) === rich
    )
      end++;
    const run = sorted.slice(start, end).map(({ cell }) => cell);
    const range = sheet.getRange(row, sorted[start]!.column, 1, run.length);
    if (rich) range.setRichTextValues([run.map((cell) => richText(String(cell)))]);
    else range.setValues([run]);
    start = end;
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
