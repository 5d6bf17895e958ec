import type { Metadata, Place } from '../engine/objects';
import { bottomOf, overlaps, type Rect, rectOf, rightOf } from '../engine/rect';
import type { Context } from './context';
import { EnumValue } from './enums';
import { fail } from './errors';
import { Range } from './range';
import { Sheet } from './sheet';
import { Spreadsheet } from './spreadsheet';

type Location = Metadata['location'];

/** A key, and a value or a visibility or both. */
export type MetadataArguments = readonly [
  key: string,
  valueOrVisibility?: string | EnumValue | null,
  visibility?: EnumValue,
];

/** Characters of keys and values together, per tab and for the file. Source: Sheets API guide "Read and write metadata". */
const LIMIT = 30_000;

const sizeOf = ({ key, value }: Pick<Metadata, 'key' | 'value'>): number => key.length + (value?.length ?? 0);

function refuseTooMuch(context: Context, changed: Metadata): void {
  const home = homeOf(changed.location);
  const used = context.file.objects.metadata
    .filter((item) => item.id !== changed.id && homeOf(item.location) === home)
    .reduce((sum, item) => sum + sizeOf(item), 0);
  if (used + sizeOf(changed) > LIMIT) fail('Limit exceeded: developer metadata.');
}

/** `SpreadsheetApp.DeveloperMetadata`: a mark that moves with its row, column, tab or file. */
export class DeveloperMetadata {
  constructor(
    private readonly context: Context,
    private readonly id: number,
  ) {}

  static add(context: Context, [key, second, third]: MetadataArguments, location: Location): void {
    const value = second instanceof EnumValue ? null : (second ?? null);
    const visibility = second instanceof EnumValue ? second : third;
    const item: Metadata = {
      id: context.file.newId(),
      key: String(key),
      value: value === null ? null : String(value),
      visibility: String(visibility ?? 'DOCUMENT') as Metadata['visibility'],
      location,
    };
    refuseTooMuch(context, item);
    context.apply({ kind: 'objects', objects: { metadata: [...context.file.objects.metadata, item] } });
  }

  /** The marks of exactly this place. */
  static at(context: Context, location: Location): DeveloperMetadata[] {
    return context.file.objects.metadata
      .filter((item) => sameLocation(item.location, location))
      .map(({ id }) => new DeveloperMetadata(context, id));
  }

  private get item(): Metadata {
    return this.context.file.objects.metadata.find(({ id }) => id === this.id) ?? fail('Developer metadata not found.');
  }
  private replace(change: Partial<Metadata>): this {
    const changed = { ...this.item, ...change };
    refuseTooMuch(this.context, changed);
    const metadata = this.context.file.objects.metadata.map((item) => (item.id === this.id ? changed : item));
    this.context.apply({ kind: 'objects', objects: { metadata } });
    return this;
  }

  getId(): number {
    return this.id;
  }
  getKey(): string {
    return this.item.key;
  }
  getValue(): string | null {
    return this.item.value;
  }
  getVisibility(): EnumValue {
    return new EnumValue('SpreadsheetApp', 'DeveloperMetadataVisibility', this.item.visibility);
  }
  getLocation(): DeveloperMetadataLocation {
    return new DeveloperMetadataLocation(this.context, this.item.location);
  }
  setKey(key: string): this {
    return this.replace({ key: String(key) });
  }
  setValue(value: string | null): this {
    return this.replace({ value: value === null ? null : String(value) });
  }
  setVisibility(visibility: EnumValue): this {
    return this.replace({ visibility: String(visibility) as Metadata['visibility'] });
  }
  moveToColumn(column: Range): this {
    return this.moveToLine(column, 'column');
  }
  moveToRow(row: Range): this {
    return this.moveToLine(row, 'row');
  }
  private moveToLine(range: Range, kind: 'row' | 'column'): this {
    const location = lineOf(this.context, range);
    if (location?.kind !== kind) fail(`The range must be a single entire ${kind}.`);
    return this.replace({ location: location as Location });
  }
  moveToSheet(sheet: Sheet): this {
    return this.replace({ location: { kind: 'sheet', sheet: sheet.getSheetId() } });
  }
  moveToSpreadsheet(): this {
    return this.replace({ location: { kind: 'file' } });
  }
  remove(): void {
    this.item;
    const metadata = this.context.file.objects.metadata.filter((item) => item.id !== this.id);
    this.context.apply({ kind: 'objects', objects: { metadata } });
  }
}

