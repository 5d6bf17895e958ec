import { FOCUSING_SHEET, IContextService, LifecycleService, LifecycleStages, ThemeService } from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
import { IEditorBridgeService, SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import { ILayoutService } from '@univerjs/ui';
import type { Spot } from '../../../acts';
import type { Edit } from '../../../engine/edits';
import type { SpreadsheetFile } from '../../../engine/file';
import type { Axis } from '../../../engine/rect';
import type { Selection } from '../../../google/context';
import type { Act } from '../../../grid-acts';
import { ShownCharts } from '../charts/shown-charts';
import { actsOfMutations } from './acts-of-mutations';
import { CellTexts } from './cell-texts';
import { Clipboard } from './clipboard';
import { differences } from './differences';
import { keepFormulaBarFocused } from './formula-bar';
import { gate, type Mutation, type Takeover } from './gate';
import { RenameTab } from './rename-tab';
import { RowHeights } from './row-heights';
import { Selecting } from './selecting';
import { ShownFile } from './shown-file';
import { ShownRules } from './shown-rules';
import { type Grid, startUniver } from './start-univer';
import { UNIT, workbookOf } from './workbook';

/** What the grid asks of the page around it. */
export type GridWishes = {
  /** Resolves when the file holds what came of it, and the page shows that. */
  readonly act: (acts: readonly Act[]) => Promise<unknown>;
  readonly takeBack: (kind: 'undo' | 'redo') => void;
  readonly select: (selection: Selection) => void;
  readonly refuse: (reason: string) => void;
};

/** The grid as a person sees it: shows the page's copy of the file, and tells what the person does to it. */
export class GridView {
  readonly grid: Grid;
  readonly selecting: Selecting;
  private readonly texts: CellTexts;
  private readonly shown: ShownFile;
  private readonly rules: ShownRules;
  private readonly renaming: RenameTab;
  private charts: ShownCharts | null = null;
  private heights: RowHeights | null = null;

  constructor(
    container: HTMLElement,
    readonly file: SpreadsheetFile,
    dark: boolean,
    private readonly wishes: GridWishes,
  ) {
    this.grid = startUniver(container, workbookOf(file), dark, (commands) =>
      gate(commands, this.takeovers(), (mutations) => this.personDid(mutations)),
    );
    keepFormulaBarFocused(container, this.grid.injector);
    this.renaming = new RenameTab(
      container,
      (sheet) => file.sheet(sheet)?.name,
      (sheet, name) => void wishes.act([{ kind: 'tab', sheet, properties: { name } }]),
      () => this.focus(),
    );
    this.texts = new CellTexts(this.grid, file);
    this.shown = new ShownFile(this.grid, file);
    this.rules = new ShownRules(this.grid, file);
    this.selecting = new Selecting(this.grid, wishes.select);
  }

  private takeovers(): Map<string, Takeover> {
    const clipboard = new Clipboard(
      () => this.grid,
      () => this.selecting,
      (acts) => this.act(acts),
    );
    const { act, takeBack } = this.wishes;
    const onTab = (kind: 'copy-tab' | 'delete-tab'): Takeover => {
      return ({ subUnitId }) => {
        const sheet = Number(subUnitId ?? this.selecting.current?.sheet);
        void act([{ kind, sheet }]);
        return true;
      };
    };
    return new Map<string, Takeover>([
      ...clipboard.takeovers(),
      ['univer.command.undo', () => this.takeBack('undo', takeBack)],
      ['univer.command.redo', () => this.takeBack('redo', takeBack)],
      ['sheet.command.insert-sheet', () => this.insertTab()],
      ['sheet.command.copy-sheet', onTab('copy-tab')],
      ['sheet.command.remove-sheet', onTab('delete-tab')],
      ['sheet.operation.rename-sheet', ({ subUnitId }) => this.renaming.open(Number(subUnitId))],
    ]);
  }

  /** In the cell editor, undo is about the text in it. */
  private takeBack(kind: 'undo' | 'redo', takeBack: GridWishes['takeBack']): boolean {
    if (!this.grid.injector.get(IContextService).getContextValue(FOCUSING_SHEET)) return false;
    takeBack(kind);
    return true;
  }

  insertTab(): true {
    const index = this.file.sheets.findIndex(({ id }) => id === this.selecting.current?.sheet) + 1;
    const known = new Set(this.file.sheets.map(({ id }) => id));
    void this.wishes.act([{ kind: 'new-tab', index }]).then(() => {
      const added = this.file.sheets.find(({ id }) => !known.has(id));
      if (added) this.selecting.visit({ sheet: added.id, rect: { row: 0, column: 0, rows: 1, columns: 1 } });
    });
    return true;
  }

  private personDid(mutations: readonly Mutation[]): void {
    const { acts, unknown } = actsOfMutations(mutations, {
      afterSelection: (axis, at) => this.isAfterSelection(axis, at),
      sheetOrder: () => this.file.sheets.map(({ id }) => id),
    });
    if (unknown.length > 0) this.wishes.refuse(`The offline host does not support “${unknown[0]}” yet.`);
    else this.act(acts);
  }

  private isAfterSelection(axis: Axis, at: number): boolean {
    const rect = this.selecting.current?.rect;
    return rect !== undefined && at > rect[axis];
  }

  private act(acts: readonly Act[]): void {
    const meant = acts.filter((act) => !this.changesNothing(act));
    if (meant.length === 0) return;
    const answered = meant.flatMap((act) => (act.kind === 'type' ? [this.texts.expect(act.at, act.texts)] : []));
    if (answered.length > 0) this.shown.redraw();
    void this.wishes.act(meant).then(() => {
      for (const forget of answered) forget();
      if (answered.length > 0) this.shown.redraw();
    });
  }

  /** Opening a cell and pressing Enter types its own text again. */
  private changesNothing(act: Act): boolean {
    if (act.kind !== 'type' || act.texts.length !== 1 || act.texts[0]!.length !== 1) return false;
    return act.texts[0]![0] === this.texts.edited(act.at);
  }

  /** Shows edits that were made elsewhere, or on the server for this person. */
  follow(edits: readonly Edit[]): void {
    this.shown.addFormats();
    for (const edit of edits) this.file.follow(edit, 'server');
    this.rules.refresh();
    this.shown.draw();
    this.heights?.fit();
    this.charts?.refresh();
    this.reloadEditor();
  }

  /** Univer keeps the text of the selected cell, for its formula bar and for when the cell is opened. */
  private reloadEditor(): void {
    const editor = this.grid.injector.get(IEditorBridgeService);
    // An open editor belongs to whoever types in it.
    if (editor.getEditLocation() && !editor.isVisible().visible) editor.refreshEditCellState();
  }

  /** Resolves when the grid is drawn and can be scrolled. */
  async drawn(): Promise<void> {
    await this.grid.injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
    this.heights = new RowHeights(this.grid, this.file);
    this.charts = new ShownCharts(this.grid, this.file);
  }

  /** Puts the keyboard back into the grid. */
  focus(): void {
    this.grid.injector.get(ILayoutService).focus();
  }

  setDark(dark: boolean): void {
    this.grid.injector.get(ThemeService).setDarkMode(dark);
    this.charts?.redraw();
  }

  /** The text that Univer draws in a cell. */
  shownText({ sheet, row, column }: Spot): string {
    const cell = this.grid.workbook.getSheetBySheetId(String(sheet))?.getCell(row, column);
    if (cell?.v === undefined || cell.v === null) return '';
    return cell.t === 3 ? (cell.v ? 'TRUE' : 'FALSE') : String(cell.v);
  }

  differences(): string[] {
    return differences(this.grid.workbook, this.file);
  }

  /** Where a cell is in the window, for tests to click on; null when its tab is not in front. */
  boxOf({ sheet, row, column }: Spot): { x: number; y: number; width: number; height: number } | null {
    const render = this.grid.injector.get(IRenderManagerService).getRenderById(UNIT);
    const current = render?.with(SheetSkeletonManagerService).getCurrentParam();
    if (!render || !current || current.sheetId !== String(sheet)) return null;
    const { startX, startY, endX, endY } = current.skeleton.getCellWithCoordByIndex(row, column);
    const canvas = render.engine.getCanvasElement().getBoundingClientRect();
    const scroll = this.scrolled();
    return {
      x: canvas.left + startX - scroll.x,
      y: canvas.top + startY - scroll.y,
      width: endX - startX,
      height: endY - startY,
    };
  }

  private scrolled(): { x: number; y: number } {
    const viewport = this.grid.injector.get(IRenderManagerService).getRenderById(UNIT)?.scene.getViewport('viewMain');
    return { x: viewport?.viewportScrollX ?? 0, y: viewport?.viewportScrollY ?? 0 };
  }
}
