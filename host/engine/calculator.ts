import { toCol } from '@borgar/fx';
import { AutomaticFormats } from './automatic-formats';
import type { Edit } from './edits';
import { layersRect, type SpreadsheetFile } from './file';
import { formulaEngine } from './formula-engine';
import type { ChangedValues, FormulaResult, Plain, SheetForFormulas } from './formula-protocol';
import { readFormula } from './formula-reading';
import { explicitFormula, mentionsOf } from './formulas';
import { serialOfNow } from './moment';
import { type Rect, rectOf } from './rect';
import type { Sheet } from './sheet';
import { type CellValue, cellError, isCellError } from './values';

/** Functions of Google's that the formula engine lacks. A cell that uses one says so instead of pretending. */
export const UNSUPPORTED_FUNCTIONS = new Set(
  'QUERY SORTN IMPORTRANGE IMPORTDATA IMPORTXML IMPORTHTML IMPORTFEED GOOGLEFINANCE GOOGLETRANSLATE DETECTLANGUAGE SPARKLINE GETPIVOTDATA SPLIT JOIN TO_TEXT COUNTUNIQUE AI'.split(
    ' ',
  ),
);

export const UNSUPPORTED = '#OFFLINE!';

/** Functions whose references cannot be read off the formula: any tab may matter. */
const LOOKS_ANYWHERE = new Set(['INDIRECT', 'OFFSET']);

let nextFile = 1;

/** Keeps the results of a file's formulas true. Does nothing, and starts nothing, in a file without formulas. */
export class Calculator {
  private readonly file: SpreadsheetFile;
  private readonly key = nextFile++;
  private loaded: ReadonlySet<number> | null = null;
  private changed: { sheet: number; rect: Rect }[] = [];
  /** Cells that show part of a formula's array result; by tab, as "row:column". */
  private spilled = new Map<number, Set<string>>();
  private readonly formats: AutomaticFormats;
  /** The moment that formulas were last told, and how often they must be told a new one. */
  private now = 0;
  private toldEach: 'second' | 'day' | 'never' = 'never';

  constructor(file: SpreadsheetFile) {
    this.file = file;
    this.formats = new AutomaticFormats(file);
    file.onEdit((edit) => this.note(edit));
  }

  private note(edit: Edit): void {
    switch (edit.kind) {
      case 'cells': {
        const { values, formulas, formats } = edit.layers;
        const rect = layersRect(edit.row, edit.column, edit.layers);
        this.formats.sweep(edit.sheet, rect);
        if (formats && this.loaded?.has(edit.sheet)) this.formats.touch();
        if (!values && !formulas) return;
        this.forgetSpills(edit.sheet, rect);
        // Formulas came or went; which ones stood here before is no longer known, so a tab that has any counts.
        const touched = this.file.sheet(edit.sheet)?.grid.formulaCount !== this.formulaCounts.get(edit.sheet);
        if (touched || formulas?.some((row) => row.some(Boolean))) this.loaded = null;
        else this.changed.push({ sheet: edit.sheet, rect });
        return;
      }
      case 'lines':
      case 'order':
        return;
      default:
        this.loaded = null;
    }
  }

  private formulaCounts = new Map<number, number>();

  private forgetSpills(sheet: number, rect: Rect): void {
    const cells = this.spilled.get(sheet);
    if (!cells?.size) return;
    for (let r = 0; r < rect.rows; r++) {
      for (let c = 0; c < rect.columns; c++) cells.delete(`${rect.row + r}:${rect.column + c}`);
    }
  }

  /** Works out what changed since the last time. Called before results are read. */
  calculate(): void {
    if (this.timeHasMoved()) this.loaded = null;
    if (!this.loaded || this.changed.length > 0) this.calculateValues();
    this.formats.bring(this.spilled);
  }

  private calculateValues(): void {
    if (!this.file.sheets.some(({ grid }) => grid.formulaCount > 0)) {
      this.changed = [];
      this.formats.look([]);
      this.clearSpills();
      return;
    }
    // The engine keeps old array results when they shrink, so a file that has any is worked out afresh.
    const results = this.loaded && this.spilled.size === 0 ? this.update(this.loaded) : this.load();
    this.changed = [];
    if (results.length > 0) this.formats.touch();
    this.show(results);
  }

  private timeHasMoved(): boolean {
    if (!this.loaded || this.toldEach === 'never') return false;
    const now = serialOfNow(this.file);
    return this.toldEach === 'second' ? now !== this.now : Math.floor(now) !== Math.floor(this.now);
  }

  private load(): readonly FormulaResult[] {
    this.clearSpills();
    this.formulaCounts = new Map(this.file.sheets.map(({ id, grid }) => [id, grid.formulaCount]));
    this.now = serialOfNow(this.file);
    this.toldEach = 'never';
    const sheets = this.sheetsThatMatter();
    this.loaded = new Set(sheets.map(({ id }) => id));
    this.formats.look(sheets);
    return formulaEngine().ask({
      kind: 'load',
      file: this.key,
      sheets: sheets.map((sheet) => this.forFormulas(sheet)),
    });
  }

