import type { RichText, Run, TextLook } from '../engine/rich-text';
import { fail, noSignature } from './errors';
import { TextStyle } from './text-style';

const OUTSIDE = 'The offsets are outside of the text.';

/** `SpreadsheetApp.RichTextValue`: text that is never parsed. Offsets of its runs count in the whole text. */
export class RichTextValue {
  constructor(
    readonly text: string,
    private readonly runs: readonly Run[] = [{ start: 0, end: text.length, style: {}, link: null }],
    private readonly start = 0,
  ) {}

  getText(): string {
    return this.text;
  }
  getStartIndex(): number {
    return this.start;
  }
  getEndIndex(): number {
    return this.start + this.text.length;
  }
  getRuns(): RichTextValue[] {
    return this.runs.map((run) => new RichTextValue(this.text.slice(run.start, run.end), [atStart(run)], run.start));
  }
  /** The style of the text or a stretch of it: what differs inside is null. */
  getTextStyle(startOffset = 0, endOffset = this.text.length): TextStyle {
    const [first = {}, ...others] = this.within(startOffset, endOffset).map(({ style }) => style);
    const shared = Object.entries(first).filter(([key, value]) =>
      others.every((style) => style[key as keyof TextLook] === value),
    );
    return new TextStyle(Object.fromEntries(shared));
  }
  /** The link of the text or a stretch of it, or null where there is none or several. */
  getLinkUrl(startOffset = 0, endOffset = this.text.length): string | null {
    const [first, ...others] = this.within(startOffset, endOffset).map(({ link }) => link);
    return others.every((link) => link === first) ? (first ?? null) : null;
  }
  copy(): RichTextValueBuilder {
    return new RichTextValueBuilder(this.text, this.runs);
  }

  /** What a cell keeps of it besides the text, or undefined where all of it is plain. */
  kept(): RichText | undefined {
    const plain = this.runs.every(({ style, link }) => link === null && Object.keys(style).length === 0);
    return plain ? undefined : { text: this.text, runs: this.runs };
  }

  private within(start: number, end: number): readonly Run[] {
    return this.runs.filter((run) => run.start < end && run.end > start);
  }
}

const atStart = (run: Run): Run => ({ ...run, start: 0, end: run.end - run.start });

/** The rich text of a cell's text; what the cell keeps of another text counts for nothing. */
export const richTextOf = (text: string, kept: RichText | undefined): RichTextValue =>
  kept?.text === text ? new RichTextValue(text, kept.runs) : new RichTextValue(text);

export const textOf = (value: RichTextValue | null): string => value?.text ?? '';

/** `SpreadsheetApp.RichTextValueBuilder`. */
export class RichTextValueBuilder {
  constructor(
    private text: string | null = null,
    private runs: readonly Run[] = [],
  ) {}

  setText(text: string): this {
    if (typeof text !== 'string') noSignature([text], 'SpreadsheetApp.RichTextValueBuilder.setText');
    this.text = text;
    this.runs = [{ start: 0, end: text.length, style: {}, link: null }];
    return this;
  }
  setTextStyle(...args: [TextStyle | null] | [number, number, TextStyle | null]): this {
    const style = args.at(-1) as TextStyle | null;
    return this.change(args, (run) => ({ ...run, style: style ? { ...run.style, ...style.styling } : {} }));
  }
  setLinkUrl(...args: [string | null] | [number, number, string | null]): this {
    const link = args.at(-1) as string | null;
    return this.change(args, (run) => ({ ...run, link }));
  }

  build(): RichTextValue {
    // An empty text is refused: seen by several developers, not documented.
    if (!this.text) return fail('Invalid argument: text');
    return new RichTextValue(this.text, this.runs);
  }

  private change(args: readonly unknown[], change: (run: Run) => Run): this {
    const length = (this.text ?? '').length;
    const [start, end] = args.length >= 3 ? [Number(args[0]), Number(args[1])] : [0, length];
    if (start < 0 || end > length || start > end) fail(OUTSIDE);
    this.runs = joined(
      this.runs.flatMap((run) => {
        const [from, to] = [Math.max(run.start, start), Math.min(run.end, end)];
        if (from >= to) return [run];
        const parts = [{ ...run, end: from }, change({ ...run, start: from, end: to }), { ...run, start: to }];
        return parts.filter((part) => part.start < part.end);
      }),
    );
    return this;
  }
}

/** Neighbours that look the same are one run. */
function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    const same = last && last.link === run.link && JSON.stringify(last.style) === JSON.stringify(run.style);
    if (same) out[out.length - 1] = { ...last, end: run.end };
    else out.push(run);
  }
  return out;
}
