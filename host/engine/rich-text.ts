/** How a stretch of a text looks. What is null is as the cell has it. */
export type Style = {
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly underline: boolean | null;
  readonly strikethrough: boolean | null;
  readonly fontFamily: string | null;
  readonly fontSize: number | null;
  readonly foregroundColor: string | null;
};

/** A stretch of a text that looks the same throughout. */
export type Run = {
  readonly start: number;
  readonly end: number;
  readonly style: Style;
  readonly link: string | null;
};

/** The runs of a text. A cell that holds another text by now has none: nobody needs to take them away. */
export type RichText = { readonly text: string; readonly runs: readonly Run[] };
