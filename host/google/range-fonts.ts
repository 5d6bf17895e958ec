import type { CellFormat, FormatPatch } from '../engine/format';
import { Color } from './color';
import { hexOf } from './css-color';
import { fail } from './errors';
import { RangeFormats } from './range-formats';
import { type Styling, TextStyle } from './text-style';

type Weight = 'bold' | 'normal' | null;
type Slant = 'italic' | 'normal' | null;
type FontLine = 'underline' | 'line-through' | 'none' | null;

const isOf = (words: readonly unknown[], value: unknown): boolean => value === null || words.includes(value);
const weight = (value: Weight): FormatPatch =>
  isOf(['bold', 'normal'], value) ? { bold: value === 'bold' ? true : undefined } : {};
const slant = (value: Slant): FormatPatch =>
  isOf(['italic', 'normal'], value) ? { italic: value === 'italic' ? true : undefined } : {};
const lineThrough = (value: FontLine): FormatPatch =>
  isOf(['underline', 'line-through', 'none'], value)
    ? { underline: value === 'underline' ? true : undefined, strike: value === 'line-through' ? true : undefined }
    : {};
const family = (value: string | null): FormatPatch => ({
  fontFamily: value === null || value === undefined ? undefined : String(value),
});
const size = (value: number): FormatPatch => (value > 0 ? { fontSize: value } : fail('Invalid argument: size'));
/** A word that says nothing leaves the cells as they are, as in Google's. Source: notes of the gas-fakes project. */
const color = (value: string | null): FormatPatch => {
  if (value === null) return { fontColor: undefined, fontTheme: undefined };
  const fontColor = hexOf(String(value));
  return fontColor ? { fontColor, fontTheme: undefined } : {};
};
const colorObject = (value: Color | null): FormatPatch => ({
  fontColor: value?.hex,
  fontTheme: value?.theme ?? undefined,
});

const lineOf = ({ underline, strike }: CellFormat): string =>
  strike ? 'line-through' : underline ? 'underline' : 'none';
const weightOf = ({ bold }: CellFormat): string => (bold ? 'bold' : 'normal');
const slantOf = ({ italic }: CellFormat): string => (italic ? 'italic' : 'normal');
const familyOf = ({ fontFamily }: CellFormat): string => fontFamily ?? 'Arial';
const sizeOf = ({ fontSize }: CellFormat): number => fontSize ?? 10;
const colorOf = ({ fontColor }: CellFormat): string => fontColor ?? '#000000';
const colorObjectOf = (format: CellFormat): Color => new Color(colorOf(format), format.fontTheme ?? null);
const styleOf = (format: CellFormat): TextStyle =>
  new TextStyle({
    bold: format.bold ?? false,
    italic: format.italic ?? false,
    underline: format.underline ?? false,
    strike: format.strike ?? false,
    fontFamily: familyOf(format),
    fontSize: sizeOf(format),
    fontColor: colorOf(format),
    ...(format.fontTheme && { fontTheme: format.fontTheme }),
  });
const styled = ({ bold, italic, underline, strike, ...others }: Styling): FormatPatch => ({
  ...others,
  ...(others.fontColor && { fontTheme: others.fontTheme }),
  ...(bold !== undefined && { bold: bold || undefined }),
  ...(italic !== undefined && { italic: italic || undefined }),
  ...(underline !== undefined && { underline: underline || undefined }),
  ...(strike !== undefined && { strike: strike || undefined }),
});

/** How the text of cells is set. */
export class RangeFonts extends RangeFormats {
  getFontWeight(): string {
    return this.first(weightOf);
  }
  getFontWeights(): string[][] {
    return this.each(weightOf);
  }
  setFontWeight(value: Weight): this {
    return this.patch(weight(value));
  }
  setFontWeights(values: Weight[][]): this {
    return this.patchEach(values, weight);
  }
  getFontStyle(): string {
    return this.first(slantOf);
  }
  getFontStyles(): string[][] {
    return this.each(slantOf);
  }
  setFontStyle(value: Slant): this {
    return this.patch(slant(value));
  }
  setFontStyles(values: Slant[][]): this {
    return this.patchEach(values, slant);
  }
  getFontLine(): string {
    return this.first(lineOf);
  }
  getFontLines(): string[][] {
    return this.each(lineOf);
  }
  setFontLine(value: FontLine): this {
    return this.patch(lineThrough(value));
  }
  setFontLines(values: FontLine[][]): this {
    return this.patchEach(values, lineThrough);
  }
  getFontFamily(): string {
    return this.first(familyOf);
  }
  getFontFamilies(): string[][] {
    return this.each(familyOf);
  }
  setFontFamily(value: string | null): this {
    return this.patch(family(value));
  }
  setFontFamilies(values: (string | null)[][]): this {
    return this.patchEach(values, family);
  }
  getFontSize(): number {
    return this.first(sizeOf);
  }
  getFontSizes(): number[][] {
    return this.each(sizeOf);
  }
  setFontSize(value: number): this {
    return this.patch(size(value));
  }
  setFontSizes(values: number[][]): this {
    return this.patchEach(values, size);
  }
  getFontColor(): string {
    return this.first(colorOf);
  }
  getFontColors(): string[][] {
    return this.each(colorOf);
  }
  setFontColor(value: string | null): this {
    return this.patch(color(value));
  }
  setFontColors(values: (string | null)[][]): this {
    return this.patchEach(values, color);
  }
  getFontColorObject(): Color {
    return this.first(colorObjectOf);
  }
  getFontColorObjects(): Color[][] {
    return this.each(colorObjectOf);
  }
  setFontColorObject(value: Color | null): this {
    return this.patch(colorObject(value));
  }
  setFontColorObjects(values: (Color | null)[][]): this {
    return this.patchEach(values, colorObject);
  }
  getTextStyle(): TextStyle {
    return this.first(styleOf);
  }
  getTextStyles(): TextStyle[][] {
    return this.each(styleOf);
  }
  setTextStyle(style: TextStyle): this {
    return this.patch(styled(style.styling));
  }
  setTextStyles(styles: TextStyle[][]): this {
    return this.patchEach(styles, (style) => styled(style.styling));
  }
}
