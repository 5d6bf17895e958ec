import type { Style } from '../engine/rich-text';

export const NO_STYLE: Style = {
  bold: null,
  italic: null,
  underline: null,
  strikethrough: null,
  fontFamily: null,
  fontSize: null,
  foregroundColor: null,
};

/** `SpreadsheetApp.TextStyle`. */
export class TextStyle {
  constructor(readonly style: Style) {}

  isBold(): boolean | null {
    return this.style.bold;
  }
  isItalic(): boolean | null {
    return this.style.italic;
  }
  isUnderline(): boolean | null {
    return this.style.underline;
  }
  isStrikethrough(): boolean | null {
    return this.style.strikethrough;
  }
  getFontFamily(): string | null {
    return this.style.fontFamily;
  }
  getFontSize(): number | null {
    return this.style.fontSize;
  }
  getForegroundColor(): string | null {
    return this.style.foregroundColor;
  }
  copy(): TextStyleBuilder {
    return new TextStyleBuilder(this.style);
  }
}

/** `SpreadsheetApp.TextStyleBuilder`. */
export class TextStyleBuilder {
  constructor(private style: Style = NO_STYLE) {}

  private set(change: Partial<Style>): this {
    this.style = { ...this.style, ...change };
    return this;
  }

  setBold(bold: boolean): this {
    return this.set({ bold });
  }
  setItalic(italic: boolean): this {
    return this.set({ italic });
  }
  setUnderline(underline: boolean): this {
    return this.set({ underline });
  }
  setStrikethrough(strikethrough: boolean): this {
    return this.set({ strikethrough });
  }
  setFontFamily(fontFamily: string): this {
    return this.set({ fontFamily });
  }
  setFontSize(fontSize: number): this {
    return this.set({ fontSize });
  }
  setForegroundColor(foregroundColor: string | null): this {
    return this.set({ foregroundColor });
  }
  build(): TextStyle {
    return new TextStyle(this.style);
  }
}
