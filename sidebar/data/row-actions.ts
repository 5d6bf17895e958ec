import type { RecordKind } from '../../src/domain/ids';
import { t } from '../texts/text';
import { asCallError } from './call-error';
import type { Panel } from './panel';

/** What these need, in the sidebar and in the dialog. */
export type RowTools = Pick<Panel, 'client' | 'rows' | 'toasts' | 'readLines'>;

/** Makes records of the rows that wait in a tab. */
export async function adoptRows(tools: RowTools, kind: RecordKind): Promise<void> {
  try {
    const { adopted } = await tools.client.call('adoptRows', { kind });
    tools.rows.adopted(kind);
    tools.toasts.say(t('rows.adopted', { count: adopted }));
    await tools.readLines();
  } catch (thrown) {
    tools.toasts.complain(asCallError(thrown).message);
  }
  // Rows may have come, gone or been left over meanwhile.
  tools.rows.look();
}
