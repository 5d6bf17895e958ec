import { parseA1Ref, toCol } from '@borgar/fx';
import { bottomOf, type Rect, rightOf } from '../engine/rect';
import type { Sheet } from '../engine/sheet';
import { fail } from './errors';

/** Reads `A1`, `A2:C`, `B:B`, `3:4`, with or without a tab name. Open ends reach to the end of the tab. */
export function rectOfA1(
  notation: string,
  sheetNamed: (name: string | null) => Sheet | undefined,
): { sheet: Sheet; rect: Rect; open: Open } {
  const numbered = /^(?:(.*)!)?R(\d+)C(\d+)(?::R(\d+)C(\d+))?$/i.exec(notation);
  if (numbered) return { ...rectOfR1C1(numbered, sheetNamed), open: null };
  const reference = parseA1Ref(notation, { allowNamed: false, allowTernary: true });
  const sheet = reference && 'range' in reference ? sheetNamed(reference.context?.[0] ?? null) : undefined;
  if (!reference || !('range' in reference) || !sheet) return fail('Range not found');
  const { top, left, bottom, right } = reference.range;
  const row = top ?? 0;
  const column = left ?? 0;
  const rect = {
    row,
    column,
    rows: (bottom ?? sheet.grid.height - 1) - row + 1,
    columns: (right ?? sheet.grid.width - 1) - column + 1,
  };
  if (!sheet.grid.holds(rect) || rect.rows < 1 || rect.columns < 1) return fail('Range not found');
  const open = top == null && bottom == null ? 'columns' : left == null && right == null ? 'rows' : null;
  return { sheet, rect, open };
}

function rectOfR1C1(
  [, tab, ...ends]: RegExpExecArray,
  sheetNamed: (name: string | null) => Sheet | undefined,
): { sheet: Sheet; rect: Rect } {
  const [top, left, bottom, right] = ends.map((end) => (end === undefined ? undefined : Number(end) - 1));
  const sheet = sheetNamed(tab === undefined ? null : tab.replace(/^'(.*)'$/, '$1').replaceAll("''", "'"));
  const rect = {
    row: top!,
    column: left!,
    rows: (bottom ?? top!) - top! + 1,
    columns: (right ?? left!) - left! + 1,
  };
  if (!sheet?.grid.holds(rect) || rect.rows < 1 || rect.columns < 1) return fail('Range not found');
  return { sheet, rect };
}

/** Whether a notation named whole columns or whole rows. */
export type Open = 'columns' | 'rows' | null;

/** A block as people write it: `B2`, `B2:C5`, and `B:C` or `2:5` where whole lines were named. */
export function addressOf(rect: Rect, open: Open = null): string {
  if (open === 'columns') return `${toCol(rect.column)}:${toCol(rightOf(rect))}`;
  if (open === 'rows') return `${rect.row + 1}:${bottomOf(rect) + 1}`;
  const start = `${toCol(rect.column)}${rect.row + 1}`;
  const end = `${toCol(rightOf(rect))}${bottomOf(rect) + 1}`;
  return start === end ? start : `${start}:${end}`;
}
