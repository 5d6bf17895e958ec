import type { SpreadsheetFile } from './file';
import { formatOf } from './formula-formats';
import { readFormula } from './formula-reading';
import { parsedReference } from './formulas';
import { type Rect, rectOf } from './rect';
import type { Sheet } from './sheet';
import { type TimeFormats, timeFormatsOf } from './time-formats';

type Place = { readonly sheet: Sheet; readonly row: number; readonly column: number };
type Spilled = ReadonlyMap<number, ReadonlySet<string>>;

/** How far down a range is searched for a number whose format counts for it. */
const ROWS_LOOKED_AT = 100;

/** Keeps the number formats true that formulas take over from what they look at, in cells whose format nobody chose. */
export class AutomaticFormats {
  private readonly file: SpreadsheetFile;
  private formulas: readonly Place[] = [];
  private stale = false;

  constructor(file: SpreadsheetFile) {
    this.file = file;
  }

  /** Where formulas stand, all that count. */
  look(sheets: readonly Sheet[]): void {
    this.formulas = sheets.flatMap((sheet) =>
      [...sheet.grid.formulaCells()].map(({ row, column }) => ({ sheet, row, column })),
    );
    this.stale = true;
  }

  /** Something changed that formulas look at. */
  touch(): void {
    this.stale = true;
  }

  /** Takes the formats away that came with formulas which no longer stand in these cells. */
  sweep(id: number, rect: Rect): void {
    const { formats } = this.file;
    const sheet = this.file.sheet(id);
    if (!sheet || !formats.anyAutomatic) return;
    for (let row = rect.row; row < rect.row + rect.rows; row++) {
      for (let column = rect.column; column < rect.column + rect.columns; column++) {
        const format = sheet.grid.format(row, column);
        if (formats.chosen(format) === format || sheet.grid.formula(row, column) !== null) continue;
        this.show({ sheet, row, column }, undefined);
      }
    }
  }

  /** Gives every formula, and the cells it spreads over, the format that is due to it now. */
  bring(spilled: Spilled): void {
    if (!this.stale) return;
    this.stale = false;
    const look = new FormatsNow(this.file);
    for (const place of this.formulas) {
      const spread = spilled.get(place.sheet.id);
      const isIn = (row: number, column: number) => spread?.has(`${row}:${column}`) ?? false;
      for (let right = 0; right === 0 || isIn(place.row, place.column + right); right++) {
        const column = place.column + right;
        const format = look.ofFormula(place, right);
        for (let row = place.row; row === place.row || isIn(row, column); row++) {
          this.show({ sheet: place.sheet, row, column }, format);
        }
      }
    }
  }

  private show({ sheet, row, column }: Place, numberFormat: string | undefined): void {
    const { formats } = this.file;
    const format = sheet.grid.format(row, column);
    const chosen = formats.chosen(format);
    if (formats.get(chosen).numberFormat !== undefined) return;
    if (formats.get(format).numberFormat === numberFormat) return;
    const shown =
      numberFormat === undefined ? chosen : formats.idOf({ ...formats.get(chosen), numberFormat, automatic: true });
    this.file.setResults(sheet.id, rectOf(row, column), [[sheet.grid.value(row, column)]], [[shown]]);
  }
}

/** What formats the formulas of a file have at one moment; each is worked out once, however many look at it. */
class FormatsNow {
  private readonly file: SpreadsheetFile;
  private readonly times: TimeFormats;
  private readonly known = new Map<string, string | undefined>();

  constructor(file: SpreadsheetFile) {
    this.file = file;
    this.times = timeFormatsOf(file.properties.locale);
  }

  /** `right`: how many columns beside the formula, where its result spreads. */
  ofFormula({ sheet, row, column }: Place, right = 0): string | undefined {
    const key = `${sheet.id}:${row}:${column}:${right}`;
    if (!this.known.has(key)) {
      // Formulas that look at each other in a circle find nothing.
      this.known.set(key, undefined);
      const expression = readFormula(sheet.grid.formula(row, column) ?? '');
      const of = (reference: string) => this.ofReference(reference, sheet, right);
      this.known.set(key, formatOf(expression, { of, times: this.times }));
    }
    return this.known.get(key);
  }

  private ofReference(text: string, home: Sheet, right: number): string | undefined {
    const block = this.blockOf(text, home);
    if (!block) return undefined;
    const { sheet, rect } = block;
    if (rect.rows === 1 && rect.columns === 1) return this.ofCell({ sheet, row: rect.row, column: rect.column });
    const first = rect.column + (right < rect.columns ? right : 0);
    const last = right > 0 ? first : rect.column + rect.columns - 1;
    for (let row = rect.row; row < rect.row + Math.min(rect.rows, ROWS_LOOKED_AT); row++) {
      for (let column = first; column <= last; column++) {
        if (typeof sheet.grid.value(row, column) === 'number') return this.ofCell({ sheet, row, column });
      }
    }
    return undefined;
  }

  private ofCell({ sheet, row, column }: Place): string | undefined {
    const { formats } = this.file;
    const format = sheet.grid.format(row, column);
    const chosen = formats.get(formats.chosen(format)).numberFormat;
    // A format for texts says nothing about numbers.
    if (chosen !== undefined) return chosen === '@' ? undefined : chosen;
    const hasFormula = sheet.grid.formula(row, column) !== null;
    return hasFormula ? this.ofFormula({ sheet, row, column }) : formats.get(format).numberFormat;
  }

  private blockOf(text: string, home: Sheet): { sheet: Sheet; rect: Rect } | null {
    const reference = parsedReference(text);
    if (!reference) return this.namedBlock(text);
    const tab = reference.context?.[0]?.toLowerCase();
    const sheet = tab === undefined ? home : this.file.sheets.find(({ name }) => name.toLowerCase() === tab);
    if (!sheet) return null;
    const { top, left, bottom, right } = reference.range;
    const rows = Math.min(bottom ?? Number.POSITIVE_INFINITY, sheet.grid.height - 1) - (top ?? 0) + 1;
    const columns = Math.min(right ?? Number.POSITIVE_INFINITY, sheet.grid.width - 1) - (left ?? 0) + 1;
    return { sheet, rect: rectOf(top ?? 0, left ?? 0, rows, columns) };
  }

  private namedBlock(text: string): { sheet: Sheet; rect: Rect } | null {
    const name = this.file.objects.names.find((range) => range.name.toLowerCase() === text.toLowerCase());
    const sheet = name && this.file.sheet(name.sheet);
    return sheet ? { sheet, rect: name.rect } : null;
  }
}
