import { type IRange, RANGE_TYPE } from '@univerjs/core';
import { SheetsSelectionsService } from '@univerjs/sheets';
import type { Selection } from '../../../google/context';
import { FROM_SERVER } from './gate';
import { rangeOf, rectOfRange } from './ranges';
import type { Grid } from './start-univer';
import { UNIT } from './workbook';

/** Where the person's cursor is, told to the add-on, and moved by it. */
export class Selecting {
  private told = '';

  constructor(
    private readonly grid: Grid,
    private readonly tell: (selection: Selection) => void,
  ) {
    const selections = grid.injector.get(SheetsSelectionsService);
    selections.selectionMoveEnd$.subscribe(() => this.tellNow());
    selections.selectionSet$.subscribe(() => this.tellNow());
    grid.workbook.activeSheet$.subscribe(() => this.tellNow());
  }

  get current(): Selection | null {
    const sheet = this.grid.workbook.getActiveSheet(true);
    if (!sheet) return null;
    const range = this.grid.injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
    const first: IRange = { startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 };
    return {
      sheet: Number(sheet.getSheetId()),
      rect: rectOfRange(whole(range ?? first, sheet.getRowCount(), sheet.getColumnCount())),
    };
  }

  private tellNow(): void {
    const { current } = this;
    const text = JSON.stringify(current);
    if (!current || text === this.told) return;
    this.told = text;
    this.tell(current);
  }

  /** Goes where the person's own doing leads, such as to a new tab. */
  visit(selection: Selection): void {
    this.select(selection);
    this.tell(selection);
  }

  /** Goes where the add-on wants the person to look: it knows already. */
  select({ sheet, rect }: Selection): void {
    const { commands, workbook } = this.grid;
    const worksheet = workbook.getSheetBySheetId(String(sheet));
    if (!worksheet || worksheet.isSheetHidden()) return;
    this.told = JSON.stringify({ sheet, rect });
    const place = { unitId: UNIT, subUnitId: String(sheet) };
    if (workbook.getActiveSheet(true) !== worksheet)
      commands.syncExecuteCommand('sheet.operation.set-worksheet-active', place, FROM_SERVER);
    const rows = rect.rows >= worksheet.getRowCount();
    const columns = rect.columns >= worksheet.getColumnCount();
    const rangeType = rows ? RANGE_TYPE.COLUMN : columns ? RANGE_TYPE.ROW : RANGE_TYPE.NORMAL;
    const range = { ...rangeOf(rect), rangeType };
    const primary = {
      actualRow: rect.row,
      actualColumn: rect.column,
      ...rangeOf({ ...rect, rows: 1, columns: 1 }),
      isMerged: false,
      isMergedMainCell: false,
    };
    const selections = [{ range, primary, style: null }];
    commands.syncExecuteCommand('sheet.operation.set-selections', { ...place, selections }, FROM_SERVER);
    void commands.executeCommand('sheet.command.scroll-to-cell', { range }, FROM_SERVER);
  }
}

/** Ranges of whole rows or columns may leave their other ends open. */
const whole = (range: IRange, rows: number, columns: number): IRange => ({
  startRow: range.startRow || 0,
  startColumn: range.startColumn || 0,
  endRow: Number.isNaN(range.endRow) ? rows - 1 : Math.min(range.endRow, rows - 1),
  endColumn: Number.isNaN(range.endColumn) ? columns - 1 : Math.min(range.endColumn, columns - 1),
});
