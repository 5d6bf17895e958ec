import { copiedSheet } from '../engine/copy-sheet';
import { rectOf } from '../engine/rect';
import { blankSheet, plainSheet } from '../engine/sheet';
import { fail, noSignature } from './errors';
import { refuseTooManyCells, refuseTooManyTabs } from './limits';
import { refuseOtherFile } from './same-file';
import { Sheet } from './sheet';
import { SpreadsheetActive } from './spreadsheet-active';
import { checkTabName, freeTabName, nameOfCopy } from './tab-names';

/** A new tab of Sheets has this size. */
const NEW_TAB = { rows: 1000, columns: 26 } as const;

/** The tabs of a file: found, put in, copied, moved, taken out. */
export class SpreadsheetTabs extends SpreadsheetActive {
  private get tabs() {
    return this.context.file.sheets;
  }

  getSheets(): Sheet[] {
    return this.tabs.map(({ id }) => new Sheet(this.context, id));
  }
  getSheetByName(name: string): Sheet | null {
    const sheet = this.tabs.find((candidate) => candidate.name.toLowerCase() === String(name).toLowerCase());
    return sheet ? new Sheet(this.context, sheet.id) : null;
  }
  getSheetById(id: number): Sheet | null {
    return this.context.file.sheet(id) ? new Sheet(this.context, id) : null;
  }
  getNumSheets(): number {
    return this.tabs.length;
  }

  /** A name, an index and `{ template }`, each of which may be missing. A new tab is shown at once. */
  insertSheet(...args: readonly unknown[]): Sheet {
    const { name, index, template } = argumentsOf(args);
    const { file } = this.context;
    const asked = name === undefined ? freeTabName(file, (n) => `Sheet${this.tabs.length + n}`) : name;
    checkTabName(file, asked);
    refuseTooManyTabs(file);
    const at = index ?? this.tabs.findIndex(({ id }) => id === this.context.selection.sheet) + 1;
    if (!(at >= 0 && at <= this.tabs.length)) fail('Sheet index is out of bounds.');
    if (template) return this.copyIn(template, asked, at);
    refuseTooManyCells(file, NEW_TAB.rows * NEW_TAB.columns);
    const id = file.newId();
    const snapshot = blankSheet(id, plainSheet(asked), NEW_TAB.rows, NEW_TAB.columns);
    this.context.apply({ kind: 'insert-sheet', index: at, snapshot });
    return new Sheet(this.context, id).activate();
  }
  private copyIn(sheet: Sheet, name: string, at: number): Sheet {
    const { file } = this.context;
    refuseOtherFile(this.context, sheet);
    const source = file.sheet(sheet.id) ?? fail('Sheet not found.');
    refuseTooManyTabs(file);
    refuseTooManyCells(file, source.grid.height * source.grid.width);
    const { id, edits } = copiedSheet(file, source, file, name, at);
    for (const edit of edits) this.context.apply(edit);
    return new Sheet(this.context, id).activate();
  }
  duplicateActiveSheet(): Sheet {
    const sheet = this.getActiveSheet();
    return this.copyIn(sheet, nameOfCopy(this.context.file, sheet.getName()), sheet.getIndex());
  }
  renameActiveSheet(newName: string): void {
    this.getActiveSheet().setName(newName);
  }
  moveActiveSheet(pos: number): void {
    if (!(pos >= 1 && pos <= this.tabs.length)) fail('Sheet index is out of bounds.');
    const { sheet } = this.context.selection;
    const order = this.tabs.map(({ id }) => id).filter((id) => id !== sheet);
    order.splice(pos - 1, 0, sheet);
    this.context.apply({ kind: 'order', order });
  }
  deleteSheet(sheet: Sheet): void {
    sheet.getSheetId();
    const others = this.tabs.filter(({ id }) => id !== sheet.id);
    if (others.length === 0) fail("You can't remove all the sheets in a document.");
    const next = others.find(({ properties }) => !properties.hidden);
    const shown = next?.id ?? fail("You can't remove all the visible sheets in a document.");
    this.context.apply({ kind: 'delete-sheet', sheet: sheet.id });
    if (this.context.selection.sheet === sheet.id) this.context.selection = { sheet: shown, rect: rectOf(0, 0) };
  }
  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.getActiveSheet());
    return this.getActiveSheet();
  }
}

type Asked = { readonly name?: string; readonly index?: number; readonly template?: Sheet };

function argumentsOf(args: readonly unknown[]): Asked {
  const name = args.find((arg) => typeof arg === 'string');
  const index = args.find((arg) => typeof arg === 'number');
  const options = args.find((arg) => typeof arg === 'object' && arg !== null && !(arg instanceof Sheet));
  const { template } = (options ?? {}) as { template?: unknown };
  if (args.some((arg) => arg !== name && arg !== index && arg !== options))
    noSignature(args, 'SpreadsheetApp.Spreadsheet.insertSheet');
  return {
    ...(name !== undefined && { name }),
    ...(index !== undefined && { index }),
    ...(template instanceof Sheet && { template }),
  };
}
