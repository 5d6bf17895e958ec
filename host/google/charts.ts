import type { Chart } from '../engine/objects';
import { rectOf } from '../engine/rect';
import { EmbeddedChartBuilder } from './chart-builder';
import type { Context } from './context';
import { EnumValue } from './enums';
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
  getNumHeaders(): number {
    return this.chart.headers;
  }
  getHiddenDimensionStrategy(): EnumValue {
    return new EnumValue('Charts', 'ChartHiddenDimensionStrategy', this.chart.layout?.hidden ?? 'IGNORE_BOTH');
  }
  getMergeStrategy(): EnumValue {
    return new EnumValue('Charts', 'ChartMergeStrategy', this.chart.layout?.merge ?? 'MERGE_COLUMNS');
  }
  getTransposeRowsAndColumns(): boolean {
    return this.chart.layout?.transpose ?? false;
  }
  modify(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.context, this.chart, true);
  }

  private get charts(): readonly Chart[] {
    return this.context.file.objects.charts;
  }
  private keep(charts: readonly Chart[]): void {
    this.context.apply({ kind: 'objects', objects: { charts } });
  }
  put(sheet: number): void {
    const { anchor } = this.chart;
    const { grid } = this.context.file.sheet(sheet) ?? fail('Sheet not found.');
    if (!grid.holds(rectOf(anchor.row, 0))) fail('Those rows are out of bounds.');
    if (!grid.holds(rectOf(0, anchor.column))) fail('Those columns are out of bounds.');
    const chart = { ...this.chart, sheet, id: this.chart.id || this.context.file.newId() };
    const isKnown = this.charts.some(({ id }) => id === chart.id);
    this.keep(isKnown ? this.charts.map((one) => (one.id === chart.id ? chart : one)) : [...this.charts, chart]);
  }
  update(sheet: number): void {
    if (!this.charts.some(({ id }) => id === this.chart.id)) fail('Chart not found.');
    this.put(sheet);
  }
  remove(): void {
    this.keep(this.charts.filter(({ id }) => id !== this.chart.id));
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

/** `Charts.ChartOptions`. An inner option is named with a dot, however it was set. */
export class ChartOptions {
  constructor(private readonly options: Chart['options']) {}

  get(option: string): unknown {
    return inner(this.options, String(option)) ?? null;
  }
}

function inner(options: Readonly<Record<string, unknown>>, name: string): unknown {
  if (name in options) return options[name];
  const [first = '', ...rest] = name.split('.');
  const next = options[first];
  return rest.length > 0 && typeof next === 'object' && next !== null
    ? inner(next as Record<string, unknown>, rest.join('.'))
    : undefined;
}
