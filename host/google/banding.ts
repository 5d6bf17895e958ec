import type { Bands, Banding as EngineBanding } from '../engine/objects';
import { overlaps } from '../engine/rect';
import type { Context } from './context';
import { hexOf } from './css-color';
import { type EnumValue, enumArgument } from './enums';
import { fail } from './errors';
import { Range } from './range';

/** Header, second band and footer of each theme; the first band is white. */
const THEMES: Readonly<Record<string, readonly [header: string, second: string, footer: string]>> = {
  LIGHT_GREY: ['#bdbdbd', '#f3f3f3', '#dedede'],
  CYAN: ['#4dd0e1', '#e0f7fa', '#a2e8f1'],
  GREEN: ['#63d297', '#e7f9ef', '#afe9ca'],
  YELLOW: ['#f7cb4d', '#fef8e3', '#fce8b2'],
  ORANGE: ['#f46524', '#ffe6dd', '#ffccbc'],
  BLUE: ['#5b95f9', '#e8f0fe', '#acc9fe'],
  TEAL: ['#26a69a', '#ddf2f0', '#8cd3cd'],
  GREY: ['#78909c', '#ebeff1', '#bbc8ce'],
  BROWN: ['#cca677', '#f8f2eb', '#e6d3ba'],
  LIGHT_GREEN: ['#8bc34a', '#eef7e3', '#c4e2a0'],
  INDIGO: ['#8989eb', '#e8e7fc', '#c4c3f7'],
  PINK: ['#e91d63', '#fddce8', '#f68ab0'],
};

type Axis = 'rows' | 'columns';

/** `SpreadsheetApp.Banding`: alternating colours. Kept and given back; the page does not paint them. */
export class Banding {
  constructor(
    private readonly context: Context,
    private readonly id: number,
  ) {}

  static apply(range: Range, axis: Axis, theme: EnumValue | null, header: boolean, footer: boolean): Banding {
    const { context, sheetId: sheet, rect } = range;
    refuseOverlap(context, sheet, rect, null);
    const name = theme
      ? enumArgument(theme, 'BandingTheme', `SpreadsheetApp.Range.apply${axis === 'rows' ? 'Row' : 'Column'}Banding`)
      : 'LIGHT_GREY';
    const [top, second, bottom] = THEMES[name]!;
    const bands: Bands = { header: header ? top : null, first: '#ffffff', second, footer: footer ? bottom : null };
    const id = context.file.newId();
    const item: EngineBanding = { id, sheet, rect, rows: null, columns: null, [axis]: bands };
    context.apply({ kind: 'objects', objects: { bandings: [...context.file.objects.bandings, item] } });
    return new Banding(context, id);
  }

  private get item(): EngineBanding {
    return this.context.file.objects.bandings.find(({ id }) => id === this.id) ?? fail('Banding not found.');
  }
  private replace(change: Partial<EngineBanding>): this {
    const bandings = this.context.file.objects.bandings.map((item) =>
      item.id === this.id ? { ...item, ...change } : item,
    );
    this.context.apply({ kind: 'objects', objects: { bandings } });
    return this;
  }
  private color(axis: Axis, band: keyof Bands): string | null {
    return this.item[axis]?.[band] ?? null;
  }
  private paint(axis: Axis, band: keyof Bands, color: string | null): this {
    const bands = this.item[axis] ?? { header: null, first: null, second: null, footer: null };
    return this.replace({ [axis]: { ...bands, [band]: color === null ? null : hexOf(String(color)) } });
  }

  getRange(): Range {
    return new Range(this.context, this.item.sheet, this.item.rect);
  }
  setRange({ sheetId, rect }: Range): this {
    refuseOverlap(this.context, sheetId, rect, this.id);
    return this.replace({ sheet: sheetId, rect });
  }
  copyTo(range: Range): Banding {
    const { context, sheetId: sheet, rect } = range;
    refuseOverlap(context, sheet, rect, null);
    const id = context.file.newId();
    const { bandings } = context.file.objects;
    context.apply({ kind: 'objects', objects: { bandings: [...bandings, { ...this.item, id, sheet, rect }] } });
    return new Banding(context, id);
  }
  remove(): void {
    const bandings = this.context.file.objects.bandings.filter(({ id }) => id !== this.id);
    this.context.apply({ kind: 'objects', objects: { bandings } });
  }

  getHeaderRowColor(): string | null {
    return this.color('rows', 'header');
  }
  getFirstRowColor(): string | null {
    return this.color('rows', 'first');
  }
  getSecondRowColor(): string | null {
    return this.color('rows', 'second');
  }
  getFooterRowColor(): string | null {
    return this.color('rows', 'footer');
  }
  getHeaderColumnColor(): string | null {
    return this.color('columns', 'header');
  }
  getFirstColumnColor(): string | null {
    return this.color('columns', 'first');
  }
  getSecondColumnColor(): string | null {
    return this.color('columns', 'second');
  }
  getFooterColumnColor(): string | null {
    return this.color('columns', 'footer');
  }
  setHeaderRowColor(color: string | null): this {
    return this.paint('rows', 'header', color);
  }
  setFirstRowColor(color: string | null): this {
    return this.paint('rows', 'first', color);
  }
  setSecondRowColor(color: string | null): this {
    return this.paint('rows', 'second', color);
  }
  setFooterRowColor(color: string | null): this {
    return this.paint('rows', 'footer', color);
  }
  setHeaderColumnColor(color: string | null): this {
    return this.paint('columns', 'header', color);
  }
  setFirstColumnColor(color: string | null): this {
    return this.paint('columns', 'first', color);
  }
  setSecondColumnColor(color: string | null): this {
    return this.paint('columns', 'second', color);
  }
  setFooterColumnColor(color: string | null): this {
    return this.paint('columns', 'footer', color);
  }
}

function refuseOverlap(context: Context, sheet: number, rect: EngineBanding['rect'], except: number | null): void {
  const { bandings, tables } = context.file.objects;
  const taken = [...bandings.filter(({ id }) => id !== except), ...tables];
  // A table is banded too. Sentence and table: seen by several developers in answers of the Sheets API.
  if (taken.some((item) => item.sheet === sheet && overlaps(item.rect, rect)))
    fail('You cannot add alternating background colors to a range that already has alternating background colors.');
}

/** The bandings of a tab, or those that touch a block of it. */
export const bandingsOf = (context: Context, sheet: number | null, rect?: EngineBanding['rect']): Banding[] =>
  context.file.objects.bandings
    .filter((item) => (sheet === null || item.sheet === sheet) && (!rect || overlaps(item.rect, rect)))
    .map(({ id }) => new Banding(context, id));
