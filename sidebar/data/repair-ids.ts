import type { CaughtUp } from '../../src/domain/crm';
import { t } from '../texts/text';
import { asCallError } from './call-error';
import type { RowTools } from './row-actions';

export type Twice = CaughtUp['twice'][number];

/** Gives the copies of a row ids of their own. */
export async function repairIds(tools: RowTools, { kind, id, rows }: Twice): Promise<void> {
  try {
    const { repaired } = await tools.client.call('repairIds', { kind, id, rows });
    tools.toasts.say(t('twice.repaired', { count: repaired }));
  } catch (thrown) {
    tools.toasts.complain(asCallError(thrown).message);
  }
  await tools.rows.look();
}
