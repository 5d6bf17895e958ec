import type { Crm } from '../domain/crm';
import { type OwnViews, savedViews } from '../domain/views';

/** Keeps the user's views of this file. Throws `CONFLICT`, `INVALID`, `QUOTA`. */
export function saveViews(crm: Crm, wanted: Pick<OwnViews, 'views' | 'owner'>, seen: number): OwnViews {
  const now = crm.own.read();
  const saved = savedViews(now, wanted, seen);
  if (saved !== now) crm.own.write(saved);
  return saved;
}
