import type { Crm, DoneAction, Undone } from '../domain/crm';
import { CrmError } from '../domain/errors';

/** The user's last actions, newest first. */
export function lastActions(_crm: Crm): readonly DoneAction[] {
  return [];
}

/** Takes an action back. */
export function undo(_crm: Crm, _action: string): Undone {
  throw new CrmError('INVALID', 'Nothing can be undone yet.');
}
