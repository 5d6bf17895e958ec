import { CrmError } from '../domain/errors';
import { say } from '../texts/say';
import type { Emptied } from './blank-person';
import { sameCell } from './codec';
import type { Header } from './history-columns';
import { type Columns, type Line, linesAround } from './person-lines';
import { writeCells } from './writing';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What tells a line from others; several of one action may say the same here, in the order in which they were written. */
const TELLING: readonly Header[] = ['When', 'Who', 'Record', 'Record ID', 'Field', 'How', 'Action'];
const VALUES: readonly Header[] = ['Before', 'After', 'Data'];

const keyOf = (line: Line): string => TELLING.map((header) => line.of(header)).join('\t');

/**
 * People moved lines of History while some were emptied: others that were hit get back what they held before. Throws
 * `CONFLICT` where one was hit that nobody had read.
 */
export function putBackLines(
  sheet: Sheet,
  columns: Columns,
  before: readonly Line[],
  emptied: readonly Emptied[],
): void {
  const were = new Map<string, Line[]>();
  for (const line of before) were.set(keyOf(line), [...(were.get(keyOf(line)) ?? []), line]);
  const isMeant = new Set(emptied.map(({ line }) => line));
  const hit = new Set(emptied.map(({ line }) => line.row));
  const lost: number[] = [];
  for (const line of linesAround(sheet, columns, [...hit])) {
    const was = were.get(keyOf(line))?.shift();
    if (was && !isMeant.has(was)) restore(sheet, columns, line, was);
    else if (!was && hit.has(line.row) && line.of('Record ID') !== '' && line.of('Data') === '') lost.push(line.row);
  }
  if (lost.length === 0) return;
  throw new CrmError('CONFLICT', say('erase.moved', { tab: sheet.getName(), rows: lost.join(', ') }));
}

function restore(sheet: Sheet, columns: Columns, line: Line, was: Line): void {
  const cells = VALUES.filter((header) => !sameCell(line.cell(header), was.cell(header))).flatMap((header) => {
    const column = columns.get(header);
    return column === undefined ? [] : [{ column, cell: was.cell(header) }];
  });
  if (cells.length > 0) writeCells(sheet, line.row, cells);
}
