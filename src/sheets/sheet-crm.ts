import type { Calendar } from '../domain/calendar';
import type { Belongings, Crm, Ids, PipelineReport, Restored, Selected } from '../domain/crm';
import type { Instant } from '../domain/day';
import type { Logged } from '../domain/history';
import type { RecordKind } from '../domain/ids';
import type { Activity, Lead, Opportunity } from '../domain/records';
import type { Settings, Stage } from '../domain/settings';
import { belongingsOf } from './belongings';
import { Book, missingTab } from './book';
import { zoneCalendar } from './calendar';
import { type Act, History } from './history';
import { HistoryLog } from './history-log';
import { writePipelineReport } from './pipeline-report-tab';
import { removeRecords, type Some } from './removal';
import { restoreRecords } from './restoration';
import { setUpTabs } from './set-up';
import { appendStages, readSettings } from './settings-tab';
import { SheetTable } from './sheet-table';
import { activityTable, leadTable, opportunityTable } from './tables';

/** The CRM of the open spreadsheet, for one user action. Lives as long as one execution. */
export class SheetCrm implements Crm {
  readonly calendar: Calendar;
  readonly locale: string;
  readonly timeZone: string;
  readonly leads: SheetTable<Lead>;
  readonly opportunities: SheetTable<Opportunity>;
  readonly activities: SheetTable<Activity>;
  readonly now: Instant;
  readonly user: string;
  private readonly book: Book;
  private readonly history: History;
  private readonly log: HistoryLog;
  private known: Settings | null = null;
  private placed: ReturnType<typeof belongingsOf> | null = null;

  constructor(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, act: Act) {
    this.book = new Book(spreadsheet);
    this.now = act.now;
    this.user = act.who;
    this.locale = spreadsheet.getSpreadsheetLocale() ?? 'en_US';
    this.timeZone = spreadsheet.getSpreadsheetTimeZone();
    this.calendar = zoneCalendar(this.timeZone);
    this.history = new History(() => this.book.findTab('history'), act);
    this.log = new HistoryLog(() => this.book.findTab('history'));
    this.leads = new SheetTable(this.book, leadTable, this.calendar, this.history);
    this.opportunities = new SheetTable(this.book, opportunityTable, this.calendar, this.history);
    this.activities = new SheetTable(this.book, activityTable, this.calendar, this.history);
  }

  /** Whether the tabs are there; what is in them is looked at by whoever needs it. */
  get isSetUp(): boolean {
    return (['settings', 'leads', 'opportunities', 'activities'] as const).every(
      (key) => this.book.findTab(key) !== null,
    );
  }

  setUp(): void {
    setUpTabs(this.book, (kind, ids) => {
      for (const id of this.history.withoutCreation(ids)) this.history.noteCreated(kind, id);
    });
    this.known = null;
  }

  private get settingsTab(): GoogleAppsScript.Spreadsheet.Sheet {
    const sheet = this.book.findTab('settings');
    if (!sheet) throw missingTab('settings');
    return sheet;
  }

  get settings(): Settings {
    this.known ??= readSettings(this.settingsTab);
    return this.known;
  }

  addStages(stages: readonly Stage[]): void {
    appendStages(this.settingsTab, this.settings.stages, stages);
    this.known = null;
  }

  /** Reads the one row under the cursor, or nothing where that is no tab of ours. */
  selected(): Selected | null {
    const range = this.book.spreadsheet.getActiveRange();
    if (!range) return null;
    const row = range.getRow();
    switch (this.book.keyOf(range.getSheet())) {
      case 'leads': {
        const found = this.leads.inRow(row);
        return found && { kind: 'lead', found };
      }
      case 'opportunities': {
        const found = this.opportunities.inRow(row);
        return found && { kind: 'opportunity', found };
      }
      case 'activities': {
        const found = this.activities.inRow(row);
        return found && { kind: 'activity', found };
      }
      default:
        return null;
    }
  }

  belongings(kind: RecordKind, id: string): Belongings {
    const placed = belongingsOf(this.rows, kind, id);
    this.placed = placed;
    const [own, deals, activities] = [placed[kind], placed.opportunity, placed.activity].map((ids) => [...ids.keys()]);
    return {
      isThere: own!.includes(id),
      opportunities: deals!.filter((one) => one !== id),
      activities: activities!.filter((one) => one !== id),
    };
  }

  remove(ids: Ids, action: string): void {
    removeRecords(this.history, this.some(ids), action);
  }

  restore(deletions: readonly Logged[]): Restored {
    return restoreRecords(this.rows, this.history, deletions);
  }

  newestLogged(count: number): readonly Logged[] {
    return this.log.newest(count);
  }

  loggedSince(action: string): readonly Logged[] {
    return this.log.since(action);
  }

  goOnWith(action: string): void {
    this.history.goOnWith(action);
  }

  private get rows() {
    return { leads: this.leads.rows, opportunities: this.opportunities.rows, activities: this.activities.rows };
  }

  /** What hangs on a record before the record. */
  private some(ids: Ids): readonly Some[] {
    const { leads, opportunities, activities } = this.rows;
    return [
      { rows: activities, ids: ids.activity, seenAt: this.seenAt('activity', ids) },
      { rows: opportunities, ids: ids.opportunity, seenAt: this.seenAt('opportunity', ids) },
      { rows: leads, ids: ids.lead, seenAt: this.seenAt('lead', ids) },
    ].filter((one) => one.ids.length > 0);
  }

  /** Only where the last look found all of them. */
  private seenAt(kind: RecordKind, ids: Ids): readonly number[] | null {
    const numbers = ids[kind].map((id) => this.placed?.[kind].get(id));
    return numbers.every((number) => number !== undefined) ? numbers : null;
  }

  writePipelineReport(report: PipelineReport): string {
    return writePipelineReport(this.book, report, this.settings.preferences.currency);
  }

  /** Writes what History has to say and commits everything, before the lock goes. */
  finish(): void {
    this.history.write();
    SpreadsheetApp.flush();
  }
}
