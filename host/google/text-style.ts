import type { TextLook } from '../engine/rich-text';

/** `SpreadsheetApp.TextStyle`. Getters answer null for what it does not set. Source: reference "TextStyle". */
export class TextStyle {
  constructor(readonly styling: TextLook) {}

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
  copy(): TextStyleBuilder {
    return new TextStyleBuilder(this.styling);
  }
}

/** `SpreadsheetApp.TextStyleBuilder`. */
export class TextStyleBuilder {
  constructor(private styling: TextLook = {}) {}

  private with(change: TextLook): this {
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
    return this.with({ fontColor: cssString });
  }
  build(): TextStyle {
    return new TextStyle(this.styling);
  }
}
