import type { Found } from '../domain/crm';
import { CrmError } from '../domain/errors';
import { say } from '../texts/say';
import { type CellValue, sameCell } from './codec';
import type { History } from './history';
import type { Layout } from './layout';
import { saysTheSame } from './layout-hint';
import { neighbours } from './neighbours';
import { type Fresh, NewCells, wantedOf } from './new-cells';
import { FAR, gather, isRight } from './new-pieces';
import type { RecordRows } from './record-rows';
import { lastAbove } from './set-aside';
import type { Kept } from './tab-columns';
import { valuesAt } from './values-at';

/** Where new records were written, by which columns. `isApart`: at the end of the tab, where nothing else stands. */
export type Written<R> = {
  readonly numbers: readonly number[];
  readonly layout: Layout<R>;
  readonly isApart: boolean;
};

type Lines = readonly (readonly CellValue[])[];

/** A look costs what it costs only where somebody moved something; these are more than people manage in between. */
const MOST_LOOKS = 6;

/**
 * Looks again at new records at the end of their tab and moves them under the last one. Where somebody moved columns or rows
 * under the pen, what was written is gathered and written once more, until all of it stands as it should. Answers with the
 * only record there was, as it stands in its row; null where there are several. Throws `BUSY`, `SHEET_BROKEN`.
 */
export function placeNew<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  { numbers, layout, isApart }: Written<R>,
  fresh: Fresh<R>,
): Found<R> | null {
  const first = Math.min(...numbers);
  const block = valuesAt(layout.sheet, first, Math.max(...numbers) - first + 1, layout.width);
  const lines = numbers.map((number) => block[number - first] ?? []);
  const isSame = saysTheSame(layout);
  if (isSame && areWhole(rows, lines, fresh)) return moveUp(rows, history, numbers, lines);
  const isMoved = !isSame || fresh.records.some(({ id }, index) => !lines[index]!.includes(id));
  for (let looks = 1; looks < MOST_LOOKS; looks++) {
    const standing = gather(rows, isApart ? first : null, fresh, !isMoved || looks > 2);
    if (!standing || !saysTheSame(rows.layout)) continue;
    const found = moveUp(rows, history, standing.numbers, standing.lines);
    if (isApart) refuseHits(rows, first, fresh);
    return found;
  }
  throw rows.keepsMoving();
}

/**
 * Throws `CONFLICT` with where to look if somebody put a row down at the end of the tab, right beside the new ones, and moved
 * it under the pen: what was meant for these stands in it now, and nobody has read what stood there.
 */
function refuseHits<R extends Kept>(rows: RecordRows<R>, first: number, { records, filledIn }: Fresh<R>): void {
  const { sheet, layout } = rows;
  const top = Math.max(layout.headerRow + 1, first - FAR);
  const last = sheet.getLastRow();
  if (last < top) return;
  const lines = valuesAt(sheet, top, last - top + 1, layout.width);
  const isBlank = (line: readonly CellValue[]) => line.every((cell) => cell === '' || cell === false);
  // Records that slid down to there, because rows came in above, follow each other without a gap.
  const end = lines.findIndex(isBlank);
  if (end < 0) return;
  const own = new Set<unknown>(records.map((record) => record.id));
  const filled = new Set(filledIn.map((name) => rows.placeOf(name)));
  const wanted = records.flatMap((record) => [...wantedOf(rows, record, filledIn)]);
  const told = lines.flatMap((line, index) => {
    if (index < end || own.has(line[rows.columnOf('id') - 1])) return [];
    const hits = wanted.filter(([at, cell]) => filled.has(at) && cell !== '' && sameCell(line[at - 1] ?? '', cell));
    const headers = new Set(hits.map(([column]) => layout.headers[column - 1]!));
    const where = () => ` ${say('check.new', { row: top + index, headers: [...headers].join(', ') })}`;
    return hits.length > 0 ? [where()] : [];
  });
  if (told.length === 0) return;
  const saved =
    records.length === 1 ? say('save.saved', { record: say(`this.${rows.of.kind}`) }) : say('save.allSaved');
  throw new CrmError('CONFLICT', `${say('save.rowsMoved')} ${saved}${told.join('')}`);
}

/** Whether nothing is lacking, by the columns as they were. */
function areWhole<R extends Kept>(rows: RecordRows<R>, lines: Lines, { records, filledIn }: Fresh<R>): boolean {
  const wanted = records.map((record) => wantedOf(rows, record, filledIn));
  const isHeld = (line: readonly CellValue[], column: number, cell: CellValue) =>
    sameCell(line[column - 1] ?? '', cell);
  if (lines.every((line, index) => [...wanted[index]!].every(([column, cell]) => isHeld(line, column, cell))))
    return true;
  const ours = new NewCells(rows, { records, filledIn });
  const id = rows.columnOf('id') - 1;
  return lines.every((line, index) => line[id] === records[index]!.id && isRight(line, wanted[index]!, ours, true));
}

/** Rows that somebody sorted in among the others stay there. */
function moveUp<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  numbers: readonly number[],
  lines: Lines,
): Found<R> | null {
  const [run, ...others] = neighbours(numbers);
  let { first } = run!;
  if (others.length === 0) {
    const under = Math.max(lastAbove(rows, first), rows.layout.headerRow) + 1;
    if (under < first) {
      rows.sheet.moveRows(rows.sheet.getRange(first, 1, numbers.length, 1), under);
      first = under;
    }
  }
  // The last step of all, mostly, and nothing is read after it.
  history.mustCommit();
  return numbers.length === 1 ? rows.rowOf(first, lines[0]!, []).found : null;
}
