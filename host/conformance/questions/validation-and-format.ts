import type { ScriptQuestion } from './question';

const LIVE = 'gas-fakes test suite, run against Google too';

/** What cells may hold and how they look. */
export const validationAndFormat: readonly ScriptQuestion[] = [
  {
    id: 'validation-and-format/warns-by-default',
    asks: 'Does a rule only warn unless told to reject?',
    code: () => {
      const builder = SpreadsheetApp.newDataValidation().requireNumberGreaterThan(5);
      return [builder.build().getAllowInvalid(), builder.setAllowInvalid(false).build().getAllowInvalid()];
    },
    expect: [true, false],
    source: `reference "DataValidationBuilder.setAllowInvalid"; ${LIVE}`,
  },
  {
    id: 'validation-and-format/empty-rule',
    asks: 'Has a rule under construction no criteria yet?',
    code: () => {
      const builder = SpreadsheetApp.newDataValidation();
      return [builder.getCriteriaType(), builder.getCriteriaValues(), builder.getHelpText()];
    },
    expect: [null, [], null],
    source: LIVE,
  },
  {
    id: 'validation-and-format/list-of-strings',
    asks: 'Does a list become strings, with a dropdown unless told otherwise?',
    code: (_, sheet) => {
      const rule = SpreadsheetApp.newDataValidation().requireValueInList([9, false, 'z'] as unknown as string[]);
      const read = sheet.getRange('A1').setDataValidation(rule.build()).getDataValidation()!;
      return [String(read.getCriteriaType()), read.getCriteriaValues()];
    },
    expect: ['VALUE_IN_LIST', [['9', 'false', 'z'], true]],
    source: LIVE,
  },
  {
    id: 'validation-and-format/list-from-a-range',
    asks: 'Does a rule know the range it takes its list from?',
    code: (_, sheet) => {
      const rule = SpreadsheetApp.newDataValidation().requireValueInRange(sheet.getRange('A2:C4'), false).build();
      const [range, dropdown] = rule.getCriteriaValues();
      return [range.getA1Notation(), dropdown];
    },
    expect: ['A2:C4', false],
    source: LIVE,
  },
  {
    id: 'validation-and-format/checkbox-values',
    asks: 'Which values has a checkbox?',
    code: (_, sheet) => {
      sheet.getRange('A1').insertCheckboxes();
      sheet.getRange('B1').insertCheckboxes('YES', 'NO');
      return ['A1', 'B1'].map((place) => {
        const rule = sheet.getRange(place).getDataValidation()!;
        return [String(rule.getCriteriaType()), rule.getCriteriaValues(), sheet.getRange(place).getValue()];
      });
    },
    expect: [
      ['CHECKBOX', [], false],
      ['CHECKBOX', ['YES', 'NO'], 'NO'],
    ],
    source: `reference "Range.insertCheckboxes"; ${LIVE}`,
  },
  {
    id: 'validation-and-format/uncheck',
    asks: 'Does unchecking a block leave cells alone that are no checkboxes?',
    code: (_, sheet) => {
      sheet.getRange('A1').insertCheckboxes().check();
      sheet.getRange('B1').insertCheckboxes('YES', 'NO').check();
      sheet.getRange('C1').setValue('some text');
      return sheet.getRange('A1:D1').uncheck().getValues();
    },
    expect: [[false, 'NO', 'some text', '']],
    source: LIVE,
  },
  {
    id: 'validation-and-format/remove-checkboxes',
    asks: 'Does removing checkboxes take their rules and values?',
    code: (_, sheet) => {
      const cells = sheet.getRange('A1:A2').insertCheckboxes().check();
      cells.removeCheckboxes();
      return [cells.getValues(), cells.getDataValidations()];
    },
    expect: [
      [[''], ['']],
      [[null], [null]],
    ],
    source: LIVE,
  },
  {
    id: 'validation-and-format/rules-cleared',
    asks: 'Does clearing the rules leave the values?',
    code: (_, sheet) => {
      const rule = SpreadsheetApp.newDataValidation().requireNumberEqualTo(1).build();
      const cell = sheet.getRange('A1').setValue(1).setDataValidation(rule);
      cell.clearDataValidations();
      return [cell.getValue(), cell.getDataValidation()];
    },
    expect: [1, null],
    source: `reference "Range.clearDataValidations"; ${LIVE}`,
  },
  {
    id: 'validation-and-format/days-in-rules',
    asks: 'Do the days of a rule come back as the same moments?',
    code: () => {
      const [first, last] = [new Date(2026, 0, 15), new Date(2026, 1, 15)];
      const rule = SpreadsheetApp.newDataValidation().requireDateBetween(first, last).build();
      const values: Date[] = rule.getCriteriaValues();
      return [String(rule.getCriteriaType()), values.map((day, i) => day.getTime() - [first, last][i]!.getTime())];
    },
    expect: ['DATE_BETWEEN', [0, 0]],
    source: LIVE,
  },
  {
    id: 'validation-and-format/warning-lets-through',
    asks: 'Does a rule that only warns let a script write what breaks it?',
    code: (_, sheet) => {
      const rule = SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b']).build();
      return sheet.getRange('A1').setDataValidation(rule).setValue('c').getValue();
    },
    expect: 'c',
    source: 'reference "DataValidationBuilder.setAllowInvalid"',
  },
  {
    id: 'validation-and-format/rejecting-stops-scripts',
    asks: 'Does a rule that rejects stop a script too, by the next flush at the latest?',
    code: (_, sheet) => {
      const rule = SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b']).setAllowInvalid(false).build();
      sheet.getRange('A1').setDataValidation(rule).setValue('c');
      SpreadsheetApp.flush();
    },
    expect: { throws: true },
    source: 'logs of scripts in public code: "The data you entered in cell U2 violates the data validation rules …"',
  },
  {
    id: 'validation-and-format/rejecting-sentence',
    asks: 'What does Google say when a rule rejects what a script writes?',
    code: (_, sheet) => {
      const rule = SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b']).setAllowInvalid(false).build();
      sheet.getRange('A1').setDataValidation(rule).setValue('c');
      SpreadsheetApp.flush();
    },
    expect: {
      throws:
        'The data you entered in cell A1 violates the data validation rules set on this cell. Please enter one of the following values: a, b.',
    },
    source: 'logs of scripts in public code, cut off after the first sentence in most',
    unsure: 'How the sentence goes on, and whether it comes at once, is not known for certain.',
  },
  {
    id: 'validation-and-format/formats-by-cell',
    asks: 'Do number formats come back as set, cell by cell?',
    code: (_, sheet) =>
      sheet
        .getRange('A1:C1')
        .setNumberFormats([['0.0000', '#,##0.00', '@']])
        .getNumberFormats(),
    expect: [['0.0000', '#,##0.00', '@']],
    source: LIVE,
  },
  {
    id: 'validation-and-format/null-resets',
    asks: 'Does null put a font, an alignment and a colour back to how they were?',
    code: (_, sheet) => {
      const cell = sheet.getRange('A1').setFontWeight('bold').setHorizontalAlignment('right').setBackground('#ff0000');
      cell.setFontWeight(null).setHorizontalAlignment(null).setBackground(null);
      return [cell.getFontWeight(), cell.getHorizontalAlignment(), cell.getBackground()];
    },
    expect: ['normal', 'general', '#ffffff'],
    source: `reference "Range.setBackground": null resets; ${LIVE}`,
  },
  {
    id: 'validation-and-format/wrapping',
    asks: 'Does text overflow unless told to wrap, and is that called wrapped all the same?',
    code: (_, sheet) => {
      const cell = sheet.getRange('A1');
      const before = [cell.getWrap(), String(cell.getWrapStrategy())];
      cell.setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP);
      return [...before, cell.getWrap(), String(cell.getWrapStrategy())];
    },
    expect: [true, 'OVERFLOW', false, 'CLIP'],
    source: LIVE,
  },
  {
    id: 'validation-and-format/clear-format',
    asks: 'Does clearing formats leave values and rules?',
    code: (_, sheet) => {
      const cell = sheet.getRange('A1').insertCheckboxes().check().setBackground('#ff0000').setFontWeight('bold');
      cell.clearFormat();
      return [cell.getValue(), cell.getBackground(), cell.getFontWeight(), cell.getDataValidation() !== null];
    },
    expect: [true, '#ffffff', 'normal', true],
    source: `reference "Range.clearFormat"; ${LIVE}`,
  },
];
