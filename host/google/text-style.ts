import type { CellFormat } from '../engine/format';
import { Color } from './color';
import { hexOf } from './css-color';

/** What a text style says of the text; what is absent it leaves as it is. */
export type Styling = Pick<
  CellFormat,
  'bold' | 'italic' | 'underline' | 'strike' | 'fontColor' | 'fontTheme' | 'fontSize' | 'fontFamily'
>;

/** `SpreadsheetApp.TextStyle`. Getters answer null for what it does not set. Source: reference "TextStyle". */
export class TextStyle {
  constructor(readonly styling: Styling) {}

  isBold(): boolean | null {
    return this.styling.bold ?? null;
  }
  isItalic(): boolean | null {
    return this.styling.italic ?? null;
  }
  isUnderline(): boolean | null {
    return this.styling.underline ?? null;
  }
  isStrikethrough(): boolean | null {
    return this.styling.strike ?? null;
  }
  getFontFamily(): string | null {
    return this.styling.fontFamily ?? null;
  }
  getFontSize(): number | null {
    return this.styling.fontSize ?? null;
  }
  getForegroundColor(): string | null {
    return this.styling.fontColor ?? null;
  }
  getForegroundColorObject(): Color | null {
    const { fontColor, fontTheme } = this.styling;
    return fontColor === undefined ? null : new Color(fontColor, fontTheme ?? null);
  }
  copy(): TextStyleBuilder {
    return new TextStyleBuilder(this.styling);
  }
}

/** `SpreadsheetApp.TextStyleBuilder`. */
export class TextStyleBuilder {
  constructor(private styling: Styling = {}) {}

  private with(change: Styling): this {
    this.styling = { ...this.styling, ...change };
    return this;
  }

  setBold(bold: boolean): this {
    return this.with({ bold });
  }
  setItalic(italic: boolean): this {
    return this.with({ italic });
  }
  setUnderline(underline: boolean): this {
    return this.with({ underline });
  }
  setStrikethrough(strikethrough: boolean): this {
    return this.with({ strike: strikethrough });
  }
  setFontFamily(fontFamily: string): this {
    return this.with({ fontFamily });
  }
  setFontSize(fontSize: number): this {
    return this.with({ fontSize });
  }
  setForegroundColor(cssString: string): this {
    const fontColor = hexOf(String(cssString));
    return fontColor ? this.setForegroundColorObject(new Color(fontColor)) : this;
  }
  setForegroundColorObject({ hex, theme }: Color): this {
    const { fontTheme: _, ...others } = this.styling;
    this.styling = { ...others, fontColor: hex, ...(theme !== null && { fontTheme: theme }) };
    return this;
  }
  build(): TextStyle {
    return new TextStyle(this.styling);
  }
}
