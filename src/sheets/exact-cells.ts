import type { CellValue } from './codec';
import { isFormula, type KeptCell } from './kept-row';
import { columnRuns, couldBeParsed, richText, stretches } from './writing';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A cell to write just as it was; null: there is nothing to write. */
export type Exact = KeptCell | null;

/** Cells of neighbouring rows, by column. */
export type ExactColumns = ReadonlyMap<number, readonly Exact[]>;

/**
 * Writes empty rows, the column `earliest` before all others. Neighbouring columns share a call where all of them hold
 * texts, or none does.
 */
export function writeEmptyRows(sheet: Sheet, first: number, columns: ExactColumns, earliest: number): void {
  const rest = new Map<number, readonly Exact[]>();
  const sorts = new Map<number, 'text' | 'value'>();
  for (const [column, cells] of columns) {
    const there = cells.filter((cell) => cell !== null);
    if (there.length === 0) continue;
    if (cells.every((cell) => typeof cell === 'string' && cell !== '')) sorts.set(column, 'text');
    else if (there.every((cell) => !isFormula(cell) && !isPlainText(cell))) sorts.set(column, 'value');
    else rest.set(column, cells);
  }
  const runs = (['text', 'value'] as const).flatMap((sort) => {
    const own = new Map([...sorts].filter(([, one]) => one === sort).map(([column]) => [column, column]));
    return columnRuns(own).map(({ names }) => ({ sort, columns: names }));
  });
  const isEarly = (run: { columns: readonly number[] }) => run.columns.includes(earliest);
  for (const { sort, columns: own } of [...runs.filter(isEarly), ...runs.filter((run) => !isEarly(run))]) {
    const lines = columns.get(own[0]!)!.map((_, index) => own.map((column) => columns.get(column)![index] ?? ''));
    const range = sheet.getRange(first, own[0]!, lines.length, own.length);
    if (sort === 'text') range.setRichTextValues(lines.map((line) => line.map((cell) => richText(String(cell)))));
    else range.setValues(lines.map((line) => line.map(cellFor)));
  }
  writeExactly(sheet, first, rest);
}

/**
 * Writes cells of neighbouring rows just as they were: texts as texts, dates as dates, formulas as formulas, and those that
 * are null not at all. A column takes a call where it is all of one sort, however many rows there are.
 */
export function writeExactly(sheet: Sheet, first: number, columns: ReadonlyMap<number, readonly Exact[]>): void {
  for (const [column, cells] of columns) {
    const hasText = cells.some(isPlainText);
    for (const [isOfSort, write] of SORTS(hasText))
      for (const { from, items } of stretches(cells, (cell) => cell !== null && isOfSort(cell)))
        write(sheet.getRange(first + from, column, items.length, 1), items as readonly KeptCell[]);
  }
}

type Range = GoogleAppsScript.Spreadsheet.Range;
type Sort = readonly [isOfSort: (cell: KeptCell) => boolean, write: (range: Range, cells: readonly KeptCell[]) => void];

/** A text that a cell might take for something else. */
const isPlainText = (cell: Exact): boolean => typeof cell === 'string' && couldBeParsed(cell);

/** Where one text of a column needs it, all of them go in as rich text: neighbours share a call. Google refuses it blank. */
const SORTS = (hasText: boolean): readonly Sort[] => [
  [isFormula, (range, cells) => range.setFormulasR1C1(cells.map((cell) => [isFormula(cell) ? cell.formula : '']))],
  [
    (cell) => hasText && typeof cell === 'string' && cell !== '',
    (range, cells) => range.setRichTextValues(cells.map((cell) => [richText(String(cell))])),
  ],
  [
    (cell) => !isFormula(cell) && !(hasText && typeof cell === 'string' && cell !== ''),
    (range, cells) => range.setValues(cells.map((cell) => [cellFor(cell)])),
  ],
];

const cellFor = (cell: KeptCell): CellValue =>
  typeof cell === 'object' ? ('date' in cell ? new Date(cell.date) : cell.formula) : cell;
