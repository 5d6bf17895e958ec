import type { Attached, Crm } from '../domain/crm';
import { CrmError } from '../domain/errors';
import { deletionOf, type RecordKind } from '../domain/ids';
import type { About } from '../domain/records';
import { say } from '../texts/say';

/** What would go with a record. Throws `NOT_FOUND`. */
export function attachedTo(crm: Crm, { kind, id }: About): Attached {
  const { isThere, deals, activities } = crm.bin.belongings(kind, id);
  if (isThere) return { deals, activities };
  throw new CrmError('NOT_FOUND', say('record.gone', { record: say(`this.${kind}`) }));
}

/**
 * Deletes a record with what belongs to it; answers with the action. What is gone already counts as deleted. Throws
 * `CONFLICT`, and deletes nothing, where more hangs on it than the user was told.
 */
export function deleteRecord(crm: Crm, kind: RecordKind, id: string, seen: Attached): { action: string } {
  const action = deletionOf(id);
  crm.bin.removeWhole(kind, id, action, ({ deals, activities }) => {
    if (deals <= seen.deals && activities <= seen.activities) return null;
    return new CrmError(
      'CONFLICT',
      say('delete.more', {
        deals: say('delete.deals', { count: deals }),
        activities: say('delete.activities', { count: activities }),
      }),
    );
  });
  return { action };
}
