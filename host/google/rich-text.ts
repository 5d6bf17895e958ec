import { fail } from './errors';

/** `SpreadsheetApp.RichTextValue`: text that is never parsed. Styles of parts of it are not kept. */
export class RichTextValue {
  constructor(readonly text: string) {}

  getText(): string {
    return this.text;
  }
}

export const textOf = (value: RichTextValue | null): string => value?.text ?? '';

export class RichTextValueBuilder {
  private text: string | null = null;

  setText(text: string): this {
    this.text = String(text);
    return this;
  }

  build(): RichTextValue {
    // An empty text is refused: seen by several developers, not documented.
    if (!this.text) return fail('Invalid argument: text');
    return new RichTextValue(this.text);
  }
}
