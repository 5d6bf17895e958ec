import { ColorBuilder } from './color';
import { ConditionalFormatRuleBuilder } from './conditional-format';
import type { Context } from './context';
import { DataValidationBuilder } from './data-validation-builder';
import { fail } from './errors';
import { FilterCriteriaBuilder } from './filter';
import type { Range } from './range';
import type { RangeList } from './range-list';
import { RichTextValueBuilder } from './rich-text';
import type { Selection } from './selection';
import type { Sheet } from './sheet';
import { Spreadsheet } from './spreadsheet';
import { TextStyleBuilder } from './text-style';
import { Ui } from './ui';

/** `SpreadsheetApp`, as an editor add-on sees it: only the open file. */
export class SpreadsheetApp {
  constructor(private readonly context: Context) {}

  getActive(): Spreadsheet {
    return new Spreadsheet(this.context);
  }
  getActiveSpreadsheet(): Spreadsheet {
    return new Spreadsheet(this.context);
  }
  openById(id: string): Spreadsheet {
    const context = this.context.inFile(String(id));
    return new Spreadsheet(context ?? fail('You do not have permission to access the requested document.'));
  }
  openByUrl(url: string): Spreadsheet {
    const [, id] = /\/spreadsheets\/d\/([^/]+)/.exec(String(url)) ?? fail(`Invalid argument: url`);
    return this.openById(id!);
  }
  create(name: string): Spreadsheet {
    return new Spreadsheet(this.context.newFile(String(name)));
  }
  getActiveSheet(): Sheet {
    return this.getActive().getActiveSheet();
  }
  setActiveSheet(sheet: Sheet, restoreSelection = false): Sheet {
    return this.getActive().setActiveSheet(sheet, restoreSelection);
  }
  getActiveRange(): Range | null {
    return this.getActive().getActiveRange();
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  getActiveRangeList(): RangeList | null {
    return this.getActive().getActiveRangeList();
  }
  setActiveRangeList(rangeList: RangeList): RangeList {
    return rangeList.activate();
  }
  getCurrentCell(): Range | null {
    return this.getActive().getCurrentCell();
  }
  setCurrentCell(cell: Range): Range {
    return cell.activateAsCurrentCell();
  }
  getSelection(): Selection {
    return this.getActive().getSelection();
  }
  getUi(): Ui {
    return new Ui(this.context);
  }
  flush(): void {
    this.context.calculator.calculate();
  }
  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder(this.context);
  }
  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder();
  }
  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder();
  }
  newColor(): ColorBuilder {
    return new ColorBuilder();
  }
  newFilterCriteria(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(this.context);
  }
  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.context);
  }
}
