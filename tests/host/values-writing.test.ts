import { americanFile, fileIn } from './values-host';

const signature = (types: string, method: string) =>
  `The parameters (${types}) don't match the method signature for SpreadsheetApp.${method}.`;

describe('writes that do not fit are refused in Google’s words', () => {
  test.each([
    [
      "sheet.getRange('A1:B2').setValues([[1, 2]])",
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    ],
    [
      "sheet.getRange('A1:B2').setValues([[1, 2], [3]])",
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
    [
      "sheet.getRange('A1').setValues([])",
      'The number of rows in the data does not match the number of rows in the range. The data has 0 but the range has 1.',
    ],
    ["sheet.getRange('A1:B1').setValues(['a', 'b'])", signature('number[]', 'Range.setValues')],
    ["sheet.getRange('A1').setValues('a')", signature('String', 'Range.setValues')],
    ["sheet.getRange('A1').setFormulas('=1')", signature('String', 'Range.setFormulas')],
    ["sheet.getRange('A1').setNotes(null)", signature('null', 'Range.setNotes')],
    ["sheet.getRange('A1').setRichTextValue('a')", signature('String', 'Range.setRichTextValue')],
    ["sheet.getRange('A1').setRichTextValue({})", signature('(class)', 'Range.setRichTextValue')],
    ["sheet.appendRow('a')", signature('String', 'Sheet.appendRow')],
    ["sheet.getRange('A1').setValue(() => 1)", signature('function', 'Range.setValue')],
    ["sheet.getRange('A1').setValue(Symbol('a'))", signature('symbol', 'Range.setValue')],
    ['sheet.getRange(0, 1)', 'The starting row of the range is too small.'],
    ['sheet.getRange(1, 0)', 'The starting column of the range is too small.'],
    ['sheet.getRange(1, 1, 0, 1)', 'The number of rows in the range must be at least 1.'],
    ['sheet.getRange(1, 1, 1, 0)', 'The number of columns in the range must be at least 1.'],
    ['sheet.getRange(1001, 1)', 'The coordinates of the range are outside the dimensions of the sheet.'],
  ])('%s', (code, sentence) => {
    expect(() => americanFile().run(code)).toThrow(sentence);
  });
});

test('what is no value is written as Java shows it, and no number as an error', () => {
  const { run } = americanFile();
  const code = `sheet.getRange('A1:H1').setValues([[NaN, Infinity, new Date(NaN), { a: 1, b: 'x' }, [1, 2], null, undefined, true]]);
    return sheet.getRange('A1:H1').getValues()[0];`;
  expect(run(code)).toEqual([
    '#NUM!',
    '#NUM!',
    '#NUM!',
    '{a=1.0, b=x}',
    expect.stringMatching(/^\[Ljava\.lang\.Object;@[0-9a-f]+$/),
    '',
    '',
    true,
  ]);
});

test('a row that is appended is read as typed, by the locale of the file', () => {
  const { run } = fileIn('de_DE', 'Europe/Berlin');
  const code = `sheet.appendRow(['1.234,5', '25.03.2026', '=1+1', "'0049", '12,5%']);
    return [sheet.getRange('A1:E1').getDisplayValues()[0], sheet.getRange('B1').getValue().toISOString()];`;
  expect(run(code)).toEqual([['1.234,50', '25.03.2026', '2', '0049', '12,50%'], '2026-03-24T23:00:00.000Z']);
});

test('a formula needs no equals sign, and an empty one clears', () => {
  const { run } = americanFile();
  const code = `sheet.getRange('A1').setFormula('SUM(1,2)'); sheet.getRange('B1').setValue(1).setFormula('');
    return [sheet.getRange('A1').getValue(), sheet.getRange('B1').isBlank()];`;
  expect(run(code)).toEqual([3, true]);
});

test('clearing takes contents and formats, or only what is named; number formats stay', () => {
  const { run } = americanFile();
  const code = `const cell = sheet.getRange('A1');
    const rule = SpreadsheetApp.newDataValidation().requireDate().build();
    const fill = () => cell.setNumberFormat('0.00').setFontWeight('bold').setValue(1).setNote('n').setDataValidation(rule);
    const state = () => [cell.getValue(), cell.getFontWeight(), cell.getNote(), cell.getDataValidation() !== null, cell.getNumberFormat()];
    return [undefined, { contentsOnly: true }, { formatOnly: true }, { commentsOnly: true }, { validationsOnly: true }]
      .map((options) => { fill(); options ? cell.clear(options) : cell.clear(); return state(); });`;
  expect(run(code)).toEqual([
    ['', 'normal', 'n', true, '0.00'],
    ['', 'bold', 'n', true, '0.00'],
    [1, 'normal', 'n', true, '0.00'],
    [1, 'bold', '', true, '0.00'],
    [1, 'bold', 'n', false, '0.00'],
  ]);
});

test('checkboxes start unchecked over whatever stood there, with values of their own if asked', () => {
  const { run } = americanFile();
  const code = `sheet.getRange('A1').setValue('old');
    sheet.getRange('A1:A2').insertCheckboxes();
    sheet.getRange('B1:B2').insertCheckboxes('yes', 'no');
    sheet.getRange('C1').insertCheckboxes('done');
    const range = sheet.getRange('A1:C2');
    const before = range.getValues();
    sheet.getRange('A1:C1').check();
    const states = ['A1:A2', 'A1:C1', 'A1:D1', 'B2'].map((place) => sheet.getRange(place).isChecked());
    const after = range.getValues();
    const kinds = ['A1', 'B1', 'C1'].map((place) => sheet.getRange(place).getDataValidation().getCriteriaValues());
    sheet.getRange('B1:B2').uncheck().removeCheckboxes();
    return [before, states, after, kinds, range.getValues(), sheet.getRange('B1').getDataValidation()];`;
  expect(run(code)).toEqual([
    [
      [false, 'no', ''],
      [false, 'no', ''],
    ],
    [null, true, null, false],
    [
      [true, 'yes', 'done'],
      [false, 'no', ''],
    ],
    [[], ['yes', 'no'], ['done']],
    [
      [true, '', 'done'],
      [false, '', ''],
    ],
    null,
  ]);
});

test('trimming leaves single blanks and text that starts like a formula', () => {
  const { run } = americanFile();
  const code = `const range = sheet.getRange('A1:A3').setValues([['  two   words '], ['   =SUM(1,2)'], [5]]).trimWhitespace();
    return [range.getValues(), range.getFormulas()];`;
  expect(run(code)).toEqual([
    [['two words'], ['=SUM(1,2)'], [5]],
    [[''], [''], ['']],
  ]);
});

test('duplicates go whatever their capitals, and the rows below move up', () => {
  const { run } = americanFile();
  const code = `const range = sheet.getRange('B1:C4').setValues([['a', 1], ['b', 2], ['A', 1], ['b', 3]]);
    const left = range.removeDuplicates().getA1Notation();
    const values = range.getValues();
    return [left, values, range.removeDuplicates([2]).getValues()];`;
  expect(run(code)).toEqual([
    'B1:C3',
    [
      ['a', 1],
      ['b', 2],
      ['b', 3],
      ['', ''],
    ],
    [
      ['a', 1],
      ['b', 2],
      ['', ''],
    ],
  ]);
});

test('shuffling keeps rows whole', () => {
  const { run } = americanFile();
  const code = `const rows = Array.from({ length: 20 }, (_, i) => [i, 'row ' + i]);
    return sheet.getRange('A1:B20').setValues(rows).randomize().getValues();`;
  const rows = run<[number, string][]>(code);
  expect(rows.every(([n, text]) => text === `row ${n}`)).toBe(true);
  expect(rows.map(([n]) => n).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
});

test('a tab answers with the values of a block, to its last row if asked', () => {
  const { run } = americanFile();
  expect(run("sheet.getRange('A1:B2').setValues([[1, 2], [3, 4]]); return sheet.getSheetValues(1, 2, -1, 1);")).toEqual(
    [[2], [4]],
  );
});

test('a column of texts is spread over the cells beside it', () => {
  const { run } = fileIn('de_DE', 'Europe/Berlin');
  const code = `const range = sheet.getRange('A1:A3').setValues([['a;1,5;x'], ['b,2'], ['c']]);
    range.splitTextToColumns();
    sheet.getRange('A5').setValue('p|q').splitTextToColumns('|');
    return [sheet.getRange('A1:C3').getValues(), sheet.getRange('A5:B5').getValues()[0]];`;
  expect(run(code)).toEqual([
    [
      ['a;1', '5;x', ''],
      ['b', 2, ''],
      ['c', '', ''],
    ],
    ['p', 'q'],
  ]);
});
