import { type Rect, type Shift, shiftLine, shiftRect } from './rect';

/** A block of cells of a certain tab. */
export type Place = { readonly sheet: number; readonly rect: Rect };

export type Merge = Place;

export type NamedRange = Place & { readonly name: string };

/** `rect` null: the whole tab. */
export type Protection = {
  readonly id: number;
  readonly sheet: number;
  readonly rect: Rect | null;
  readonly description: string;
  readonly warningOnly: boolean;
};

/** A data validation rule; cells name it by key in their format. */
export type ValidationRule = {
  readonly key: number;
  readonly criterion: string;
  /** Plain arguments: list items, numbers, or a formula. */
  readonly args: readonly (string | number | boolean | readonly string[])[];
  /** The cells a list is taken from. */
  readonly source: Place | null;
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
};

export type Chart = {
  readonly id: number;
  readonly sheet: number;
  readonly type: string;
  readonly ranges: readonly Place[];
  readonly headers: number;
  readonly options: Readonly<Record<string, unknown>>;
  /** Cell of the upper left corner, and pixels from that cell's corner. */
  readonly anchor: { readonly row: number; readonly column: number; readonly x: number; readonly y: number };
};

export type Metadata = {
  readonly id: number;
  readonly key: string;
  readonly value: string | null;
  readonly visibility: 'DOCUMENT' | 'PROJECT';
  readonly location:
    | { readonly kind: 'file' }
    | { readonly kind: 'sheet'; readonly sheet: number }
    | { readonly kind: 'row' | 'column'; readonly sheet: number; readonly index: number };
};

/** Everything of a file that is tied to cells but is no cell. Lists are replaced whole, never changed in place. */
export type FileObjects = {
  readonly merges: readonly Merge[];
  readonly names: readonly NamedRange[];
  readonly protections: readonly Protection[];
  readonly rules: readonly ValidationRule[];
  readonly charts: readonly Chart[];
  readonly metadata: readonly Metadata[];
};

export const noObjects: FileObjects = { merges: [], names: [], protections: [], rules: [], charts: [], metadata: [] };

const keep = <T>(items: readonly T[], change: (item: T) => T | null): readonly T[] => {
  const changed = items.map(change);
  return changed.every((item, index) => item === items[index])
    ? items
    : changed.filter((item): item is T => item !== null);
};

/** All objects after rows or columns of a tab were put in, taken out or moved. What lost its place is gone. */
export function shiftObjects(objects: FileObjects, sheet: number, shift: Shift): FileObjects {
  const place = <T extends Place>(item: T): T | null => {
    if (item.sheet !== sheet) return item;
    const rect = shiftRect(item.rect, shift);
    return rect && { ...item, rect };
  };
  return {
    merges: keep(objects.merges, place),
    names: keep(objects.names, place),
    protections: keep(objects.protections, (item) => {
      if (item.sheet !== sheet || !item.rect) return item;
      const rect = shiftRect(item.rect, shift);
      return rect && { ...item, rect };
    }),
    rules: keep(objects.rules, (rule) =>
      rule.source?.sheet === sheet ? { ...rule, source: place(rule.source) } : rule,
    ),
    charts: keep(objects.charts, (chart) => shiftChart(chart, sheet, shift)),
    metadata: keep(objects.metadata, (item) => {
      if (item.location.kind !== shift.axis || item.location.sheet !== sheet) return item;
      const index = shiftLine(item.location.index, shift);
      return index === null ? null : { ...item, location: { ...item.location, index } };
    }),
  };
}

function shiftChart(chart: Chart, sheet: number, shift: Shift): Chart {
  const ranges = keep(chart.ranges, (range) => {
    if (range.sheet !== sheet) return range;
    const rect = shiftRect(range.rect, shift);
    return rect && { ...range, rect };
  });
  if (chart.sheet !== sheet) return ranges === chart.ranges ? chart : { ...chart, ranges };
  const line = shiftLine(chart.anchor[shift.axis], shift) ?? shift.at;
  return { ...chart, ranges, anchor: { ...chart.anchor, [shift.axis]: line } };
}

/** All objects after a tab was deleted. */
export function withoutSheet(objects: FileObjects, sheet: number): FileObjects {
  const elsewhere = (item: { sheet: number }) => item.sheet !== sheet;
  return {
    merges: objects.merges.filter(elsewhere),
    names: objects.names.filter(elsewhere),
    protections: objects.protections.filter(elsewhere),
    rules: keep(objects.rules, (rule) => (rule.source?.sheet === sheet ? { ...rule, source: null } : rule)),
    charts: keep(objects.charts.filter(elsewhere), (chart) => ({ ...chart, ranges: chart.ranges.filter(elsewhere) })),
    metadata: objects.metadata.filter((item) => item.location.kind === 'file' || item.location.sheet !== sheet),
  };
}
