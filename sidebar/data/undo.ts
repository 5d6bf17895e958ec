import type { Undone } from '../../src/domain/crm';
import { t } from '../texts/text';
import { asCallError } from './call-error';
import { labelOf } from './field-label';
import type { Panel } from './panel';
import { type FieldName, fieldOf } from './shown-field';
import { shownText } from './typed';

/** What undoing needs, in the sidebar and in the dialog of all actions. */
export type UndoTools = Pick<Panel, 'client' | 'session' | 'toasts'>;

/** Takes an action back and says what could not be. */
export async function undoAction(tools: UndoTools, action: string): Promise<void> {
  const { client, toasts } = tools;
  try {
    const undone = await client.call('undo', { action });
    if (undone.records > 0) toasts.say(t('undo.done', { count: undone.records }));
    const left = [keptText(tools, undone), ...undone.notices].filter(Boolean).join(' ');
    if (left) toasts.tell(left);
  } catch (thrown) {
    toasts.complain(asCallError(thrown).message);
  }
}

const MOST = 3;

function keptText({ session }: UndoTools, { kept }: Undone): string {
  if (kept.length === 0) return '';
  const listed = kept.slice(0, MOST).map(({ kind, field, now }) => {
    const known = fieldOf(session, kind, field);
    const value = known ? shownText(known, now, session.formats.value, '', session.today.value) : String(now ?? '');
    return t('undo.keptField', { field: known ? labelOf(field as FieldName) : field, now: value || t('field.empty') });
  });
  return t('undo.kept', { count: kept.length, list: listed.join(', ') + (kept.length > MOST ? ' …' : '') });
}
