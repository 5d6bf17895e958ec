import { type Axis, bottomOf, rectOf, rightOf } from '../engine/rect';
import type { Sheet as EngineSheet, SheetProperties } from '../engine/sheet';
import type { Context } from './context';
import { hexOf } from './css-color';
import { EnumValue } from './enums';
import { fail } from './errors';
import { mergesIn } from './merging';
import { Spreadsheet } from './spreadsheet';
import { checkTabName } from './tab-names';

/** What a tab is: its name, its place, how it is shown. */
export class SheetBase {
  constructor(
    readonly context: Context,
    readonly id: number,
  ) {}

  protected get sheet(): EngineSheet {
    return this.context.file.sheet(this.id) ?? fail('Sheet not found.');
  }
  protected set(properties: Partial<SheetProperties>): this {
    this.sheet;
    this.context.apply({ kind: 'sheet', sheet: this.id, properties });
    return this;
  }

  getSheetId(): number {
    return this.sheet.id;
  }
  getName(): string {
    return this.sheet.name;
  }
  getSheetName(): string {
    return this.sheet.name;
  }
  setName(name: string): this {
    return this.set({ name: checkTabName(this.context.file, String(name), this.id) });
  }
  getIndex(): number {
    return this.context.file.sheets.indexOf(this.sheet) + 1;
  }
  getParent(): Spreadsheet {
    return new Spreadsheet(this.context);
  }
  getType(): EnumValue {
    this.sheet;
    return new EnumValue('SpreadsheetApp', 'SheetType', 'GRID');
  }
  getFormUrl(): null {
    this.sheet;
    return null;
  }
  isSheetHidden(): boolean {
    return this.sheet.properties.hidden;
  }
  hideSheet(): this {
    const visible = this.context.file.sheets.filter(({ properties }) => !properties.hidden);
    if (visible.length === 1 && visible[0]?.id === this.id) fail("You can't hide all the sheets in a document.");
    const next = visible.find(({ id }) => id !== this.id);
    this.set({ hidden: true });
    // The tab in front is never a hidden one.
    if (this.context.selection.sheet === this.id && next)
      this.context.selection = { sheet: next.id, rect: rectOf(0, 0) };
    return this;
  }
  showSheet(): this {
    return this.set({ hidden: false });
  }
  getTabColor(): string | null {
    return this.sheet.properties.tabColor;
  }
  setTabColor(color: string | null): this {
    return this.set({ tabColor: color === null ? null : hexOf(String(color)) });
  }
  hasHiddenGridlines(): boolean {
    return this.sheet.properties.gridlinesHidden;
  }
  setHiddenGridlines(hideGridlines: boolean): this {
    return this.set({ gridlinesHidden: hideGridlines });
  }
  isRightToLeft(): boolean {
    return this.sheet.properties.rightToLeft;
  }
  setRightToLeft(rightToLeft: boolean): this {
    return this.set({ rightToLeft });
  }
  getMaxRows(): number {
    return this.sheet.grid.height;
  }
  getMaxColumns(): number {
    return this.sheet.grid.width;
  }

  // Frozen rows and columns

  getFrozenRows(): number {
    return this.sheet.properties.frozenRows;
  }
  setFrozenRows(rows: number): void {
    this.refuseFreeze('row', rows);
    this.set({ frozenRows: rows });
  }
  getFrozenColumns(): number {
    return this.sheet.properties.frozenColumns;
  }
  setFrozenColumns(columns: number): void {
    this.refuseFreeze('column', columns);
    this.set({ frozenColumns: columns });
  }
  /** Source of both sentences: seen in logs of scripts. */
  private refuseFreeze(axis: Axis, count: number): void {
    const { grid } = this.sheet;
    const size = axis === 'row' ? grid.height : grid.width;
    if (!Number.isInteger(count) || count < 0) fail(`The number of frozen ${axis}s must be at least 0.`);
    const isVisible = (line: number) => !grid.line(axis, line).hidden;
    let free = count;
    while (free < size && !isVisible(free)) free++;
    if (free >= size) fail(`You can't freeze all visible ${axis}s on the sheet.`);
    if (count === 0) return;
    const whole = grid.whole();
    const frozen = axis === 'row' ? { ...whole, rows: count } : { ...whole, columns: count };
    const cut = mergesIn(this.context.file, this.id, frozen).some(
      ({ rect }) => (axis === 'row' ? bottomOf(rect) : rightOf(rect)) >= count,
    );
    if (cut) {
      fail(
        `Sorry, you can't freeze ${axis}s which contain only part of a merged cell. Try to break apart merged cells or freeze more ${axis}s to include the complete merged cells.`,
      );
    }
  }
}
