import type { Attached } from '../../src/domain/crm';
import type { RecordKind } from '../../src/domain/ids';
import { t } from '../texts/text';
import { asCallError, type CallError } from './call-error';
import type { Panel } from './panel';
import { undoHere } from './renew';

export type Doomed = { readonly kind: RecordKind; readonly id: string; readonly name: string };

/** What goes with a lead is known by the lists too. */
const dealsOf = ({ dealLines }: Panel, id: string): readonly string[] =>
  dealLines.lines.value.filter(({ leadId }) => leadId === id).map((deal) => deal.id);

/** Takes a lead or deal off every screen and list, with its activities. */
function forget(panel: Panel, kind: 'lead' | 'opportunity', ids: readonly string[]): void {
  panel.activityList.forget();
  panel.screens.drop(new Set(ids));
  for (const id of ids) (kind === 'lead' ? panel.leads : panel.deals).forget(id);
}

/** Deletes a record with what the user was told goes with it. Answers with why it could not be, or null. */
export async function deleteRecord(
  panel: Panel,
  { kind, id, name }: Doomed,
  seen: Attached,
): Promise<CallError | null> {
  try {
    const { action } = await panel.client.call('deleteRecord', { kind, id, seen });
    if (kind === 'activity') {
      panel.screens.drop(new Set([id]));
      panel.activities.forget(id);
    } else {
      const deals = kind === 'lead' ? dealsOf(panel, id) : [];
      forget(panel, 'opportunity', deals);
      forget(panel, kind, [id]);
    }
    panel.toasts.say(t('delete.done', { name }), { label: t('toast.undo'), act: () => undoHere(panel, action) });
    return null;
  } catch (thrown) {
    return asCallError(thrown);
  }
}

/** Erases a person for good. Answers with why that could not be, or null. */
export async function erasePerson(panel: Panel, id: string, name: string): Promise<CallError | null> {
  try {
    const { activities, historyLines } = await panel.client.call('erasePerson', { id });
    forget(panel, 'lead', [id]);
    // Its deals stay, without its name.
    panel.deals.outdate();
    panel.toasts.tell(
      t('erase.done', {
        name,
        activities: t('delete.activities', { count: activities }),
        lines: historyLines,
      }),
    );
    panel.readLines();
    return null;
  } catch (thrown) {
    return asCallError(thrown);
  }
}
