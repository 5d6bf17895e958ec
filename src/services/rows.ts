import type { CaughtUp, Crm } from '../domain/crm';
import { CrmError } from '../domain/errors';
import type { RecordKind } from '../domain/ids';

type ShownRow = { readonly row: number; readonly name: string; readonly keeps: boolean };

/** Logs what was changed in the grid, and tells which rows wait for an id or share one. */
export function catchUp(_crm: Crm): CaughtUp {
  return { logged: 0, waiting: [], twice: [] };
}

/** Gives waiting rows ids and dates. */
export function adoptRows(_crm: Crm, _kind: RecordKind): { adopted: number } {
  throw new CrmError('INVALID', 'Rows cannot be adopted yet.');
}

/** Gives all rows with an id a new one but for the row that keeps it. */
export function repairIds(_crm: Crm, _kind: RecordKind, _id: string, _rows: readonly ShownRow[]): { repaired: number } {
  throw new CrmError('INVALID', 'Ids cannot be repaired yet.');
}
