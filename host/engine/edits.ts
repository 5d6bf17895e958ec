import type { Layers, Line, RemovedLines } from './grid';
import type { FileObjects } from './objects';
import type { Axis, Shift } from './rect';
import type { SheetProperties, SheetSnapshot } from './sheet';

/** A formula that an edit changed from afar, so that undoing can put the very text back. */
export type FormulaAt = {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
};

/**
 * The one language in which a file changes: people's acts, the add-on's writes, undo and the page all come down to
 * these. Applying one answers with the edit that takes it back.
 */
export type Edit =
  | {
      readonly kind: 'cells';
      readonly sheet: number;
      readonly row: number;
      readonly column: number;
      readonly layers: Layers;
    }
  | {
      readonly kind: 'shift';
      readonly sheet: number;
      readonly shift: Shift;
      readonly restore?: {
        readonly lines: RemovedLines;
        readonly formulas: readonly FormulaAt[];
        readonly objects: FileObjects;
      };
    }
  | {
      readonly kind: 'lines';
      readonly sheet: number;
      readonly axis: Axis;
      readonly at: number;
      readonly lines: readonly Line[];
    }
  | {
      readonly kind: 'sheet';
      readonly sheet: number;
      readonly properties: Partial<SheetProperties>;
      readonly formulas?: readonly FormulaAt[];
    }
  | {
      readonly kind: 'insert-sheet';
      readonly index: number;
      readonly snapshot: SheetSnapshot;
      readonly objects?: FileObjects;
    }
  | { readonly kind: 'delete-sheet'; readonly sheet: number }
  | { readonly kind: 'order'; readonly order: readonly number[] }
  | { readonly kind: 'objects'; readonly objects: Partial<FileObjects> }
  | { readonly kind: 'file'; readonly properties: Partial<FileProperties> };

export type FileProperties = {
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  /** How often volatile functions are worked out anew: kept, and without effect here. */
  readonly recalculation?: string;
  readonly iterative?: { readonly on: boolean; readonly cycles: number; readonly threshold: number };
};
