import type { Crm } from '../domain/crm';
import { ownLastAction, type Past, pastChange } from '../domain/past';
import type { About } from '../domain/records';

const MOST = 100;

/** What History says of a lead or a deal, newest first. A few calls, however long History is. */
export function historyOf(crm: Crm, { id }: About): Past {
  const { lines, left } = crm.log.of(id, MOST);
  const action = ownLastAction(lines, crm.user);
  const own = lines.filter((line) => line.action === action).length;
  return {
    changes: lines.map(pastChange).reverse(),
    more: left,
    undo: action === null ? null : { action, others: Math.max(0, crm.log.count(action) - own) },
  };
}
