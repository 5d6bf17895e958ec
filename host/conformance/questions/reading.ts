import type { ScriptQuestion } from './question';

const LIVE = 'gas-fakes test suite, run against Google too';

/** What scripts get when they read. */
export const reading: readonly ScriptQuestion[] = [
  {
    id: 'reading/kinds-of-values',
    asks: 'Do text, numbers, booleans, blanks and days come as strings, numbers, booleans, empty strings and Dates?',
    code: (_, sheet) => {
      sheet.getRange('A1:E1').setValues([['a', 1.5, true, '', new Date(Date.UTC(2026, 0, 15, 12))]]);
      const [row] = sheet.getRange('A1:E1').getValues();
      return row!.map((value) => Object.prototype.toString.call(value));
    },
    expect: ['[object String]', '[object Number]', '[object Boolean]', '[object String]', '[object Date]'],
    source: 'reference "Range.getValues"',
  },
  {
    id: 'reading/blank',
    asks: 'Is a blank cell an empty string, and the range blank?',
    code: (_, sheet) => [sheet.getRange('B2').getValue(), sheet.getRange('B2:C3').isBlank()],
    expect: ['', true],
    source: 'reference "Range.getValues", "Range.isBlank"',
  },
  {
    id: 'reading/shown-number',
    asks: 'Does getDisplayValue give what the grid shows?',
    code: (_, sheet) => {
      const cell = sheet.getRange('A1').setValue(1234.5).setNumberFormat('$#,##0.00');
      return [cell.getValue(), cell.getDisplayValue()];
    },
    expect: [1234.5, '$1,234.50'],
    source: 'reference "Range.getDisplayValue"',
  },
  {
    id: 'reading/number-in-a-date-format',
    asks: 'Is a number in a date format a Date?',
    settings: { timeZone: 'Etc/UTC' },
    code: (_, sheet) => {
      const cell = sheet.getRange('A1').setValue(46000).setNumberFormat('yyyy-mm-dd');
      return [cell.getValue().toISOString(), cell.getDisplayValue()];
    },
    expect: ['2025-12-09T00:00:00.000Z', '2025-12-09'],
    source: 'reference "Range.getValues": the type depends on the cell; Sheets API guide "Date and time formats"',
  },
  {
    id: 'reading/top-left',
    asks: 'Does getValue read the upper left cell of a block?',
    code: (_, sheet) => {
      sheet.getRange('A1:B2').setValues([
        [1, 2],
        [3, 4],
      ]);
      return sheet.getRange('A1:B2').getValue();
    },
    expect: 1,
    source: 'reference "Range.getValue"',
  },
  {
    id: 'reading/hidden-rows',
    asks: 'Are hidden rows read like any other?',
    code: (_, sheet) => {
      sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
      sheet.hideRows(2);
      return sheet.getRange('A1:A3').getValues();
    },
    expect: [[1], [2], [3]],
    source: 'reference "Range.getValues"; reference "Sheet.isRowHiddenByUser"',
  },
  {
    id: 'reading/last-row-of-nothing',
    asks: 'Is the last row of an empty tab 0, and its data range A1?',
    code: (_, sheet) => [
      sheet.getLastRow(),
      sheet.getLastColumn(),
      sheet.getDataRange().getA1Notation(),
      sheet.getDataRange().getValues(),
    ],
    expect: [0, 0, 'A1', [['']]],
    source: LIVE,
  },
  {
    id: 'reading/last-row-and-formats',
    asks: 'Do formats without content leave the last row alone?',
    code: (_, sheet) => {
      sheet.getRange('A2').setValue('x');
      sheet.getRange('D9').setBackground('#ff0000');
      return [sheet.getLastRow(), sheet.getLastColumn()];
    },
    expect: [2, 1],
    source: 'reference "Sheet.getLastRow": the last row that has content',
  },
  {
    id: 'reading/data-range',
    asks: 'Does the data range start at A1 although the data do not?',
    code: (_, sheet) => {
      sheet.getRange('C3').setValue('x');
      return sheet.getDataRange().getA1Notation();
    },
    expect: 'A1:C3',
    source: 'reference "Sheet.getDataRange"',
  },
  {
    id: 'reading/no-formula',
    asks: 'Is the formula of a cell without one an empty string?',
    code: (_, sheet) => {
      sheet.getRange('A1:B1').setValues([[5, '=A1*2']]);
      return [sheet.getRange('A1:C1').getFormulas(), sheet.getRange('A1:B1').getValues()];
    },
    expect: [[['', '=A1*2', '']], [[5, 10]]],
    source: 'reference "Range.getFormula"',
  },
  {
    id: 'reading/notations',
    asks: 'Are dollar signs left out of a notation and corners put in order?',
    code: (_, sheet) => ['$C$3', 'C5:B2', 'D:F', '5:7'].map((text) => sheet.getRange(text).getA1Notation()),
    expect: ['C3', 'B2:C5', 'D:F', '5:7'],
    source: LIVE,
  },
  {
    id: 'reading/whole-columns',
    asks: 'Does a range of columns have all rows of the tab, and one of rows all columns?',
    code: (_, sheet) => [
      sheet.getRange('D:F').getNumRows() === sheet.getMaxRows(),
      sheet.getRange('5:7').getNumColumns() === sheet.getMaxColumns(),
    ],
    expect: [true, true],
    source: LIVE,
  },
  {
    id: 'reading/not-there',
    asks: 'Are a tab, a named range and a rule that do not exist null?',
    code: (spreadsheet, sheet) => [
      spreadsheet.getSheetByName('no such tab'),
      spreadsheet.getRangeByName('no_such_range'),
      sheet.getRange('A1').getDataValidation(),
    ],
    expect: [null, null, null],
    source: 'reference "Spreadsheet.getSheetByName", "Spreadsheet.getRangeByName", "Range.getDataValidation"',
  },
  {
    id: 'reading/plain-number-format',
    asks: 'Which number format has a cell that nobody formatted?',
    code: (_, sheet) => [
      sheet.getRange('A1').getNumberFormat(),
      sheet.getRange('A2').setNumberFormat('general').getNumberFormat(),
    ],
    expect: ['0.###############', '0.###############'],
    source: LIVE,
  },
  {
    id: 'reading/plain-looks',
    asks: 'How does a cell look that nobody formatted?',
    code: (_, sheet) => {
      const cell = sheet.getRange('A1');
      return [
        cell.getBackground(),
        cell.getFontSize(),
        cell.getFontFamily(),
        cell.getFontWeight(),
        cell.getFontLine(),
        cell.getHorizontalAlignment(),
        cell.getVerticalAlignment(),
      ];
    },
    expect: ['#ffffff', 10, 'Arial', 'normal', 'none', 'general', 'bottom'],
    source: LIVE,
  },
  {
    id: 'reading/named-colours',
    asks: 'Do colours set by name come back as figures?',
    code: (_, sheet) => sheet.getRange('A1').setBackground('blue').setFontColor('yellow').getBackground(),
    expect: '#0000ff',
    source: LIVE,
  },
  {
    id: 'reading/finding',
    asks: 'Does a text finder overlook case and find parts of a cell?',
    code: (_, sheet) => {
      sheet.getRange('A1:A4').setValues([['sample'], ['SampleA'], ['an example'], ['other']]);
      const finder = sheet.createTextFinder('SAMPLE');
      return finder.findAll().map((range) => range.getA1Notation());
    },
    expect: ['A1', 'A2'],
    source: `reference "TextFinder"; ${LIVE}`,
  },
  {
    id: 'reading/finding-whole-cells',
    asks: 'Does a text finder that wants case and whole cells find only those?',
    code: (_, sheet) => {
      sheet.getRange('A1:A3').setValues([['sample'], ['Sample'], ['sample 2']]);
      const finder = sheet.createTextFinder('sample').matchCase(true).matchEntireCell(true);
      return finder.findAll().map((range) => range.getA1Notation());
    },
    expect: ['A1'],
    source: LIVE,
  },
  {
    id: 'reading/data-region',
    asks: 'How far does the data region around a cell go?',
    code: (_, sheet) => {
      sheet.getRange('B2:D4').setValue('x');
      return ['C3', 'A1', 'B1', 'E3'].map((place) => sheet.getRange(place).getDataRegion().getA1Notation());
    },
    expect: ['B2:D4', 'A1', 'B1:D4', 'B2:E4'],
    source: LIVE,
  },
  {
    id: 'reading/offset-and-cell',
    asks: 'Does an offset keep the size, and count getCell from 1 inside the range?',
    code: (_, sheet) => {
      const range = sheet.getRange('B2:C4');
      return [
        range.offset(1, 1).getA1Notation(),
        range.offset(1, 0, 1).getA1Notation(),
        range.getCell(2, 2).getA1Notation(),
      ];
    },
    expect: ['C3:D5', 'B3:C3', 'C3'],
    source: `reference "Range.offset", "Range.getCell"; ${LIVE}`,
  },
  {
    id: 'reading/rich-text-of-a-number',
    asks: 'Has a number no rich text, and a text one run?',
    code: (_, sheet) => {
      sheet.getRange('A1:B1').setValues([[5, 'Plain text']]);
      const text = sheet.getRange('B1').getRichTextValue();
      return [sheet.getRange('A1').getRichTextValue(), text?.getText(), text?.getRuns().length];
    },
    expect: [null, 'Plain text', 1],
    source: `reference "Range.getRichTextValue"; ${LIVE}`,
  },
  {
    id: 'reading/shown-booleans',
    asks: 'Are booleans shown as TRUE and FALSE, and blanks as nothing?',
    code: (_, sheet) =>
      sheet
        .getRange('A1:C1')
        .setValues([[true, false, '']])
        .getDisplayValues(),
    expect: [['TRUE', 'FALSE', '']],
    source: 'reference "Range.getDisplayValues"',
  },
  {
    id: 'reading/errors-as-text',
    asks: 'Do formula errors come as strings?',
    code: (_, sheet) => {
      sheet.getRange('A1:A2').setFormulas([['=1/0'], ['=NA()']]);
      return sheet.getRange('A1:A2').getValues();
    },
    expect: [['#DIV/0!'], ['#N/A']],
    source: 'common knowledge',
    unsure: 'No page says so.',
  },
  {
    id: 'reading/last-row-and-empty-formulas',
    asks: 'Does a formula that shows nothing count as content?',
    code: (_, sheet) => {
      sheet.getRange('A5').setFormula('=""');
      return sheet.getLastRow();
    },
    expect: 5,
    source: 'public code that works around it',
    unsure: 'Not in the reference.',
  },
  {
    id: 'reading/last-row-and-checkboxes',
    asks: 'Does an unchecked box count as content?',
    code: (_, sheet) => {
      sheet.getRange('A7').insertCheckboxes();
      return sheet.getLastRow();
    },
    expect: 7,
    source: 'public code that works around it',
    unsure: 'Not in the reference.',
  },
];
