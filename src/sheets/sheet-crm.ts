import type { Calendar } from '../domain/calendar';
import type { Crm, PipelineReport, Results, Selected, Selection, Step } from '../domain/crm';
import type { Instant } from '../domain/day';
import { CrmError } from '../domain/errors';
import { STAGE_RENAMED } from '../domain/history';
import type { RecordKind } from '../domain/ids';
import type { About, Activity, Lead, Opportunity } from '../domain/records';
import type { Settings, Stage } from '../domain/settings';
import { say } from '../texts/say';
import { ActivityLooks } from './activity-looks';
import { Book, type TabKey } from './book';
import { CACHED_TABS, CacheState } from './cache/cache-state';
import { remembering } from './cache/remembering';
import { possibleBlocks, renewCache } from './cache/sheet-cache';
import { zoneCalendar } from './calendar';
import { dealKeys } from './deal-keys';
import { editsOf, editsSince, takeForHistory } from './edit-trace';
import { Eraser } from './eraser';
import { type FirstTasks, firstTasks } from './first-tasks';
import { type Act, History } from './history';
import { HistoryLog } from './history-log';
import { keptHints } from './kept-hints';
import type { Memory } from './memory';
import { OwnStore } from './own-store';
import { writePipelineReport } from './pipeline-report-tab';
import { RecordBin } from './record-bin';
import { RecordRows } from './record-rows';
import { mayEdit, mayEditAny } from './rights';
import { countIn, type Span, selectionIn, spansOf } from './selection';
import { setUpTabs } from './set-up';
import { SheetSettings } from './sheet-settings';
import { SheetTable } from './sheet-table';
import { carryOut } from './steps';
import type { Kept, TableOf } from './tab-columns';
import { activityTable, leadTable, opportunityTable, selectionOf } from './tables';

type Range = GoogleAppsScript.Spreadsheet.Range;

