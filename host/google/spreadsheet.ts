import { rectOf } from '../engine/rect';
import { blankSheet, plainSheet } from '../engine/sheet';
import type { Context } from './context';
import { fail } from './errors';
import { DeveloperMetadata, DeveloperMetadataFinder } from './metadata';
import { checkName, NamedRange } from './named-range';
import { Range, rangeOfA1 } from './range';
import type { User } from './session';
import { Sharing } from './sharing';
import { Sheet } from './sheet';
import { TextFinder } from './text-finder';

/** `SpreadsheetApp.Spreadsheet`: the file the script was opened in. */
export class Spreadsheet {
  constructor(readonly context: Context) {}

  private get file() {
    return this.context.file;
  }

  getId(): string {
    return this.context.fileId;
  }
  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.context.fileId}/edit`;
  }
  getName(): string {
    return this.file.properties.name;
  }
  rename(name: string): void {
    this.context.apply({ kind: 'file', properties: { name } });
  }
  getSpreadsheetLocale(): string {
    return this.file.properties.locale;
  }
  setSpreadsheetLocale(locale: string): void {
    this.context.apply({ kind: 'file', properties: { locale } });
  }
  getSpreadsheetTimeZone(): string {
    return this.file.properties.timeZone;
  }
  setSpreadsheetTimeZone(timeZone: string): void {
    this.context.apply({ kind: 'file', properties: { timeZone } });
  }

  // Who may do what

  private get sharing(): Sharing {
    return new Sharing(this.context);
  }
  getOwner(): User | null {
    return this.sharing.with('owner')[0] ?? null;
  }
  getEditors(): User[] {
    return this.sharing.with('owner', 'editor');
  }
  getViewers(): User[] {
    return this.sharing.with('viewer', 'commenter');
  }
  addEditor(person: string | User): this {
    return this.addEditors([person]);
  }
  addEditors(people: (string | User)[]): this {
    this.sharing.give(people, 'editor');
    return this;
  }
  removeEditor(person: string | User): this {
    this.sharing.take(person, 'editor');
    return this;
  }
  addViewer(person: string | User): this {
    return this.addViewers([person]);
  }
  addViewers(people: (string | User)[]): this {
    this.sharing.give(people, 'viewer');
    return this;
  }
  removeViewer(person: string | User): this {
    this.sharing.take(person, 'viewer');
    return this;
  }

  // Tabs

  getSheets(): Sheet[] {
    return this.file.sheets.map(({ id }) => new Sheet(this.context, id));
  }
  getSheetByName(name: string): Sheet | null {
    const sheet = this.file.sheets.find((candidate) => candidate.name.toLowerCase() === String(name).toLowerCase());
    return sheet ? new Sheet(this.context, sheet.id) : null;
  }
  getSheetById(id: number): Sheet | null {
    return this.file.sheet(id) ? new Sheet(this.context, id) : null;
  }
  getNumSheets(): number {
    return this.file.sheets.length;
  }
  getActiveSheet(): Sheet {
    return new Sheet(this.context, this.context.selection.sheet);
  }
  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  }
  insertSheet(name?: string | number, index?: number): Sheet {
    const asked = typeof name === 'string' ? name : this.freeName();
    if (this.file.sheets.some((sheet) => sheet.name.toLowerCase() === asked.toLowerCase())) {
      fail(`A sheet with the name "${asked}" already exists. Please enter another name.`);
    }
    const id = this.file.newId();
    const at =
      typeof name === 'number'
        ? name
        : (index ?? this.file.sheets.findIndex((sheet) => sheet.id === this.context.selection.sheet) + 1);
    this.context.apply({ kind: 'insert-sheet', index: at, snapshot: blankSheet(id, plainSheet(asked), 1000, 26) });
    // Google shows a new tab at once.
    return new Sheet(this.context, id).activate();
  }
  private freeName(): string {
    for (let n = this.file.sheets.length + 1; ; n++) if (!this.file.sheetNamed(`Sheet${n}`)) return `Sheet${n}`;
  }
  deleteSheet(sheet: Sheet): void {
    const visible = this.file.sheets.filter(({ id, properties }) => id !== sheet.id && !properties.hidden);
    const next = visible[0];
    const shown = next?.id ?? fail("You can't remove all the sheets in a document.");
    this.context.apply({ kind: 'delete-sheet', sheet: sheet.id });
    if (this.context.selection.sheet === sheet.id) this.context.selection = { sheet: shown, rect: rectOf(0, 0) };
  }
  moveActiveSheet(pos: number): void {
    const { sheet } = this.context.selection;
    const order = this.file.sheets.map(({ id }) => id).filter((id) => id !== sheet);
    order.splice(pos - 1, 0, sheet);
    this.context.apply({ kind: 'order', order });
  }

  getRange(notation: string): Range {
    const named = this.getRangeByName(notation);
    return named ?? rangeOfA1(this.context, notation, this.file.sheet(this.context.selection.sheet));
  }
  getRangeByName(name: string): Range | null {
    const found = this.file.objects.names.find((range) => range.name.toLowerCase() === name.toLowerCase());
    return found ? new Range(this.context, found.sheet, found.rect) : null;
  }
  getNamedRanges(): NamedRange[] {
    return this.file.objects.names.map(({ name }) => new NamedRange(this.context, name));
  }
  setNamedRange(name: string, range: Range): void {
    checkName(name);
    const others = this.file.objects.names.filter((item) => item.name.toLowerCase() !== name.toLowerCase());
    this.context.apply({
      kind: 'objects',
      objects: { names: [...others, { name, sheet: range.sheetId, rect: range.rect }] },
    });
  }
  removeNamedRange(name: string): void {
    new NamedRange(this.context, name).remove();
  }

  getActiveRange(): Range | null {
    const { sheet, rect } = this.context.selection;
    return new Range(this.context, sheet, rect);
  }
  getActiveCell(): Range | null {
    const { sheet, rect } = this.context.selection;
    return new Range(this.context, sheet, rectOf(rect.row, rect.column));
  }
  getCurrentCell(): Range | null {
    return this.getActiveCell();
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }

  toast(msg: string, title = '', timeoutSeconds = 5): void {
    this.context.screen.toast(String(msg), String(title ?? ''), Number(timeoutSeconds));
  }
  createTextFinder(text: string): TextFinder {
    const places = this.file.sheets.map(({ id, grid }) => ({ sheet: id, rect: grid.whole() }));
    return new TextFinder(this.context, places, text);
  }
  addDeveloperMetadata(
    key: string,
    value: string | null = null,
    visibility: { toString(): string } = { toString: () => 'DOCUMENT' },
  ): this {
    DeveloperMetadata.add(this.context, key, value, visibility, { kind: 'file' });
    return this;
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.context, null);
  }
}
