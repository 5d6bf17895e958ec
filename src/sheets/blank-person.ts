import { CrmError } from '../domain/errors';
import { DELETED, ERASED } from '../domain/history';
import { isId } from '../domain/ids';
import { say } from '../texts/say';
import { columnsOf, type Header, NAMES } from './history-columns';
import { lettersOf } from './letters';
import { changedIn, saysNothingOfPeople } from './misplaced-lines';
import { neighbours } from './neighbours';
import {
  activityGone,
  type Columns,
  dealsGone,
  idColumnOf,
  LINKS,
  type Line,
  linesNaming,
  links,
  namesIn,
  type Person,
  piecesOf,
  textAt,
  textsOf,
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
  /** Where the columns of History are. */
  readonly columns: Columns | null;
};

/** A line of which some columns are emptied, or one keeps this text. */
export type Emptied = {
  readonly line: Line;
  readonly cleared: readonly number[];
  readonly kept?: { readonly column: number; readonly text: string };
};

/** Whom the lines are of: `own` are the ids of the lead and its activities, `names` what it was called, its id among them. */
type Known = { readonly lead: string; readonly own: ReadonlySet<string>; readonly names: ReadonlySet<string> };

/**
 * Empties the values in all lines of a person. Lines are looked up by id, emptied, and looked at again: where people took
 * others out meanwhile, those that were hit get back what they held, and it begins anew. Throws `BUSY`, `CONFLICT`.
 */
export function blankPerson(sheet: Sheet | null, person: Person): Blanked {
  const own = new Set([person.id, ...person.activities]);
  if (!sheet) return { lines: 0, isKnown: false, isNoted: false, own, columns: null };
  const names = new Set([person.id, ...person.names]);
  let count = 0;
  for (let tries = 0; tries < 4; tries++) {
    const columns = columnsOf(sheet);
    const there = linesNaming(sheet, columns, person);
    if (!there) continue;
    const { lines, around } = there;
    const deals = [...person.deals, ...dealsGone(lines, person.id)];
    for (const line of lines) {
      const activity = activityGone(line, person.id, deals);
      if (activity !== undefined) own.add(activity);
      for (const name of namesIn(line, person.id)) names.add(name);
    }
    const known = { lead: person.id, own, names };
    const emptied = lines.flatMap(
      (line) => (line.isInPlace ? emptiedOf(line, columns, known) : emptiedAnywhere(line, known)) ?? [],
    );
    write(sheet, emptied);
    if (areThere(sheet, columns, emptied)) {
      const ofLead = lines.filter((line) => line.of('Record ID') === person.id || isMisplacedOf(line, person.id));
      const isNoted = ofLead.some((line) => line.of('Field') === ERASED);
      return { lines: count + emptied.length, isKnown: ofLead.length > 0, isNoted, own, columns };
    }
    count = emptied.length;
    putBackLines(sheet, columns, around, emptied);
  }
  throw new CrmError('BUSY', say('tab.linesMove', { tab: sheet.getName() }));
}

const isMisplacedOf = (line: Line, id: string): boolean => !line.isInPlace && textsOf(line).includes(id);

const VALUES: readonly Header[] = ['Before', 'After', 'Data'];

const hasValues = (line: Line): boolean => VALUES.some((header) => line.of(header) !== '' && line.of(header) !== '{}');

function emptiedOf(line: Line, columns: Columns, { lead, own, names }: Known): Emptied | null {
  const isOwn = own.has(line.of('Record ID'));
  const isLink = line.of('Record') === NAMES.opportunity && LINKS.includes(line.of('Field'));
  const isNaming = isLink && [line.of('Before'), line.of('After')].some((text) => names.has(text));
  const cleared = VALUES.flatMap((header) => columns.get(header) ?? []);
  if (isOwn || isNaming) return hasValues(line) ? { line, cleared } : null;
  const isDeletion = line.of('Field') === DELETED && links([line.of('Data')], 'leadId', lead);
  return isDeletion ? unlinked(line, columns.get('Data')!) : null;
}

