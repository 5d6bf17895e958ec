import type { SelectedOne, Selection } from '../domain/crm';
import type { FieldValue } from '../domain/errors';
import { isId } from '../domain/ids';
import type { CellValue } from './codec';
import type { RecordRows } from './record-rows';
import { fieldOf, type Name } from './row-values';
import type { Kept } from './tab-columns';
import { valuesAt } from './values-at';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows from the first to the last, both among them. */
export type Span = { readonly first: number; readonly last: number };

/** As many as one action changes. */
const MOST = 500;

/** Whether a row is hidden takes a call of its own for each: nobody waits for more of them than this. */
const MOST_CHECKED = 200;

/** So many cells are read in one block with the rows between; selections that lie farther apart are read each for itself. */
const AT_ONCE = 50_000;

/** The rows of ranges of one tab below its header and down to its last row, from above, each once. */
export function spansOf(
  ranges: readonly GoogleAppsScript.Spreadsheet.Range[],
  headerRow: number,
  lastRow: number,
): readonly Span[] {
  const ordered = ranges
    .map((range) => ({ first: Math.max(range.getRow(), headerRow + 1), last: Math.min(range.getLastRow(), lastRow) }))
    .filter(({ first, last }) => first <= last)
    .sort((a, b) => a.first - b.first);
  const spans: Span[] = [];
  for (const { first, last } of ordered) {
    const before = spans[spans.length - 1];
    if (before && first <= before.last + 1)
      spans[spans.length - 1] = { first: before.first, last: Math.max(before.last, last) };
    else spans.push({ first, last });
  }
  return spans;
}

export const countIn = (spans: readonly Span[]): number =>
  spans.reduce((sum, { first, last }) => sum + last - first + 1, 0);

/** What a tab's records say of themselves to somebody who has selected them. */
export type SelectionOf<R> = {
  readonly fields: readonly (keyof R & string)[];
  readonly nameOf: (record: R) => string;
};

/** The records in some rows of a tab, without those that are hidden. Throws `BUSY` where rows keep moving. */
export function selectionIn<R extends Kept>(
  rows: RecordRows<R>,
  spans: readonly Span[],
  { fields, nameOf }: SelectionOf<R>,
): Selection {
  const count = countIn(spans);
  const nothing = { of: rows.of.kind, count, records: [], hidden: 0, isChecked: count <= MOST_CHECKED, others: 0 };
  if (count === 0 || count > MOST) return nothing;
  return rows.presuming(() =>
    rows.steadily(() => {
      const numbers = spans.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, n) => first + n));
      const lines = linesOf(rows, spans);
      const isHidden = count <= MOST_CHECKED ? hiddenIn(rows.sheet) : () => false;
      const shown = numbers
        .map((number, at) => ({ number, cells: lines[at]! }))
        .filter(({ number }) => !isHidden(number));
      // Somebody may have sorted while the rows were asked one by one.
      if (count <= MOST_CHECKED && !isStill(rows, spans, lines)) return undefined;
      const found = shown.map(({ number, cells }) => rows.rowOf(number, cells, []).found);
      const records = new Map<string, SelectedOne>();
      for (const { record, odd } of found) {
        if (!isId(rows.of.kind, record.id) || records.has(record.id)) continue;
        const seen = fields.map((field) => [field, odd[field] ?? (fieldOf(record, field as Name<R>) as FieldValue)]);
        records.set(record.id, { id: record.id, name: nameOf(record), seen: Object.fromEntries(seen) });
      }
      const hidden = count - shown.length;
      return { ...nothing, records: [...records.values()], hidden, others: shown.length - records.size };
    }),
  );
}

function hiddenIn(sheet: Sheet): (row: number) => boolean {
  const hasFilter = sheet.getFilter() !== null;
  return (row) => (hasFilter && sheet.isRowHiddenByFilter(row)) || sheet.isRowHiddenByUser(row);
}

function linesOf<R extends Kept>(
  { sheet, layout }: RecordRows<R>,
  spans: readonly Span[],
): readonly (readonly CellValue[])[] {
  return readSpans(spans, layout.width, (first, height) => valuesAt(sheet, first, height, layout.width));
}

/** Whether the ids of the rows are still those that were read. */
function isStill<R extends Kept>(
  rows: RecordRows<R>,
  spans: readonly Span[],
  lines: readonly (readonly CellValue[])[],
): boolean {
  const id = rows.columnOf('id');
  const now = readSpans(
    spans,
    1,
    (first, height) => rows.sheet.getRange(first, id, height, 1).getValues() as CellValue[][],
  );
  return now.every(([cell], at) => cell === lines[at]![id - 1]);
}

type Lines = readonly (readonly CellValue[])[];

function readSpans(spans: readonly Span[], width: number, read: (first: number, height: number) => Lines): Lines {
  const [{ first }, { last }] = [spans[0]!, spans[spans.length - 1]!];
  if ((last - first + 1) * width > AT_ONCE)
    return spans.flatMap((span) => read(span.first, span.last - span.first + 1));
  const block = read(first, last - first + 1);
  return spans.flatMap((span) => block.slice(span.first - first, span.last - first + 1));
}
