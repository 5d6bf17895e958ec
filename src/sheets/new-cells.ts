import type { Calendar } from '../domain/calendar';
import { isOwnName } from '../domain/own-fields';
import { type CellValue, holdsWritten, sameCell } from './codec';
import type { RecordRows } from './record-rows';
import type { Name } from './row-values';
import type { Kept } from './tab-columns';
import { couldBeParsed } from './writing';

/** Records that are new, with the fields that the user filled in. */
export type Fresh<R> = { readonly records: readonly R[]; readonly filledIn: readonly Name<R>[] };

/** What the cells of a new record are to hold, by column; people's own columns only where something was filled in. */
export function wantedOf<R extends Kept>(
  rows: RecordRows<R>,
  record: R,
  filledIn: readonly Name<R>[],
): ReadonlyMap<number, CellValue> {
  const own = filledIn.filter((name) => isOwnName(name as string) && rows.encoded(record, name) !== '');
  const names = [...rows.layout.columns.keys(), ...own] as Name<R>[];
  return new Map(names.map((name) => [rows.columnOf(name), rows.encoded(record, name)]));
}

/** Throws `SHEET_BROKEN` where one of the fields that the user filled in has no column. */
export function refuseMissing<R extends Kept>(rows: RecordRows<R>, { records, filledIn }: Fresh<R>): void {
  const optional: readonly string[] = rows.of.optional;
  const needed = filledIn.filter((name) => !optional.includes(name as string));
  const used = needed.filter((name) => records.some((record) => rows.encoded(record, name) !== ''));
  // Somebody may have typed its header since the last look.
  if (used.some((name) => rows.placeOf(name) === undefined) && !rows.isSteady()) rows.lookAgain();
  for (const name of used) rows.columnOf(name);
}

/** What new records put into cells: by that their pieces are known, wherever people moved them. */
export class NewCells<R extends Kept> {
  private readonly ids: ReadonlySet<string>;
  private readonly cells: ReadonlySet<unknown>;
  private readonly dates: readonly Date[];
  private readonly calendar: Calendar;

  constructor(rows: RecordRows<R>, { records, filledIn }: Fresh<R>) {
    const names = [...new Set<Name<R>>([...rows.names, ...filledIn])];
    const all = records.flatMap((record) => names.map((name) => rows.encoded(record, name)));
    this.calendar = rows.calendar;
    this.ids = new Set(records.map(({ id }) => id));
    this.cells = new Set(all.flatMap((cell) => (cell === '' ? [] : waysToRead(cell))));
    const dates = all.filter((cell): cell is Date => typeof cell === 'object');
    this.dates = [...new Map(dates.map((date) => [date.getTime(), date])).values()];
  }

  /** Whether it may be one of ours, if only by what it says. */
  has(cell: CellValue): boolean {
    if (cell === '') return false;
    return this.cells.has(keyOf(cell)) || this.dates.some((date) => this.isLike(date, cell));
  }

  isLike(wanted: CellValue, cell: CellValue): boolean {
    return isLike(wanted, cell, this.calendar);
  }

  /** The id of a new record where one stands in a row, in whatever column. */
  idIn(line: readonly CellValue[]): string | undefined {
    return line.find((cell): cell is string => this.ids.has(cell as string));
  }

  /** A moment of ours to the second: nobody types it. */
  isMoment(cell: CellValue): boolean {
    return typeof cell === 'object' && this.dates.some((date) => sameCell(date, cell));
  }
}

/** Whether a cell holds what it is to hold, read by another format: a day as a number, a text of digits as one. */
export const isLike = (wanted: CellValue, cell: CellValue, calendar: Calendar): boolean =>
  waysToRead(wanted).includes(keyOf(cell)) || holdsWritten(cell, wanted, calendar);

const keyOf = (cell: CellValue): unknown => (typeof cell === 'object' ? `at ${cell.getTime()}` : cell);

const waysToRead = (cell: CellValue): readonly unknown[] =>
  couldBeParsed(cell) ? [cell, Number(cell)] : [keyOf(cell)];
