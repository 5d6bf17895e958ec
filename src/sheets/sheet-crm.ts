import type { Calendar } from '../domain/calendar';
import type { Crm, PipelineReport, Results, Selected, Step } from '../domain/crm';
import type { Instant } from '../domain/day';
import type { Activity, Lead, Opportunity } from '../domain/records';
import type { Settings, Stage } from '../domain/settings';
import { Book, missingTab } from './book';
import { cachedHints } from './cached-hints';
import { zoneCalendar } from './calendar';
import { type Act, History } from './history';
import { nothingRemembered } from './memory';
import { writePipelineReport } from './pipeline-report-tab';
import { type Kept, RecordRows, type TableOf } from './record-rows';
import { setUpTabs } from './set-up';
import { appendStages, readSettings, renameStage } from './settings-tab';
import { SheetTable } from './sheet-table';
import { carryOut } from './steps';
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
  private known: Settings | null = null;

  constructor(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, act: Act) {
    this.book = new Book(spreadsheet);
    this.now = act.now;
    this.user = act.who;
    this.locale = spreadsheet.getSpreadsheetLocale() ?? 'en_US';
    this.timeZone = spreadsheet.getSpreadsheetTimeZone();
    this.calendar = zoneCalendar(this.timeZone);
    const hints = cachedHints(spreadsheet.getId());
    this.history = new History(() => this.book.findTab('history'), act, hints);
    const desk = { history: this.history, memory: nothingRemembered };
    const rowsOf = <R extends Kept>(of: TableOf<R>) => new RecordRows(this.book, of, this.calendar, hints);
    this.leads = new SheetTable(rowsOf(leadTable), desk);
    this.opportunities = new SheetTable(rowsOf(opportunityTable), desk);
    this.activities = new SheetTable(rowsOf(activityTable), desk);
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

  renameStage(pipeline: string, from: string, to: string): void {
    renameStage(this.settingsTab, { pipeline, from, to });
    const line = { kind: 'opportunity', id: '', field: '(stage renamed)', before: from, after: to } as const;
    this.history.note({ ...line, data: { before: { pipeline, stage: from }, after: { pipeline, stage: to } } });
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

  carryOut<const S extends readonly Step<unknown>[]>(steps: S): Results<S> {
    return carryOut(this.history, steps);
  }

  writePipelineReport(report: PipelineReport): string {
    return writePipelineReport(this.book, report, this.settings.preferences.currency);
  }

  /** Writes what History has to say and commits everything, before the lock goes. */
  finish(): void {
    this.history.finish();
  }
}
