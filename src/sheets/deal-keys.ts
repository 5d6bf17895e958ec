import type { Activity, Opportunity } from '../domain/records';
import { keyOfDeal } from './cache/cached-row';
import type { SheetTable } from './sheet-table';

/** By what the deals of activities go in the cache, where that is not the activity's own lead: its tab does not tell. */
export type DealKeys<R> = {
  /** As the deal was last read; '' where nobody knows it. */
  via(record: R): string;
  /** The same of any activity: all deals are read for it. */
  all(): (record: R) => string;
  /** Whether both are linked to the same records. */
  areSame(a: R, b: R): boolean;
};

export function dealKeys(deals: SheetTable<Opportunity>): DealKeys<Activity> {
  const viaOf = ({ leadId }: Activity, key: string) => (key === leadId ? '' : key);
  return {
    via(activity) {
      const known = activity.opportunityId === '' ? null : deals.remembered.lastKnown(activity.opportunityId);
      return known ? viaOf(activity, keyOfDeal(known.found.record)) : '';
    },
    all() {
      const keys = new Map(deals.columns(['id', 'leadId']).map((deal) => [deal.id, keyOfDeal(deal)]));
      return (activity) => viaOf(activity, keys.get(activity.opportunityId) ?? '');
    },
    areSame: (a, b) => a.leadId === b.leadId && a.opportunityId === b.opportunityId,
  };
}
