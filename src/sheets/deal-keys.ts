import type { Activity, Opportunity } from '../domain/records';
import { keyOfDeal } from './cache/cached-row';
import type { SheetTable } from './sheet-table';

/** By what the deals of activities go in the cache, where that is not the activity's own lead: its tab does not tell. */
export type DealKeys<R> = {
  /** As the deal was last read or saved; null where nobody knows it. */
  via(record: R): string | null;
  /** The same of any activity: all deals are read for it. */
  all(): (record: R) => string;
  /** Whether both are linked to the same records. */
  areSame(a: R, b: R): boolean;
};

export function dealKeys(deals: SheetTable<Opportunity>): DealKeys<Activity> {
  const viaOf = ({ leadId }: Activity, key: string) => (key === leadId ? '' : key);
  return {
    via(activity) {
      const { opportunityId } = activity;
      if (opportunityId === '') return '';
      // One that this very action has made is in no cache yet.
      const known = deals.changes.savedAs(opportunityId) ?? deals.remembered.lastKnown(opportunityId)?.found.record;
      return known ? viaOf(activity, keyOfDeal(known)) : null;
    },
    all() {
      const keys = new Map(deals.columns(['id', 'leadId']).map((deal) => [deal.id, keyOfDeal(deal)]));
      return (activity) => viaOf(activity, keys.get(activity.opportunityId) ?? '');
    },
    areSame: (a, b) => a.leadId === b.leadId && a.opportunityId === b.opportunityId,
  };
}
