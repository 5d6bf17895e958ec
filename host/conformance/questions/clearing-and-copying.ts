import type { ScriptQuestion } from './question';

const LIVE = 'gas-fakes test suite, run against Google too';

/** Writing by other means than values: clearing, copying, moving, tidying up. */
export const clearingAndCopying: readonly ScriptQuestion[] = [
  {
    id: 'writing/null-clears',
    asks: 'Do null and undefined clear a cell?',
    code: (_, sheet) => {
      sheet.getRange('A1:B1').setValues([['old', 'old']]);
      // The declarations do not know it, but people do it all the time.
      sheet.getRange('A1:B1').setValues([[null, undefined] as unknown as string[]]);
      return sheet.getRange('A1:B1').getValues();
    },
    expect: [['', '']],
    source: 'guide "Migrate scripts to the V8 runtime"',
  },
  {
    id: 'writing/trimming',
    asks: 'Does text that starts with = only after trimming stay text?',
    code: (_, sheet) => {
      const cell = sheet.getRange('A1').setValue('   =SUM(1,2)');
      cell.trimWhitespace();
      return [cell.getValue(), cell.getFormula()];
    },
    expect: ['=SUM(1,2)', ''],
    source: `reference "Range.trimWhitespace"; ${LIVE}`,
  },
  {
    id: 'writing/clear-content',
    asks: 'Does clearContent leave the format and the note?',
    code: (_, sheet) => {
      const cell = sheet.getRange('A1').setValue('x').setBackground('#ff0000').setNote('mind this').clearContent();
      return [cell.getValue(), cell.getBackground(), cell.getNote()];
    },
    expect: ['', '#ff0000', 'mind this'],
    source: `reference "Range.clearContent"; ${LIVE}`,
  },
  {
    id: 'writing/clear-a-tab',
    asks: 'Does clearing a tab take values and formats but leave notes and validation?',
    code: (_, sheet) => {
      const rule = SpreadsheetApp.newDataValidation().requireCheckbox().build();
      const cell = sheet.getRange('A1').setNote('mind this').setBackground('#ff0000');
      cell.setDataValidation(rule).setValue(true);
      sheet.clear();
      return [cell.getValue(), cell.getBackground(), cell.getNote(), cell.getDataValidation() !== null];
    },
    expect: ['', '#ffffff', 'mind this', true],
    source: LIVE,
  },
  {
    id: 'writing/checkboxes',
    asks: 'Do new checkboxes hold FALSE, and TRUE once checked?',
    code: (_, sheet) => {
      const cells = sheet.getRange('A1:A2').insertCheckboxes();
      const before = cells.getValues();
      return [before, cells.check().getValues()];
    },
    expect: [
      [[false], [false]],
      [[true], [true]],
    ],
    source: 'reference "Range.insertCheckboxes", "Range.check"',
  },
  {
    id: 'writing/copy',
    asks: 'Does copyTo bring values and formats?',
    code: (_, sheet) => {
      sheet.getRange('A1').setValue('x').setBackground('#00ff00').copyTo(sheet.getRange('B2'));
      return [sheet.getRange('B2').getValue(), sheet.getRange('B2').getBackground()];
    },
    expect: ['x', '#00ff00'],
    source: 'reference "Range.copyTo"',
  },
  {
    id: 'writing/move',
    asks: 'Does moveTo leave nothing behind?',
    code: (_, sheet) => {
      sheet.getRange('A1').setValue('x').setBackground('#00ff00').moveTo(sheet.getRange('B2'));
      return ['A1', 'B2'].map((place) => [sheet.getRange(place).getValue(), sheet.getRange(place).getBackground()]);
    },
    expect: [
      ['', '#ffffff'],
      ['x', '#00ff00'],
    ],
    source: 'reference "Range.moveTo"',
  },
  {
    id: 'writing/duplicates',
    asks: 'Does removeDuplicates keep the first of each and answer with what is left?',
    code: (_, sheet) => {
      const cells = sheet.getRange('A1:A4').setValues([['a'], ['b'], ['a'], ['c']]);
      return [cells.removeDuplicates().getA1Notation(), cells.getValues()];
    },
    expect: ['A1:A3', [['a'], ['b'], ['c'], ['']]],
    source: `reference "Range.removeDuplicates"; ${LIVE}`,
  },
  {
    id: 'writing/replace-all',
    asks: 'Does replaceAllWith say how many it replaced?',
    code: (_, sheet) => {
      sheet.getRange('A1:A3').setValues([['sample'], ['Sample A'], ['other']]);
      return [sheet.createTextFinder('sample').replaceAllWith('test'), sheet.getRange('A1:A3').getValues()];
    },
    expect: [2, [['test'], ['test A'], ['other']]],
    source: `reference "TextFinder.replaceAllWith"; ${LIVE}`,
  },
];
