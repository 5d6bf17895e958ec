import { isInStage } from './ask-stage';
import { contentOf, type RowOf, wanted } from './asked';
import { type Evidence, isKeptUp } from './evidence';
import { type Cells, type Content, columnsIn, ID, rowsWithId, type Tab, textOf } from './sheet-state';

/** Columns that are none of the CRM's. */
export const OWN_COLUMNS: ReadonlySet<string> = new Set(['Ref', 'Region', 'Check', 'Margin']);

/** Whether an action may have made of a cell what stands there now. */
export function mayBe(evidence: Evidence, tab: Tab, row: string, column: string, was: Content, is: Content): boolean {
  if (evidence.isByHand(['after'], tab, row, column)) return false;
  const areBothTold = evidence.isReported(was) && evidence.isReported(is);
  if (isAsked(evidence, tab, row, column, was, is)) return areBothTold || !evidence.isTyped(tab, row, column);
  if (evidence.mayWrite && isOwnDoing(evidence, tab, row, column, was)) return true;
  return evidence.isDisturbed && (isKeptUp(column) || areBothTold);
}

/** Whether the user asked for this, and what stood there is what they had seen. */
function isAsked(evidence: Evidence, tab: Tab, row: string, column: string, was: Content, is: Content): boolean {
  if (!evidence.mayWrite && !isCompleted(evidence, tab, row, was)) return false;
  const { wants = [], makes = [], undoes, renames, renumbers = [], erases } = evidence.trace.asked.licence;
  if (erases !== undefined && tab === 'Opportunities' && ['Lead', 'Lead ID'].includes(column))
    return is === '' && !was.startsWith('=') && isDealOf(evidence, row, erases);
  // Half of a row that comes back, into which somebody typed, so that it goes by another name.
  const id = evidence.trace.after.tabs[tab].get(row)?.[ID[tab]];
  if (
    was === '' &&
    undoes?.went.some((one) => one.tab === tab && one.cells[ID[tab]] === id && one.cells[column] === is)
  )
    return true;
  if (undoes?.cells.some((cell) => cell.tab === tab && cell.row === row && cell.column === column))
    return undoes.cells.some(
      (cell) => cell.tab === tab && cell.row === row && cell.column === column && cell.to === was && cell.from === is,
    );
  if (renames && tab === 'Opportunities' && column === 'Stage' && is === contentOf(renames.to)) {
    const { looked, base } = evidence;
    return isInStage(renames, looked.tabs[tab].get(row) ?? base.tabs[tab].get(row) ?? {});
  }
  if (column === ID[tab] && renumbers.some((one) => one.tab === tab && one.row === row))
    return rowsWithId(evidence.base, tab, textOf(is)).length === 0;
  if (was.startsWith('=')) return false;
  const [only, ...others] = wants.filter(
    (want) => want.tab === tab && want.column === column && evidence.isOf(tab, row, want.id),
  );
  // What a person brought back meanwhile stood there when the add-on looked again.
  const looked = (evidence.looked.tabs[tab].get(row) ?? evidence.base.tabs[tab].get(row))?.[column] ?? '';
  if (only && others.length === 0 && is === wanted(only, looked))
    // And what they took back before it looked once more is what the user had seen.
    return only.seen === null || [looked, was].includes(only.seen) || looked === is;
  // A record that an earlier try left unfinished, or of which somebody copied the half of it that was there: in wrong columns
  // perhaps, where it is new.
  const isNew = (id: string) => rowsWithId(evidence.trace.before, tab, id).length === 0 && !OWN_COLUMNS.has(column);
  return makes.some(
    (make) =>
      make.tab === tab &&
      rowsWithId(evidence.base, tab, make.id).includes(row) &&
      (was === '' ? (make.cells[column] ?? is) === is : isNew(make.id) && [make.cells[column] ?? '', ''].includes(is)),
  );
}

/**
 * A record of which an earlier try, or Ctrl+Z, left cells blank: these are filled also where the same call finds that another
 * cell of it differs, and says so.
 */
