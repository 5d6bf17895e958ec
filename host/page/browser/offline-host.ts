import type { Spot } from '../../acts';
import { type FileSnapshot, fileSnapshot } from '../../engine/snapshot';
import { rectOfA1 } from '../../google/a1';
import type { Connection } from './connection';
import type { GridView } from './grid/grid-view';

/** What tests of the page may ask it. Nothing here changes anything. */
export type OfflineHost = {
  /** Resolves when the file is shown and the add-on has made its menu. */
  readonly ready: Promise<void>;
  /** Resolves when nothing is under way: no act, no run, no formula, nothing to draw. */
  idle(): Promise<void>;
  /** The text that the grid draws in a cell: `shownCell('Leads!B2')`. Without a tab, of the tab in front. */
  shownCell(place: string): string;
  /** All texts of a tab, down to its last used row, as drawn. */
  shownTab(tab: string): string[][];
  /** The page's copy of the file as plain data, to compare with the server's. */
  copy(): FileSnapshot;
  /** Where the grid holds something else than that copy: an empty list, or the page has a mistake. */
  differences(): string[];
  /** Where a cell is in the window, or null when its tab is not in front. */
  boxOf(place: string): { x: number; y: number; width: number; height: number } | null;
};

/** The page once it shows the file. */
export type StartedPage = { readonly connection: Connection; readonly view: GridView };

const framesDrawn = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** There from the first moment of the page, to wait for the rest. */
export function offlineHost(ready: Promise<StartedPage>): OfflineHost {
  let started: StartedPage | null = null;
  void ready.then((page) => {
    started = page;
  });
  const view = (): GridView => {
    if (!started) throw new Error('The page is not ready yet: wait for offlineHost.ready.');
    return started.view;
  };
  const spotOf = (place: string): Spot => {
    const { file, selecting } = view();
    const { sheet, rect } = rectOfA1(place, (name) =>
      name === null ? file.sheet(selecting.current?.sheet ?? -1) : file.sheetNamed(name),
    );
    return { sheet: sheet.id, row: rect.row, column: rect.column };
  };
  return {
    ready: ready.then(() => undefined),
    async idle() {
      const { connection } = await ready;
      // What was typed last may not have left the grid's own editor yet.
      await framesDrawn();
      await connection.idle();
      await framesDrawn();
    },
    shownCell: (place) => view().shownText(spotOf(place)),
    shownTab(tab) {
      const sheet = view().file.sheetNamed(tab);
      if (!sheet) throw new Error(`There is no tab “${tab}”.`);
      const [rows, columns] = [sheet.grid.lastRow() + 1, sheet.grid.lastColumn() + 1];
      return Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (_, column) => view().shownText({ sheet: sheet.id, row, column })),
      );
    },
    copy: () => fileSnapshot(view().file),
    differences: () => view().differences(),
    boxOf: (place) => view().boxOf(spotOf(place)),
  };
}

declare global {
  interface Window {
    offlineHost?: OfflineHost;
  }
}
