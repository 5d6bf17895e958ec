import type { Place } from '../engine/objects';
import { contains, rectOf } from '../engine/rect';
import { toDisplay } from './cell-values';
import type { Context } from './context';
import { fail, noSignature } from './errors';
import { Range } from './range';

type Spot = { readonly sheet: number; readonly row: number; readonly column: number };

type Found = Spot & { readonly text: string; readonly isFormula: boolean };

/** `SpreadsheetApp.TextFinder`: looks through what cells show, row by row. Source: reference "TextFinder". */
export class TextFinder {
  private entireCell = false;
  private case = false;
  private regular = false;
  private inFormulas = false;
  private plainLetters = false;
  private current: Spot | null = null;

  constructor(
    private readonly context: Context,
    private readonly places: readonly Place[],
    private readonly text: string,
  ) {
    if (typeof text !== 'string') noSignature([text], 'SpreadsheetApp.Range.createTextFinder');
  }

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
  ignoreDiacritics(ignoreDiacritics: boolean): this {
    this.plainLetters = ignoreDiacritics;
    return this;
  }
  startFrom({ sheetId, rect: { row, column } }: Range): this {
    if (!this.places.some(({ sheet, rect }) => sheet === sheetId && contains(rect, row, column)))
      fail('The start range must be inside of the search range.');
    this.current = { sheet: sheetId, row, column };
    return this;
  }

  findAll(): Range[] {
    return [...this.matches()].map((spot) => this.rangeAt(spot));
  }
  findNext(): Range | null {
    const from = this.current;
    for (const spot of this.matches()) if (!from || this.isAfter(spot, from)) return this.stopAt(spot);
    return null;
  }
  findPrevious(): Range | null {
    const from = this.current;
    let last: Spot | null = null;
    for (const spot of this.matches()) if (!from || this.isAfter(from, spot)) last = spot;
    return last && this.stopAt(last);
  }
  getCurrentMatch(): Range | null {
    return this.current && this.rangeAt(this.current);
  }

  /** Replaces in the current match; answers how often the text stood there. */
  replaceWith(replaceText: string): number {
    const { current } = this;
    if (!current) return 0;
    for (const found of this.matches())
      if (found.sheet === current.sheet && found.row === current.row && found.column === current.column)
        return this.replace(found, replaceText);
    return 0;
  }
  replaceAllWith(replaceText: string): number {
    return [...this.matches()].reduce((count, found) => count + this.replace(found, replaceText), 0);
  }

  /** The new text is read as if typed. What a formula shows cannot be replaced, only its text. */
  private replace(found: Found, replaceText: string): number {
    if (found.isFormula && !this.inFormulas) return 0;
    const expression = this.expression('g');
    const folded = this.folded(found.text);
    const text = this.regular
      ? folded.replace(expression, replaceText)
      : splitAt(found.text.normalize('NFC'), [...folded.matchAll(expression)]).join(replaceText);
    const count = folded.match(expression)?.length ?? 0;
    const range = this.rangeAt(found);
    if (found.isFormula) range.setFormula(text);
    else range.setValue(text);
    return count;
  }

  private rangeAt({ sheet, row, column }: Spot): Range {
    return new Range(this.context, sheet, rectOf(row, column));
  }

  private stopAt(spot: Spot): Range {
    this.current = spot;
    return this.rangeAt(spot);
  }

  private isAfter(a: Spot, b: Spot): boolean {
    const order = (spot: Spot) => this.places.findIndex(({ sheet }) => sheet === spot.sheet);
    return (order(a) - order(b) || a.row - b.row || a.column - b.column) > 0;
  }

  private *matches(): Generator<Found> {
    this.context.calculator.calculate();
    const wanted = this.matcher();
    const { formats } = this.context.file;
    for (const { sheet: id, rect } of this.places) {
      const { grid } = this.context.file.sheet(id) ?? fail('Sheet not found.');
      const bottom = Math.min(rect.row + rect.rows - 1, grid.lastRow());
      for (let row = rect.row; row <= bottom; row++) {
        for (let column = rect.column; column < rect.column + rect.columns; column++) {
          const value = grid.value(row, column);
          if (value === null) continue;
          const formula = grid.formula(row, column);
          const shown = () =>
            typeof value === 'string' ? value : toDisplay(this.context, value, formats.get(grid.format(row, column)));
          const text = this.inFormulas ? (formula ?? shown()) : shown();
          if (text !== '' && wanted(text)) yield { sheet: id, row, column, text, isFormula: formula !== null };
        }
      }
    }
  }

  /** Letters without their marks, one for one, so that places in the text stay. */
  private folded(text: string): string {
    if (!this.plainLetters) return text;
    return text
      .normalize('NFC')
      .replace(/\P{ASCII}/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, '') || letter);
  }

  private expression(flags: string): RegExp {
    const plain = this.regular ? this.text : this.text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    const source = this.entireCell ? `^(?:${plain})$` : plain;
    try {
      return new RegExp(this.folded(source), `${flags}${this.case ? 'u' : 'iu'}`);
    } catch {
      return fail(`Invalid regular expression pattern: ${this.text}`);
    }
  }

  private matcher(): (shown: string) => boolean {
    if (!this.regular && this.case && !this.plainLetters)
      return this.entireCell ? (shown) => shown === this.text : (shown) => shown.includes(this.text);
    const expression = this.expression('');
    return (shown) => expression.test(this.folded(shown));
  }
}

/** What stands between the matches. */
function splitAt(text: string, matches: readonly RegExpMatchArray[]): string[] {
  const ends = [...matches.map(({ index }) => index!), text.length];
  const starts = [0, ...matches.map((match) => match.index! + match[0].length)];
  return starts.map((start, index) => text.slice(start, ends[index]));
}
