import type { Erased } from '../domain/crm';
import { CrmError } from '../domain/errors';
import { ERASED } from '../domain/history';
import type { RecordKind } from '../domain/ids';
import { say } from '../texts/say';
import { belongingsOf, type Tabs } from './belongings';
import { blankPerson } from './blank-person';
import type { DocumentCache } from './cache/document-cache';
import { forgetEdits } from './edit-trace';
import type { History } from './history';
import { setMany } from './many-rows';
import type { Memory } from './memory';
import { LINKS } from './person-lines';
import { placesOf, removeRecords } from './removal';
import { rowsOfIds } from './set-aside';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What else knows of people: the tab of History, and what is remembered beside the cells. `forget`: lets go of all records that are cached. */
type Reach = {
  readonly memory: Memory;
  readonly store: DocumentCache;
  /** Whether nobody knows how the deals stand. */
  isForgotten(): boolean;
  sheet(): Sheet | null;
  forget(): void;
};

/**
 * Erases a person. History first, while the rows still tell what belongs to whom; the lead's own row last, because it is by
 * that row that the same call again finds what Google cut short. The line that something was erased stands before that row
 * goes.
 */
export class Eraser {
  private readonly tabs: Tabs;
  private readonly history: History;
  private readonly reach: Reach;

  constructor(tabs: Tabs, history: History, reach: Reach) {
    this.tabs = tabs;
    this.history = history;
    this.reach = reach;
  }

  erase(id: string): Erased {
    const erased = this.takeOut(id);
    // People hold no lock: what they moved out of the way meanwhile goes now.
    for (let tries = 0; tries < 3; tries++) {
      const { lead, opportunity, activity } = belongingsOf(this.tabs, 'lead', id);
      if (lead.size + opportunity.size + activity.size === 0) return erased;
      this.takeOut(id);
    }
    throw this.tabs.leads.keepsMoving();
  }

  private takeOut(id: string): Erased {
    const { leads, opportunities, activities } = this.tabs;
    const placed = belongingsOf(this.tabs, 'lead', id);
    const [deals, going] = [[...placed.opportunity.keys()], [...placed.activity.keys()]];
    // Where somebody copied a row, both are looked for, which says so.
    if ([...placed.opportunity.values()].includes(0)) rowsOfIds(opportunities, deals);
    if ([...placed.activity.values()].includes(0)) rowsOfIds(activities, going);
    const row = placed.lead.has(id) ? leads.peek(id) : null;
    const names = row ? [row.company, row.contact, row.email].filter((name) => name !== '') : [];
    const person = { id, names, activities: going, deals };
    const { lines, isNoted, isKnown, own, columns } = blankPerson(this.reach.sheet(), person);
    if (!row && !isKnown) throw new CrmError('NOT_FOUND', say('erase.nothing'));
    this.reach.forget();
    this.forgetEdits(own, deals);
    if (going.length > 0) removeRecords(this.history, () => placesOf([{ rows: activities, ids: going }]), null);
    if (deals.length > 0) this.unlink(id, new Set(deals));
    if (!isNoted) {
      if (columns) this.history.goBy(columns);
      this.history.note({ kind: 'lead', id, field: ERASED, before: '', after: '', data: {} });
      this.history.writeAhead();
    }
    if (row) removeRecords(this.history, () => placesOf([{ rows: leads, ids: [id] }]), null);
    // Once more: people may have typed into these rows until they were gone.
    this.forgetEdits(own, deals);
    return { activities: going.length, deals: deals.length, historyLines: lines };
  }

  /** What was typed into these records a moment ago waits in the cache, for saves under way and for History. */
  private forgetEdits(own: ReadonlySet<string>, deals: readonly string[]): void {
    forgetEdits(
      this.reach.store,
      [...own, ...deals],
      (line) => own.has(line.id) || (deals.includes(line.id) && LINKS.includes(line.field)),
    );
  }

  /**
   * The deals stay, for the figures; History does not get the name that goes. The link goes last: by it the same call again
   * finds the deals. Throws `SHEET_BROKEN` where one of them cannot let go.
   */
  private unlink(lead: string, deals: ReadonlySet<string>): void {
    const { opportunities } = this.tabs;
    const { memory, isForgotten } = this.reach;
    // The name is not to come back from there.
    const lastKnown = (kind: RecordKind, id: string) => {
      const known = memory.lastKnown(kind, id);
      return known && deals.has(id) ? { ...known, lead: '' } : known;
    };
    const history = this.history.unwritten();
    const formulaOf = (kind: RecordKind, id: string, field: string) =>
      deals.has(id) && field === 'lead' ? '' : memory.formulaOf(kind, id, field);
    const desk = { history, memory: { ...memory, lastKnown, formulaOf }, isForgotten: isForgotten() };
    const empty = (name: 'lead' | 'leadId') => {
      const request = { name, valueFor: () => '', reads: [], ids: deals, gets: () => true, isQuiet: true };
      return setMany(opportunities, desk, request, Date.now());
    };
    if (opportunities.placeOf('lead') !== undefined) empty('lead');
    const { kept } = empty('leadId');
    // Where somebody gave a deal to another lead meanwhile, that is as well.
    if (kept.length === 0 || belongingsOf(this.tabs, 'lead', lead).opportunity.size === 0) return;
    const about = { header: opportunities.headerOf('leadId'), tab: opportunities.sheet.getName() };
    throw new CrmError('SHEET_BROKEN', say('erase.stays', { ...about, number: kept.length }));
  }
}
