import type { How } from '../domain/crm';
import type { Instant } from '../domain/day';
import type { RecordKind } from '../domain/ids';
import type { CellValue } from './codec';
import { writeBlock } from './writing';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const HISTORY_HEADERS = [
  'When',
  'Who',
  'Record',
  'Record ID',
  'Field',
  'Before',
  'After',
  'How',
  'Action',
  'Data',
] as const;

/** One change of one field, or the creation of a record (no field). Values as people read them, and exactly. */
export type HistoryLine = {
  readonly kind: RecordKind;
  readonly id: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly data: { readonly before?: unknown; readonly after?: unknown };
  /** Where it is not the action's own. */
  readonly how?: How;
};

/** A user action: what its lines in History have in common. */
export type Act = { readonly id: string; readonly who: string; readonly how: How; readonly now: Instant };

const NAMES: Readonly<Record<RecordKind, string>> = { lead: 'Lead', opportunity: 'Opportunity', activity: 'Activity' };

/** Collects the lines of one action and writes them together at its end. */
export class History {
  private lines: HistoryLine[] = [];
  private readonly sheet: () => Sheet | null;
  private readonly act: Act;

  constructor(sheet: () => Sheet | null, act: Act) {
    this.sheet = sheet;
    this.act = act;
  }

  note(line: HistoryLine): void {
    this.lines.push(line);
  }

  /** Appends what was noted. A file whose History tab was deleted goes on without one. */
  write(): void {
    const sheet = this.lines.length > 0 ? this.sheet() : null;
    if (!sheet) return;
    const last = sheet.getLastRow();
    const missing = last + this.lines.length - sheet.getMaxRows();
    if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
    writeBlock(
      sheet,
      last + 1,
      1,
      this.lines.map((line) => this.cellsOf(line)),
    );
    this.lines = [];
  }

  private cellsOf({ kind, id, field, before, after, data, how = this.act.how }: HistoryLine): CellValue[] {
    const { now, who, id: action } = this.act;
    return [new Date(now), who, NAMES[kind], id, field, before, after, how, action, JSON.stringify(data)];
  }
}
