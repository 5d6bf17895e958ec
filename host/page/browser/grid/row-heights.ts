import type { ISetWorksheetRowAutoHeightMutationParams } from '@univerjs/sheets';
import { AutoHeightController } from '@univerjs/sheets-ui';
import { layersRect, type SpreadsheetFile } from '../../../engine/file';
import { bottomOf } from '../../../engine/rect';
import type { Sheet } from '../../../engine/sheet';
import { FROM_SERVER } from './gate';
import type { Grid } from './start-univer';
import { ROW_HEIGHT, UNIT } from './workbook';

/** Rows measured at a time: measuring lays every text of a row out. */
const MOST_ROWS = 1_000;

/** Rows grow with wrapped text and line breaks, unless they were given a height, as in Sheets. */
export class RowHeights {
  /** Rows of each tab to be measured when it is in front; all of them where a tab is missing. */
  private readonly stale = new Map<number, Set<number>>();

  constructor(
    private readonly grid: Grid,
    private readonly file: SpreadsheetFile,
  ) {
    grid.workbook.activeSheet$.subscribe(() => this.fit());
    file.onEdit((edit) => {
      if (edit.kind === 'cells') {
        const rows = this.stale.get(edit.sheet);
        const rect = layersRect(edit.row, edit.column, edit.layers);
        for (let row = rect.row; rows && row <= bottomOf(rect); row++) rows.add(row);
      } else if (edit.kind === 'shift' || edit.kind === 'lines') this.stale.delete(edit.sheet);
    });
  }

  /** Fits the rows of the tab in front. Called once for many edits. */
  fit(): void {
    const worksheet = this.grid.workbook.getActiveSheet(true);
    const sheet = worksheet && this.file.sheet(Number(worksheet.getSheetId()));
    if (!worksheet || !sheet) return;
    const rows = this.stale.get(sheet.id) ?? usedRows(sheet);
    this.stale.set(sheet.id, new Set());
    const wrapped = [...rows].filter((row) => this.wraps(sheet, row)).slice(0, MOST_ROWS);
    const heights = this.grid.injector.get(AutoHeightController);
    const ranges = wrapped.map((row) => ({
      startRow: row,
      endRow: row,
      startColumn: 0,
      endColumn: sheet.grid.width - 1,
    }));
    for (const { id, params } of heights.getUndoRedoParamsOfAutoHeight(ranges, String(sheet.id)).redos)
      this.grid.commands.syncExecuteCommand(id, params, FROM_SERVER);

    const grown = worksheet.getRowManager().getRowData();
    const shrunk = [...rows].filter((row) => grown[row]?.ah && !this.wraps(sheet, row));
    if (shrunk.length === 0) return;
    const rowsAutoHeightInfo = shrunk.map((row) => ({ row, autoHeight: ROW_HEIGHT }));
    const params: ISetWorksheetRowAutoHeightMutationParams = {
      unitId: UNIT,
      subUnitId: String(sheet.id),
      rowsAutoHeightInfo,
    };
    this.grid.commands.syncExecuteCommand('sheet.mutation.set-worksheet-row-auto-height', params, FROM_SERVER);
  }

  private wraps({ grid }: Sheet, row: number): boolean {
    if (grid.line('row', row).size !== null) return false;
    for (let column = 0; column < grid.width; column++) {
      const value = grid.value(row, column);
      if (typeof value !== 'string') continue;
      const wraps = value.includes('\n') || this.file.formats.get(grid.format(row, column)).wrap === 'wrap';
      if (wraps) return true;
    }
    return false;
  }
}

function usedRows({ grid }: Sheet): Set<number> {
  const rows = new Set<number>();
  grid.eachUsedRow((row) => rows.add(row));
  return rows;
}
