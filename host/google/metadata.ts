import type { Metadata } from '../engine/objects';
import { rectOf } from '../engine/rect';
import type { Context } from './context';
import { EnumValue } from './enums';
import { fail } from './errors';
import { Range } from './range';
import { Sheet } from './sheet';

/** Characters of keys and values together, per tab and for the file. Source: Sheets API guide "Read and write metadata". */
const LIMIT = 30_000;

/** `SpreadsheetApp.DeveloperMetadata`: a mark that moves with its row, column, tab or file. */
export class DeveloperMetadata {
  constructor(
    private readonly context: Context,
    private readonly id: number,
  ) {}

  static add(
    context: Context,
    key: string,
    value: string | null,
    visibility: { toString(): string },
    location: Metadata['location'],
  ): void {
    const { metadata } = context.file.objects;
    const sameHome = metadata.filter((item) => homeOf(item.location) === homeOf(location));
    const used = sameHome.reduce((sum, item) => sum + item.key.length + (item.value?.length ?? 0), 0);
    if (used + key.length + (value?.length ?? 0) > LIMIT) fail('Limit exceeded: developer metadata.');
    const item: Metadata = {
      id: context.file.newId(),
      key,
      value,
      visibility: String(visibility) as Metadata['visibility'],
      location,
    };
    context.apply({ kind: 'objects', objects: { metadata: [...metadata, item] } });
  }

  private get item(): Metadata {
    return this.context.file.objects.metadata.find(({ id }) => id === this.id) ?? fail('Developer metadata not found.');
  }

  private replace(change: Partial<Metadata>): this {
    const metadata = this.context.file.objects.metadata.map((item) =>
      item.id === this.id ? { ...item, ...change } : item,
    );
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
    return this.replace({ key });
  }
  setValue(value: string): this {
    return this.replace({ value });
  }
  moveToColumn(column: Range): this {
    return this.replace({ location: { kind: 'column', sheet: column.sheetId, index: column.rect.column } });
  }
  moveToRow(row: Range): this {
    return this.replace({ location: { kind: 'row', sheet: row.sheetId, index: row.rect.row } });
  }
  remove(): void {
    const metadata = this.context.file.objects.metadata.filter((item) => item.id !== this.id);
    this.context.apply({ kind: 'objects', objects: { metadata } });
  }
}

const homeOf = (location: Metadata['location']): number | null => (location.kind === 'file' ? null : location.sheet);

const TYPES = { file: 'SPREADSHEET', sheet: 'SHEET', row: 'ROW', column: 'COLUMN' } as const;

export class DeveloperMetadataLocation {
  constructor(
    private readonly context: Context,
    private readonly location: Metadata['location'],
  ) {}

  getLocationType(): EnumValue {
    return new EnumValue('SpreadsheetApp', 'DeveloperMetadataLocationType', TYPES[this.location.kind]);
  }
  getColumn(): Range | null {
    if (this.location.kind !== 'column') return null;
    const { sheet, index } = this.location;
    return new Range(this.context, sheet, rectOf(0, index, this.context.file.sheet(sheet)?.grid.height ?? 1));
  }
  getRow(): Range | null {
    if (this.location.kind !== 'row') return null;
    const { sheet, index } = this.location;
    return new Range(this.context, sheet, rectOf(index, 0, 1, this.context.file.sheet(sheet)?.grid.width ?? 1));
  }
  getSheet(): Sheet | null {
    return this.location.kind === 'sheet' ? new Sheet(this.context, this.location.sheet) : null;
  }
}

/** `SpreadsheetApp.DeveloperMetadataFinder`: of a tab it also finds what its rows and columns carry. */
export class DeveloperMetadataFinder {
  private readonly wanted: ((item: Metadata) => boolean)[] = [];

  constructor(
    private readonly context: Context,
    private readonly sheetId: number | null,
  ) {}

  withKey(key: string): this {
    this.wanted.push((item) => item.key === key);
    return this;
  }
  withValue(value: string): this {
    this.wanted.push((item) => item.value === value);
    return this;
  }
  withId(id: number): this {
    this.wanted.push((item) => item.id === id);
    return this;
  }
  withLocationType(type: { toString(): string }): this {
    this.wanted.push((item) => TYPES[item.location.kind] === String(type));
    return this;
  }
  withVisibility(visibility: { toString(): string }): this {
    this.wanted.push((item) => item.visibility === String(visibility));
    return this;
  }
  find(): DeveloperMetadata[] {
    return this.context.file.objects.metadata
      .filter((item) => this.sheetId === null || homeOf(item.location) === this.sheetId)
      .filter((item) => this.wanted.every((matches) => matches(item)))
      .map(({ id }) => new DeveloperMetadata(this.context, id));
  }
}
