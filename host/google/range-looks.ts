import type { CellFormat, FormatPatch } from '../engine/format';
import { borderEdits } from './borders';
import { Color } from './color';
import { hexOf } from './css-color';
import { EnumValue, enumArgument } from './enums';
import { fail } from './errors';
import { RangeFonts } from './range-fonts';
import { TextRotation } from './text-rotation';

type Horizontal = 'left' | 'center' | 'right' | 'normal' | null;
type Vertical = 'top' | 'middle' | 'bottom' | null;
type Strategy = { toString(): string };

const background = (value: string | null): FormatPatch => {
  if (value === null) return { background: undefined, backgroundTheme: undefined };
  const hex = hexOf(String(value));
  return hex ? { background: hex, backgroundTheme: undefined } : {};
};
const backgroundObject = (value: Color | null): FormatPatch => ({
  background: value?.hex,
  backgroundTheme: value?.theme ?? undefined,
});
/** A word that says nothing leaves the cells as they are, as in Google's. Source: notes of the gas-fakes project. */
const horizontal = (value: Horizontal): FormatPatch => {
  if (value === 'normal' || value === null) return { horizontal: undefined };
  return ['left', 'center', 'right'].includes(value) ? { horizontal: value } : {};
};
const vertical = (value: Vertical): FormatPatch => {
  if (value === null) return { vertical: undefined };
  return ['top', 'middle', 'bottom'].includes(value) ? { vertical: value } : {};
};
const wrap = (value: boolean): FormatPatch => ({ wrap: value ? 'wrap' : 'clip' });
const strategy =
  (method: string) =>
  (value: Strategy): FormatPatch => ({
    wrap: enumArgument(value, 'WrapStrategy', method).toLowerCase() as 'wrap' | 'overflow' | 'clip',
  });
const direction = (value: Strategy | null): FormatPatch => ({
  direction: value === null ? undefined : (String(value) as NonNullable<CellFormat['direction']>),
});
const rotation = (value: number | TextRotation): FormatPatch => {
  const turned = value instanceof TextRotation ? value.rotation : Number(value);
  if (typeof turned === 'number' && !(Math.abs(turned) <= 90))
    fail('Text rotation must be between -90 and 90 degrees.');
  return { rotation: turned === 0 ? undefined : turned };
};

const backgroundOf = (format: CellFormat): string => format.background ?? '#ffffff';
const backgroundObjectOf = (format: CellFormat): Color =>
  new Color(backgroundOf(format), format.backgroundTheme ?? null);
const horizontalOf = (format: CellFormat): string => format.horizontal ?? 'general';
const verticalOf = (format: CellFormat): string => format.vertical ?? 'bottom';
/** True for text that overflows too: measured by the gas-fakes test suite. */
const wrapOf = (format: CellFormat): boolean => format.wrap !== 'clip';
const strategyOf = (format: CellFormat): EnumValue =>
  new EnumValue('SpreadsheetApp', 'WrapStrategy', (format.wrap ?? 'overflow').toUpperCase());
const directionOf = (format: CellFormat): EnumValue | null =>
  format.direction ? new EnumValue('SpreadsheetApp', 'TextDirection', format.direction) : null;
const rotationOf = (format: CellFormat): TextRotation => new TextRotation(format.rotation ?? 0);

/** How cells look apart from their text. */
export class RangeLooks extends RangeFonts {
  getBackground(): string {
    return this.first(backgroundOf);
  }
  getBackgrounds(): string[][] {
    return this.each(backgroundOf);
  }
  setBackground(color: string | null): this {
    return this.patch(background(color));
  }
  setBackgrounds(colors: (string | null)[][]): this {
    return this.patchEach(colors, background);
  }
  setBackgroundRGB(red: number, green: number, blue: number): this {
    return this.setBackground(`rgb(${red}, ${green}, ${blue})`);
  }
  getBackgroundObject(): Color {
    return this.first(backgroundObjectOf);
  }
  getBackgroundObjects(): Color[][] {
    return this.each(backgroundObjectOf);
  }
  setBackgroundObject(color: Color | null): this {
    return this.patch(backgroundObject(color));
  }
  setBackgroundObjects(colors: (Color | null)[][]): this {
    return this.patchEach(colors, backgroundObject);
  }
  getHorizontalAlignment(): string {
    return this.first(horizontalOf);
  }
  getHorizontalAlignments(): string[][] {
    return this.each(horizontalOf);
  }
  setHorizontalAlignment(alignment: Horizontal): this {
    return this.patch(horizontal(alignment));
  }
  setHorizontalAlignments(alignments: Horizontal[][]): this {
    return this.patchEach(alignments, horizontal);
  }
  getVerticalAlignment(): string {
    return this.first(verticalOf);
  }
  getVerticalAlignments(): string[][] {
    return this.each(verticalOf);
  }
  setVerticalAlignment(alignment: Vertical): this {
    return this.patch(vertical(alignment));
  }
  setVerticalAlignments(alignments: Vertical[][]): this {
    return this.patchEach(alignments, vertical);
  }
  getWrap(): boolean {
    return this.first(wrapOf);
  }
  getWraps(): boolean[][] {
    return this.each(wrapOf);
  }
  setWrap(isWrapEnabled: boolean): this {
    return this.patch(wrap(isWrapEnabled));
  }
  setWraps(isWrapEnabled: boolean[][]): this {
    return this.patchEach(isWrapEnabled, wrap);
  }
  getWrapStrategy(): EnumValue {
    return this.first(strategyOf);
  }
  getWrapStrategies(): EnumValue[][] {
    return this.each(strategyOf);
  }
  setWrapStrategy(value: Strategy): this {
    return this.patch(strategy('SpreadsheetApp.Range.setWrapStrategy')(value));
  }
  setWrapStrategies(strategies: Strategy[][]): this {
    return this.patchEach(strategies, strategy('SpreadsheetApp.Range.setWrapStrategies'));
  }
  getTextDirection(): EnumValue | null {
    return this.first(directionOf);
  }
  getTextDirections(): (EnumValue | null)[][] {
    return this.each(directionOf);
  }
  setTextDirection(value: Strategy | null): this {
    return this.patch(direction(value));
  }
  setTextDirections(directions: (Strategy | null)[][]): this {
    return this.patchEach(directions, direction);
  }
  getTextRotation(): TextRotation {
    return this.first(rotationOf);
  }
  getTextRotations(): TextRotation[][] {
    return this.each(rotationOf);
  }
  setTextRotation(value: number | TextRotation): this {
    return this.patch(rotation(value));
  }
  setTextRotations(rotations: TextRotation[][]): this {
    return this.patchEach(rotations, rotation);
  }
  setVerticalText(isVertical: boolean): this {
    return this.patch({ rotation: isVertical ? 'vertical' : undefined });
  }
  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    color: string | null = null,
    style: Strategy | null = null,
  ): this {
    const line = `${style === null ? 'SOLID' : enumArgument(style, 'BorderStyle', 'SpreadsheetApp.Range.setBorder')} ${
      color === null ? '#000000' : (hexOf(String(color)) ?? '#000000')
    }`;
    const { file } = this.context;
    const wanted = { top, left, bottom, right, vertical, horizontal };
    return this.write({ formats: borderEdits(file.formats, this.grid.formats(this.rect), wanted, line) });
  }
}
