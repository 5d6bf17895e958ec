import { rectOf } from '../engine/rect';
import type { Context } from './context';
import { Range } from './range';
import { RangeList } from './range-list';
import { Sheet } from './sheet';

/** `SpreadsheetApp.Selection`: what the user of the script has selected. */
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
    return selectedRanges(this.context);
  }
  getCurrentCell(): Range | null {
    const { sheet, rect } = this.context.selection;
    return new Range(this.context, sheet, rectOf(rect.row, rect.column));
  }
}

/** All blocks that are selected, the last one last. */
export const selectedRanges = (context: Context): RangeList => {
  const { sheet, rect, others = [] } = context.selection;
  return new RangeList([...others, rect].map((one) => new Range(context, sheet, one)));
};
