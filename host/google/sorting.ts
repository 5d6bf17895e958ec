import type { Edit } from '../engine/edits';
import { offsetFormula } from '../engine/formulas';
import type { Rect } from '../engine/rect';
import type { Sheet } from '../engine/sheet';
import { type CellValue, isCellError } from '../engine/values';

export type SortKey = { readonly column: number; readonly ascending: boolean };

/**
 * Sorts the rows of a block as Sheets does: cell contents, formats and notes move, row heights and row metadata stay.
 * Numbers come before text, text before truth values, blanks always last. Keys name columns of the tab.
 */
export function sortBlock(sheet: Sheet, rect: Rect, keys: readonly SortKey[]): Edit {
  const { grid } = sheet;
  const values = grid.values(rect);
  const formulas = grid.formulas(rect);
  const formats = grid.formats(rect);
  const notes = grid.notes(rect);
  const order = values.map((_, index) => index);
  order.sort((a, b) => {
    for (const { column, ascending } of keys) {
      const compared = compare(
        values[a]![column - rect.column] ?? null,
        values[b]![column - rect.column] ?? null,
        ascending,
      );
      if (compared !== 0) return compared;
    }
    return a - b;
  });
  const layers = {
    values: order.map((from) => values[from]!),
    formulas: order.map((from, to) =>
      formulas[from]!.map((formula) => formula && offsetFormula(formula, to - from, 0)),
    ),
    formats: order.map((from) => formats[from]!),
    notes: order.map((from) => notes[from]!),
  };
  return { kind: 'cells', sheet: sheet.id, row: rect.row, column: rect.column, layers };
}

function compare(a: CellValue, b: CellValue, ascending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = rankOf(a) - rankOf(b) || within(a, b);
  return ascending ? order : -order;
}

const rankOf = (value: CellValue): number =>
  typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : typeof value === 'boolean' ? 2 : 3;

function within(a: CellValue, b: CellValue): number {
  if (isCellError(a) || isCellError(b)) return 0;
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b, undefined, { sensitivity: 'base' });
  return Number(a) - Number(b);
}
