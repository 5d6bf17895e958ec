import { contains, type Rect, rectOf } from '../engine/rect';
import { toDisplay } from './cell-values';
import type { Context } from './context';
import { fail, unsupported } from './errors';
import { Range } from './range';

/** `SpreadsheetApp.TextFinder`: looks through what cells show, row by row. Source: reference "TextFinder". */
export class TextFinder {
  private entireCell = false;
  private case = false;
  private regular = false;
  private inFormulas = false;
  private current: Rect | null = null;

  constructor(
    private readonly context: Context,
    private readonly sheetId: number,
    private readonly rect: Rect,
    private readonly text: string,
  ) {}

  matchEntireCell(matchEntireCell: boolean): this {
    this.entireCell = matchEntireCell;
    return this;
  }
  matchCase(matchCase: boolean): this {
    this.case = matchCase;
    return this;
  }
  useRegularExpression(useRegEx: boolean): this {
    this.regular = useRegEx;
    return this;
  }
  matchFormulaText(matchFormulaText: boolean): this {
    this.inFormulas = matchFormulaText;
    return this;
  }
  ignoreDiacritics(): this {
    return unsupported('TextFinder.ignoreDiacritics');
  }
  startFrom(range: Range): this {
    if (!contains(this.rect, range.rect.row, range.rect.column))
      fail('The start range must be inside of the search range.');
    this.current = rectOf(range.rect.row, range.rect.column);
    return this;
  }

  findAll(): Range[] {
    return [...this.matches()].map((rect) => new Range(this.context, this.sheetId, rect));
  }
  findNext(): Range | null {
    const from = this.current;
    for (const rect of this.matches()) if (!from || isAfter(rect, from)) return this.stopAt(rect);
    return null;
  }
  findPrevious(): Range | null {
    const from = this.current;
    let last: Rect | null = null;
    for (const rect of this.matches()) if (!from || isAfter(from, rect)) last = rect;
    return last && this.stopAt(last);
  }
  getCurrentMatch(): Range | null {
    return this.current && new Range(this.context, this.sheetId, this.current);
  }

  replaceAllWith(replaceText: string): number {
    const found = this.findAll();
    for (const range of found) range.setValue(this.replaced(range.getDisplayValue(), replaceText));
    return found.length;
  }
  private replaced(shown: string, replaceText: string): string {
    return this.entireCell
      ? replaceText
      : shown.replace(new RegExp(this.pattern(), this.case ? 'gu' : 'giu'), () => replaceText);
  }

  private stopAt(rect: Rect): Range {
    this.current = rect;
    return new Range(this.context, this.sheetId, rect);
  }

  private pattern(): string {
    return this.regular ? this.text : this.text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  }

  private *matches(): Generator<Rect> {
    const sheet = this.context.file.sheet(this.sheetId) ?? fail('Sheet not found.');
    this.context.calculator.calculate();
    const wanted = this.matcher();
    const bottom = Math.min(this.rect.row + this.rect.rows - 1, sheet.grid.lastRow());
    const { formats } = this.context.file;
    for (let row = this.rect.row; row <= bottom; row++) {
      for (let column = this.rect.column; column < this.rect.column + this.rect.columns; column++) {
        const value = sheet.grid.value(row, column);
        if (value === null) continue;
        const shown = this.inFormulas
          ? (sheet.grid.formula(row, column) ?? '')
          : typeof value === 'string'
            ? value
            : toDisplay(this.context, value, formats.get(sheet.grid.format(row, column)));
        if (shown !== '' && wanted(shown)) yield rectOf(row, column);
      }
    }
  }

  private matcher(): (shown: string) => boolean {
    if (!this.regular && this.entireCell && this.case) return (shown) => shown === this.text;
    if (!this.regular && !this.entireCell && this.case) return (shown) => shown.includes(this.text);
    const source = this.entireCell ? `^(?:${this.pattern()})$` : this.pattern();
    const expression = new RegExp(source, this.case ? 'u' : 'iu');
    return (shown) => expression.test(shown);
  }
}

const isAfter = (a: Rect, b: Rect): boolean => a.row > b.row || (a.row === b.row && a.column > b.column);
