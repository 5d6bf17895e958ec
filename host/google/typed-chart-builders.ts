import { ChartBuilderBase } from './chart-builder-base';
import { type EnumValue, enumArgument } from './enums';

/** What a chart with a title has. The options are those of Google Charts. */
class TitledChartBuilder extends ChartBuilderBase {
  setTitle(chartTitle: string): this {
    return this.setOption('title', chartTitle);
  }
  setBackgroundColor(cssValue: string): this {
    return this.setOption('backgroundColor', cssValue);
  }
  setColors(cssValues: string[]): this {
    return this.setOption('colors', [...cssValues]);
  }
  setLegendPosition(position: EnumValue): this {
    const name = enumArgument(position, 'Position', 'SpreadsheetApp.EmbeddedChartBuilder.setLegendPosition');
    return this.setOption('legend.position', name.toLowerCase());
  }
}

/** What a chart with two axes has. */
class AxesChartBuilder extends TitledChartBuilder {
  setXAxisTitle(title: string): this {
    return this.setOption('hAxis.title', title);
  }
  setYAxisTitle(title: string): this {
    return this.setOption('vAxis.title', title);
  }
}

/** What a chart of values along an axis of categories has. */
class CategoryChartBuilder extends AxesChartBuilder {
  protected readonly valueAxis: 'vAxis' | 'hAxis' = 'vAxis';

  setRange(start: number, end: number): this {
    return this.setOption(`${this.valueAxis}.minValue`, start).setOption(`${this.valueAxis}.maxValue`, end);
  }
  reverseCategories(): this {
    return this.setOption(`${this.valueAxis === 'vAxis' ? 'hAxis' : 'vAxis'}.direction`, -1);
  }
  setStacked(): this {
    return this.setOption('isStacked', true);
  }
  useLogScale(): this {
    return this.setOption(`${this.valueAxis}.logScale`, true);
  }
}

const pointSizes: Readonly<Record<string, number>> = { NONE: 0, TINY: 2, MEDIUM: 7, LARGE: 12, HUGE: 18 };

export class EmbeddedAreaChartBuilder extends CategoryChartBuilder {
  setPointStyle(style: EnumValue): this {
    return this.setOption('pointSize', pointSizes[String(style)]);
  }
}
export class EmbeddedBarChartBuilder extends CategoryChartBuilder {
  protected override readonly valueAxis = 'hAxis';
}
export class EmbeddedColumnChartBuilder extends CategoryChartBuilder {}
export class EmbeddedComboChartBuilder extends CategoryChartBuilder {}
export class EmbeddedHistogramChartBuilder extends CategoryChartBuilder {}
export class EmbeddedLineChartBuilder extends CategoryChartBuilder {
  setCurveStyle(style: EnumValue): this {
    return this.setOption('curveType', String(style) === 'SMOOTH' ? 'function' : 'none');
  }
  setPointStyle(style: EnumValue): this {
    return this.setOption('pointSize', pointSizes[String(style)]);
  }
}
export class EmbeddedPieChartBuilder extends TitledChartBuilder {
  set3D(): this {
    return this.setOption('is3D', true);
  }
  reverseCategories(): this {
    return this.setOption('reverseCategories', true);
  }
}
/** The only one with a range of its horizontal axis. */
export class EmbeddedScatterChartBuilder extends AxesChartBuilder {
  setXAxisRange(start: number, end: number): this {
    return this.setOption('hAxis.minValue', start).setOption('hAxis.maxValue', end);
  }
  setYAxisRange(start: number, end: number): this {
    return this.setOption('vAxis.minValue', start).setOption('vAxis.maxValue', end);
  }
  setXAxisLogScale(): this {
    return this.setOption('hAxis.logScale', true);
  }
  setYAxisLogScale(): this {
    return this.setOption('vAxis.logScale', true);
  }
  setPointStyle(style: EnumValue): this {
    return this.setOption('pointSize', pointSizes[String(style)]);
  }
}
export class EmbeddedTableChartBuilder extends ChartBuilderBase {
  enableSorting(enableSorting: boolean): this {
    return this.setOption('sort', enableSorting ? 'enable' : 'disable');
  }
  showRowNumberColumn(showRowNumber: boolean): this {
    return this.setOption('showRowNumber', showRowNumber);
  }
}
