import type { ValidationRule } from '../engine/objects';
import { ruleOfFormat } from '../engine/rules';
import type { CellValue } from '../engine/values';
import { cellWriter } from './cell-values';
import { DataValidation, keptArgument } from './data-validation';
import { RangeValues } from './range-values';

type Box = { readonly checked: CellValue; readonly unchecked: CellValue };

/** The checkboxes of a range. */
export class RangeCheckboxes extends RangeValues {
  /** Every cell starts unchecked, whatever it held. Source: reference "Range.insertCheckboxes". */
  insertCheckboxes(...values: unknown[]): this {
    const args = values.map((value) => keptArgument(this.context, value));
    const rule = { criterion: 'CHECKBOX', args, source: null, allowInvalid: true, helpText: null };
    this.setDataValidation(new DataValidation(this.context, rule));
    return this.setValue(boxOf(rule).unchecked);
  }
  /** Takes the checkboxes out, and what their cells held. */
  removeCheckboxes(): this {
    this.eachBox((at) => at.clearContent().clearDataValidations());
    return this;
  }
  check(): this {
    return this.eachBox((at, { checked }) => at.setPlain(checked));
  }
  uncheck(): this {
    return this.eachBox((at, { unchecked }) => at.setPlain(unchecked));
  }
  /** True or false where all cells agree; null where they do not, or are no checkboxes. */
  isChecked(): boolean | null {
    const states = new Set<boolean | null>();
    let boxes = 0;
    this.eachBox((at, { checked }) => {
      boxes++;
      states.add(at.grid.value(at.rect.row, at.rect.column) === checked);
    });
    return boxes === this.rect.rows * this.rect.columns && states.size === 1 ? ([...states][0] ?? null) : null;
  }

  private setPlain(value: CellValue): void {
    const written = cellWriter(this.context)(value, this.grid.format(this.rect.row, this.rect.column));
    this.write({ values: [[written.value]], formulas: [[null]] });
  }

  private eachBox(act: (at: RangeCheckboxes, box: Box) => void): this {
    const { row, column } = this.rect;
    this.grid.formats(this.rect).forEach((line, r) => {
      line.forEach((format, c) => {
        const rule = ruleOfFormat(this.context.file, format);
        if (rule?.criterion === 'CHECKBOX') act(this.at(row + r, column + c), boxOf(rule));
      });
    });
    return this;
  }
}

function boxOf({ args }: Pick<ValidationRule, 'args'>): Box {
  const [checked = true, unchecked] = args as readonly CellValue[];
  return { checked, unchecked: unchecked ?? (args.length === 0 ? false : null) };
}
