import { CrmError } from '../domain/errors';
import { DELETED, ERASED } from '../domain/history';
import { columnsOf, type Header, NAMES } from './history-columns';
import { lettersOf } from './letters';
import { neighbours } from './neighbours';
import {
  type Columns,
  isOfActivity,
  LINKS,
  type Line,
  linesNaming,
  namesIn,
  type Person,
  piecesOf,
} from './person-lines';
import { putBackLines } from './put-back-lines';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

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

/** A line that is emptied, or keeps this in *Data*. */
export type Emptied = { readonly line: Line; readonly data: string };

/**
 * Empties the values in all lines of a person. Lines are looked up by id, emptied, and looked at again: where people took
 * others out meanwhile, those that were hit get back what they held, and it begins anew. Throws `BUSY`, `CONFLICT`.
 */
export function blankPerson(sheet: Sheet | null, person: Person): Blanked {
  const own = new Set([person.id, ...person.activities]);
  if (!sheet) return { lines: 0, isKnown: false, isNoted: false, own };
  const names = new Set([person.id, ...person.names]);
  let count = 0;
  for (let tries = 0; tries < 4; tries++) {
    const columns = columnsOf(sheet);
    const there = linesNaming(sheet, columns, person);
    if (!there) continue;
    const { lines, around } = there;
    for (const line of lines) {
      if (isOfActivity(line, person.id)) own.add(line.of('Record ID'));
      for (const name of namesIn(line, person.id)) names.add(name);
    }
    const emptied = lines.flatMap((line) => emptiedOf(line, person.id, own, names) ?? []);
    write(sheet, columns, emptied);
    if (areThere(sheet, columns, emptied)) {
      const ofLead = lines.filter((line) => line.of('Record ID') === person.id);
      const isNoted = ofLead.some((line) => line.of('Field') === ERASED);
      return { lines: count + emptied.length, isKnown: ofLead.length > 0, isNoted, own };
    }
    count = emptied.length;
    putBackLines(sheet, columns, around, emptied);
  }
  throw new CrmError('BUSY', `The lines of “${sheet.getName()}” keep moving. Try again in a moment.`);
}

const VALUES: readonly Header[] = ['Before', 'After', 'Data'];

const hasValues = (line: Line): boolean => VALUES.some((header) => line.of(header) !== '' && line.of(header) !== '{}');

function emptiedOf(line: Line, lead: string, own: ReadonlySet<string>, names: ReadonlySet<string>): Emptied | null {
  const isOwn = own.has(line.of('Record ID'));
  const isLink = line.of('Record') === NAMES.opportunity && LINKS.includes(line.of('Field'));
  const isNaming = isLink && [line.of('Before'), line.of('After')].some((text) => names.has(text));
  if (isOwn || isNaming) return hasValues(line) ? { line, data: '' } : null;
  const isDeletion = line.of('Field') === DELETED && line.of('Data').includes(`"leadId":"${lead}"`);
  return isDeletion ? { line, data: unlinked(line.of('Data')) } : null;
}

/** A deal that was deleted can still come back, but without the lead. People may write anything into the cell: '' then. */
function unlinked(text: string): string {
  try {
    const data = JSON.parse(text) as { deleted: Record<string, unknown> };
    const { leadId, lead, ...deleted } = data.deleted;
    return JSON.stringify({ ...data, deleted });
  } catch {
    return '';
  }
}

function write(sheet: Sheet, columns: Columns, emptied: readonly Emptied[]): void {
  const cleared = emptied.filter(({ data }) => data === '').map(({ line }) => line.row);
  const letters = VALUES.flatMap((header) => columns.get(header) ?? []).map(lettersOf);
  const blocks = neighbours(cleared).flatMap(({ first, count }) =>
    letters.map((letter) => `${letter}${first}:${letter}${first + count - 1}`),
  );
  if (blocks.length > 0) sheet.getRangeList(blocks).clearContent();
  const kept = new Map(emptied.filter(({ data }) => data !== '').map(({ line, data }) => [line.row, data]));
  for (const { first, count } of neighbours([...kept.keys()]))
    sheet
      .getRange(first, columns.get('Data')!, count, 1)
      .setValues(Array.from({ length: count }, (_, index) => [kept.get(first + index)!]));
}

/** Whether the lines still stand where they were emptied. To look commits what was written. */
function areThere(sheet: Sheet, columns: Columns, emptied: readonly Emptied[]): boolean {
  const column = columns.get('Record ID') ?? 1;
  const ids = new Map(emptied.map(({ line }) => [line.row, line.of('Record ID')]));
  return piecesOf([...ids.keys()]).every(({ first, last }) => {
    if (last > sheet.getMaxRows()) return false;
    const now = sheet.getRange(first, column, last - first + 1, 1).getValues();
    return now.every(([id], index) => String(id) === (ids.get(first + index) ?? String(id)));
  });
}
