import { rectOf } from '../engine/rect';
import type { Context } from './context';
import { Range } from './range';
import { RangeList } from './range-list';
import { Sheet } from './sheet';

/** `SpreadsheetApp.Selection`: what the user of the script has selected. The host knows one block at a time. */
export class Selection {
  constructor(private readonly context: Context) {}

  getActiveSheet(): Sheet {
    return new Sheet(this.context, this.context.selection.sheet);
  }
  getActiveRange(): Range | null {
    const { sheet, rect } = this.context.selection;
    return new Range(this.context, sheet, rect);
  }
  getActiveRangeList(): RangeList | null {
    const range = this.getActiveRange();
    return range && new RangeList([range]);
  }
  getCurrentCell(): Range | null {
    const { sheet, rect } = this.context.selection;
    return new Range(this.context, sheet, rectOf(rect.row, rect.column));
  }
}
