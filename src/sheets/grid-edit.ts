import type { EditedCells, EditRules } from '../domain/grid';
import { isId } from '../domain/ids';
import { adoptTyped } from './adopted-rows';
import type { DocumentCache } from './cache/document-cache';
import { cellsWith } from './cells-with';
import type { CellValue } from './codec';
import { markEdited } from './edit-marks';
import { noteTyped } from './edit-notes';
import { noteForLater } from './edit-trace';
import { namesIn } from './grid-rows';
import type { History } from './history';
import { noteNoticed, noticedIn } from './noticed-rows';
import { overwritten } from './overwritten-edit';
import type { RecordRows } from './record-rows';
import type { Kept } from './tab-columns';
import { readLines, type TabLines, WHOLE_TAB_CELLS } from './tab-lines';
import { isTotal } from './waiting-rows';

/** Who edited, where, and when that was heard of. */
export type Heard = { readonly store: DocumentCache; readonly who: string; readonly now: number };

/**
 * Takes in what somebody did in the grid a moment ago: notes it for saves that are under way, then logs what differs from
 * what the records remember, or gives the typed row an id.
 */
export function takeEdit<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  edit: EditedCells,
  rules: EditRules<R>,
  heard: Heard,
): void {
  const { headerRow } = rows.layout;
  const [top, bottom] = [Math.max(edit.top, headerRow + 1), edit.top + edit.height - 1];
  if (bottom < top) return;
  const leadId = rows.layout.columns.get('leadId' as keyof R & string);
  // Activities are cached with the lead that they belong to.
  if (rows.of.kind === 'opportunity' && leadId !== undefined && leadId >= edit.left && leadId < edit.left + edit.width)
    markEdited(heard.store, 'activities');
  const around = readRows(rows, top - 1, bottom + 1);
  noteTyped(rows, edit, around, heard);
  const lost = overwritten(rows, edit, around, heard);
  const judge = rows.layout.columns.has('recorded' as keyof R & string) ? rules.notice : null;
  const edited = { ...around, top, lines: around.lines.slice(1, bottom - top + 2) };
  const differs = judge !== null && noticedIn(rows, edited, judge).length > 0;
  const isTyped = edit.height === 1 && isNewRow(rows, around);
  if (!(lost || differs || isTyped)) return;
  const isDone = rules.whenFree(() => {
    if (lost) history.note(lost);
    if (isLarge(rows)) return;
    if (isTyped && rules.adoptsTyped()) adoptTyped(rows, history, top, around.lines[1]!, rules.complete);
    if (judge && differs && haveOwnIds(rows, edited))
      noteNoticed(rows, history, readLines(rows), judge, { first: top, last: bottom, who: heard.who });
  });
  if (!isDone && lost) noteForLater(heard.store, lost);
}

/** Reading all of it takes too long while somebody waits to save: what was typed there waits for the next look. */
const isLarge = <R extends Kept>({ sheet, layout }: RecordRows<R>): boolean =>
  sheet.getLastRow() * layout.width > WHOLE_TAB_CELLS;

function readRows<R extends Kept>({ sheet, layout }: RecordRows<R>, first: number, last: number): TabLines {
  const height = Math.min(last, sheet.getMaxRows()) - first + 1;
  const lines = sheet.getRange(first, 1, height, layout.headers.length).getValues() as CellValue[][];
  return { top: first, left: 1, lines };
}

/** Whether the line between these two may be a record that somebody types right now. */
function isNewRow<R extends Kept>(rows: RecordRows<R>, around: TabLines): boolean {
  const { kind } = rows.of;
  const [above, own, below] = around.lines.map((line) => String(line[rows.columnOf('id') - 1]));
  const name = namesIn(rows, around)(1);
  const touches = around.top === rows.layout.headerRow || isId(kind, above ?? '') || isId(kind, below ?? '');
  return own === '' && name !== '' && !isTotal(name) && touches;
}

/** Whose changes they are is not known where somebody copied a row with its id. */
function haveOwnIds<R extends Kept>(rows: RecordRows<R>, { lines }: TabLines): boolean {
  const ids = lines.map((line) => String(line[rows.columnOf('id') - 1])).filter((id) => isId(rows.of.kind, id));
  return ids.length > 0 && cellsWith(rows.idColumn, ids).length === ids.length;
}
