import type { ScriptQuestion } from './question';

const USE = 'known to everyone who uses Sheets';
const HELP = 'sheets.wiki "Error": parsing errors, references outside of the sheet, INDIRECT';

/** What formulas show, by which clock they go, and how they fail. */
export const formulas: readonly ScriptQuestion[] = [
  {
    id: 'reading/formula-of-a-day',
    asks: 'Is a formula that looks at a day a day itself?',
    code: (_, sheet) => {
      sheet.getRange('A1').setValue('1/5/2026');
      sheet.getRange('B1:E1').setFormulas([['=A1', '=A1+1', '=MAX(A1:A9)', '=IF(TRUE,A1,0)']]);
      return sheet.getRange('B1:E1').getDisplayValues()[0];
    },
    expect: ['1/5/2026', '1/6/2026', '1/5/2026', '1/5/2026'],
    source: USE,
  },
  {
    id: 'reading/formula-value-of-a-day',
    asks: 'Is the value of such a formula a Date?',
    settings: { timeZone: 'Etc/UTC' },
    code: (_, sheet) => {
      sheet.getRange('A1').setValue('1/5/2026');
      return sheet.getRange('B1').setFormula('=A1+1').getValue().toISOString();
    },
    expect: '2026-01-06T00:00:00.000Z',
    source: `${USE}; reference "Range.getValue": the type depends on the cell`,
  },
  {
    id: 'reading/formula-days-between',
    asks: 'Is one day minus another a plain number?',
    code: (_, sheet) => {
      sheet.getRange('A1:B1').setValues([['1/5/2026', '1/9/2026']]);
      const cell = sheet.getRange('C1').setFormula('=B1-A1');
      return [cell.getValue(), cell.getDisplayValue()];
    },
    expect: [4, '4'],
    source: USE,
  },
  {
    id: 'reading/formula-of-money-and-percentages',
    asks: 'Does a formula show money as money and percentages as percentages?',
    code: (_, sheet) => {
      sheet.getRange('A1:B1').setValues([['$5.00', '25%']]);
      return sheet
        .getRange('C1:D1')
        .setFormulas([['=A1*2', '=B1*2']])
        .getDisplayValues()[0];
    },
    expect: ['$10.00', '50%'],
    source: USE,
  },
  {
    id: 'reading/formula-chosen-format',
    asks: 'Does a format that somebody chose stay?',
    code: (_, sheet) => {
      sheet.getRange('A1').setValue('1/5/2026');
      return sheet.getRange('B1').setNumberFormat('0').setFormula('=A1').getValue();
    },
    expect: 46027,
    source: USE,
  },
  {
    id: 'reading/formula-format-that-goes',
    asks: 'Does the format go when another formula or a number takes the place of the formula?',
    code: (_, sheet) => {
      sheet.getRange('A1').setValue('1/5/2026');
      const cells = sheet.getRange('B1:C1').setFormulas([['=A1', '=A1']]);
      const before = cells.getDisplayValues()[0]!;
      sheet.getRange('B1').setFormula('=1+1');
      sheet.getRange('C1').setValue(5);
      return [...before, ...cells.getDisplayValues()[0]!];
    },
    expect: ['1/5/2026', '1/5/2026', '2', '5'],
    source: USE,
    unsure: 'Nobody has written down whether such a format ever sticks.',
  },
  {
    id: 'reading/formula-total-below-a-header',
    asks: 'Is the total of a column of money money although its header is text?',
    code: (_, sheet) => {
      sheet.getRange('A1:A3').setValues([['Value'], ['$5.00'], ['$7.50']]);
      return sheet.getRange('B1').setFormula('=SUM(A:A)').getDisplayValue();
    },
    expect: '$12.50',
    source: USE,
    unsure: 'Which cell of a range counts is not written down.',
  },
  {
    id: 'reading/formula-today',
    asks: 'Is TODAY the day in the zone of the file?',
    settings: { timeZone: 'Pacific/Kiritimati' },
    code: (spreadsheet, sheet) => {
      const shown = sheet.getRange('A1').setFormula('=TODAY()').getDisplayValue();
      return shown === Utilities.formatDate(new Date(), spreadsheet.getSpreadsheetTimeZone(), 'M/d/yyyy');
    },
    expect: true,
    source: 'Google Docs Editors help "TODAY"; reference "Spreadsheet.getSpreadsheetTimeZone"',
  },
  {
    id: 'reading/formula-now',
    asks: 'Is NOW the moment in the zone of the file, as a Date?',
    settings: { timeZone: 'Pacific/Kiritimati' },
    code: (_, sheet) => {
      const moment = sheet.getRange('A1').setFormula('=NOW()').getValue();
      return Math.abs(moment.getTime() - Date.now()) < 60_000;
    },
    expect: true,
    source: 'Google Docs Editors help "NOW"; reference "Spreadsheet.getSpreadsheetTimeZone"',
  },
  {
    id: 'reading/formula-made-days-and-times',
    asks: 'How are days, moments and times shown that formulas make?',
    code: (_, sheet) =>
      sheet
        .getRange('A1:B1')
        .setFormulas([['=DATE(2026,3,4)', '=TIME(9,30,0)']])
        .getDisplayValues()[0],
    expect: ['3/4/2026', '9:30:00 AM'],
    source: USE,
    unsure: 'The format of TIME is not documented.',
  },
  {
    id: 'reading/formula-cannot-be-read',
    asks: 'What does a formula show that cannot be read?',
    code: (_, sheet) =>
      sheet
        .getRange('A1:B1')
        .setFormulas([['=SUM(', '=1+']])
        .getValues()[0],
    expect: ['#ERROR!', '#ERROR!'],
    source: HELP,
  },
  {
    id: 'reading/formula-no-such-tab',
    asks: 'What does a formula show that names a tab which does not exist?',
    code: (_, sheet) => sheet.getRange('A1').setFormula("='no such tab'!A1").getValue(),
    expect: '#REF!',
    source: USE,
  },
  {
    id: 'reading/formula-indirect-outside',
    asks: 'What does INDIRECT show for a cell outside of the tab?',
    code: (_, sheet) => sheet.getRange('A1').setFormula('=INDIRECT("ZZ1")').getValue(),
    expect: '#REF!',
    source: HELP,
  },
  {
    id: 'reading/formula-outside',
    asks: 'What does a formula show that names a cell outside of the tab?',
    code: (_, sheet) => sheet.getRange('A1').setFormula('=ZZ1').getValue(),
    expect: '#REF!',
    source: HELP,
    unsure: 'The tab may grow to hold it instead.',
  },
];
