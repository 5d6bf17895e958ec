import { IRenderManagerService } from '@univerjs/engine-render';
import { SheetScrollManagerService, SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import { layersRect, type SpreadsheetFile } from '../../../engine/file';
import type { Chart } from '../../../engine/objects';
import type { Grid } from '../grid/start-univer';
import { UNIT } from '../grid/workbook';
import { chartData, showsCells } from './chart-data';
import type { DrawnChart, Inks } from './draw-chart';

/** The size of a chart to which no size was given. Source: Sheets' own new charts. */
const WIDTH = 600;
const HEIGHT = 371;

type Shown = {
  readonly element: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  drawn: DrawnChart | null;
  stale: boolean;
};

/**
 * Charts lie over the grid and scroll with it. They are drawn from the cells they name, and drawn again when those
 * change.
 */
export class ShownCharts {
  private readonly layer = document.createElement('div');
  private readonly shown = new Map<number, Shown>();
  private tab = '';

  constructor(
    private readonly grid: Grid,
    private readonly file: SpreadsheetFile,
  ) {
    this.layer.className = 'charts';
    const { engine } = this.render;
    engine.getCanvasElement().parentElement!.append(this.layer);
    this.render.with(SheetScrollManagerService).validViewportScrollInfo$.subscribe(() => this.place());
    this.render.with(SheetSkeletonManagerService).currentSkeleton$.subscribe(() => this.refresh());
    file.onEdit((edit) => {
      if (edit.kind !== 'cells') {
        for (const item of this.shown.values()) item.stale = true;
        return;
      }
      const rect = layersRect(edit.row, edit.column, edit.layers);
      for (const chart of this.here()) {
        const item = this.shown.get(chart.id);
        if (item && showsCells(chart, edit.sheet, rect)) item.stale = true;
      }
    });
    this.refresh();
  }

  private get render() {
    return this.grid.injector.get(IRenderManagerService).getRenderById(UNIT)!;
  }

  /** The charts of the tab in front. */
  private here(): Chart[] {
    const tab = this.grid.workbook.getActiveSheet(true)?.getSheetId();
    return this.file.objects.charts.filter(({ sheet }) => String(sheet) === tab);
  }

  /** The theme changed: every chart is drawn in the new inks. */
  redraw(): void {
    for (const item of this.shown.values()) item.stale = true;
    this.refresh();
  }

  /** Brings the charts in line with the file and the tab in front. */
  refresh(): void {
    const tab = this.grid.workbook.getActiveSheet(true)?.getSheetId() ?? '';
    const charts = this.here();
    for (const [id, { element, drawn }] of this.shown) {
      if (tab === this.tab && charts.some((chart) => chart.id === id)) continue;
      drawn?.destroy();
      element.remove();
      this.shown.delete(id);
    }
    this.tab = tab;
    for (const chart of charts) if (!this.shown.has(chart.id)) this.add(chart);
    this.place();
    void this.draw();
  }

  private add(chart: Chart): void {
    const element = document.createElement('figure');
    const canvas = document.createElement('canvas');
    element.className = 'chart';
    element.setAttribute('aria-label', String(chart.options['title'] ?? 'Chart'));
    element.append(canvas);
    // The grid scrolls under the pointer, chart or not.
    element.addEventListener('wheel', (event) => {
      event.preventDefault();
      this.render.engine.getCanvasElement().dispatchEvent(new WheelEvent('wheel', event));
    });
    this.layer.append(element);
    this.shown.set(chart.id, { element, canvas, drawn: null, stale: true });
  }

  private async draw(): Promise<void> {
    if (![...this.shown.values()].some(({ stale }) => stale)) return;
    // Loaded with the first chart: most files have none.
    const { drawChart } = await import('./draw-chart');
    for (const chart of this.here()) {
      const item = this.shown.get(chart.id);
      if (!item?.stale) continue;
      item.stale = false;
      item.drawn?.destroy();
      const { width, height } = sizeOf(chart);
      const ratio = window.devicePixelRatio;
      Object.assign(item.element.style, { width: `${width}px`, height: `${height}px` });
      Object.assign(item.canvas, { width: width * ratio, height: height * ratio });
      Object.assign(item.canvas.style, { width: `${width}px`, height: `${height}px` });
      item.drawn = drawChart(item.canvas, chart, chartData(this.file, chart), this.file.properties.locale, inks());
    }
  }

  /** Puts every chart at its cell, cut off where frozen rows and columns begin. */
  private place(): void {
    const current = this.render.with(SheetSkeletonManagerService).getCurrentParam();
    const sheet = current && this.file.sheet(Number(current.sheetId));
    if (!current || !sheet) return;
    const { skeleton } = current;
    const { frozenRows, frozenColumns } = sheet.properties;
    const corner = skeleton.getNoMergeCellWithCoordByIndex(frozenRows, frozenColumns);
    const viewport = this.render.scene.getViewport('viewMain');
    for (const chart of this.here()) {
      const element = this.shown.get(chart.id)?.element;
      if (!element) continue;
      const { row, column, x, y } = chart.anchor;
      const cell = skeleton.getNoMergeCellWithCoordByIndex(row, column);
      const fixed = { x: column < frozenColumns, y: row < frozenRows };
      const left = cell.startX + x - (fixed.x ? 0 : (viewport?.viewportScrollX ?? 0));
      const top = cell.startY + y - (fixed.y ? 0 : (viewport?.viewportScrollY ?? 0));
      const edge = {
        x: fixed.x ? skeleton.rowHeaderWidth : corner.startX,
        y: fixed.y ? skeleton.columnHeaderHeight : corner.startY,
      };
      element.style.transform = `translate(${left}px, ${top}px)`;
      element.style.clipPath = `inset(${Math.max(0, edge.y - top)}px 0 0 ${Math.max(0, edge.x - left)}px)`;
    }
  }
}

function sizeOf({ options }: Chart): { width: number; height: number } {
  return { width: Number(options['width'] ?? WIDTH), height: Number(options['height'] ?? HEIGHT) };
}

function inks(): Inks {
  const style = getComputedStyle(document.documentElement);
  const ink = (name: string) => style.getPropertyValue(name).trim();
  return { text: ink('--quiet'), line: ink('--line'), surface: ink('--surface') };
}
