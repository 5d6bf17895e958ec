import { displayOf } from '../../../engine/display';
import type { SpreadsheetFile } from '../../../engine/file';
import type { Chart } from '../../../engine/objects';
import { overlaps, type Rect } from '../../../engine/rect';
import type { CellValue } from '../../../engine/values';

export type Series = {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** The number format of its cells, for axes and tips. */
  readonly numberFormat: string | undefined;
};

export type ChartData = { readonly labels: readonly string[]; readonly series: readonly Series[] };

type Column = { readonly values: readonly CellValue[]; readonly formats: readonly number[] };

/** What a chart shows: the first column names the points, every other column is a series, as in Sheets. */
export function chartData(file: SpreadsheetFile, chart: Chart): ChartData {
  const [labels, ...others] = chart.ranges.flatMap(({ sheet, rect }) => columnsOf(file, sheet, rect));
  if (!labels) return { labels: [], series: [] };
  const text = ({ values, formats }: Column, row: number) => {
    const { numberFormat } = file.formats.get(formats[row] ?? 0);
    return displayOf(values[row] ?? null, numberFormat, file.properties.locale);
  };
  const rows = labels.values.map((_, row) => row).slice(chart.headers);
  return {
    labels: rows.map((row) => text(labels, row)),
    series: others.map((column) => ({
      name: chart.headers > 0 ? text(column, chart.headers - 1) : '',
      values: rows.map((row) => numberOf(column.values[row])),
      numberFormat: file.formats.get(column.formats[chart.headers] ?? 0).numberFormat,
    })),
  };
}

function columnsOf(file: SpreadsheetFile, sheet: number, rect: Rect): Column[] {
  const grid = file.sheet(sheet)?.grid;
  if (!grid?.holds(rect)) return [];
  // Open ranges reach to the end of their tab; empty rows there are no points.
  const rows = Math.max(1, Math.min(rect.rows, grid.lastRow() + 1 - rect.row));
  const used = { ...rect, rows };
  const values = grid.values(used);
  const formats = grid.formats(used);
  return Array.from({ length: rect.columns }, (_, c) => ({
    values: values.map((line) => line[c]!),
    formats: formats.map((line) => line[c]!),
  }));
}

const numberOf = (value: CellValue | undefined): number | null => (typeof value === 'number' ? value : null);

/** Whether cells of a block show in the chart. */
export const showsCells = (chart: Chart, sheet: number, rect: Rect): boolean =>
  chart.ranges.some((range) => range.sheet === sheet && overlaps(range.rect, rect));
