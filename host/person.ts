import { toCol } from '@borgar/fx';
import { type ColumnTypes, madeTable } from './acts';
import { displayOf } from './engine/display';
import type { SpreadsheetFile } from './engine/file';
import { type Axis, type Rect, rectOf } from './engine/rect';
import type { Sheet } from './engine/sheet';
import { rectOfA1 } from './google/a1';
import type { Screen } from './google/context';
import type { Host } from './host';

/**
 * Someone working in the grid. Places are written as people read them: `Opportunities!B2:C5`, or without the tab name
 * for the tab in front.
 */
export class Person {
  readonly name = 'person';

  constructor(private readonly window: Host<Screen>) {}

  private get file(): SpreadsheetFile {
    return this.window.file;
  }

  private at(place: string): { sheet: Sheet; rect: Rect } {
    return rectOfA1(place, (name) =>
      name === null ? this.file.sheet(this.window.selection.sheet) : this.file.sheetNamed(name),
    );
  }

  private tab(name: string): Sheet {
    const sheet = this.file.sheetNamed(name);
    if (!sheet)
      throw new Error(`There is no tab “${name}”. Tabs: ${this.file.sheets.map((one) => one.name).join(', ')}`);
    return sheet;
  }

  /** Clicks a cell or drags over a block, then over more of the same tab with Ctrl held down; changes to the tab. */
  select(...places: readonly [string, ...string[]]): void {
    const at = places.map((place) => this.at(place));
    const { sheet, rect } = at.at(-1)!;
    const others = at.slice(0, -1).map((one) => one.rect);
    this.window.selection = { sheet: sheet.id, rect, ...(others.length > 0 && { others }) };
    this.window.triggers.selected();
  }

  /** Types into one cell and presses Enter. */
  type(place: string, text: string): void {
    this.paste(place, [[text]]);
  }

  /** Pastes rows of text with the upper left corner at a cell; the tab grows when they do not fit. */
  paste(place: string, rows: readonly (readonly string[])[]): void {
    const { sheet, rect } = this.at(place);
    this.window.does({
      kind: 'type',
      at: { sheet: sheet.id, row: rect.row, column: rect.column },
      texts: rows.map((row) => [...row]),
    });
  }

  /** Presses Delete: contents go, formats stay. */
  clear(place: string): void {
    const { sheet, rect } = this.at(place);
    this.window.does({ kind: 'clear', place: { sheet: sheet.id, rect }, what: 'contents' });
  }

  /** Ctrl+Z. False when there was nothing to take back. */
  undo(): boolean {
    return this.window.takeBack('undo');
  }

  /** Ctrl+Y. False when nothing was taken back, or something was done since. */
  redo(): boolean {
    return this.window.takeBack('redo');
  }

  /** Puts rows in above row `before` (counted from 1). */
  insertRows(tab: string, before: number, count = 1): void {
    this.insert(tab, 'row', before, count);
  }
  insertColumns(tab: string, before: number, count = 1): void {
    this.insert(tab, 'column', before, count);
  }
  private insert(tab: string, axis: Axis, before: number, count: number): void {
    this.window.does({ kind: 'insert', sheet: this.tab(tab).id, axis, at: before - 1, count, like: 'after' });
  }

  deleteRows(tab: string, from: number, count = 1): void {
    this.window.does({ kind: 'delete', sheet: this.tab(tab).id, axis: 'row', at: from - 1, count });
  }
  deleteColumns(tab: string, from: number, count = 1): void {
    this.window.does({ kind: 'delete', sheet: this.tab(tab).id, axis: 'column', at: from - 1, count });
  }

  /** Drags rows so that they stand above row `before` (counted before the move). */
  moveRows(tab: string, from: number, count: number, before: number): void {
    this.drag(tab, 'row', from, count, before);
  }
  moveColumns(tab: string, from: number, count: number, before: number): void {
    this.drag(tab, 'column', from, count, before);
  }
  private drag(tab: string, axis: Axis, from: number, count: number, before: number): void {
    this.window.does({ kind: 'drag', sheet: this.tab(tab).id, axis, at: from - 1, count, to: before - 1 });
  }

  /** Sorts a block by one of its columns (counted in the tab, from 1); without a block, everything below the frozen rows. */
  sort(tab: string, column: number, ascending = true, block?: string): void {
    const rect = block ? this.at(`${quoted(tab)}!${block}`).rect : null;
    this.window.does({ kind: 'sort', sheet: this.tab(tab).id, rect, column: column - 1, ascending });
  }

  /** Turns a block into a table: `makeTable('Leads!A1:F20', { columns: { C: 'DROPDOWN' } })`. */
  makeTable(place: string, { columns = {} }: { columns?: ColumnTypes } = {}): void {
    const { sheet, rect } = this.at(place);
    this.window.act(madeTable(this.file, { sheet: sheet.id, rect }, columns));
  }

  renameTab(from: string, to: string): void {
    this.window.does({ kind: 'tab', sheet: this.tab(from).id, properties: { name: to } });
  }

  deleteTab(name: string): void {
    const sheet = this.tab(name);
    this.window.does({ kind: 'delete-tab', sheet: sheet.id });
    const next = this.file.sheets[0];
    if (this.window.selection.sheet === sheet.id && next)
      this.window.selection = { sheet: next.id, rect: rectOf(0, 0) };
  }

  /** What the grid shows in a block. */
  sees(place: string): string[][] {
    this.window.calculator.calculate();
    const { sheet, rect } = this.at(place);
    const formats = sheet.grid.formats(rect);
    const { locale } = this.file.properties;
    return sheet.grid
      .values(rect)
      .map((row, r) =>
        row.map((value, c) => displayOf(value, this.file.formats.get(formats[r]![c]!).numberFormat, locale)),
      );
  }

  /** The rows of a tab down to its last used one, as the grid shows them. */
  seesTab(tab: string): string[][] {
    this.window.calculator.calculate();
    const { grid } = this.tab(tab);
    const [rows, columns] = [grid.lastRow() + 1, grid.lastColumn() + 1];
    return rows === 0 ? [] : this.sees(`${quoted(tab)}!A1:${toCol(columns - 1)}${rows}`);
  }

  formulaIn(place: string): string | null {
    const { sheet, rect } = this.at(place);
    return sheet.grid.formula(rect.row, rect.column);
  }
}

const quoted = (tab: string): string => `'${tab.replaceAll("'", "''")}'`;
