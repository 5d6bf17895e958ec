import type { ScriptQuestion } from './question';

const LIVE = 'gas-fakes test suite, run against Google too';

/** What sorting takes along and what it leaves. */
export const sorting: readonly ScriptQuestion[] = [
  {
    id: 'rows-and-columns/sort-a-tab',
    asks: 'Does sorting a tab take a header that is not frozen with it?',
    code: (_, sheet) => {
      sheet.getRange('A1:B4').setValues([
        ['Header', 'Number'],
        ['C', 30],
        ['A', 10],
        ['B', 20],
      ]);
      sheet.sort(2);
      return sheet.getDataRange().getValues();
    },
    expect: [
      ['A', 10],
      ['B', 20],
      ['C', 30],
      ['Header', 'Number'],
    ],
    source: LIVE,
  },
  {
    id: 'rows-and-columns/sort-under-frozen-rows',
    asks: 'Does sorting a tab leave frozen rows where they are?',
    code: (_, sheet) => {
      sheet.getRange('A1:A4').setValues([['Header'], ['c'], ['a'], ['b']]);
      sheet.setFrozenRows(1);
      sheet.sort(1, false);
      return sheet.getRange('A1:A4').getValues();
    },
    expect: [['Header'], ['c'], ['b'], ['a']],
    source: 'known to everyone who uses Sheets: frozen rows are headers',
  },
  {
    id: 'rows-and-columns/sort-an-empty-tab',
    asks: 'Does sorting an empty tab do nothing?',
    code: (_, sheet) => {
      sheet.sort(1);
      return sheet.getDataRange().getValues();
    },
    expect: [['']],
    source: LIVE,
  },
  {
    id: 'rows-and-columns/sort-by-several',
    asks: 'Are columns to sort by counted in the tab, not in the range, and taken in order?',
    code: (_, sheet) => {
      const range = sheet.getRange('B2:D4').setValues([
        [1, 2, 'x'],
        [1, 3, 'y'],
        [0, 9, 'z'],
      ]);
      range.sort([2, { column: 3, ascending: false }]);
      return range.getValues();
    },
    expect: [
      [0, 9, 'z'],
      [1, 3, 'y'],
      [1, 2, 'x'],
    ],
    source: `reference "Range.sort"; ${LIVE}`,
  },
  {
    id: 'rows-and-columns/sort-mixed',
    asks: 'Do numbers come before booleans when sorted downwards with them?',
    code: (_, sheet) => {
      const range = sheet.getRange('A1:A4').setValues([[5], ['text'], [true], [10]]);
      return range.sort(1).getValues();
    },
    expect: [[5], [10], ['text'], [true]],
    source: 'gas-fakes sorts this way',
    unsure: 'The order of kinds is not in the reference.',
  },
  {
    id: 'rows-and-columns/blanks-last',
    asks: 'Do blanks come last in both directions?',
    code: (_, sheet) => {
      const range = sheet.getRange('A1:A3');
      const up = range
        .setValues([[''], [2], [1]])
        .sort(1)
        .getValues();
      const down = range
        .setValues([[''], [1], [2]])
        .sort({ column: 1, ascending: false })
        .getValues();
      return [up, down];
    },
    expect: [
      [[1], [2], ['']],
      [[2], [1], ['']],
    ],
    source: 'known to everyone who uses Sheets',
    unsure: 'Not in the reference of Range.sort.',
  },
];
