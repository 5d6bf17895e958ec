import type { Chart } from '../engine/objects';
import { ChartBuilderBase } from './chart-builder-base';
import type { Context } from './context';
import {
  EmbeddedAreaChartBuilder,
  EmbeddedBarChartBuilder,
  EmbeddedColumnChartBuilder,
  EmbeddedComboChartBuilder,
  EmbeddedHistogramChartBuilder,
  EmbeddedLineChartBuilder,
  EmbeddedPieChartBuilder,
  EmbeddedScatterChartBuilder,
  EmbeddedTableChartBuilder,
} from './typed-chart-builders';

/**
 * `SpreadsheetApp.EmbeddedChartBuilder`: the general builder. What only some charts have, a title above all, comes with
 * `asColumnChart()` and its like. Source: reference "EmbeddedChartBuilder".
 */
export class EmbeddedChartBuilder extends ChartBuilderBase {
  static on(context: Context, sheet: number): EmbeddedChartBuilder {
    const chart: Chart = {
      id: 0,
      sheet,
      type: 'LINE',
      ranges: [],
      headers: 0,
      options: {},
      anchor: { row: 0, column: 0, x: 0, y: 0 },
    };
    return new EmbeddedChartBuilder(context, chart, false);
  }
}

/** Here and not in the base, which the typed builders are made of. */
export const typedBuilders = {
  AREA: EmbeddedAreaChartBuilder,
  BAR: EmbeddedBarChartBuilder,
  COLUMN: EmbeddedColumnChartBuilder,
  COMBO: EmbeddedComboChartBuilder,
  HISTOGRAM: EmbeddedHistogramChartBuilder,
  LINE: EmbeddedLineChartBuilder,
  PIE: EmbeddedPieChartBuilder,
  SCATTER: EmbeddedScatterChartBuilder,
  TABLE: EmbeddedTableChartBuilder,
} as const;
