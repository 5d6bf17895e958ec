import type { Calendar } from '../domain/calendar';
import type { Instant } from '../domain/day';
import { CrmError } from '../domain/errors';
import type { Field, FieldsOf } from '../domain/fields';
import type { RecordKind } from '../domain/ids';
import { isOwnName, type OwnName } from '../domain/own-fields';
import { say } from '../texts/say';
import { type Book, missingTab, type TabKey } from './book';
import type { CellKind } from './codec';
import { columnOf, isCrossed, type Layout, ownColumnOf, readLayout, refuseLostHeader } from './layout';
import { hintOf, type LayoutHints, layoutByHint, presumedLayout, saysTheSame } from './layout-hint';
import { kindOf, type Name } from './row-values';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What every record has. */
export type Kept = { readonly id: string; readonly createdAt: Instant | null };

/** What a table is of: its tab, its kind of record and its fields. */
export type TableOf<R> = {
  readonly tab: TabKey;
  readonly kind: RecordKind;
  readonly fields: FieldsOf<R>;
  /** What names a record: a row of somebody's own that holds one of these is adopted. */
  readonly named: readonly (keyof R & string)[];
  /** Columns without which the tab cannot be used. */
  readonly required: readonly (keyof R & string)[];
  /** Fields that the CRM keeps up by itself: where somebody deleted their columns, it goes on without. */
  readonly optional: readonly (keyof R & string)[];
};

/**
 * The columns of a tab of records, found by mark, header or alias at the moment of the call. People move them meanwhile: what
 * is looked up by where they were is looked up again where they moved.
 */
export class TabColumns<R extends Kept> {
  readonly of: TableOf<R>;
  /** Of our own fields. */
  readonly names: readonly (keyof R & string)[];
  private readonly book: Book;
  readonly calendar: Calendar;
  private readonly hints: LayoutHints;
  private laidOut: Layout<R> | null = null;
  /** Something moved since the last look, so that hints are out of date. */
  private isMoving = false;

  constructor(book: Book, of: TableOf<R>, calendar: Calendar, hints: LayoutHints) {
    this.book = book;
    this.of = of;
    this.calendar = calendar;
    this.hints = hints;
    this.names = Object.keys(of.fields) as (keyof R & string)[];
  }

  get layout(): Layout<R> {
    if (!this.laidOut) {
      const { sheet } = this;
      const hint = this.isMoving ? null : this.hints.get(this.of.tab);
      const layout = (hint && layoutByHint(sheet, this.of.fields, hint)) ?? this.lookWithCare(sheet);
      for (const field of this.of.required) columnOf(layout, this.of.fields, field);
      this.laidOut = layout;
    }
    return this.laidOut;
  }

  /**
   * What a look finds by the columns as they were, if they still are there after it: a column that somebody moves before or
   * during the look shows in the row of headers, one that moves later in the cells that were read. Throws `BUSY`.
   */
  presuming<T>(look: () => T): T {
    for (let tries = 0; tries < 3; tries++) {
      this.presume();
      const found = attempt(look);
      if (this.isSteady()) return found.get();
      this.lookAgain();
    }
    throw this.keepsMoving();
  }

  /** The same where all that is found is looked at once more, with its columns: that nothing is there has to be sure at once. */
  presumingSome<T>(look: () => T, isNone: (found: T) => boolean): T {
    this.laidOut ??= this.presumed;
    const found = attempt(look);
    if (!found.hasFailed && !isNone(found.get())) return found.get();
    if (this.isSteady()) return found.get();
    this.lookAgain();
    return this.presuming(look);
  }

  /** Whether the columns are where they were when they were looked up. One call. */
  isSteady(): boolean {
    return saysTheSame(this.layout);
  }

  /** Takes the columns to be where they were, until somebody looks at the row of headers. */
  presume(): void {
    this.laidOut ??= this.presumed;
  }

  private get presumed(): Layout<R> | null {
    const hint = this.isMoving ? null : this.hints.get(this.of.tab);
    const layout = hint && presumedLayout(this.sheet, this.of.fields, hint);
    return layout && this.of.required.every((field) => layout.columns.has(field)) ? layout : null;
  }

  private lookWithCare(sheet: Sheet): Layout<R> {
    const first = readLayout(sheet, this.of.fields);
    // Somebody may have put a row in between the two looks that this takes, or moved a column there and back.
    const isSure = !first.isHeaderLost && !isCrossed(first, this.of.fields);
    const layout = isSure ? first : readLayout(sheet, this.of.fields);
    refuseLostHeader(layout);
    this.hints.put(this.of.tab, hintOf(layout));
    return layout;
  }

  get sheet(): Sheet {
    const sheet = this.book.findTab(this.of.tab);
    if (!sheet) throw missingTab(this.of.tab);
    return sheet;
  }

  /** Throws `SHEET_BROKEN` where the column is not in the tab. */
  columnOf(name: Name<R>): number {
    return isOwnName(name as string)
      ? ownColumnOf(this.layout, name as OwnName)
      : columnOf(this.layout, this.of.fields, name as keyof R & string);
  }

  /** The same, or undefined where it is not there. */
  placeOf(name: Name<R>): number | undefined {
    const { columns, own } = this.layout;
    return columns.get(name as keyof R & string) ?? own.get(name as OwnName);
  }

  kind(name: Name<R>): CellKind {
    return kindOf(this.of.fields, name);
  }

  /** As History and people name the field. */
  headerOf(name: Name<R>): string {
    return isOwnName(name as string)
      ? (name as string).slice(1)
      : (this.of.fields[name as keyof R & string] as Field).header;
  }

  /** People hold no lock: what they moved between two looks is looked up again. Throws `BUSY` where it keeps moving. */
  steadily<T>(look: () => T | undefined): T {
    for (let tries = 0; tries < 3; tries++) {
      const seen = look();
      if (seen !== undefined) return seen;
      this.lookAgain();
    }
    throw this.keepsMoving();
  }

  keepsMoving(): CrmError {
    return new CrmError('BUSY', say('tab.rowsMove', { tab: this.sheet.getName() }));
  }

  /** Forgets where the columns were. */
  lookAgain(): void {
    this.laidOut = null;
    this.isMoving = true;
  }
}

/** The answer or the failure of a look, for later: what it looked at may not have been there. */
function attempt<T>(look: () => T): { readonly hasFailed: boolean; get(): T } {
  try {
    const found = look();
    return { hasFailed: false, get: () => found };
  } catch (error) {
    return {
      hasFailed: true,
      get: () => {
        throw error;
      },
    };
  }
}