function isCompleted({ trace, base }: Evidence, tab: Tab, row: string, was: Content): boolean {
  const { answer, asked } = trace;
  const isConflict = answer?.ok === false && answer.error.code === 'CONFLICT';
  const isThere = asked.licence.makes?.some((make) => make.tab === tab && rowsWithId(base, tab, make.id).includes(row));
  return isConflict && was === '' && isThere === true;
}

const isDealOf = ({ looked, base }: Evidence, row: string, lead: string): boolean =>
  [looked, base].some(({ tabs }) => textOf(tabs.Opportunities.get(row)?.['Lead ID']) === lead);

/** Whether the CRM keeps the cell up, or fills it in where it is blank. */
function isOwnDoing(evidence: Evidence, tab: Tab, row: string, column: string, was: Content): boolean {
  const { derives = [], undoes, fills, keepsUp } = evidence.trace.asked.licence;
  if (fills?.tab === tab && was === '' && fills.columns.includes(column)) return true;
  if (keepsUp?.tab === tab && keepsUp.columns.includes(column)) return true;
  if (undoes && isKeptUp(column) && undoes.cells.some((cell) => cell.tab === tab && cell.row === row)) return true;
  return derives.some(
    (derived) => derived.tab === tab && derived.columns.includes(column) && evidence.isOf(tab, row, derived.id),
  );
}

/** Whether a row may be gone that stood there. */
export function mayGo(evidence: Evidence, tab: Tab, row: string, cells: Cells): boolean {
  if (evidence.isTold(cells)) return true;
  if (!evidence.mayWrite) return false;
  const { deletes, undoes, erases } = evidence.trace.asked.licence;
  // Half of a row that an earlier try brought back has no name of its own yet.
  const half = undoes?.went.find((one) => one.tab === tab && one.cells[ID[tab]] === cells[ID[tab]]);
  if (half && evidence.trace.after.tabs[tab].has(half.row)) return true;
  const isGoing = isIn(deletes?.(evidence.looked), tab, row);
  // Of a person who is erased nothing is told either.
  if (erases !== undefined && (isGoing || isIn(deletes?.(evidence.base), tab, row))) return true;
  const made = undoes?.came.find((one) => one.tab === tab && one.row === row);
  if (!isGoing && !(made && areSame(made.cells, cells))) return false;
  return Object.entries(cells).every(
    ([column, is]) =>
      evidence.isReported(is) ||
      !(evidence.isTyped(tab, row, column) || evidence.isByHand(['after'], tab, row, column)),
  );
}

const LINKS: readonly string[] = ['Lead', 'Lead ID'];

const isIn = (rows: readonly RowOf[] | undefined, tab: Tab, row: string): boolean =>
  rows?.some((one) => one.tab === tab && one.row === row) ?? false;

/** Whether a row may have come; new records are looked at cell by cell. */
export function mayCome(evidence: Evidence, tab: Tab, row: string, cells: Cells): boolean {
  if (evidence.isTold(cells)) return true;
  const isSame = (other: string, of: Cells) => other === row || (!evidence.ok && of[ID[tab]] === cells[ID[tab]]);
  const { undoes, parted, perhaps = [] } = evidence.trace.asked.licence;
  const back = [...(undoes?.went ?? []), ...perhaps].find((one) => one.tab === tab && isSame(one.row, one.cells));
  if (!back || !evidence.mayWrite) return false;
  const isParted = parted?.has(textOf(back.cells['Lead ID'])) ?? false;
  const isRight = (column: string) =>
    isKeptUp(column) ||
    (isParted && LINKS.includes(column) && !cells[column]) ||
    (back.cells[column] ?? '') === (cells[column] ?? '') ||
    evidence.isByHand(['before', 'in window', 'after'], tab, row, column) ||
    // Somebody typed into the half of it that was there.
    evidence.isByHand(['in window'], tab, textOf(cells[ID[tab]]), column);
  // What failed in the middle may be there in part.
  return (evidence.ok ? columnsIn(back.cells, cells) : Object.keys(cells)).every(isRight);
}

const areSame = (a: Cells, b: Cells): boolean =>
  columnsIn(a, b).every((column) => isKeptUp(column) || (a[column] ?? '') === (b[column] ?? ''));
