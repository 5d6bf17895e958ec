import type { FileProperties } from '../engine/edits';
import { isLocale } from '../engine/locale';
import { isZone } from '../engine/zone';
import { type Banding, bandingsOf } from './banding';
import { EnumValue, enumArgument } from './enums';
import { fail } from './errors';
import { type ListedItem, listedMenu } from './menu';
import { DeveloperMetadata, DeveloperMetadataFinder, type MetadataArguments } from './metadata';
import { NamedRange, nameOf, setName } from './named-range';
import { type Protection, protectionsOf } from './protection';
import { Range, rangeOfText } from './range';
import { RangeList } from './range-list';
import type { User } from './session';
import { Sharing } from './sharing';
import { SpreadsheetTabs } from './spreadsheet-tabs';
import { TextFinder } from './text-finder';
import { showPanel } from './ui';

const NO_ITERATION = { on: false, cycles: 50, threshold: 0.05 } as const;

/** `SpreadsheetApp.Spreadsheet`: the file the script was opened in. */
export class Spreadsheet extends SpreadsheetTabs {
  private get file() {
    return this.context.file;
  }
  private setProperties(properties: Partial<FileProperties>): this {
    this.context.apply({ kind: 'file', properties });
    return this;
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
    this.setProperties({ name: String(name) });
  }
  getFormUrl(): null {
    return null;
  }
  getSpreadsheetLocale(): string {
    return this.file.properties.locale;
  }
  setSpreadsheetLocale(locale: string): void {
    this.setProperties({ locale: isLocale(locale) ? locale : fail(`Invalid argument: ${locale}`) });
  }
  getSpreadsheetTimeZone(): string {
    return this.file.properties.timeZone;
  }
  setSpreadsheetTimeZone(timeZone: string): void {
    this.setProperties({ timeZone: isZone(timeZone) ? timeZone : fail(`Invalid argument: ${timeZone}`) });
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

  // How formulas are worked out: kept, and without effect here

  getRecalculationInterval(): EnumValue {
    return new EnumValue('SpreadsheetApp', 'RecalculationInterval', this.file.properties.recalculation ?? 'ON_CHANGE');
  }
  setRecalculationInterval(recalculationInterval: EnumValue): this {
    const method = 'SpreadsheetApp.Spreadsheet.setRecalculationInterval';
    return this.setProperties({ recalculation: enumArgument(recalculationInterval, 'RecalculationInterval', method) });
  }
  private get iteration() {
    return this.file.properties.iterative ?? NO_ITERATION;
  }
  isIterativeCalculationEnabled(): boolean {
    return this.iteration.on;
  }
  setIterativeCalculationEnabled(isEnabled: boolean): this {
    return this.setProperties({ iterative: { ...this.iteration, on: isEnabled } });
  }
  getMaxIterativeCalculationCycles(): number {
    return this.iteration.cycles;
  }
  setMaxIterativeCalculationCycles(maxIterations: number): this {
    return this.setProperties({ iterative: { ...this.iteration, cycles: maxIterations } });
  }
  getIterativeCalculationConvergenceThreshold(): number {
    return this.iteration.threshold;
  }
  setIterativeCalculationConvergenceThreshold(minThreshold: number): this {
    return this.setProperties({ iterative: { ...this.iteration, threshold: minThreshold } });
  }

  // Ranges

  private get front() {
    return this.file.sheet(this.context.selection.sheet);
  }
  getRange(notation: string): Range {
    return rangeOfText(this.context, notation, this.front);
  }
  getRangeList(notations: string[]): RangeList {
    return new RangeList(notations.map((notation) => this.getRange(notation)));
  }
  /** A name of a tab carries the tab's, without quotes. Source: reference "Spreadsheet.getRangeByName". */
  getRangeByName(name: string): Range | null {
    const found = nameOf(this.context, String(name));
    return found ? new Range(this.context, found.sheet, found.rect) : null;
  }
  getNamedRanges(): NamedRange[] {
    return this.file.objects.names.map((item) => new NamedRange(this.context, item));
  }
  setNamedRange(name: string, range: Range): void {
    setName(this.context, name, range);
  }
  removeNamedRange(name: string): void {
    new NamedRange(this.context, nameOf(this.context, String(name)) ?? fail('Named range not found.')).remove();
  }

  // What is tied to the file

  show(userInterface: unknown): void {
    showPanel(this.context, 'modal', userInterface);
  }
  /** An older way to make a menu in the menu bar; `updateMenu` is the same for one that is there. */
  addMenu(name: string, items: (ListedItem | null)[]): void {
    listedMenu(this.context, name, items).addToUi();
  }
  updateMenu(name: string, items: ListedItem[]): void {
    this.addMenu(name, items);
  }
  getProtections(type: EnumValue): Protection[] {
    return protectionsOf(this.context, type);
  }
  getBandings(): Banding[] {
    return bandingsOf(this.context, null);
  }
  addDeveloperMetadata(...args: MetadataArguments): this {
    DeveloperMetadata.add(this.context, args, { kind: 'file' });
    return this;
  }
  /** Those of the file itself, not of its tabs. */
  getDeveloperMetadata(): DeveloperMetadata[] {
    return DeveloperMetadata.at(this.context, { kind: 'file' });
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.context, null);
  }
  createTextFinder(text: string): TextFinder {
    const places = this.file.sheets.map(({ id, grid }) => ({ sheet: id, rect: grid.whole() }));
    return new TextFinder(this.context, places, text);
  }
  toast(msg: string, title = '', timeoutSeconds = 5): void {
    this.context.screen.toast(String(msg), String(title ?? ''), Number(timeoutSeconds));
  }
}
