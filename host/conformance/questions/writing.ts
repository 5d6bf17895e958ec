import type { ScriptQuestion } from './question';

const LIVE = 'gas-fakes test suite, run against Google too';

/** What becomes of values that scripts write. */
export const writing: readonly ScriptQuestion[] = [
  {
    id: 'writing/digits-in-a-string',
    asks: 'Does a string of digits with a leading zero become a number?',
    code: (_, sheet) => sheet.getRange('A1').setValue('01234').getValue(),
    expect: 1234,
    source: 'vlucas/sheetquery issue 20',
  },
  {
    id: 'writing/day-in-a-string',
    asks: 'Does a string that looks like a day become a Date of that day in the zone of the file?',
    code: (spreadsheet, sheet) => {
      const value = sheet.getRange('A1').setValue('2026-03-25').getValue();
      const day = Utilities.formatDate(value, spreadsheet.getSpreadsheetTimeZone(), 'yyyy-MM-dd HH:mm');
      return [Object.prototype.toString.call(value), day];
    },
    expect: ['[object Date]', '2026-03-25 00:00'],
    source: 'vlucas/sheetquery issue 20 and public code that works around it; reference "Session.getScriptTimeZone"',
  },
  {
    id: 'writing/size-in-a-string',
    asks: 'Does 1-2, meant as a size, become the second of January?',
    code: (spreadsheet, sheet) => {
      const value = sheet.getRange('A1').setValue('1-2').getValue();
      return Utilities.formatDate(value, spreadsheet.getSpreadsheetTimeZone(), 'd MMM');
    },
    expect: '2 Jan',
    source: 'public code that works around it; Sheets API reference "ValueInputOption.USER_ENTERED"',
  },
  {
    id: 'writing/time-in-a-string',
    asks: 'Does a time of day become a Date on the zeroth day of the calendar?',
    settings: { timeZone: 'Etc/UTC' },
    code: (_, sheet) => sheet.getRange('A1').setValue('09:38').getValue().toISOString(),
    expect: '1899-12-30T09:38:00.000Z',
    source: 'tmdean.blogspot 2015-06; Sheets API guide "Date and time formats"',
  },
  {
    id: 'writing/true-in-a-string',
    asks: 'Does the string TRUE become a boolean?',
    code: (_, sheet) => sheet.getRange('A1').setValue('TRUE').getValue(),
    expect: true,
    source: 'public code that works around it; Sheets API reference "ValueInputOption.USER_ENTERED"',
  },
  {
    id: 'writing/percent-in-a-string',
    asks: 'Does 12% become a plain number that is shown as a percentage?',
    code: (_, sheet) => {
      const cell = sheet.getRange('A1').setValue('12%');
      return [cell.getValue(), cell.getDisplayValue()];
    },
    expect: [0.12, '12%'],
    source: 'Sheets API reference "ValueInputOption.USER_ENTERED"; gas-fakes notes on how setValue equals it',
  },
  {
    id: 'writing/money-in-a-string',
    asks: 'Does an amount with currency sign and thousands become a plain number?',
    code: (_, sheet) => sheet.getRange('A1').setValue('$1,234.50').getValue(),
    expect: 1234.5,
    source: 'Sheets API reference "ValueInputOption.USER_ENTERED"; gas-fakes notes on how setValue equals it',
  },
  {
    id: 'writing/formula-in-a-string',
    asks: 'Does a string that starts with = become a formula?',
    code: (_, sheet) => {
      const cell = sheet.getRange('A1').setValue('=1+1');
      return [cell.getFormula(), cell.getValue()];
    },
    expect: ['=1+1', 2],
    source: 'reference "Range.setValue"',
  },
  {
    id: 'writing/digits-in-a-text-cell',
    asks: 'Do digits stay text in a cell that was plain text before they came?',
    code: (_, sheet) => sheet.getRange('A1').setNumberFormat('@').setValue('0123').getValue(),
    expect: '0123',
    source: 'vlucas/sheetquery issue 20',
  },
  {
    id: 'writing/size-in-a-text-cell',
    asks: 'Does 1-2 stay text in a cell that was plain text before it came, and after the cell is General again?',
    code: (_, sheet) => {
      const cell = sheet.getRange('A1').setNumberFormat('@').setValue('1-2');
      return [cell.getValue(), cell.setNumberFormat('General').getValue()];
    },
    expect: ['1-2', '1-2'],
    source: 'vlucas/sheetquery issue 20',
  },
  {
    id: 'writing/rich-text-is-not-read',
    asks: 'Does rich text stay as written, whatever it looks like?',
    code: (_, sheet) => {
      const texts = ['=1+1', '0123', 'TRUE', '1-2'];
      const rich = texts.map((text) => [SpreadsheetApp.newRichTextValue().setText(text).build()]);
      const cells = sheet.getRange('A1:A4').setRichTextValues(rich);
      return [cells.getValues(), cells.getFormulas()];
    },
    expect: [
      [['=1+1'], ['0123'], ['TRUE'], ['1-2']],
      [[''], [''], [''], ['']],
    ],
    source: 'reference "RichTextValue"; public code that relies on it',
  },
  {
    id: 'writing/one-value-for-a-block',
    asks: 'Does setValue fill the whole range?',
    code: (_, sheet) => sheet.getRange('A1:B2').setValue(7).getValues(),
    expect: [
      [7, 7],
      [7, 7],
    ],
    source: 'reference "Range.setValue"',
  },
  {
    id: 'writing/moments',
    asks: 'Does a Date come back as the same moment?',
    code: (_, sheet) =>
      sheet
        .getRange('A1')
        .setValue(new Date(Date.UTC(2026, 6, 1, 22, 30)))
        .getValue()
        .getTime(),
    expect: Date.UTC(2026, 6, 1, 22, 30),
    source: 'reference "Range.setValue": numeric, string, boolean or date',
  },
  {
    id: 'writing/append-reads-too',
    asks: 'Does appendRow read strings as if typed?',
    code: (_, sheet) => {
      sheet.appendRow(['a', '=1+1', '007']);
      return [sheet.getRange('A1:C1').getValues(), sheet.getRange('B1').getFormula()];
    },
    expect: [[['a', 2, 7]], '=1+1'],
    source: 'reference "Sheet.appendRow"; vlucas/sheetquery issue 20',
  },
  {
    id: 'writing/append-below-everything',
    asks: 'Does appendRow start in column A below the last row with content, wherever that is?',
    code: (_, sheet) => {
      sheet.getRange('C3').setValue('here');
      sheet.appendRow(['x', 'y']);
      return sheet.getDataRange().getValues();
    },
    expect: [
      ['', '', ''],
      ['', '', ''],
      ['', '', 'here'],
      ['x', 'y', ''],
    ],
    source: 'reference "Sheet.appendRow"',
  },
  {
    id: 'writing/formula-for-a-block',
    asks: 'Does one formula for a block follow its cells, as a fill does?',
    code: (_, sheet) => sheet.getRange('C1:D2').setFormula('=A1').getFormulas(),
    expect: [
      ['=A1', '=B1'],
      ['=A2', '=B2'],
    ],
    source: LIVE,
  },
  {
    id: 'writing/spaces-between-digits',
    asks: 'Does 22 34 become a number?',
    code: (_, sheet) => sheet.getRange('A1').setValue('22 34').getValue(),
    expect: 2234,
    source: 'vlucas/sheetquery issue 20',
    unsure: 'One report, without the locale of the file: a space groups thousands in some and not in en_US.',
  },
  {
    id: 'writing/leading-apostrophe',
    asks: 'Is a leading apostrophe taken as the mark of a text and left out?',
    code: (_, sheet) => {
      const cell = sheet.getRange('A1').setValue("'0123");
      return [cell.getValue(), cell.getDisplayValue(), cell.getFormula()];
    },
    expect: ['0123', '0123', ''],
    source: 'public code; vlucas/sheetquery issue 20 says that the mark stays in the cell',
    unsure: 'Two reports contradict each other.',
  },
  {
    id: 'writing/formula-in-a-text-cell',
    asks: 'Does =1+1 become a formula in a cell that is plain text?',
    code: (_, sheet) => {
      const cell = sheet.getRange('A1').setNumberFormat('@').setValue('=1+1');
      return [cell.getFormula(), String(cell.getValue())];
    },
    expect: ['=1+1', '2'],
    source: 'public code, once each way',
    unsure: 'Reported both ways; the harsher answer is expected.',
  },
  {
    id: 'writing/plus-at-the-start',
    asks: 'Does a phone number with + become a formula?',
    code: (_, sheet) => sheet.getRange('A1').setValue('+6512345').getValue(),
    expect: 6512345,
    source: 'public code that works around it',
    unsure: 'The report does not say what the cell held in the end, nor what - and @ do.',
  },
  {
    id: 'writing/objects',
    asks: 'What becomes of an object?',
    code: (_, sheet) =>
      sheet
        .getRange('A1')
        .setValue({ a: 1 } as unknown as string)
        .getValue(),
    expect: '{a=1.0}',
    source: 'memory of the older runtime',
    unsure: 'Nobody wrote it down for the present runtime.',
  },
];
