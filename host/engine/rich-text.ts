import type { CellFormat } from './format';

/** How a stretch of a text looks; what is absent is as the cell has it. */
export type TextLook = Pick<
  CellFormat,
  'bold' | 'italic' | 'underline' | 'strike' | 'fontColor' | 'fontSize' | 'fontFamily'
>;

/** A stretch of a text that looks the same throughout. */
export type Run = {
  readonly start: number;
  readonly end: number;
  readonly style: TextLook;
  readonly link: string | null;
};

/** The runs of a text. A cell that holds another text by now has none: nobody needs to take them away. */
export type RichText = { readonly text: string; readonly runs: readonly Run[] };
