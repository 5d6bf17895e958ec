import { type Dialog, openDialog as openThere } from './door';
import type { Panel } from './panel';
import { undoAction } from './undo';

/** Reads again what an action elsewhere may have changed: the lists, and the record on the screen. */
export async function renew(panel: Panel): Promise<void> {
  const { leads, deals, activities, leadLines, dealLines, timelines, screens, rows, agenda, activityList } = panel;
  for (const store of [leads, deals, activities, leadLines, dealLines, agenda, activityList]) store.outdate();
  const screen = screens.current.value;
  const shown = 'id' in screen && screen.name !== 'activity' ? { kind: screen.name, id: screen.id } : null;
  await Promise.all([
    panel.readLines(),
    shown && (shown.kind === 'lead' ? leads : deals).reload(shown.id),
    shown && timelines.load(shown),
    screen.name === 'activity' && activities.reload(screen.id),
  ]);
  rows.look();
}

/** Opens a dialog of the sheet; what was done there shows when the user is back. */
export function openDialog(panel: Panel, dialog: Dialog): void {
  const { away, toasts } = panel;
  away.value++;
  openThere(dialog, (error) => {
    away.value = Math.max(0, away.value - 1);
    toasts.complain(error.message);
  });
}

/** The last actions, and rows that need care. */
export const openRepairDialog = (panel: Panel): void => openDialog(panel, 'openRepair');

/** Takes back what the user has just done, and shows it. */
export async function undoHere(panel: Panel, action: string): Promise<void> {
  await undoAction(panel, action);
  await renew(panel);
}
