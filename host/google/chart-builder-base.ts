import type { Chart } from '../engine/objects';
import { typedBuilders } from './chart-builder';
import { ContainerInfo, EmbeddedChart } from './charts';
import type { Context } from './context';
import { EnumValue, enumArgument } from './enums';
import { fail } from './errors';
import { Range } from './range';

type Typed = typeof typedBuilders;

/** What every builder of charts can do. */
export class ChartBuilderBase {
  constructor(
    private readonly context: Context,
    private chart: Chart,
    private hasType = true,
  ) {}

  protected with(change: Partial<Chart>): this {
    this.chart = { ...this.chart, ...change };
    return this;
  }
  private as<T extends keyof Typed>(type: T): InstanceType<Typed[T]> {
    return new typedBuilders[type](this.context, { ...this.chart, type }) as InstanceType<Typed[T]>;
  }

  asAreaChart(): InstanceType<Typed['AREA']> {
    return this.as('AREA');
  }
  asBarChart(): InstanceType<Typed['BAR']> {
    return this.as('BAR');
  }
  asColumnChart(): InstanceType<Typed['COLUMN']> {
    return this.as('COLUMN');
  }
  asComboChart(): InstanceType<Typed['COMBO']> {
    return this.as('COMBO');
  }
  asHistogramChart(): InstanceType<Typed['HISTOGRAM']> {
    return this.as('HISTOGRAM');
  }
  asLineChart(): InstanceType<Typed['LINE']> {
    return this.as('LINE');
  }
  asPieChart(): InstanceType<Typed['PIE']> {
    return this.as('PIE');
  }
  asScatterChart(): InstanceType<Typed['SCATTER']> {
    return this.as('SCATTER');
  }
  asTableChart(): InstanceType<Typed['TABLE']> {
    return this.as('TABLE');
  }

  addRange(range: Range): this {
    return this.with({ ranges: [...this.chart.ranges, { sheet: range.sheetId, rect: range.rect }] });
  }
  removeRange(range: Range): this {
    const wanted = JSON.stringify(range.rect);
    return this.with({
      ranges: this.chart.ranges.filter(
        ({ sheet, rect }) => sheet !== range.sheetId || JSON.stringify(rectInOrder(rect)) !== wanted,
      ),
    });
  }
  clearRanges(): this {
    return this.with({ ranges: [] });
  }
  getRanges(): Range[] {
    return this.chart.ranges.map(({ sheet, rect }) => new Range(this.context, sheet, rect));
  }
  setPosition(anchorRow: number, anchorColumn: number, offsetX: number, offsetY: number): this {
    return this.with({ anchor: { row: anchorRow - 1, column: anchorColumn - 1, x: offsetX, y: offsetY } });
  }
  getContainer(): ContainerInfo {
    return new ContainerInfo(this.chart.anchor);
  }
  setOption(option: string, value: unknown): this {
    return this.with({ options: { ...this.chart.options, [option]: value } });
  }
  setNumHeaders(headers: number): this {
    return this.with({ headers });
  }
  getChartType(): EnumValue {
    return new EnumValue('Charts', 'ChartType', this.chart.type);
  }
  setChartType(type: EnumValue): this {
    this.hasType = true;
    return this.with({ type: enumArgument(type, 'ChartType', 'SpreadsheetApp.EmbeddedChartBuilder.setChartType') });
  }
  /** Fails before the chart has a type. Source: notes of the gas-fakes project. */
  setHiddenDimensionStrategy(strategy: EnumValue): this {
    const method = 'SpreadsheetApp.EmbeddedChartBuilder.setHiddenDimensionStrategy';
    const hidden = enumArgument(strategy, 'ChartHiddenDimensionStrategy', method);
    if (!this.hasType)
      fail(
        'Unexpected error while getting the method or property setHiddenDimensionStrategy on object SpreadsheetApp.EmbeddedChartBuilder.',
      );
    return this.with({ layout: { ...this.chart.layout, hidden } });
  }
  setMergeStrategy(mergeStrategy: EnumValue): this {
    const method = 'SpreadsheetApp.EmbeddedChartBuilder.setMergeStrategy';
    const merge = enumArgument(mergeStrategy, 'ChartMergeStrategy', method);
    return this.with({ layout: { ...this.chart.layout, merge } });
  }
  setTransposeRowsAndColumns(transpose: boolean): this {
    return this.with({ layout: { ...this.chart.layout, transpose } });
  }
  build(): EmbeddedChart {
    return new EmbeddedChart(this.context, this.chart);
  }
}

const rectInOrder = ({ row, column, rows, columns }: Range['rect']) => ({ row, column, rows, columns });