/** Of a line under the wrong headers: whatever may say something of the person, in any column. */
function emptiedAnywhere(line: Line, { lead, own, names }: Known): Emptied | null {
  const texts = textsOf(line);
  const isOf = (kind: 'opportunity' | 'activity') =>
    texts.includes(NAMES[kind]) && texts.some((text) => isId(kind, text));
  const columnsOf = (isGoing: (cell: Line['filled'][number]['cell']) => boolean) =>
    line.filled.flatMap(({ column, cell }) => (isGoing(cell) ? [column] : []));
  const cleared = (columns: readonly number[]) => (columns.length > 0 ? { line, cleared: columns } : null);
  if (isOf('opportunity')) {
    const isNaming =
      texts.some((text) => LINKS.includes(text)) && [...texts, ...changedIn(texts)].some((one) => names.has(one));
    if (isNaming) return cleared(columnsOf((cell) => names.has(String(cell)) || String(cell).startsWith('{')));
    const data = line.filled.find(({ cell }) => links([String(cell)], 'leadId', lead));
    return data && texts.includes(DELETED) ? unlinked(line, data.column) : null;
  }
  const isOwn = texts.some((text) => own.has(text) && (!isOf('activity') || isId('activity', text)));
  return isOwn ? cleared(columnsOf((cell) => !saysNothingOfPeople(cell))) : null;
}

/** A deal that was deleted can still come back, but without the lead. People may write anything into the cell: '' then. */
function unlinked(line: Line, column: number): Emptied {
  try {
    const data = JSON.parse(textAt(line, column)) as {
      deleted: Record<string, unknown>;
    };
    const { leadId, lead, ...deleted } = data.deleted;
    return { line, cleared: [], kept: { column, text: JSON.stringify({ ...data, deleted }) } };
  } catch {
    return { line, cleared: [column] };
  }
}

function write(sheet: Sheet, emptied: readonly Emptied[]): void {
  const cleared = byColumn(
    emptied.flatMap(({ line, cleared }) => cleared.map((column) => ({ column, row: line.row }))),
  );
  const blocks = [...cleared].flatMap(([column, cells]) => {
    const letters = lettersOf(column);
    const runs = neighbours(cells.map(({ row }) => row));
    return runs.map(({ first, count }) => `${letters}${first}:${letters}${first + count - 1}`);
  });
  if (blocks.length > 0) sheet.getRangeList(blocks).clearContent();
  for (const [column, cells] of byColumn(
    emptied.flatMap(({ line, kept }) => (kept ? [{ ...kept, row: line.row }] : [])),
  )) {
    const texts = new Map(cells.map(({ row, text }) => [row, text]));
    for (const { first, count } of neighbours([...texts.keys()]))
      sheet
        .getRange(first, column, count, 1)
        .setValues(Array.from({ length: count }, (_, index) => [texts.get(first + index)!]));
  }
}

function byColumn<Cell extends { readonly column: number }>(
  cells: readonly Cell[],
): ReadonlyMap<number, readonly Cell[]> {
  const found = new Map<number, Cell[]>();
  for (const cell of cells) found.set(cell.column, [...(found.get(cell.column) ?? []), cell]);
  return found;
}

/** Whether the lines still stand where they were emptied. To look commits what was written. */
function areThere(sheet: Sheet, columns: Columns, emptied: readonly Emptied[]): boolean {
  const column = idColumnOf(columns);
  const ids = new Map(
    emptied.map(({ line, cleared }) => [line.row, cleared.includes(column) ? '' : textAt(line, column)]),
  );
  return piecesOf([...ids.keys()]).every(({ first, last }) => {
    if (last > sheet.getMaxRows()) return false;
    const now = sheet.getRange(first, column, last - first + 1, 1).getValues();
    return now.every(([id], index) => String(id) === (ids.get(first + index) ?? String(id)));
  });
}
