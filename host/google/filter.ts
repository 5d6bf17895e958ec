import { isJudged } from '../engine/conditions';
import { filterEdits, filterOf } from '../engine/filters';
import type { Condition, Filter as EngineFilter, FilterCriterion } from '../engine/objects';
import { rightOf } from '../engine/rect';
import type { Context } from './context';
import type { EnumValue } from './enums';
import { fail, unsupported } from './errors';
import { Range } from './range';
import { criteriaTypeOf, criteriaValuesOf, todayOf, WhenBuilder } from './when-builder';

/** `SpreadsheetApp.Filter`: the one basic filter of a tab. Its rows are hidden, their values are still read. */
export class Filter {
  constructor(
    private readonly context: Context,
    private readonly sheetId: number,
  ) {}

  static create(context: Context, range: Range): Filter {
    if (filterOf(context.file, range.sheetId)) fail("You can't create a filter in a sheet that already has a filter.");
    const filter = new Filter(context, range.sheetId);
    filter.put({ sheet: range.sheetId, rect: range.rect, criteria: {} });
    return filter;
  }

  private get item(): EngineFilter {
    return filterOf(this.context.file, this.sheetId) ?? fail('The filter no longer exists.');
  }
  private put(filter: EngineFilter | null): void {
    // Google works formulas out before it judges what cells show.
    this.context.calculator.calculate();
    const edits = filterEdits(this.context.file, this.sheetId, filter, todayOf(this.context));
    for (const edit of edits) this.context.apply(edit);
  }
  private within(columnPosition: number): number {
    const { rect } = this.item;
    const column = columnPosition - 1;
    if (column < rect.column || column > rightOf(rect)) fail('Those columns are out of bounds.');
    return column - rect.column;
  }

  getRange(): Range {
    return new Range(this.context, this.sheetId, this.item.rect);
  }
  getColumnFilterCriteria(columnPosition: number): FilterCriteria | null {
    const criterion = this.item.criteria[this.within(columnPosition)];
    return criterion ? new FilterCriteria(this.context, criterion) : null;
  }
  setColumnFilterCriteria(columnPosition: number, filterCriteria: FilterCriteria | null): this {
    if (!filterCriteria) return this.removeColumnFilterCriteria(columnPosition);
    const { condition } = filterCriteria.criterion;
    if (condition && !isJudged(condition)) unsupported(`A filter with ${condition.criterion}`);
    const column = this.within(columnPosition);
    this.put({ ...this.item, criteria: { ...this.item.criteria, [column]: filterCriteria.criterion } });
    return this;
  }
  removeColumnFilterCriteria(columnPosition: number): this {
    const { [this.within(columnPosition)]: _, ...criteria } = this.item.criteria;
    this.put({ ...this.item, criteria });
    return this;
  }
  /** The first row of the filter is its header and stays. Source: reference "Filter.sort". */
  sort(columnPosition: number, ascending: boolean): this {
    this.within(columnPosition);
    const { rect } = this.item;
    if (rect.rows > 1) {
      const below = { ...rect, row: rect.row + 1, rows: rect.rows - 1 };
      new Range(this.context, this.sheetId, below).sort({ column: columnPosition, ascending });
    }
    this.put(this.item);
    return this;
  }
  remove(): void {
    this.item;
    this.put(null);
  }
}

/** `SpreadsheetApp.FilterCriteria`. */
export class FilterCriteria {
  constructor(
    private readonly context: Context,
    readonly criterion: FilterCriterion,
  ) {}

  getCriteriaType(): EnumValue | null {
    return criteriaTypeOf(this.criterion.condition);
  }
  getCriteriaValues(): unknown[] {
    return criteriaValuesOf(this.context, this.criterion.condition);
  }
  getHiddenValues(): string[] {
    return [...this.criterion.hidden];
  }
  copy(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(this.context, this.criterion);
  }
}

/** `SpreadsheetApp.FilterCriteriaBuilder`. Values to show are for data sources only, which the host has not. */
export class FilterCriteriaBuilder extends WhenBuilder {
  protected readonly className = 'FilterCriteriaBuilder';

  constructor(
    context: Context,
    private criterion: FilterCriterion = { condition: null, hidden: [] },
  ) {
    super(context);
  }

  protected when(condition: Condition): this {
    this.criterion = { ...this.criterion, condition };
    return this;
  }
  setHiddenValues(values: string[]): this {
    this.criterion = { ...this.criterion, hidden: values.map(String) };
    return this;
  }
  getCriteriaType(): EnumValue | null {
    return criteriaTypeOf(this.criterion.condition);
  }
  getCriteriaValues(): unknown[] {
    return criteriaValuesOf(this.context, this.criterion.condition);
  }
  getHiddenValues(): string[] {
    return [...this.criterion.hidden];
  }
  copy(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(this.context, this.criterion);
  }
  build(): FilterCriteria {
    return new FilterCriteria(this.context, this.criterion);
  }
}
