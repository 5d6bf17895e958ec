import { hexOf } from './css-color';
import { EnumValue } from './enums';
import { fail } from './errors';

/** The colours of the standard theme: what theme colours look like in a file whose theme nobody changed. */
const THEME: Readonly<Record<string, string>> = {
  TEXT: '#000000',
  BACKGROUND: '#ffffff',
  ACCENT1: '#4285f4',
  ACCENT2: '#ea4335',
  ACCENT3: '#fbbc04',
  ACCENT4: '#34a853',
  ACCENT5: '#ff6d01',
  ACCENT6: '#46bdc6',
  HYPERLINK: '#1155cc',
};

const colorType = (name: string): EnumValue => new EnumValue('SpreadsheetApp', 'ColorType', name);

/** `RgbColor`. */
export class RgbColor {
  constructor(private readonly hex: string) {}

  asHexString(): string {
    return this.hex;
  }
  getRed(): number {
    return Number.parseInt(this.hex.slice(1, 3), 16);
  }
  getGreen(): number {
    return Number.parseInt(this.hex.slice(3, 5), 16);
  }
  getBlue(): number {
    return Number.parseInt(this.hex.slice(5, 7), 16);
  }
  getColorType(): EnumValue {
    return colorType('RGB');
  }
}

/** `SpreadsheetApp.ThemeColor`. */
export class ThemeColor {
  constructor(private readonly theme: string) {}

  getThemeColorType(): EnumValue {
    return new EnumValue('SpreadsheetApp', 'ThemeColorType', this.theme);
  }
  getColorType(): EnumValue {
    return colorType('THEME');
  }
}

/** `SpreadsheetApp.Color`: `#rrggbb`, or a colour of the file's theme. */
export class Color {
  constructor(
    readonly hex: string,
    readonly theme: string | null = null,
  ) {}

  getColorType(): EnumValue {
    return colorType(this.theme ? 'THEME' : 'RGB');
  }
  asRgbColor(): RgbColor {
    return this.theme ? fail('Object is not of type RgbColor.') : new RgbColor(this.hex);
  }
  asThemeColor(): ThemeColor {
    return this.theme ? new ThemeColor(this.theme) : fail('Object is not of type ThemeColor.');
  }
}

/** `SpreadsheetApp.ColorBuilder`. */
export class ColorBuilder {
  private color: Color | null = null;

  setRgbColor(cssString: string): this {
    this.color = new Color(hexOf(String(cssString)) ?? fail(`Invalid argument: ${cssString}`));
    return this;
  }
  setThemeColor(themeColorType: { toString(): string }): this {
    const theme = String(themeColorType);
    this.color = new Color(THEME[theme] ?? fail(`Invalid argument: ${theme}`), theme);
    return this;
  }
  build(): Color {
    return this.color ?? fail('Invalid argument: color');
  }
  getColorType(): EnumValue {
    return this.color?.getColorType() ?? colorType('UNSUPPORTED');
  }
  asRgbColor(): RgbColor {
    return this.build().asRgbColor();
  }
  asThemeColor(): ThemeColor {
    return this.build().asThemeColor();
  }
}
