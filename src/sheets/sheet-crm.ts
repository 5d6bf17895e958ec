import type { Calendar } from '../domain/calendar';
import type { Crm, PipelineReport, Results, Selected, Step } from '../domain/crm';
import type { Instant } from '../domain/day';
import { STAGE_RENAMED } from '../domain/history';
import type { About, Activity, Lead, Opportunity } from '../domain/records';
import { findStage, getStage, type Settings, type Stage } from '../domain/settings';
import { ActivityLooks } from './activity-looks';
import { Book, missingTab, type TabKey } from './book';
import { CACHED_TABS, CacheState } from './cache/cache-state';
import { remembering } from './cache/remembering';
import { cachedSettings, renewCache, renewSettings } from './cache/sheet-cache';
import { zoneCalendar } from './calendar';
import { editsSince, takeForHistory } from './edit-trace';
import { Eraser } from './eraser';
import { type Act, History } from './history';
import { HistoryLog } from './history-log';
import { keptHints } from './kept-hints';
import type { Memory } from './memory';
import { writePipelineReport } from './pipeline-report-tab';
import { RecordBin } from './record-bin';
import { type Kept, RecordRows, type TableOf } from './record-rows';
import { setUpTabs } from './set-up';
import { appendStages, readSettings } from './settings-tab';
import { SheetTable } from './sheet-table';
import { renameStage } from './stage-rename';
import { carryOut } from './steps';
import { activityTable, leadTable, opportunityTable } from './tables';

/** The CRM of the open spreadsheet, for one user action. Lives as long as one execution. */
export class SheetCrm implements Crm {
  readonly calendar: Calendar;
  readonly timeZone: string;
  readonly leads: SheetTable<Lead>;
  readonly opportunities: SheetTable<Opportunity>;
  readonly activities: SheetTable<Activity>;
  readonly now: Instant;
  readonly log: HistoryLog;
  readonly bin: RecordBin;
  readonly eraser: Eraser;
  private readonly act: Act;
  private readonly book: Book;
  private readonly history: History;
  private readonly looks: ActivityLooks;
  private readonly cache: CacheState;
  private readonly isLooking: boolean;
  private known: Settings | null = null;
  /** Tabs that were written in ways that the cache does not follow. */
  private readonly doubtful = new Set<TabKey>();

  /** `isLooking`: nothing is written, so that what is cached will do. */
  constructor(
    spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
    act: Act,
    isLooking: boolean,
    book = new Book(spreadsheet),
  ) {
    this.book = book;
    this.act = act;
    this.now = act.now;
    this.isLooking = isLooking;
    this.timeZone = spreadsheet.getSpreadsheetTimeZone();
    this.calendar = zoneCalendar(this.timeZone);
    this.log = new HistoryLog(() => this.book.findTab('history'));
    const hints = keptHints(this.book.properties);
    this.history = new History(() => this.book.findTab('history'), act, hints);
    this.cache = new CacheState(spreadsheet, this.timeZone, this.now);
    const { spreadsheetId, store } = this.cache;
    const edits = { editsSince: (id: string, since: Instant) => editsSince(store.service, spreadsheetId, id, since) };
    const memory: Memory = {
      ...remembering(() => [this.leads, this.opportunities, this.activities]),
      ...edits,
      lastChange: (_, id, header) => this.log.lastChange(id, header),
    };
    const heard = () => ({ spreadsheetId, who: act.who, now: act.now });
    const desk = { history: this.history, memory, cache: this.cache, isLooking, heard };
    const rowsOf = <R extends Kept>(of: TableOf<R>) => new RecordRows(this.book, of, this.calendar, hints);
    this.leads = new SheetTable(rowsOf(leadTable), desk);
    this.opportunities = new SheetTable(rowsOf(opportunityTable), desk);
    this.activities = new SheetTable(rowsOf(activityTable), desk);
    const [leads, opportunities, activities] = [this.leads.rows, this.opportunities.rows, this.activities.rows];
    this.bin = new RecordBin({ leads, opportunities, activities }, this.history);
    this.eraser = new Eraser({ leads, opportunities, activities }, this.history, {
      sheet: () => this.book.findTab('history'),
      forget: () => this.doubt(),
    });
    this.looks = new ActivityLooks(this.activities, this.opportunities);
  }

