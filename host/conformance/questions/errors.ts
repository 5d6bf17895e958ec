import type { ScriptQuestion } from './question';

const LIVE = 'gas-fakes test suite, run against Google too';

/** What Google says when something is wrong, word for word. */
export const errors: readonly ScriptQuestion[] = [
  {
    id: 'errors/too-few-rows',
    asks: 'What if the data have fewer rows than the range?',
    code: (_, sheet) => sheet.getRange('A1:A3').setValues([[1]]),
    expect: {
      throws:
        'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 3.',
    },
    source: 'gas-fakes fakesheetrange.js, and many logs',
  },
  {
    id: 'errors/no-rows',
    asks: 'What if the data are empty?',
    code: (_, sheet) => sheet.getRange('A1').setValues([]),
    expect: {
      throws:
        'The number of rows in the data does not match the number of rows in the range. The data has 0 but the range has 1.',
    },
    source: 'gas-fakes fakesheetrange.js, and many logs',
  },
  {
    id: 'errors/too-many-columns',
    asks: 'What if the data have more columns than the range?',
    code: (_, sheet) => sheet.getRange('A1:B1').setValues([[1, 2, 3]]),
    expect: {
      throws:
        'The number of columns in the data does not match the number of columns in the range. The data has 3 but the range has 2.',
    },
    source: 'gas-fakes fakesheetrange.js, and many logs',
  },
  {
    id: 'errors/nothing-is-written',
    asks: 'Is nothing written when the data do not fit?',
    code: (_, sheet) => {
      try {
        sheet.getRange('A1:A2').setValues([[1], [2], [3]]);
      } catch (_error) {
        return sheet.getRange('A1:A3').getValues();
      }
    },
    expect: [[''], [''], ['']],
    source: 'reference "Range.setValues": must match dimensions of this range',
  },
  {
    id: 'errors/one-dimension',
    asks: 'What if setValues gets a plain array?',
    code: (_, sheet) => sheet.getRange('A1:C1').setValues([1, 2, 3] as unknown as number[][]),
    expect: {
      throws: "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    },
    source: 'many logs in public threads',
  },
  {
    id: 'errors/below-the-grid',
    asks: 'What if a range reaches below the last row of the tab?',
    code: (_, sheet) => sheet.getRange(sheet.getMaxRows(), 1, 2, 1),
    expect: { throws: 'The coordinates of the range are outside the dimensions of the sheet.' },
    source: 'logs in public code',
  },
  {
    id: 'errors/right-of-the-grid',
    asks: 'What if a range reaches past the last column of the tab?',
    code: (_, sheet) => sheet.getRange(1, sheet.getMaxColumns() + 1),
    expect: { throws: 'The coordinates of the range are outside the dimensions of the sheet.' },
    source: 'logs in public code',
  },
  {
    id: 'errors/no-rows-in-range',
    asks: 'What if a range is to have no rows, as on an empty tab with getLastRow?',
    code: (_, sheet) => sheet.getRange(1, 1, sheet.getLastRow(), 1),
    expect: { throws: 'The number of rows in the range must be at least 1.' },
    source: `gas-fakes; ${LIVE} (the start of the sentence)`,
  },
  {
    id: 'errors/no-columns-in-range',
    asks: 'What if a range is to have no columns?',
    code: (_, sheet) => sheet.getRange(1, 1, 1, 0),
    expect: { throws: 'The number of columns in the range must be at least 1.' },
    source: `gas-fakes; ${LIVE} (the start of the sentence)`,
  },
  {
    id: 'errors/row-zero',
    asks: 'What if a range starts at row 0?',
    code: (_, sheet) => sheet.getRange(0, 1),
    expect: { throws: 'The starting row of the range is too small.' },
    source: 'logs in public code, several fakes of Google word for word',
  },
  {
    id: 'errors/column-zero',
    asks: 'What if a range starts at column 0?',
    code: (_, sheet) => sheet.getRange(1, 0),
    expect: { throws: 'The starting column of the range is too small.' },
    source: 'logs in public code, several fakes of Google word for word',
  },
  {
    id: 'errors/no-such-range',
    asks: 'What if a notation names nothing?',
    code: (_, sheet) => sheet.getRange('no such range'),
    expect: { throws: 'Range not found' },
    source: 'logs in public code',
  },
  {
    id: 'errors/column-letter-alone',
    asks: 'What if a notation is a column letter alone?',
    code: (_, sheet) => sheet.getRange('B'),
    expect: { throws: 'Range not found' },
    source: 'public code: B:B is needed',
  },
  {
    id: 'errors/cell-outside-its-range',
    asks: 'What if getCell asks for a cell outside its range?',
    code: (_, sheet) => sheet.getRange('A1:B2').getCell(3, 1),
    expect: { throws: 'Cell reference out of range' },
    source: 'logs in public code',
  },
  {
    id: 'errors/all-rows-deleted',
    asks: 'What if all rows are to be deleted?',
    code: (_, sheet) => sheet.deleteRows(1, sheet.getMaxRows()),
    expect: { throws: "You can't delete all the rows on the sheet." },
    source: 'Sheets says so to people',
    unsure: 'Only the sentence for the last rows that are not frozen was found in logs of scripts.',
  },
  {
    id: 'errors/all-loose-rows-deleted',
    asks: 'What if all rows below the frozen ones are to be deleted?',
    code: (_, sheet) => {
      sheet.setFrozenRows(1);
      sheet.deleteRows(2, sheet.getMaxRows() - 1);
    },
    expect: { throws: 'Sorry, it is not possible to delete all non-frozen rows.' },
    source: 'logs in public code',
  },
  {
    id: 'errors/row-that-is-not-there-deleted',
    asks: 'What if a row below the grid is to be deleted?',
    code: (_, sheet) => sheet.deleteRow(sheet.getMaxRows() + 1),
    expect: { throws: 'Those rows are out of bounds.' },
    source: 'logs in public code, several fakes of Google word for word',
  },
  {
    id: 'errors/row-that-is-not-there-followed',
    asks: 'What if rows are to be put in behind one below the grid?',
    code: (_, sheet) => sheet.insertRowsAfter(sheet.getMaxRows() + 1, 1),
    expect: { throws: 'Those rows are out of bounds.' },
    source: 'several fakes of Google word for word',
  },
  {
    id: 'errors/name-is-taken',
    asks: 'What if a tab gets the name of another?',
    code: (spreadsheet, sheet) => {
      spreadsheet.insertSheet('Taken by the question');
      try {
        sheet.setName('Taken by the question');
      } finally {
        spreadsheet.deleteSheet(spreadsheet.getSheetByName('Taken by the question')!);
      }
    },
    expect: { throws: 'A sheet with the name "Taken by the question" already exists. Please enter another name.' },
    source: 'logs in public code',
  },
  {
    id: 'errors/second-filter',
    asks: 'What if a tab with a filter gets another?',
    code: (_, sheet) => {
      sheet.getRange('A1:B3').createFilter();
      sheet.getRange('D1:E3').createFilter();
    },
    expect: { throws: "You can't create a filter in a sheet that already has a filter." },
    source: LIVE,
  },
  {
    id: 'errors/mark-on-a-block',
    asks: 'What if developer metadata go on something else than whole rows or columns?',
    code: (_, sheet) => sheet.getRange('B2:D4').addDeveloperMetadata('key', 'value'),
    expect: {
      throws:
        'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
    },
    source: LIVE,
  },
  {
    id: 'errors/text-for-an-enumeration',
    asks: 'What if a string stands where a value of an enumeration belongs?',
    code: (_, sheet) =>
      sheet.getRange('A1').setWrapStrategy('WRAP' as unknown as GoogleAppsScript.Spreadsheet.WrapStrategy),
    expect: {
      throws: "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setWrapStrategy.",
    },
    source: 'gas-fakes notes "oddities"',
  },
  {
    id: 'errors/text-for-a-block',
    asks: 'What if a string stands where a block belongs?',
    code: (_, sheet) => sheet.getRange('A1').setNotes('foo' as unknown as string[][]),
    expect: { throws: "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setNotes." },
    source: `${LIVE} (the start of the sentence)`,
  },
  {
    id: 'errors/part-of-a-merge',
    asks: 'What if only a part of merged cells is merged again?',
    code: (_, sheet) => {
      sheet.getRange('A1:B2').merge();
      sheet.getRange('B2:C3').merge();
    },
    expect: { throws: 'You must select all cells in a merged range to merge or unmerge them.' },
    source: 'logs in public code',
  },
  {
    id: 'errors/kind',
    asks: 'Are errors of Google’s of the kind Exception, and Errors of the script’s own world?',
    code: (_, sheet) => {
      try {
        sheet.getRange('A1').setValues([[1, 2]]);
      } catch (error) {
        return [(error as Error).name, error instanceof Error];
      }
    },
    expect: ['Exception', true],
    source: 'many logs: "Exception: The number of columns …"',
  },
  {
    id: 'errors/no-such-method',
    asks: 'What if a method does not exist?',
    code: (_, sheet) => (sheet as unknown as { fooBar(): void }).fooBar(),
    expect: { throws: 'sheet.fooBar is not a function', kind: 'TypeError' },
    source: 'V8; guide "V8 runtime"',
  },
  {
    id: 'errors/method-of-nothing',
    asks: 'What if a tab is not found and used all the same?',
    code: (spreadsheet) => spreadsheet.getSheetByName('no such tab')!.getRange('A1'),
    expect: { throws: "Cannot read properties of null (reading 'getRange')", kind: 'TypeError' },
    source: 'many logs in public threads; V8',
  },
  {
    id: 'errors/missing-global',
    asks: 'What if code uses setTimeout?',
    // @ts-expect-error: it is missing here too.
    code: () => setTimeout(() => 1, 1),
    expect: { throws: 'setTimeout is not defined', kind: 'ReferenceError' },
    source: 'guide "V8 runtime"',
  },
  {
    id: 'errors/missing-globals',
    asks: 'Which globals of browsers and Node are missing?',
    code: () =>
      'setTimeout setInterval fetch URL URLSearchParams TextEncoder TextDecoder atob btoa crypto window navigator performance process structuredClone queueMicrotask AbortController'
        .split(' ')
        .filter((name) => name in globalThis),
    expect: [],
    source: 'guide "V8 runtime"; jpoehnelt/blog appsScriptWinterCG.json',
  },
  {
    id: 'errors/last-tab-hidden',
    asks: 'What if the only visible tab is hidden?',
    code: (spreadsheet, sheet) => {
      const others = spreadsheet.getSheets().filter((other) => other.getSheetId() !== sheet.getSheetId());
      const hidden = others.filter((other) => !other.isSheetHidden());
      for (const other of hidden) other.hideSheet();
      try {
        sheet.hideSheet();
      } finally {
        for (const other of hidden) other.showSheet();
      }
    },
    expect: { throws: true },
    source: 'reference "Sheet.hideSheet"',
  },
];
