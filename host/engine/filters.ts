import { meets } from './conditions';
import { displayOf } from './display';
import type { Edit } from './edits';
import type { SpreadsheetFile } from './file';
import type { Filter } from './objects';
import type { Rect } from './rect';

export const filterOf = (file: SpreadsheetFile, sheet: number): Filter | undefined =>
  file.objects.filters.find((filter) => filter.sheet === sheet);

/** The filter of a tab replaced, or taken away, and the rows it hides or shows again. */
export function filterEdits(file: SpreadsheetFile, sheet: number, filter: Filter | null, today: number): Edit[] {
  const others = file.objects.filters.filter((item) => item.sheet !== sheet);
  const before = filterOf(file, sheet);
  return [
    { kind: 'objects', objects: { filters: filter ? [...others, filter] : others } },
    ...(before ? linesOf(file, sheet, before.rect, () => false) : []),
    ...(filter ? linesOf(file, sheet, filter.rect, hiddenBy(file, filter, today)) : []),
  ];
}

/** The header of a filter is never hidden. Rows stay as they were judged until a criterion is set again. */
function linesOf(file: SpreadsheetFile, sheet: number, rect: Rect, isHidden: (row: number) => boolean): Edit[] {
  const { grid } = file.sheet(sheet)!;
  const at = rect.row + 1;
  const count = Math.min(rect.rows - 1, grid.height - at);
  if (count < 1) return [];
  const lines = Array.from({ length: count }, (_, i) => {
    const { size, hidden } = grid.line('row', at + i);
    return isHidden(at + i) ? { size, hidden, filtered: true } : { size, hidden };
  });
  return [{ kind: 'lines', sheet, axis: 'row', at, lines }];
}

function hiddenBy(file: SpreadsheetFile, filter: Filter, today: number): (row: number) => boolean {
  const { grid } = file.sheet(filter.sheet)!;
  const { locale } = file.properties;
  const criteria = Object.entries(filter.criteria).map(([column, { condition, hidden }]) => ({
    column: filter.rect.column + Number(column),
    condition,
    hidden: new Set(hidden),
  }));
  return (row) =>
    criteria.some(({ column, condition, hidden }) => {
      const value = grid.value(row, column);
      const shown = displayOf(value, file.formats.get(grid.format(row, column)).numberFormat, locale);
      return hidden.has(shown) || (condition !== null && !meets(condition, { value, shown }, today));
    });
}
