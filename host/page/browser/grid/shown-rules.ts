import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationRenderMode,
  type IDataValidationRule,
  type IRange,
} from '@univerjs/core';
import { displayOf } from '../../../engine/display';
import type { Edit } from '../../../engine/edits';
import { layersRect, type SpreadsheetFile } from '../../../engine/file';
import type { ValidationRule } from '../../../engine/objects';
import { overlaps } from '../../../engine/rect';
import type { Sheet } from '../../../engine/sheet';
import { FROM_SERVER } from './gate';
import type { Grid } from './start-univer';
import { UNIT } from './workbook';

/** A tab and a rule of it, as Univer knows them. */
type Known = { readonly sheet: number; readonly rule: IDataValidationRule; readonly text: string };

/**
 * Shows the dropdowns and checkboxes of the file's validation rules. Cells name their rule in their format; Univer wants
 * to know the cells of each rule, and the items of each list.
 */
export class ShownRules {
  private known = new Map<string, Known>();
  private stale = true;

  constructor(
    private readonly grid: Grid,
    private readonly file: SpreadsheetFile,
  ) {
    file.onEdit((edit) => {
      this.stale ||= this.concerns(edit);
    });
    this.refresh();
  }

  private concerns(edit: Edit): boolean {
    const { rules } = this.file.objects;
    if (edit.kind === 'objects') return edit.objects.rules !== undefined;
    if (rules.length === 0) return false;
    if (edit.kind !== 'cells') return edit.kind !== 'lines' && edit.kind !== 'file' && edit.kind !== 'order';
    if (edit.layers.formats) return true;
    const rect = layersRect(edit.row, edit.column, edit.layers);
    return rules.some(({ source }) => source?.sheet === edit.sheet && overlaps(source.rect, rect));
  }

  /** Brings Univer up to date. Called once for many edits. */
  refresh(): void {
    if (!this.stale) return;
    this.stale = false;
    const now = new Map(this.file.sheets.flatMap((sheet) => this.rulesIn(sheet)));
    for (const [uid, { sheet, text }] of this.known) {
      if (now.get(uid)?.text !== text) this.change('removeRule', sheet, { ruleId: uid });
    }
    for (const [uid, { sheet, rule, text }] of now) {
      if (this.known.get(uid)?.text !== text) this.change('addRule', sheet, { rule });
    }
    this.known = now;
  }

  private change(what: string, sheet: number, params: object): void {
    // The rules of a deleted tab went with it.
    if (!this.grid.workbook.getSheetBySheetId(String(sheet))) return;
    const all = { unitId: UNIT, subUnitId: String(sheet), source: 'patched', ...params };
    this.grid.commands.syncExecuteCommand(`data-validation.mutation.${what}`, all, FROM_SERVER);
  }

  private rulesIn(sheet: Sheet): [uid: string, known: Known][] {
    const ranges = this.rangesByRule(sheet);
    return this.file.objects.rules.flatMap((rule): [string, Known][] => {
      const shown = ranges.has(rule.key) ? this.shownRule(rule) : null;
      if (!shown) return [];
      const uid = `${sheet.id}-${rule.key}`;
      const whole = { uid, ranges: ranges.get(rule.key)!, ...shown } as IDataValidationRule;
      return [[uid, { sheet: sheet.id, rule: whole, text: JSON.stringify(whole) }]];
    });
  }

  /** Cells of a column that follow each other become one range. */
  private rangesByRule({ grid }: Sheet): Map<number, IRange[]> {
    const rules = this.file.formats.all().map(({ rule }) => rule);
    const ranges = new Map<number, IRange[]>();
    if (rules.every((rule) => rule === undefined)) return ranges;
    const open: ((IRange & { key: number }) | undefined)[] = [];
    grid.eachUsedRow((row, width) => {
      for (let column = 0; column < width; column++) {
        const key = rules[grid.format(row, column)];
        if (key === undefined) continue;
        const above = open[column];
        if (above?.key === key && above.endRow === row - 1) above.endRow = row;
        else {
          const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
          open[column] = Object.assign(range, { key });
          ranges.set(key, [...(ranges.get(key) ?? []), range]);
        }
      }
    });
    return ranges;
  }

  /** What Univer is to make of a rule; null for those that only the server judges. */
  private shownRule(rule: ValidationRule): Partial<IDataValidationRule> | null {
    const base = {
      allowBlank: true,
      showErrorMessage: false,
      // The server refuses what must not go in; here it is only marked.
      errorStyle: DataValidationErrorStyle.WARNING,
      ...(rule.helpText && { showInputMessage: true, prompt: rule.helpText }),
    };
    const renderMode = DataValidationRenderMode.ARROW;
    switch (rule.criterion) {
      case 'VALUE_IN_LIST':
        return {
          ...base,
          type: 'list',
          renderMode,
          formula1: JSON.stringify(rule.args[0]),
          showDropDown: rule.args[1] !== false,
        };
      case 'VALUE_IN_RANGE':
        return {
          ...base,
          type: 'list',
          renderMode,
          formula1: JSON.stringify(this.itemsOf(rule)),
          showDropDown: rule.args[0] !== false,
        };
      case 'CHECKBOX':
        return { ...base, type: 'checkbox', formula1: 'TRUE', formula2: 'FALSE' };
      case 'NUMBER_BETWEEN':
        return {
          ...base,
          type: 'decimal',
          operator: DataValidationOperator.BETWEEN,
          formula1: String(rule.args[0]),
          formula2: String(rule.args[1]),
        };
      default:
        return null;
    }
  }

  private itemsOf({ source }: ValidationRule): string[] {
    const grid = source && this.file.sheet(source.sheet)?.grid;
    if (!source || !grid) return [];
    const formats = grid.formats(source.rect);
    const texts = grid.values(source.rect).flatMap((line, r) =>
      line.map((value, c) => {
        const { numberFormat } = this.file.formats.get(formats[r]![c]!);
        return displayOf(value, numberFormat, this.file.properties.locale);
      }),
    );
    return [...new Set(texts.filter((text) => text !== ''))];
  }
}