const KIND_OF: { readonly [K in TabKey]?: RecordKind } = {
  leads: 'lead',
  opportunities: 'opportunity',
  activities: 'activity',
};

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
  readonly own: OwnStore;
  private readonly act: Act;
  private readonly book: Book;
  private readonly history: History;
  private readonly looks: ActivityLooks;
  private readonly cache: CacheState;
  private readonly inSettings: SheetSettings;
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
    this.timeZone = spreadsheet.getSpreadsheetTimeZone();
    this.calendar = zoneCalendar(this.timeZone);
    this.own = new OwnStore(spreadsheet.getId());
    this.log = new HistoryLog(() => this.book.findTab('history'));
    const hints = keptHints(this.book.properties);
    this.history = new History(() => this.book.findTab('history'), act, hints);
    this.cache = new CacheState(spreadsheet, this.timeZone, this.now);
    this.inSettings = new SheetSettings(book, this.cache, isLooking);
    const { store } = this.cache;
    const memory: Memory = {
      ...remembering(() => [this.leads, this.opportunities, this.activities]),
      editsSince: (id, since) => editsSince(store, id, since),
      lastChanges: (id) => this.log.lastChanges(id),
      editsOf: (ids, since) => editsOf(store, ids, since),
    };
    const heard = () => ({ store, who: act.who, now: act.now });
    const desk = { history: this.history, memory, cache: this.cache, isLooking, heard };
    const rowsOf = <R extends Kept>(of: TableOf<R>) => new RecordRows(this.book, of, this.calendar, hints);
    this.leads = new SheetTable(rowsOf(leadTable), desk);
    this.opportunities = new SheetTable(rowsOf(opportunityTable), desk);
    const keys = dealKeys(this.opportunities);
    this.activities = new SheetTable(rowsOf(activityTable), desk, keys);
    const [leads, opportunities, activities] = [this.leads.rows, this.opportunities.rows, this.activities.rows];
    this.bin = new RecordBin({ leads, opportunities, activities }, this.history, (ids, since) =>
      editsOf(store, ids, since),
    );
    this.eraser = new Eraser({ leads, opportunities, activities }, this.history, {
      memory,
      store,
      isForgotten: () => !this.cache.isUnedited('opportunities'),
      sheet: () => this.book.findTab('history'),
      forget: () => {
        this.doubt();
        const tabs = [this.leads.rows, this.opportunities.rows, this.activities.rows];
        store.remove(tabs.flatMap(({ of, sheet }) => possibleBlocks(of.tab, sheet.getMaxRows())));
      },
    });
    this.looks = new ActivityLooks(this.activities, this.opportunities, keys);
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

  /** Whether this user may write anything here; in a file without the tabs, one of its first. */
  get canEdit(): boolean {
    if (!this.isSetUp) return mayEditAny(this.book.spreadsheet.getSheets());
    return (['leads', 'opportunities', 'activities'] as const).some((tab) => {
      const cached = this.cache.valid(tab);
      // By its cached id a tab is found without asking what the file's properties say.
      const sheet = cached ? this.cache.sheetOf(cached) : this.book.findTab(tab);
      return sheet !== null && mayEdit(sheet);
    });
  }

  /** Whether the first screen can be shown without a look at the sheet. */
  get isCached(): boolean {
    return this.inSettings.isCached;
  }

  setUp(): void {
    for (const tab of CACHED_TABS) this.doubtful.add(tab);
    setUpTabs(this.book, (kind, ids) => {
      for (const id of this.history.past.withoutCreation(ids)) this.history.noteCreated(kind, id);
    });
    this.inSettings.forget();
    this.history.lookAtColumns();
  }

  get settings(): Settings {
    return this.inSettings.all;
  }

  stage(pipeline: string, name: string): Stage {
    return this.inSettings.stage(pipeline, name);
  }

  addStages(stages: readonly Stage[]): void {
    this.doubtful.add('settings');
    this.inSettings.addStages(stages);
  }

  renameStage(pipeline: string, from: string, to: string): void {
    this.doubtful.add('settings');
    this.inSettings.renameStage(pipeline, from, to);
    const line = { kind: 'opportunity', id: '', field: STAGE_RENAMED, before: from, after: to } as const;
    this.history.note({ ...line, data: { before: { pipeline, stage: from }, after: { pipeline, stage: to } } });
  }

  /** Reads the one row under the cursor, counts where there are several; null where that is no tab of ours. */
  selected(): Selected | null {
    const selected = this.selectedRows();
    if (!selected) return null;
    const { kind, ranges } = selected;
    if (ranges.some((range) => range.getNumRows() > 1) || ranges.length > 1) {
      const spans = this.spansIn(kind, ranges);
      const count = countIn(spans);
      if (count > 1) return { kind: 'rows', of: kind, count, at: ranges.map((one) => one.getA1Notation()).join(', ') };
      return count === 1 ? this.recordIn(kind, spans[0]!.first) : null;
    }
    return this.recordIn(kind, ranges[0]!.getRow());
  }

  /** The records in the selected rows. Throws `NOT_FOUND` where none of our tabs is in front. */
  selection(): Selection {
    const selected = this.selectedRows();
    if (!selected) throw new CrmError('NOT_FOUND', say('select.none'));
    const { kind, ranges } = selected;
    const spans = this.spansIn(kind, ranges);
    switch (kind) {
      case 'lead':
        return selectionIn(this.leads.rows, spans, selectionOf.lead);
      case 'opportunity':
        return selectionIn(this.opportunities.rows, spans, selectionOf.opportunity);
      case 'activity':
        return selectionIn(this.activities.rows, spans, selectionOf.activity);
    }
  }

  private selectedRows(): { readonly kind: RecordKind; readonly ranges: readonly Range[] } | null {
    const ranges = this.book.spreadsheet.getActiveRangeList()?.getRanges() ?? [];
    const kind = ranges[0] && KIND_OF[this.book.keyOf(ranges[0].getSheet()) ?? 'settings'];
    return kind ? { kind, ranges } : null;
  }

  private spansIn(kind: RecordKind, ranges: readonly Range[]): readonly Span[] {
    const { rows } = this.tableOf(kind);
    rows.presume();
    return spansOf(ranges, rows.layout.headerRow, rows.sheet.getLastRow());
  }

  private tableOf(kind: RecordKind) {
    return { lead: this.leads, opportunity: this.opportunities, activity: this.activities }[kind];
  }

  private recordIn(kind: RecordKind, row: number): Selected | null {
    const found = this.tableOf(kind).inRow(row);
    // The table is that of the kind.
    return found && ({ kind, found } as Selected);
  }

  get action(): string {
    return this.history.action;
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

  activityFields<K extends keyof Activity & string>(fields: readonly K[]): readonly Pick<Activity, K>[] {
    return this.looks.fieldsOfAll(fields);
  }

  /** The most urgent tasks, for the first screen; null where they are not cached. */
  get firstTasks(): FirstTasks | null {
    return firstTasks(this.activities, this.calendar.dayOf(this.now));
  }

  /** Whether the tab of activities has a column for how tasks repeat. */
  get canRepeat(): boolean {
    return this.firstTasks?.canRepeat ?? this.activities.rows.placeOf('repeat') !== undefined;
  }

  /** Sees that the Settings are cached, for the next time that the panel opens. */
  cacheSettings(): void {
    this.inSettings.keep();
  }

  /** At the end of a request that only looked: caches what it has read. */
  keepLooks(): void {
    this.cache.keep();
  }

  logHeard(): number {
    const lines = takeForHistory(this.cache.store);
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