  private update(loaded: ReadonlySet<number>): readonly FormulaResult[] {
    const blocks = this.changed
      .filter(({ sheet }) => loaded.has(sheet) && this.file.sheet(sheet))
      .map(({ sheet, rect }): ChangedValues => {
        const values = this.file
          .sheet(sheet)!
          .grid.values(rect)
          .map((row) => row.map(plain));
        return { sheet, row: rect.row, column: rect.column, values };
      });
    return blocks.length === 0 ? [] : formulaEngine().ask({ kind: 'update', file: this.key, blocks });
  }

  /** Tabs with formulas and the tabs that those look at. */
  private sheetsThatMatter(): Sheet[] {
    const wanted = new Set<string>();
    for (const { name, grid } of this.file.sheets) {
      for (const { formula } of grid.formulaCells()) {
        wanted.add(name.toLowerCase());
        const { tabs, names, functions } = mentionsOf(formula);
        if (functions.some((fn) => LOOKS_ANYWHERE.has(fn))) return [...this.file.sheets];
        for (const tab of tabs) wanted.add(tab.toLowerCase());
        for (const range of names) {
          const place = this.rangeNamed(range);
          if (place) wanted.add(this.file.sheet(place.sheet)?.name.toLowerCase() ?? '');
        }
      }
    }
    return this.file.sheets.filter(({ name }) => wanted.has(name.toLowerCase()));
  }

  private rangeNamed(name: string) {
    return this.file.objects.names.find((range) => !range.ofTab && range.name.toLowerCase() === name.toLowerCase());
  }

  private forFormulas({ id, name, grid }: Sheet): SheetForFormulas {
    const used = rectOf(0, 0, Math.max(1, grid.lastRow() + 1), Math.max(1, grid.lastColumn() + 1));
    const formulas = [...grid.formulaCells()].map(({ row, column, formula }) => ({
      row,
      column,
      formula: this.forEngine(formula, name),
    }));
    return {
      id,
      name,
      height: grid.height,
      width: grid.width,
      values: grid.values(used).map((row) => row.map(plain)),
      formulas,
    };
  }

  private forEngine(formula: string, home: string): string {
    if (!readFormula(formula)) return '=#ERROR!';
    const { functions } = mentionsOf(formula);
    if (functions.some((fn) => UNSUPPORTED_FUNCTIONS.has(fn))) return `="${UNSUPPORTED}"`;
    if (functions.includes('NOW')) this.toldEach = 'second';
    else if (functions.includes('TODAY') && this.toldEach === 'never') this.toldEach = 'day';
    return explicitFormula(formula, {
      named: (range) => this.addressOf(range),
      lastCell: (tab) => this.lastCellOf(tab ?? home),
      now: this.now,
    });
  }

  private addressOf(name: string): string | null {
    const range = this.rangeNamed(name);
    const sheet = range && this.file.sheet(range.sheet);
    if (!range || !sheet) return null;
    const { row, column, rows, columns } = range.rect;
    const corner = (r: number, c: number) => `$${toCol(c)}$${r + 1}`;
    return `'${sheet.name.replaceAll("'", "''")}'!${corner(row, column)}:${corner(row + rows - 1, column + columns - 1)}`;
  }

  private lastCellOf(tab: string): { row: number; column: number } | null {
    const sheet = this.file.sheets.find(({ name }) => name.toLowerCase() === tab.toLowerCase());
    return sheet ? { row: sheet.grid.height - 1, column: sheet.grid.width - 1 } : null;
  }

  private clearSpills(): void {
    for (const [sheet, cells] of this.spilled) {
      for (const cell of cells) {
        const [row, column] = cell.split(':').map(Number) as [number, number];
        this.file.setResults(sheet, rectOf(row, column), [[null]]);
        this.formats.sweep(sheet, rectOf(row, column));
      }
    }
    this.spilled = new Map();
  }

  private show(results: readonly FormulaResult[]): void {
    for (const { sheet, row, column, value, isError } of results) {
      const grid = this.file.sheet(sheet)?.grid;
      if (!grid) continue;
      const hasFormula = grid.formula(row, column) !== null;
      if (!hasFormula) this.noteSpill(sheet, row, column);
      const shown = valueShown(value, isError, hasFormula);
      if (sameValue(grid.value(row, column), shown)) continue;
      this.file.setResults(sheet, rectOf(row, column), [[shown]]);
    }
  }

  private noteSpill(sheet: number, row: number, column: number): void {
    const cells = this.spilled.get(sheet) ?? new Set<string>();
    this.spilled.set(sheet, cells.add(`${row}:${column}`));
  }

  close(): void {
    if (this.loaded) formulaEngine().ask({ kind: 'close', file: this.key });
    this.loaded = null;
  }
}

const plain = (value: CellValue): Plain => (isCellError(value) ? value.error : value);

/** A formula cell is never blank: an empty result is an empty text, so that the row still counts as used. */
function valueShown(value: Plain, isError: boolean, hasFormula: boolean): CellValue {
  if (isError || value === UNSUPPORTED) return cellError(String(value));
  return hasFormula ? (value ?? '') : value;
}

const sameValue = (a: CellValue, b: CellValue): boolean =>
  isCellError(a) && isCellError(b) ? a.error === b.error : a === b;
