import {
  CellValueType,
  type ICellDataForSheetInterceptor,
  InterceptorEffectEnum,
  type Nullable,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import { BEFORE_CELL_EDIT, INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import type { Spot } from '../../../acts';
import { displayOf } from '../../../engine/display';
import { editedText } from '../../../engine/edited-text';
import type { SpreadsheetFile } from '../../../engine/file';
import { ruleOfFormat } from '../../../engine/rules';
import type { Grid } from './start-univer';
import { ROW_HEIGHT } from './workbook';

/** Pixels that dropdowns keep free above their text. */
const DROPDOWN_TOP = -3;

/** Pixels between a text that is too long and the arrow. */
const DROPDOWN_RIGHT = 8;

/** The text in each cell, by the same rules as `getDisplayValue`, and the text that its editor opens with. */
export class CellTexts {
  /** What was typed and not yet answered: shown as it is, so that Enter never makes a cell flicker. */
  private readonly pending = new Map<string, { readonly text: string }>();

  constructor(
    private readonly grid: Grid,
    private readonly file: SpreadsheetFile,
  ) {
    const interceptors = grid.injector.get(SheetInterceptorService);
    interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      id: 'host-cell-text',
      effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
      handler: (cell, { subUnitId, row, col }, next) => {
        const spot = { sheet: Number(subUnitId), row, column: col };
        return next(this.asDropdown(this.shown(cell, spot), spot));
      },
    });
    interceptors.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
      id: 'host-edited-text',
      handler: (cell, { subUnitId, row, col }, next) => {
        const text = this.edited({ sheet: Number(subUnitId), row, column: col });
        return next({ ...cell, v: text, t: CellValueType.STRING, f: null, p: null });
      },
    });
  }

  private shown(cell: Nullable<ICellDataForSheetInterceptor>, spot: Spot): Nullable<ICellDataForSheetInterceptor> {
    const { sheet, row, column } = spot;
    const typed = this.pending.size > 0 ? this.pending.get(`${sheet}:${row}:${column}`) : undefined;
    if (typed) return { ...cell, v: typed.text, t: CellValueType.STRING };
    // A line break breaks the line, in cells that do not wrap too.
    if (typeof cell?.v === 'string' && cell.v.includes('\n'))
      return { ...cell, interceptorStyle: { tb: WrapStrategy.WRAP } };
    if (cell?.t !== CellValueType.NUMBER) return cell;
    return { ...cell, v: this.textIn(spot) };
  }

  /**
   * Dropdowns draw their text lower than other cells do, where it would be cut off below, and wrap it, which in a row of
   * normal height hides all but its first words.
   */
  private asDropdown(cell: Nullable<ICellDataForSheetInterceptor>, spot: Spot): Nullable<ICellDataForSheetInterceptor> {
    const format = this.file.sheet(spot.sheet)?.grid.format(spot.row, spot.column) ?? 0;
    if (!ruleOfFormat(this.file, format)?.criterion.startsWith('VALUE_IN')) return cell;
    const { wrap, vertical } = this.file.formats.get(format);
    const rowHeight = this.grid.workbook.getSheetBySheetId(String(spot.sheet))?.getRowHeight(spot.row) ?? ROW_HEIGHT;
    return {
      ...cell,
      interceptorStyle: {
        ...cell?.interceptorStyle,
        ...(wrap !== 'wrap' && { tb: WrapStrategy.CLIP, pd: { r: DROPDOWN_RIGHT } }),
        // There is no room above or below the text, and this is what puts the arrow into the middle.
        ...(vertical === undefined && rowHeight <= ROW_HEIGHT && { vt: VerticalAlign.MIDDLE }),
      },
      fontRenderExtension: { ...cell?.fontRenderExtension, topOffset: DROPDOWN_TOP },
    };
  }

  /** What the file says the cell shows. */
  textIn({ sheet, row, column }: Spot): string {
    const grid = this.file.sheet(sheet)?.grid;
    if (!grid) return '';
    const { numberFormat } = this.file.formats.get(grid.format(row, column));
    return displayOf(grid.value(row, column), numberFormat, this.file.properties.locale);
  }

  edited({ sheet, row, column }: Spot): string {
    const grid = this.file.sheet(sheet)?.grid;
    if (!grid) return '';
    const { numberFormat } = this.file.formats.get(grid.format(row, column));
    return editedText(grid.value(row, column), grid.formula(row, column), numberFormat, this.file.properties.locale);
  }

  /** Shows typed text until the server has read it; answers with what ends that. */
  expect({ sheet, row, column }: Spot, texts: readonly (readonly string[])[]): () => void {
    const expected = texts.flatMap((line, r) =>
      line.map((text, c) => {
        const key = `${sheet}:${row + r}:${column + c}`;
        const typed = { text: text.startsWith("'") ? text.slice(1) : text };
        this.pending.set(key, typed);
        return { key, typed };
      }),
    );
    return () => {
      for (const { key, typed } of expected) if (this.pending.get(key) === typed) this.pending.delete(key);
    };
  }
}