/** The one whole row or column that a range is, or null. */
export function lineOf(context: Context, { sheetId, rect }: Range): Location | null {
  const grid = context.file.sheet(sheetId)?.grid ?? fail('Sheet not found.');
  const { row, column, rows, columns } = rect;
  if (columns === 1 && row === 0 && rows === grid.height) return { kind: 'column', sheet: sheetId, index: column };
  if (rows === 1 && column === 0 && columns === grid.width) return { kind: 'row', sheet: sheetId, index: row };
  return null;
}

const homeOf = (location: Location): number | null => (location.kind === 'file' ? null : location.sheet);

const sameLocation = (a: Location, b: Location): boolean =>
  a.kind === b.kind && homeOf(a) === homeOf(b) && ('index' in a ? a.index : null) === ('index' in b ? b.index : null);

const TYPES = { file: 'SPREADSHEET', sheet: 'SHEET', row: 'ROW', column: 'COLUMN' } as const;

export class DeveloperMetadataLocation {
  constructor(
    private readonly context: Context,
    private readonly location: Location,
  ) {}

  getLocationType(): EnumValue {
    return new EnumValue('SpreadsheetApp', 'DeveloperMetadataLocationType', TYPES[this.location.kind]);
  }
  getColumn(): Range | null {
    if (this.location.kind !== 'column') return null;
    const { sheet, index } = this.location;
    return new Range(
      this.context,
      sheet,
      rectOf(0, index, this.context.file.sheet(sheet)?.grid.height ?? 1),
      'columns',
    );
  }
  getRow(): Range | null {
    if (this.location.kind !== 'row') return null;
    const { sheet, index } = this.location;
    return new Range(this.context, sheet, rectOf(index, 0, 1, this.context.file.sheet(sheet)?.grid.width ?? 1), 'rows');
  }
  getSheet(): Sheet | null {
    return this.location.kind === 'sheet' ? new Sheet(this.context, this.location.sheet) : null;
  }
  getSpreadsheet(): Spreadsheet | null {
    return this.location.kind === 'file' ? new Spreadsheet(this.context) : null;
  }
}

/** null: the whole file. Without a block: a tab with its rows and columns. */
type Scope = { readonly sheet: number; readonly rect: Rect | null } | null;

/** `SpreadsheetApp.DeveloperMetadataFinder`: what lies inside of its scope, or also what only meets it. */
export class DeveloperMetadataFinder {
  private readonly wanted: ((item: Metadata) => boolean)[] = [];
  private intersecting = false;

  constructor(
    private readonly context: Context,
    private readonly scope: Scope,
  ) {}

  withKey(key: string): this {
    return this.where((item) => item.key === key);
  }
  withValue(value: string): this {
    return this.where((item) => item.value === value);
  }
  withId(id: number): this {
    return this.where((item) => item.id === id);
  }
  withLocationType(type: { toString(): string }): this {
    return this.where((item) => TYPES[item.location.kind] === String(type));
  }
  withVisibility(visibility: { toString(): string }): this {
    return this.where((item) => item.visibility === String(visibility));
  }
  private where(matches: (item: Metadata) => boolean): this {
    this.wanted.push(matches);
    return this;
  }
  onIntersectingLocations(): this {
    this.intersecting = true;
    return this;
  }
  find(): DeveloperMetadata[] {
    return this.context.file.objects.metadata
      .filter((item) => this.isInScope(item.location) && this.wanted.every((matches) => matches(item)))
      .map(({ id }) => new DeveloperMetadata(this.context, id));
  }

  private isInScope(location: Location): boolean {
    if (!this.scope) return true;
    if (location.kind === 'file') return this.intersecting;
    if (location.sheet !== this.scope.sheet) return false;
    const { rect } = this.scope;
    if (!rect) return true;
    if (location.kind === 'sheet') return this.intersecting;
    const { rect: line } = this.lineRect(location);
    if (this.intersecting) return overlaps(line, rect);
    return (
      rect.row <= line.row &&
      rect.column <= line.column &&
      bottomOf(rect) >= bottomOf(line) &&
      rightOf(rect) >= rightOf(line)
    );
  }
  private lineRect(location: Extract<Location, { index: number }>): Place {
    const whole = this.context.file.sheet(location.sheet)!.grid.whole();
    const { sheet, index } = location;
    return location.kind === 'row'
      ? { sheet, rect: { ...whole, row: index, rows: 1 } }
      : { sheet, rect: { ...whole, column: index, columns: 1 } };
  }
}