  get locale(): string {
    return this.book.spreadsheet.getSpreadsheetLocale() ?? 'en_US';
  }

  get user(): string {
    return this.act.who;
  }

  /** Whether the tabs are there; what is in them is looked at by whoever needs it. */
  get isSetUp(): boolean {
    if (this.isCached) return true;
    return (['settings', 'leads', 'opportunities', 'activities'] as const).every(
      (key) => this.book.findTab(key) !== null,
    );
  }

  /** Whether the first screen can be shown without a look at the sheet. */
  get isCached(): boolean {
    return this.isLooking && cachedSettings(this.cache) !== null;
  }

  setUp(): void {
    for (const tab of CACHED_TABS) this.doubtful.add(tab);
    setUpTabs(this.book, (kind, ids) => {
      for (const id of this.history.withoutCreation(ids)) this.history.noteCreated(kind, id);
    });
    this.history.lookAtColumns();
    this.known = null;
  }

  private get settingsTab(): GoogleAppsScript.Spreadsheet.Sheet {
    const sheet = this.book.findTab('settings');
    if (!sheet) throw missingTab('settings');
    return sheet;
  }

  get settings(): Settings {
    this.known ??= this.settingsNow();
    return this.known;
  }

  /** Whoever edits Settings drops what is cached of it; where Google did not tell us, it is some minutes old at most. */
  private settingsNow(): Settings {
    const cached = cachedSettings(this.cache);
    if (cached && (this.isLooking || this.cache.isFresh(cached))) return cached.settings;
    return readSettings(this.settingsTab);
  }

  stage(pipeline: string, name: string): Stage {
    if (!findStage(this.settings.stages, pipeline, name)) this.known = readSettings(this.settingsTab);
    return getStage(this.settings.stages, pipeline, name);
  }

  addStages(stages: readonly Stage[]): void {
    this.doubtful.add('settings');
    appendStages(this.settingsTab, this.settings.stages, stages);
    this.known = null;
  }

  renameStage(pipeline: string, from: string, to: string): void {
    this.doubtful.add('settings');
    renameStage(this.settingsTab, { pipeline, from, to });
    const line = { kind: 'opportunity', id: '', field: STAGE_RENAMED, before: from, after: to } as const;
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

  goOnWith(action: string): void {
    this.history.goOnWith(action);
  }

  carryOut<const S extends readonly Step<unknown>[]>(steps: S): Results<S> {
    return carryOut(this.history, steps);
  }

  writePipelineReport(report: PipelineReport): string {
    return writePipelineReport(this.book, report, this.settings.preferences.currency);
  }

  activitiesAbout(about: About): readonly Activity[] {
    return this.looks.about(about);
  }

  activitiesHolding(text: string): readonly Activity[] {
    return this.looks.holding(text);
  }

  /** Sees that the Settings are cached, for the next time that the panel opens. */
  cacheSettings(): void {
    if (this.isLooking) renewSettings(this.cache, () => this.settingsTab, readSettings);
  }

  /** At the end of a request that only looked: caches what it has read. */
  keepLooks(): void {
    this.cache.keep();
  }

  logHeard(): number {
    const lines = takeForHistory(this.cache.spreadsheetId);
    for (const line of lines) this.history.note(line);
    return lines.length;
  }

  /** Writes what History has to say, commits everything and renews the cache, before the lock goes. */
  finish(): void {
    this.history.finish();
    if (this.history.hasNewLeads) this.doubtful.add('activities');
    const changes = [this.leads.changes, this.opportunities.changes, this.activities.changes];
    renewCache(this.cache, changes, { touched: this.history.touched, doubtful: this.doubtful });
  }

  /** After a failure nobody knows what stands in the tabs. */
  doubt(): void {
    for (const tab of CACHED_TABS) this.doubtful.add(tab);
  }

  get hasWritten(): boolean {
    return this.history.touched.size > 0;
  }
}
