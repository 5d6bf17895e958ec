import type { Crm, Erased } from '../domain/crm';
import { CrmError } from '../domain/errors';

/** Erases a person. */
export function erasePerson(_crm: Crm, _id: string): Erased {
  throw new CrmError('INVALID', 'Nobody can be erased yet.');
}
