import type { Belongings, Bin, Ids, Restored } from '../domain/crm';
import type { Logged } from '../domain/history';
import type { RecordKind } from '../domain/ids';
import { belongingsOf, type Tabs } from './belongings';
import type { History } from './history';
import { removeRecords, type Some } from './removal';
import { restoreRecords } from './restoration';

/** Whole records of the three tabs, as they go and come back. */
export class RecordBin implements Bin {
  private readonly tabs: Tabs;
  private readonly history: History;
  private placed: ReturnType<typeof belongingsOf> | null = null;

  constructor(tabs: Tabs, history: History) {
    this.tabs = tabs;
    this.history = history;
  }

  belongings(kind: RecordKind, id: string): Belongings {
    const placed = belongingsOf(this.tabs, kind, id);
    this.placed = placed;
    const [opportunities, activities] = [[...placed.opportunity.keys()], [...placed.activity.keys()]];
    return {
      isThere: placed[kind].has(id),
      opportunities: opportunities.filter((one) => one !== id),
      activities: activities.filter((one) => one !== id),
    };
  }

  remove(ids: Ids, action: string): void {
    removeRecords(this.history, this.some(ids), action);
  }

  restore(deletions: readonly Logged[]): Restored {
    return restoreRecords(this.tabs, this.history, deletions);
  }

  /** What hangs on a record before the record. */
  private some(ids: Ids): readonly Some[] {
    const { leads, opportunities, activities } = this.tabs;
    return [
      { rows: activities, ids: ids.activity, seenAt: this.seenAt('activity', ids) },
      { rows: opportunities, ids: ids.opportunity, seenAt: this.seenAt('opportunity', ids) },
      { rows: leads, ids: ids.lead, seenAt: this.seenAt('lead', ids) },
    ].filter((one) => one.ids.length > 0);
  }

  /** Only where the last look found all of them, each in one row. */
  private seenAt(kind: RecordKind, ids: Ids): readonly number[] | null {
    const numbers = ids[kind].map((id) => this.placed?.[kind].get(id));
    return numbers.every((number) => number !== undefined && number > 0) ? (numbers as number[]) : null;
  }
}
