import type { EditedCells } from '../domain/grid';
import type { RecordKind } from '../domain/ids';
import { takeEdit } from '../services/rows';
import type { TabKey } from '../sheets/book';
import { hearing } from './crm';

type EditEvent = Partial<GoogleAppsScript.Events.SheetsOnEdit>;

/** Bigger edits are found when a tab is next looked over. */
const MOST_ROWS = 50;

const KINDS: { readonly [K in TabKey]?: RecordKind } = {
  leads: 'lead',
  opportunities: 'opportunity',
  activities: 'activity',
};

/**
 * Hears of every edit in the grid. Runs in AuthMode LIMITED, for people too who have not allowed the add-on anything: what
 * is refused there ends quietly, because nothing depends on it.
 */
export function onEdit(e: EditEvent): void {
  const { range } = e;
  if (!range) return;
  try {
    hearing(range, (crm, tab, whenFree) => {
      const edit = cellsOf(range, e);
      const kind = KINDS[tab];
      if (kind && edit.height <= MOST_ROWS) takeEdit(crm, kind, edit, whenFree);
    });
  } catch (error) {
    console.info((error as Error).message);
  }
}

const cellsOf = (range: GoogleAppsScript.Spreadsheet.Range, { value }: EditEvent): EditedCells => ({
  top: range.getRow(),
  left: range.getColumn(),
  height: range.getNumRows(),
  width: range.getNumColumns(),
  // Some saw an object there where a cell was emptied.
  value: typeof value === 'string' ? value : null,
});
