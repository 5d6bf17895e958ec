import { isOwnName } from '../domain/own-fields';
import { type CellValue, isTextKind } from './codec';
import { lettersOf } from './letters';
import type { Fresh } from './new-cells';
import type { RecordRows } from './record-rows';
import type { Name } from './row-values';
import type { Kept } from './tab-columns';
import { type ColumnRun, columnRuns, couldBeFormula, couldBeParsed, stretches, writeBlock } from './writing';

/** The date that is written last, where it has a column: a row without it is unfinished. */
export function lastWritten<R extends Kept>({ names, layout }: RecordRows<R>): (keyof R & string) | undefined {
  const dates = ['createdAt', 'updatedAt'] as readonly string[] as readonly (keyof R & string)[];
  return dates.find((name) => names.includes(name) && layout.columns.has(name));
}

/**
 * Writes the cells of new rows. Where this takes several calls, the id goes first and a date of ours last: a row with an
 * id and without that date is unfinished, and the same call again completes it.
 */
export function writeNew<R extends Kept>(rows: RecordRows<R>, first: number, { records, filledIn }: Fresh<R>): void {
  const runs = columnRuns(rows.layout.columns);
  const isFilled = (name: Name<R>) => records.some((record) => rows.encoded(record, name) !== '');
  const own = filledIn.filter((name) => isOwnName(name as string) && isFilled(name));
  keepTexts(rows, runs, first, records.length);
  const cellsOf = (names: readonly Name<R>[]): CellValue[][] =>
    records.map((record) => names.map((name) => rows.encoded(record, name)));
  const takesOne = runs.length === 1 && own.length === 0 && !cellsOf(rows.names).flat().some(couldBeFormula);
  const last = lastWritten(rows);
  const withId = runs.filter(({ names }) => names.includes('id'));
  for (const { column, names } of [...withId, ...runs.filter((run) => !withId.includes(run))]) {
    const date = takesOne || last === undefined ? -1 : names.indexOf(last);
    const block = cellsOf(names).map((cells) => cells.map((cell, index) => (index === date ? '' : cell)));
    writeBlock(rows.sheet, first, column, block);
  }
  for (const { column, names } of columnRuns(new Map(own.map((name) => [name, rows.columnOf(name)] as const))))
    writeBlock(rows.sheet, first, column, cellsOf(names), couldBeParsed);
  if (!takesOne && last !== undefined) writeBlock(rows.sheet, first, rows.columnOf(last), cellsOf([last]));
}

/** New rows take the formats of their neighbours, which may be anything; texts need the one that keeps them texts. */
function keepTexts<R extends Kept>(
  rows: RecordRows<R>,
  runs: readonly ColumnRun<keyof R & string>[],
  first: number,
  count: number,
): void {
  const isText = (name: keyof R & string) => isTextKind(rows.kind(name));
  const blocks = runs.flatMap(({ names, column }) =>
    stretches(names, isText).map(({ from, items }) => {
      const [left, right] = [lettersOf(column + from), lettersOf(column + from + items.length - 1)];
      return `${left}${first}:${right}${first + count - 1}`;
    }),
  );
  rows.sheet.getRangeList(blocks).setNumberFormat('@');
}
