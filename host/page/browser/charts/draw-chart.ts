import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartType,
  DoughnutController,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Title,
  Tooltip,
} from 'chart.js';
import { displayOf } from '../../../engine/display';
import type { Chart as ChartObject } from '../../../engine/objects';
import type { ChartData } from './chart-data';

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  DoughnutController,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Title,
  Tooltip,
);

/** Sheets' own series colours. */
const COLORS = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01', '#46bdc6', '#7baaf7', '#f07b72'];

const TYPES: Readonly<Record<string, ChartType>> = {
  COLUMN: 'bar',
  BAR: 'bar',
  LINE: 'line',
  AREA: 'line',
  PIE: 'pie',
};

export type Inks = { readonly text: string; readonly line: string; readonly surface: string };

export type DrawnChart = { destroy(): void };

/** Draws a chart as Sheets would, or says so when it is of a kind that the host does not draw. */
export function drawChart(
  canvas: HTMLCanvasElement,
  chart: ChartObject,
  data: ChartData,
  locale: string,
  inks: Inks,
): DrawnChart {
  const type = TYPES[chart.type];
  if (!type) return sayUnsupported(canvas, chart.type, inks);
  return new Chart(canvas, configOf(type, chart, data, locale, inks));
}

function configOf(
  type: ChartType,
  chart: ChartObject,
  data: ChartData,
  locale: string,
  inks: Inks,
): ChartConfiguration {
  const option = (name: string): unknown => optionOf(chart.options, name);
  const pie = type === 'pie';
  const horizontal = chart.type === 'BAR';
  const given = option('colors');
  const colors = Array.isArray(given) && given.length > 0 ? given.map(String) : COLORS;
  const color = (index: number) => colors[index % colors.length]!;
  const stacked = Boolean(option('isStacked'));
  const show = (value: number, series: number) => displayOf(value, data.series[series]?.numberFormat, locale);
  // Round steps of an axis need no pence.
  const tick = (value: number) => {
    const { numberFormat } = data.series[0] ?? {};
    return displayOf(value, Number.isInteger(value) ? numberFormat?.replace(/\.0+/g, '') : numberFormat, locale);
  };
  const legend = String(option('legend.position') ?? option('legend') ?? 'right');
  const title = option('title');
  const axis = (title: unknown, values: boolean) => ({
    stacked,
    grid: { color: inks.line, display: values },
    border: { color: inks.line },
    ticks: {
      color: inks.text,
      ...(values && { callback: (value: string | number) => tick(Number(value)) }),
    },
    title: { display: Boolean(title), text: String(title ?? ''), color: inks.text },
  });

  return {
    type: pie && Number(option('pieHole') ?? 0) > 0 ? 'doughnut' : type,
    data: {
      labels: [...data.labels],
      datasets: (pie ? data.series.slice(0, 1) : data.series).map(({ name, values }, index) => ({
        label: name,
        data: [...values],
        backgroundColor: pie ? values.map((_, slice) => color(slice)) : alpha(color(index), chart.type === 'AREA'),
        borderColor: pie ? inks.surface : color(index),
        borderWidth: type === 'line' ? 2 : pie ? 1 : 0,
        fill: chart.type === 'AREA',
        pointRadius: type === 'line' ? 2 : 0,
        maxBarThickness: 64,
      })),
    },
    options: {
      animation: false,
      responsive: false,
      indexAxis: horizontal ? 'y' : 'x',
      layout: { padding: { left: 16, right: 16, top: title ? 8 : 16, bottom: 12 } },
      plugins: {
        title: {
          display: Boolean(title),
          text: String(title ?? ''),
          align: 'start',
          color: inks.text,
          font: { size: 16, weight: 'normal' },
          padding: { top: 8, bottom: 14 },
        },
        legend: {
          // One series needs no key, and Sheets gives it none either when it has no name.
          display: legend !== 'none' && (pie || data.series.length > 1),
          position: ['left', 'top', 'bottom'].includes(legend) ? (legend as 'left') : 'right',
          labels: { color: inks.text, boxWidth: 12, boxHeight: 12 },
        },
        tooltip: {
          callbacks: {
            label: ({ raw, dataset, datasetIndex }) =>
              `${dataset.label ? `${dataset.label}: ` : ''}${show(Number(raw), datasetIndex)}`,
          },
        },
      },
      scales: pie
        ? {}
        : {
            x: axis(option('hAxis.title'), horizontal),
            y: { ...axis(option('vAxis.title'), !horizontal), beginAtZero: true },
          },
    },
  } as ChartConfiguration;
}

/** Options come flat (`legend.position`) or nested (`legend: { position }`), as scripts set them. */
function optionOf(options: Readonly<Record<string, unknown>>, name: string): unknown {
  if (name in options) return options[name];
  const [first = '', ...rest] = name.split('.');
  const inner = options[first];
  if (rest.length === 0 || typeof inner !== 'object' || inner === null) return undefined;
  return optionOf(inner as Record<string, unknown>, rest.join('.'));
}

const alpha = (color: string, filled: boolean): string =>
  filled && /^#[0-9a-f]{6}$/i.test(color) ? `${color}4d` : color;

function sayUnsupported(canvas: HTMLCanvasElement, type: string, inks: Inks): DrawnChart {
  const context = canvas.getContext('2d');
  if (context) {
    context.font = '14px system-ui, sans-serif';
    context.fillStyle = inks.text;
    context.fillText(`The offline host does not draw charts of type ${type}.`, 16, 32);
  }
  return { destroy: () => {} };
}
