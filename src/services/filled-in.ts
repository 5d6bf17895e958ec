import type { Crm, Table } from '../domain/crm';
import { ownName } from '../domain/settings';

/**
 * The fields of a new record that the user filled in. What the form offers by itself is none of them where its column was
 * deleted: it would stop every new record, and nothing that the user knows of is lost.
 */
export function filledIn<R extends { readonly owner: string }>(
  crm: Crm,
  table: Table<R>,
  fields: Partial<R>,
  blank: R,
): (keyof R & string)[] {
  const offered = { ...blank, owner: ownName(crm.settings, crm.user) };
  const names = Object.keys(fields) as (keyof R & string)[];
  return names.filter((name) => fields[name] !== offered[name] || table.missing([name]).length === 0);
}
