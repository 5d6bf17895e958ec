import type { Instant } from '../../src/domain/day';
import type { PastChange } from '../../src/domain/past';
import type { Activity } from '../../src/domain/records';
import { momentOf } from '../../src/domain/tasks';

/** What one action did to a record: a move writes several lines, which people see as one. */
export type PastAction = {
  readonly at: Instant;
  readonly who: string;
  readonly how: PastChange['how'];
  readonly action: string;
  readonly changes: readonly PastChange[];
};

/** Fields that follow from another one of the same action: they would say the same again. */
const FOLLOWS: { readonly [field: string]: string } = {
  leadId: 'lead',
  stageSince: 'stage',
  closedAt: 'stage',
};

/** The lines of History by action, newest first as they come. */
export function byAction(changes: readonly PastChange[]): readonly PastAction[] {
  const actions: { at: Instant; who: string; how: PastChange['how']; action: string; changes: PastChange[] }[] = [];
  for (const change of changes) {
    const last = actions[actions.length - 1];
    // A line without its action stands for itself: people may have emptied the cell.
    if (last && change.action !== '' && last.action === change.action) last.changes.unshift(change);
    else {
      const { at, who, how, action } = change;
      actions.push({ at, who, how, action, changes: [change] });
    }
  }
  return actions.map((action) => ({ ...action, changes: telling(action.changes) }));
}

const telling = (changes: readonly PastChange[]): readonly PastChange[] =>
  changes.filter(({ field }) => !changes.some((other) => other.field === FOLLOWS[field]));

export type TimelineItem = { readonly activity: Activity } | { readonly past: PastAction };

/** The moment by which an activity stands among others, as the server sorts them. */
const placeOf = (item: TimelineItem): Instant => ('past' in item ? item.past.at : momentOf(item.activity));

export const newest = (activities: readonly Activity[], most: number): readonly Activity[] =>
  merged(activities, [])
    .slice(0, most)
    .flatMap((item) => ('activity' in item ? item.activity : []));

/** Both newest first; of the same moment what was logged stands above what that changed. */
export const merged = (activities: readonly Activity[], actions: readonly PastAction[]): readonly TimelineItem[] =>
  [...activities.map((activity) => ({ activity })), ...actions.map((past) => ({ past }))].sort(
    (a, b) => placeOf(b) - placeOf(a),
  );
