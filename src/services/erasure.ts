import type { Crm, Erased } from '../domain/crm';

/** Erases a person: what is gone cannot come back, so that there is nothing to compare and nothing to undo. */
export function erasePerson(crm: Crm, id: string): Erased {
  return crm.eraser.erase(id);
}
