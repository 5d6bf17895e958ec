import type { Found } from '../domain/crm';
import { fingerprintOf } from '../domain/fingerprint';
import { isOwnName } from '../domain/own-fields';
import { type CellValue, isTextKind } from './codec';
import type { History } from './history';
import { asFilledIn } from './known-row';
import { lettersOf } from './letters';
import { placeNew } from './place-new';
import { refuseProtected } from './protected-cells';
import type { Kept, RecordRows } from './record-rows';
import { fieldOf, type Name } from './row-values';
import { makeRoomAtEnd } from './set-aside';
import { carryOut, type Step } from './steps';
import { completeRows, lastWritten } from './unfinished-rows';
import { type ColumnRun, columnRuns, couldBeFormula, couldBeParsed, stretches, writeBlock } from './writing';

/** Records that are new, with the fields that the user filled in. */
export type Fresh<R> = { readonly records: readonly R[]; readonly filledIn: readonly Name<R>[] };

/**
 * Adds rows for the records that have none yet and completes those that an earlier try left unfinished. Throws
 * `SHEET_BROKEN` where one of the fields that the user filled in has no column.
 */
export function addRecords<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  { records, filledIn }: Fresh<R>,
): { added: number; known: number } {
  const there = rows.presuming(() => rows.rowNumbers());
  refuseMissing(rows, { records, filledIn });
  const fresh = records.filter(({ id }) => !there.has(id));
  if (fresh.length > 0) {
    const first = endOf(rows, fresh.length);
    carryOut(history, [adding(rows, history, { records: fresh, filledIn }, first)]);
  }
  const known = records.filter(({ id }) => there.has(id));
  const completed = known.length > 0 ? completeRows(rows, history, known, there) : 0;
  return { added: fresh.length + completed, known: known.length - completed };
}

/** The same for one record; answers with what stands in the sheet then. Throws `CONFLICT` as `asFilledIn`. */
export function creating<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  record: R,
  filledIn: readonly Name<R>[],
): Step<Found<R>> {
  const number = rows.isNowhere(record.id) ? null : rows.presuming(() => rows.rowNumberOf(record.id));
  refuseMissing(rows, { records: [record], filledIn });
  if (number !== null) {
    return {
      write: () => void completeRows(rows, history, [record], new Map([[record.id, number]])),
      confirm: () => asFilledIn(rows, record, filledIn),
    };
  }
  const { write, confirm } = adding(rows, history, { records: [record], filledIn }, endOf(rows, 1));
  return { write, confirm: () => confirm() ?? asFilledIn(rows, record, filledIn) };
}

/** Empty rows at the end of the tab, apart from all others. */
function endOf<R extends Kept>(rows: RecordRows<R>, count: number): number {
  const { first, inserted } = makeRoomAtEnd(rows.sheet, count);
  rows.inserted += inserted;
  return first;
}

function refuseMissing<R extends Kept>(rows: RecordRows<R>, { records, filledIn }: Fresh<R>): void {
  const optional: readonly string[] = rows.of.optional;
  const needed = filledIn.filter((name) => !optional.includes(name as string));
  for (const name of needed) if (records.some((record) => rows.encoded(record, name) !== '')) rows.columnOf(name);
}

/**
 * Nobody else's row is under the pen: new ones are written at the end of the tab, where only empty rows can come into the
 * place, and moved under the last record when they are whole. Answers with the only record there was, as it stands in its
 * row; null where there are several, or where somebody moved it.
 */
function adding<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  fresh: Fresh<R>,
  first: number,
): Step<Found<R> | null> {
  const { layout } = rows;
  return {
    write() {
      refuseProtected(rows.sheet, { row: first, rows: fresh.records.length, columns: [...layout.columns.values()] });
      writeNew(rows, history, first, fresh);
    },
    confirm: () => placeNew(rows, history, { first, layout }, fresh),
  };
}

/**
 * Writes the cells of new rows. Where this takes several calls, the id goes first and a date of ours last: a row with an
 * id and without that date is unfinished, and the same call again completes it.
 */
export function writeNew<R extends Kept>(
  rows: RecordRows<R>,
  history: History | null,
  first: number,
  { records, filledIn }: Fresh<R>,
): void {
  const runs = columnRuns(rows.layout.columns);
  const own = filledIn.filter((name) => isOwnName(name as string) && records.some((record) => fieldOf(record, name)));
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
    if (names.includes('id'))
      for (const record of records) history?.noteCreated(rows.of.kind, record.id, fingerprintOf(record));
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
