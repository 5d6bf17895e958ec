import type { Context } from './context';
import { DataValidationBuilder } from './data-validation-builder';
import { fail } from './errors';
import type { Range } from './range';
import { RichTextValueBuilder } from './rich-text';
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
  getActiveRange(): Range | null {
    return this.getActive().getActiveRange();
  }
  getCurrentCell(): Range | null {
    return this.getActive().getCurrentCell();
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
}
