import type { Attached, Crm } from '../domain/crm';
import { CrmError } from '../domain/errors';
import type { RecordKind } from '../domain/ids';
import type { About } from '../domain/records';

/** What would go with a record. */
export function attachedTo(_crm: Crm, _about: About): Attached {
  throw new CrmError('INVALID', 'Records cannot be deleted yet.');
}

/** Deletes a record with what belongs to it; answers with the action. */
export function deleteRecord(_crm: Crm, _kind: RecordKind, _id: string, _seen: Attached): { action: string } {
  throw new CrmError('INVALID', 'Records cannot be deleted yet.');
}
