import type { Attached, Belongings, Bin, Ids, Restored } from '../domain/crm';
import type { CrmError } from '../domain/errors';
import type { Logged } from '../domain/history';
import type { RecordKind } from '../domain/ids';
import { belongingsOf, type Placed, type Tabs } from './belongings';
import type { History } from './history';
import { type Notebook, placesOf, removeRecords } from './removal';
import { restoreRecords } from './restoration';
import type { Going } from './set-aside';

/** Whole records of the three tabs, as they go and come back. */
export class RecordBin implements Bin {
  private readonly tabs: Tabs;
  private readonly history: History;
  private readonly edits: Notebook['edits'];

  constructor(tabs: Tabs, history: History, edits: Notebook['edits']) {
    this.tabs = tabs;
    this.history = history;
    this.edits = edits;
  }

  belongings(kind: RecordKind, id: string): Belongings {
    const placed = belongingsOf(this.tabs, kind, id);
    return { isThere: placed[kind].has(id), ...attachedIn(placed, kind) };
  }

  removeWhole(kind: RecordKind, id: string, action: string, refusal: (there: Attached) => CrmError | null): void {
    const look = () => {
      const seen = belongingsOf(this.tabs, kind, id, false);
      const isFine = refusal(attachedIn(seen, kind)) === null;
      const placed = isFine ? seen : belongingsOf(this.tabs, kind, id);
      const error = isFine ? null : refusal(attachedIn(placed, kind));
      if (error) throw error;
      return this.places((of) => placed[of]);
    };
    removeRecords(this.history, look, this.notebook(action));
  }

  remove(ids: Ids, action: string): void {
    const look = () => this.places((of) => new Map(ids[of].map((id) => [id, 0])));
    removeRecords(this.history, look, this.notebook(action));
  }

  restore(deletions: readonly Logged[]): Restored {
    return restoreRecords(this.tabs, this.history, deletions);
  }

  private notebook(action: string): Notebook {
    return { history: this.history, action, edits: this.edits };
  }

  /** What hangs on a record before the record. Looked up where a row is not known, or somebody copied it. */
  private places(placedOf: (kind: RecordKind) => Placed): readonly Going[] {
    const { leads, opportunities, activities } = this.tabs;
    const tabs = [
      { rows: activities, placed: placedOf('activity') },
      { rows: opportunities, placed: placedOf('opportunity') },
      { rows: leads, placed: placedOf('lead') },
    ];
    return tabs
      .map(({ rows, placed }) => ({ rows, ids: [...placed.keys()], numbers: [...placed.values()] }))
      .flatMap((one) => (one.numbers.every((number) => number > 0) ? [one] : placesOf([one])));
  }
}

const attachedIn = ({ opportunity, activity }: ReturnType<typeof belongingsOf>, kind: RecordKind): Attached => ({
  deals: kind === 'opportunity' ? 0 : opportunity.size,
  activities: kind === 'activity' ? 0 : activity.size,
});
