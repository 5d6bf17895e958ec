import { opportunityFields } from '../domain/fields';
import { DELETED, ERASED } from '../domain/history';
import type { CellValue } from './codec';
import { columnsOf, type Header, NAMES } from './history-columns';
import { lettersOf } from './letters';
import { neighbours } from './neighbours';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Columns = ReadonlyMap<Header, number>;

/** Whom History has to forget: the lead with its names, its activities, and deals in whose lines it is named. */
export type Person = {
  readonly id: string;
  readonly names: readonly string[];
  readonly activities: readonly string[];
  readonly deals: readonly string[];
};

/**
 * `isKnown`: there is a line of the lead. `isNoted`: one of them says that it was erased. `own`: the lead, its activities, and
 * those that were deleted earlier.
 */
export type Blanked = {
  readonly lines: number;
  readonly isKnown: boolean;
  readonly isNoted: boolean;
  readonly own: ReadonlySet<string>;
};

/** Fields of a deal that name its lead. */
export const LINKS: readonly string[] = [opportunityFields.leadId.header, opportunityFields.lead.header];

type Line = { readonly row: number; readonly of: (header: Header) => string };

/** Lines that are read together: History may be longer than what one call should bring. */
const CHUNK = 5000;

/**
 * Empties the values in all lines of a person. Lines are looked up by id, right before they are emptied: nothing but
 * people's own sorting of this hidden tab can come between.
 */
export function blankPerson(sheet: Sheet | null, person: Person): Blanked {
  if (!sheet) return { lines: 0, isKnown: false, isNoted: false, own: ownIds([], person) };
  const columns = columnsOf(sheet);
  const lines = linesNaming(sheet, columns, person);
  const own = ownIds(lines, person);
  const names = namesIn(lines, person);
  const isOwn = (line: Line) => own.has(line.of('Record ID'));
  const isLink = (line: Line) => line.of('Record') === NAMES.opportunity && LINKS.includes(line.of('Field'));
  const isNaming = (line: Line) => [line.of('Before'), line.of('After')].some((text) => names.has(text));
  const emptied = lines.filter((line) => (isOwn(line) || (isLink(line) && isNaming(line))) && hasValues(line));
  clear(sheet, columns, emptied);
  const told = lines.filter((line) => !isOwn(line) && line.of('Field') === DELETED);
  const dealsToo = told.filter((line) => unlinkDeleted(sheet, columns, line, person.id));
  const ofLead = lines.filter((line) => line.of('Record ID') === person.id);
  return {
    lines: emptied.length + dealsToo.length,
    isKnown: ofLead.length > 0,
    isNoted: ofLead.some((line) => line.of('Field') === ERASED),
    own,
  };
}

/** Lines of the person’s records and of their deals, and all that name the lead anywhere. */
function linesNaming(sheet: Sheet, columns: Columns, { id, activities, deals }: Person): readonly Line[] {
  const last = sheet.getLastRow();
  const column = columns.get('Record ID');
  if (last < 2 || column === undefined) return [];
  const naming = sheet
    .createTextFinder(id)
    .matchCase(true)
    .findAll()
    .map((cell) => cell.getRow());
  const ids = sheet
    .getRange(1, column, last, 1)
    .getValues()
    .map(([cell]) => String(cell));
  // Records that are gone already are known only by the lines that name the lead.
  const wanted = new Set([...activities, ...deals, ...naming.map((row) => ids[row - 1]!)]);
  const rows = ids.flatMap((one, index) => (index > 0 && wanted.has(one) ? [index + 1] : []));
  const from = Math.min(...columns.values());
  const width = Math.max(...columns.values()) - from + 1;
  return neighboursWithin(rows).flatMap(({ first, count }) => {
    const cells = sheet.getRange(first, from, count, width).getValues() as CellValue[][];
    return cells
      .map((line, index) => ({
        row: first + index,
        of: (header: Header) => String(line[(columns.get(header) ?? 0) - from] ?? ''),
      }))
      .filter((line) => wanted.has(line.of('Record ID')));
  });
}

/** Few long pieces instead of many short ones. */
function neighboursWithin(rows: readonly number[]): readonly { first: number; count: number }[] {
  const pieces: { first: number; count: number }[] = [];
  for (const row of rows) {
    const piece = pieces[pieces.length - 1];
    if (piece && row - piece.first < CHUNK) piece.count = row - piece.first + 1;
    else pieces.push({ first: row, count: 1 });
  }
  return pieces;
}

/** The lead, its activities, and activities that were deleted earlier. */
function ownIds(lines: readonly Line[], { id, activities }: Person): ReadonlySet<string> {
  const own = new Set([id, ...activities]);
  for (const line of lines)
    if (line.of('Record') === NAMES.activity && line.of('Data').includes(`"leadId":"${id}"`))
      own.add(line.of('Record ID'));
  return own;
}

/** All that the lead was ever called, and its id. */
function namesIn(lines: readonly Line[], { id, names }: Person): ReadonlySet<string> {
  const all = new Set([id, ...names]);
  for (const line of lines) {
    if (line.of('Record ID') !== id || !['Company', 'Contact'].includes(line.of('Field'))) continue;
    for (const text of [line.of('Before'), line.of('After')]) if (text !== '') all.add(text);
  }
  return all;
}

const VALUES: readonly Header[] = ['Before', 'After', 'Data'];

const hasValues = (line: Line): boolean => VALUES.some((header) => line.of(header) !== '' && line.of(header) !== '{}');

function clear(sheet: Sheet, columns: Columns, lines: readonly Line[]): void {
  if (lines.length === 0) return;
  const letters = VALUES.flatMap((header) => columns.get(header) ?? []).map(lettersOf);
  const blocks = neighbours(lines.map(({ row }) => row)).flatMap(({ first, count }) =>
    letters.map((letter) => `${letter}${first}:${letter}${first + count - 1}`),
  );
  sheet.getRangeList(blocks).clearContent();
  SpreadsheetApp.flush();
}

/** A deal that was deleted can still come back, but without the lead. */
function unlinkDeleted(sheet: Sheet, columns: Columns, line: Line, id: string): boolean {
  const column = columns.get('Data');
  if (column === undefined || !line.of('Data').includes(`"leadId":"${id}"`)) return false;
  try {
    const data = JSON.parse(line.of('Data')) as { deleted: Record<string, unknown> };
    const { leadId, lead, ...deleted } = data.deleted;
    sheet.getRange(line.row, column).setValue(JSON.stringify({ ...data, deleted }));
  } catch {
    // People may write anything into the cell; what cannot be read is not kept.
    sheet.getRange(line.row, column).clearContent();
  }
  return true;
}
