import type { Chart } from '../engine/objects';
import type { Context } from './context';
import { fail } from './errors';
import { Range } from './range';

/** `SpreadsheetApp.EmbeddedChart`. The page draws it from the cells it names, so it follows them. */
export class EmbeddedChart {
  constructor(
    private readonly context: Context,
    private readonly chart: Chart,
  ) {}

  getChartId(): number | null {
    return this.chart.id || null;
  }
  getRanges(): Range[] {
    return this.chart.ranges.map(({ sheet, rect }) => new Range(this.context, sheet, rect));
  }
  getOptions(): ChartOptions {
    return new ChartOptions(this.chart.options);
  }
  getContainerInfo(): ContainerInfo {
    return new ContainerInfo(this.chart.anchor);
  }
  modify(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.context, this.chart);
  }

  put(sheet: number): void {
    const chart = { ...this.chart, sheet, id: this.chart.id || this.context.file.newId() };
    const others = this.context.file.objects.charts.filter(({ id }) => id !== chart.id);
    this.context.apply({ kind: 'objects', objects: { charts: [...others, chart] } });
  }
  remove(): void {
    const charts = this.context.file.objects.charts.filter(({ id }) => id !== this.chart.id);
    this.context.apply({ kind: 'objects', objects: { charts } });
  }
}

/** `ContainerInfo`: where a chart stands. */
export class ContainerInfo {
  constructor(private readonly anchor: Chart['anchor']) {}

  getAnchorRow(): number {
    return this.anchor.row + 1;
  }
  getAnchorColumn(): number {
    return this.anchor.column + 1;
  }
  getOffsetX(): number {
    return this.anchor.x;
  }
  getOffsetY(): number {
    return this.anchor.y;
  }
}

export class ChartOptions {
  constructor(private readonly options: Chart['options']) {}

  get(option: string): unknown {
    return this.options[option] ?? null;
  }
}

const WITH_TITLE = 'Cast the chart to its type first (asColumnChart() …): the general builder has no setTitle.';

/** `SpreadsheetApp.EmbeddedChartBuilder`. Methods of a certain chart type exist only after `asColumnChart()` and its like. */
export class EmbeddedChartBuilder {
  constructor(
    private readonly context: Context,
    private chart: Chart,
    private readonly typed = false,
  ) {}

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
    return new EmbeddedChartBuilder(context, chart);
  }

  private with(change: Partial<Chart>): this {
    this.chart = { ...this.chart, ...change };
    return this;
  }
  private as(type: string): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.context, { ...this.chart, type }, true);
  }

  addRange(range: Range): this {
    return this.with({ ranges: [...this.chart.ranges, { sheet: range.sheetId, rect: range.rect }] });
  }
  clearRanges(): this {
    return this.with({ ranges: [] });
  }
  setPosition(anchorRow: number, anchorColumn: number, offsetX: number, offsetY: number): this {
    return this.with({ anchor: { row: anchorRow - 1, column: anchorColumn - 1, x: offsetX, y: offsetY } });
  }
  setOption(option: string, value: unknown): this {
    return this.with({ options: { ...this.chart.options, [option]: value } });
  }
  setNumHeaders(headers: number): this {
    return this.with({ headers });
  }
  setChartType(type: { toString(): string }): this {
    return this.with({ type: String(type) });
  }
  asColumnChart(): EmbeddedChartBuilder {
    return this.as('COLUMN');
  }
  asBarChart(): EmbeddedChartBuilder {
    return this.as('BAR');
  }
  asLineChart(): EmbeddedChartBuilder {
    return this.as('LINE');
  }
  asPieChart(): EmbeddedChartBuilder {
    return this.as('PIE');
  }
  setTitle(title: string): this {
    return this.typed ? this.setOption('title', title) : fail(WITH_TITLE);
  }
  setXAxisTitle(title: string): this {
    return this.typed ? this.setOption('hAxis.title', title) : fail(WITH_TITLE);
  }
  setYAxisTitle(title: string): this {
    return this.typed ? this.setOption('vAxis.title', title) : fail(WITH_TITLE);
  }
  setColors(colors: string[]): this {
    return this.typed ? this.setOption('colors', [...colors]) : fail(WITH_TITLE);
  }
  setLegendPosition(position: { toString(): string }): this {
    return this.typed ? this.setOption('legend.position', String(position).toLowerCase()) : fail(WITH_TITLE);
  }
  build(): EmbeddedChart {
    return new EmbeddedChart(this.context, this.chart);
  }
}
