import type { How } from '../domain/crm';
import type { Instant } from '../domain/day';
import { opportunityFields } from '../domain/fields';
import type { RecordKind } from '../domain/ids';
import { missingTab } from './book';
import { cellsOf } from './history-cells';
import { columnsOf, type Header } from './history-columns';
import { HistoryPast } from './history-past';
import type { LayoutHints } from './layout-hint';
import { columnRuns, writeBlock } from './writing';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** One change of one field, or the creation of a record (no field). Values as people read them, and exactly. */
export type HistoryLine = {
  readonly kind: RecordKind;
  readonly id: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly data: object;
  /** Where it is not the action's own. */
  readonly how?: How;
  readonly who?: string;
  readonly action?: string;
};

/** A user action: what its lines in History have in common. */
export type Act = { readonly id: string; readonly who: string; readonly how: How; readonly now: Instant };

/** Rows put in beyond those that are needed now: else every save would put in some. */
const SPARE_ROWS = 500;

/** Collects the lines of one action and writes them together at its end. */
export class History {
  /** Of all records that lines were noted of, or cells written, by kind. */
  readonly touched = new Map<RecordKind, Set<string>>();
  /** Deals have another lead now. */
  hasNewLeads = false;
  private lines: HistoryLine[] = [];
  private isCommitted = false;
  /** What was written before this action. */
  readonly past: HistoryPast;
  private readonly sheet: () => Sheet | null;
  private readonly act: Act;
  private currentAction: string;
  private readonly hints: LayoutHints;
  private isRetry = false;

  constructor(sheet: () => Sheet | null, act: Act, hints: LayoutHints) {
    this.hints = hints;
    this.sheet = sheet;
    this.past = new HistoryPast(sheet);
    this.act = act;
    this.currentAction = act.id;
  }

  /** What is written from here on belongs to this action: it goes on with one that Google cut short. */
  goOnWith(action: string): void {
    this.currentAction = action;
  }

  /** The one that is written under. */
  get action(): string {
    return this.currentAction;
  }

  /** Writes what was noted and commits everything that was written before. */
  commit(): void {
    this.write();
    SpreadsheetApp.flush();
    this.isCommitted = true;
  }

  /** The same where the sheet is read next: Google commits all that is written before it answers a read. */
  commitByReading(): void {
    this.write();
    this.isCommitted = true;
  }

  /** Something was written since that nothing reads again. */
  mustCommit(): void {
    this.isCommitted = false;
  }

  /** At the end of an action: what is not committed yet. */
  finish(): void {
    if (!this.isCommitted || this.lines.length > 0) this.commit();
  }

  note(line: HistoryLine): void {
    this.lines.push(line);
    this.touch(line.kind, line.id);
    this.hasNewLeads ||= line.kind === 'opportunity' && line.field === opportunityFields.leadId.header;
  }

  /** Something of a record was written, of which there may be no line. */
  touch(kind: RecordKind, id: string): void {
    this.touched.set(kind, (this.touched.get(kind) ?? new Set()).add(id));
  }

  /** A History of the same action that nothing is ever written of. */
  unwritten(): History {
    return new History(() => null, this.act, this.hints);
  }

  /** When the action got the lock: what people typed earlier is in all that it has read. */
  get begun(): Instant {
    return this.act.now;
  }

  /** `as`: the record's fingerprint, by which undo knows whether somebody changed it since. */
  noteCreated(kind: RecordKind, id: string, as?: string): void {
    this.note({ kind, id, field: '', before: '', after: '', data: as === undefined ? {} : { as } });
  }

  /**
   * Appends what was noted. What the lines tell of is done already, so that a History that was deleted or cannot be
   * written fails nothing. A second try goes to the same rows: the first one may have got there.
   */
  write(): void {
    const { lines } = this;
    this.lines = [];
    let first: number | null = null;
    for (let tries = 0; tries < 2 && lines.length > 0; tries++) {
      try {
        const sheet = this.sheet();
        if (!sheet) return;
        const columns = this.columnsOf(sheet);
        first ??= sheet.getLastRow() + 1;
        this.append(sheet, columns, first, lines);
        return;
      } catch (error) {
        this.isRetry = true;
        console.error(`History was not written: ${(error as Error).message}`);
      }
    }
  }

  /**
   * Writes what was noted now, before that is done which cannot be read again afterwards. Throws where it cannot, and then
   * nothing is noted any more.
   */
  writeAhead(): void {
    const { lines } = this;
    this.lines = [];
    if (lines.length === 0) return;
    const sheet = this.sheet();
    if (!sheet) throw missingTab('history');
    this.append(sheet, this.columnsOf(sheet), sheet.getLastRow() + 1, lines);
  }

  /** As remembered, unless a first try failed: people rarely get at this tab, which is hidden and warns. */
  private columnsOf(sheet: Sheet): ReadonlyMap<Header, number> {
    const known = this.hints.get('history');
    // What somebody took out or put in shows for nothing; what they moved does not.
    if (known?.headers.length === sheet.getMaxColumns() && !this.isRetry)
      return new Map(Object.entries(known.columns) as [Header, number][]);
    return this.rememberColumns(sheet);
  }

  /** Somebody has just looked where the columns are. */
  goBy(columns: ReadonlyMap<Header, number>): void {
    const known = this.hints.get('history')?.columns;
    const sheet = this.sheet();
    if (sheet && [...columns].some(([header, column]) => known?.[header] !== column)) this.remember(sheet, columns);
  }

  /** Looks where the columns are, whatever is remembered of them. */
  lookAtColumns(): void {
    const sheet = this.sheet();
    if (sheet) this.rememberColumns(sheet);
  }

  private rememberColumns(sheet: Sheet): ReadonlyMap<Header, number> {
    return this.remember(sheet, columnsOf(sheet));
  }

  private remember(sheet: Sheet, columns: ReadonlyMap<Header, number>): ReadonlyMap<Header, number> {
    const headers = new Array<string>(sheet.getMaxColumns()).fill('');
    this.hints.put('history', { headerRow: 1, headers, columns: Object.fromEntries(columns) });
    return columns;
  }

  private append(
    sheet: Sheet,
    columns: ReadonlyMap<Header, number>,
    first: number,
    lines: readonly HistoryLine[],
  ): void {
    const missing = first + lines.length - 1 - sheet.getMaxRows();
    if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing + SPARE_ROWS);
    const cells = lines.map((line) => cellsOf(line, this.act, this.action));
    for (const { column, names } of columnRuns(columns)) {
      const block = cells.map((line) => names.map((name) => line[name]));
      writeBlock(sheet, first, column, block);
    }
  }
}
