import type { Block } from './values';

/** What the formula worker is asked and what it answers. Plain data: it crosses a thread. */
export type SheetForFormulas = {
  readonly id: number;
  readonly name: string;
  readonly height: number;
  readonly width: number;
  readonly values: Block<Plain>;
  readonly formulas: readonly { readonly row: number; readonly column: number; readonly formula: string }[];
};

export type Plain = string | number | boolean | null;

/** Values that changed, formulas not among them: a changed formula loads the file anew. */
export type ChangedValues = {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly values: Block<Plain>;
};

export type FormulaRequest =
  | { readonly kind: 'load'; readonly file: number; readonly sheets: readonly SheetForFormulas[] }
  | { readonly kind: 'update'; readonly file: number; readonly blocks: readonly ChangedValues[] }
  | { readonly kind: 'close'; readonly file: number };

export type FormulaResult = {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly value: Plain;
  readonly isError: boolean;
};

export type FormulaAnswer = { readonly results: readonly FormulaResult[] } | { readonly failure: string };
