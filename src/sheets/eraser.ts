import type { Erased } from '../domain/crm';
import { CrmError } from '../domain/errors';
import { ERASED } from '../domain/history';
import type { Opportunity } from '../domain/records';
import { belongingsOf, type Tabs } from './belongings';
import { blankPerson } from './blank-person';
import type { History } from './history';
import { nothingRemembered } from './memory';
import { removeRecords } from './removal';
import { changing } from './row-change';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What else knows of people: the tab of History, and the caches, which forget everything. */
type Reach = { sheet(): Sheet | null; forget(): void };

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
    const { leads, activities } = this.tabs;
    const placed = belongingsOf(this.tabs, 'lead', id);
    const row = placed.lead.has(id) ? leads.peek(id) : null;
    const [deals, going] = [[...placed.opportunity.keys()], [...placed.activity.keys()]];
    const names = row ? [row.company, row.contact, row.email].filter((name) => name !== '') : [];
    const { lines, isNoted, isKnown } = blankPerson(this.reach.sheet(), { id, names, activities: going, deals });
    if (!row && !isKnown)
      throw new CrmError('NOT_FOUND', 'This lead is neither in the sheet nor in History: there is nothing to erase.');
    this.reach.forget();
    if (going.length > 0) removeRecords(this.history, [{ rows: activities, ids: going, seenAt: null }], null);
    for (const deal of deals) this.unlink(deal);
    if (!isNoted) {
      this.history.note({ kind: 'lead', id, field: ERASED, before: '', after: '', data: {} });
      this.history.writeAhead();
    }
    if (row) removeRecords(this.history, [{ rows: leads, ids: [id], seenAt: null }], null);
    return { activities: going.length, deals: deals.length, historyLines: lines };
  }

  /** The deal stays, for the figures; History does not get the name that goes. */
  private unlink(deal: string): void {
    const { opportunities } = this.tabs;
    const { formulas } = opportunities.getRow(deal).found;
    const asked: Partial<Opportunity> = formulas.includes('lead') ? { leadId: '' } : { leadId: '', lead: '' };
    const decide = (record: Opportunity) => ({ ...record, ...asked });
    const change = { id: deal, seen: {}, asked, decide, isWhole: true };
    const step = changing(opportunities, this.history.unwritten(), nothingRemembered, change);
    step.write();
    SpreadsheetApp.flush();
    step.confirm();
  }
}
