import type { Chart, ConditionalFormat, FileObjects, Filter, Place, Protection, Table } from './objects';
import { type Rect, type Shift, shiftLine, shiftRect } from './rect';

/** The changed list, or the very same one when nothing in it changed. What became null is gone. */
const keep = <T>(items: readonly T[], change: (item: T) => T | null): readonly T[] => {
  const changed = items.map(change);
  return changed.every((item, index) => item === items[index])
    ? items
    : changed.filter((item): item is T => item !== null);
};

const sameRect = (a: Rect, b: Rect): boolean =>
  a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;

const shifted = (rect: Rect, shift: Shift): Rect | null => {
  const moved = shiftRect(rect, shift);
  return moved && sameRect(moved, rect) ? rect : moved;
};

/** All objects after rows or columns of a tab were put in, taken out or moved. What lost its place is gone. */
export function shiftObjects(objects: FileObjects, sheet: number, shift: Shift): FileObjects {
  const place = <T extends Place>(item: T): T | null => {
    if (item.sheet !== sheet) return item;
    const rect = shifted(item.rect, shift);
    return rect && (rect === item.rect ? item : { ...item, rect });
  };
  return {
    merges: keep(objects.merges, (merge) => {
      const moved = place(merge);
      // One cell alone is no merge.
      return moved && moved.rect.rows * moved.rect.columns > 1 ? moved : null;
    }),
    names: keep(objects.names, place),
    protections: keep(objects.protections, (item) => (item.sheet === sheet ? shiftProtection(item, shift) : item)),
    rules: keep(objects.rules, (rule) =>
      rule.source?.sheet === sheet ? { ...rule, source: place(rule.source) } : rule,
    ),
    charts: keep(objects.charts, (chart) => shiftChart(chart, sheet, shift)),
    metadata: keep(objects.metadata, (item) => {
      if (item.location.kind !== shift.axis || item.location.sheet !== sheet) return item;
      const index = shiftLine(item.location.index, shift);
      if (index === item.location.index) return item;
      return index === null ? null : { ...item, location: { ...item.location, index } };
    }),
    filters: keep(objects.filters, (filter) => {
      const moved = place(filter);
      return moved && moved !== filter ? { ...moved, criteria: shiftCriteria(filter, moved, shift) } : moved;
    }),
    bandings: keep(objects.bandings, place),
    conditional: keep(objects.conditional, (item) => (item.sheet === sheet ? shiftConditional(item, shift) : item)),
    tables: keep(objects.tables, (table) => {
      const moved = place(table);
      return moved && moved !== table ? { ...moved, types: shiftTypes(table, moved, shift) } : moved;
    }),
  };
}

function shiftProtection(item: Protection, shift: Shift): Protection | null {
  const unprotected = item.unprotected && keep(item.unprotected, (rect) => shifted(rect, shift));
  const open = unprotected && unprotected !== item.unprotected ? { unprotected } : {};
  if (!item.rect) return 'unprotected' in open ? { ...item, ...open } : item;
  const rect = shifted(item.rect, shift);
  return rect && (rect === item.rect && !('unprotected' in open) ? item : { ...item, ...open, rect });
}

function shiftConditional(item: ConditionalFormat, shift: Shift): ConditionalFormat | null {
  const ranges = keep(item.ranges, (rect) => shifted(rect, shift));
  if (ranges.length === 0) return null;
  return ranges === item.ranges ? item : { ...item, ranges };
}

/** Criteria keep to the columns they were set on. */
function shiftCriteria(before: Filter, after: Filter, shift: Shift): Filter['criteria'] {
  if (shift.axis === 'row') return before.criteria;
  return Object.fromEntries(
    Object.entries(before.criteria).flatMap(([column, criterion]) => {
      const at = shiftLine(before.rect.column + Number(column), shift);
      return at === null ? [] : [[at - after.rect.column, criterion]];
    }),
  );
}

function shiftTypes(before: Table, after: Table, shift: Shift): Table['types'] {
  if (shift.axis === 'row') return before.types;
  const types: (string | null)[] = new Array(after.rect.columns).fill(null);
  before.types.forEach((type, column) => {
    const at = shiftLine(before.rect.column + column, shift);
    if (at !== null) types[at - after.rect.column] = type;
  });
  return types.slice(0, after.rect.columns);
}

function shiftChart(chart: Chart, sheet: number, shift: Shift): Chart {
  const ranges = keep(chart.ranges, (range) => {
    if (range.sheet !== sheet) return range;
    const rect = shifted(range.rect, shift);
    return rect && (rect === range.rect ? range : { ...range, rect });
  });
  if (chart.sheet !== sheet) return ranges === chart.ranges ? chart : { ...chart, ranges };
  const line = shiftLine(chart.anchor[shift.axis], shift) ?? shift.at;
  if (line === chart.anchor[shift.axis] && ranges === chart.ranges) return chart;
  return { ...chart, ranges, anchor: { ...chart.anchor, [shift.axis]: line } };
}

/** All objects after a tab was deleted. */
export function withoutSheet(objects: FileObjects, sheet: number): FileObjects {
  const elsewhere = (item: { readonly sheet: number }) => item.sheet !== sheet;
  return {
    merges: objects.merges.filter(elsewhere),
    names: objects.names.filter(elsewhere),
    protections: objects.protections.filter(elsewhere),
    rules: keep(objects.rules, (rule) => (rule.source?.sheet === sheet ? { ...rule, source: null } : rule)),
    charts: keep(objects.charts.filter(elsewhere), (chart) => ({ ...chart, ranges: chart.ranges.filter(elsewhere) })),
    metadata: objects.metadata.filter((item) => item.location.kind === 'file' || item.location.sheet !== sheet),
    filters: objects.filters.filter(elsewhere),
    bandings: objects.bandings.filter(elsewhere),
    conditional: objects.conditional.filter(elsewhere),
    tables: objects.tables.filter(elsewhere),
  };
}
