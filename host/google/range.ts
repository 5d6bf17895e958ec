import { canEditBlock } from '../engine/protections';
import type { Sheet as EngineSheet } from '../engine/sheet';
import { rectOfA1 } from './a1';
import { Banding, bandingsOf } from './banding';
import { type Context, mayEdit } from './context';
import { ownsFile } from './editors';
import type { EnumValue } from './enums';
import { fail } from './errors';
import { DeveloperMetadata, DeveloperMetadataFinder, lineOf, type MetadataArguments } from './metadata';
import { nameOf } from './named-range';
import { Protection } from './protection';
import { RangeStructure } from './range-structure';
import { TextFinder } from './text-finder';

/** `SpreadsheetApp.Range`: a block of cells by position. Positions in method arguments count from one, as Google's do. */
export class Range extends RangeStructure {
  createTextFinder(text: string): TextFinder {
    return new TextFinder(this.context, [{ sheet: this.sheetId, rect: this.rect }], text);
  }

  // What is tied to the range

  protect(): Protection {
    this.grid;
    return Protection.add(this.context, this.sheetId, this.rect);
  }
  canEdit(): boolean {
    const { file, effectiveUser, role } = this.context;
    return mayEdit(role) && canEditBlock(file, this.sheetId, this.rect, effectiveUser.email, ownsFile(this.context));
  }
  applyRowBanding(bandingTheme: EnumValue | null = null, showHeader = true, showFooter = false): Banding {
    this.grid;
    return Banding.apply(this, 'rows', bandingTheme, showHeader, showFooter);
  }
  applyColumnBanding(bandingTheme: EnumValue | null = null, showHeader = true, showFooter = false): Banding {
    this.grid;
    return Banding.apply(this, 'columns', bandingTheme, showHeader, showFooter);
  }
  getBandings(): Banding[] {
    return bandingsOf(this.context, this.sheetId, this.rect);
  }
  addDeveloperMetadata(...args: MetadataArguments): this {
    this.grid;
    const location =
      lineOf(this.context, this) ??
      fail(
        'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
      );
    DeveloperMetadata.add(this.context, args, location);
    return this;
  }
  getDeveloperMetadata(): DeveloperMetadata[] {
    const location = lineOf(this.context, this);
    return location ? DeveloperMetadata.at(this.context, location) : [];
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.context, { sheet: this.sheetId, rect: this.rect });
  }

  // What the user looks at

  activate(): this {
    this.grid;
    this.context.selection = { sheet: this.sheetId, rect: this.rect };
    return this;
  }
  activateAsCurrentCell(): this {
    if (this.rect.rows * this.rect.columns !== 1) fail('The range must be a single cell.');
    return this.activate();
  }
}

/** The range that A1 or R1C1 notation, or a name, stands for. */
export function rangeOfText(context: Context, text: string | null, home: EngineSheet | undefined): Range {
  if (text === null || text === undefined) return fail('Argument cannot be null: a1Notation');
  const named = nameOf(context, text);
  if (named) return new Range(context, named.sheet, named.rect);
  const { sheet, rect, open } = rectOfA1(text, (name) => (name === null ? home : context.file.sheetNamed(name)));
  return new Range(context, sheet.id, rect, open);
}

export const isRange = (value: unknown): value is Range => value instanceof Range;
