import { americanFile, fileIn, type Script } from './values-host';

const violates = 'The data you entered in cell A1 violates the data validation rules set on this cell.';

/** Which of the values a rule that rejects lets into a cell. */
function letIn(run: Script, rule: string, values: readonly unknown[]): unknown[] {
  return run(
    `const rule = SpreadsheetApp.newDataValidation().${rule}.setAllowInvalid(false).build();
     return args[0].filter((value) => {
       const cell = sheet.getRange('A1').clearDataValidations().setNumberFormat('General').setDataValidation(rule);
       try { cell.setValue(value); return true; } catch (error) { return false; }
     });`,
    values,
  );
}

describe('a rule that rejects lets in', () => {
  test.each([
    ['requireNumberBetween(1, 5)', [0, 1, 5, 6, 'x', '3', ''], [1, 5, '3', '']],
    ['requireNumberNotBetween(1, 5)', [0, 1, 6], [0, 6]],
    ['requireNumberEqualTo(2)', [2, 3], [2]],
    ['requireNumberNotEqualTo(2)', [2, 3], [3]],
    ['requireNumberGreaterThan(2)', [2, 3], [3]],
    ['requireNumberGreaterThanOrEqualTo(2)', [1, 2, 3], [2, 3]],
    ['requireNumberLessThan(2)', [1, 2], [1]],
    ['requireNumberLessThanOrEqualTo(2)', [1, 2, 3], [1, 2]],
    ['requireTextContains("Ab")', ['xaby', 'xy'], ['xaby']],
    ['requireTextDoesNotContain("ab")', ['xaby', 'xy'], ['xy']],
    ['requireTextEqualTo("ab")', ['ab', 'AB'], ['ab']],
    ['requireTextIsEmail()', ['a@example.com', 'a@b', 'a b@example.com'], ['a@example.com']],
    [
      'requireTextIsUrl()',
      ['https://example.com/x', 'example.com', 'no link'],
      ['https://example.com/x', 'example.com'],
    ],
    ['requireValueInList(["New", "2", "TRUE"])', ['New', 'new', 2, true, ''], ['New', 2, true, '']],
    ['requireCheckbox()', [true, false, 'TRUE', 'x'], [true, false, 'TRUE']],
    ['requireCheckbox("yes", "no")', ['yes', 'no', true], ['yes', 'no']],
    ['requireDate()', ['1/2/2026', '2026-03-25', 46106, 'soon'], ['1/2/2026', '2026-03-25']],
    ['requireFormulaSatisfied("=A1>5")', [1, 9], [1, 9]],
  ])('%s', (rule, values, expected) => {
    expect(letIn(americanFile().run, rule, values)).toEqual(expected);
  });

  test.each([
    ['requireDateAfter(DAY)', ['26.03.2026']],
    ['requireDateBefore(DAY)', ['24.03.2026']],
    ['requireDateEqualTo(DAY)', ['25.03.2026', '25.03.2026 10:00']],
    ['requireDateOnOrAfter(DAY)', ['25.03.2026', '26.03.2026', '25.03.2026 10:00']],
    ['requireDateOnOrBefore(DAY)', ['24.03.2026', '25.03.2026', '25.03.2026 10:00']],
    ['requireDateBetween(DAY, DAY)', ['25.03.2026', '25.03.2026 10:00']],
    ['requireDateNotBetween(DAY, DAY)', ['24.03.2026', '26.03.2026']],
  ])('%s, by the days of the file', (rule, expected) => {
    const { run } = fileIn('de_DE', 'Europe/Berlin');
    const day = "new Date('2026-03-24T23:00:00Z')";
    const days = ['24.03.2026', '25.03.2026', '26.03.2026', '25.03.2026 10:00'];
    expect(letIn(run, rule.replaceAll('DAY', day), days)).toEqual(expected);
  });
});

test('the sentence names the cell and what would do, or the help text; nothing of the write goes in', () => {
  const { run } = americanFile();
  const write = (rule: string) => () =>
    run(`const rule = SpreadsheetApp.newDataValidation().${rule}.setAllowInvalid(false).build();
      sheet.getRange('A1').setDataValidation(rule);
      sheet.getRange('A1:B1').setValues([['x', 'y']]);`);
  expect(write('requireNumberBetween(1, 2)')).toThrow(violates);
  expect(write("requireValueInList(['a', 'b'])")).toThrow(
    `${violates} Please enter one of the following values: a, b.`,
  );
  expect(write("requireNumberBetween(1, 2).setHelpText('One or two.')")).toThrow(`${violates} One or two.`);
  expect(run("return sheet.getRange('A1:B1').isBlank()")).toBe(true);
});

test('people are refused with the help text or the sentence, and a paste leaves nothing behind', () => {
  const { host, run } = americanFile();
  run(`const rule = SpreadsheetApp.newDataValidation().requireNumberBetween(1, 2).setAllowInvalid(false);
    sheet.getRange('A1').setDataValidation(rule.build());
    sheet.getRange('A2').setDataValidation(rule.setHelpText('One or two.').build());`);
  expect(() => host.person.type('A1', '3')).toThrow(violates);
  expect(() => host.person.paste('A1', [['1'], ['3']])).toThrow('One or two.');
  expect(host.person.sees('A1:A2')).toEqual([[''], ['']]);
  host.person.paste('A1', [['1'], ['2']]);
  expect(host.person.sees('A1:A2')).toEqual([['1'], ['2']]);
});

test('a rule that warns lets everything in', () => {
  const { host, run } = americanFile();
  run("sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireDate().build()).setValue('x')");
  host.person.type('A1', 'soon');
  expect(host.person.sees('A1')).toEqual([['soon']]);
});

test('a list taken from cells follows them', () => {
  const { run } = americanFile();
  const code = `const list = sheet.getRange('D1:D2').setValues([['a'], ['b']]);
    const rule = SpreadsheetApp.newDataValidation().requireValueInRange(list).setAllowInvalid(false).build();
    const cell = sheet.getRange('A1').setDataValidation(rule);
    cell.setValue('b');
    sheet.getRange('D2').setValue('c');
    let refused = false;
    try { cell.setValue('b'); } catch (error) { refused = true; }
    return [refused, cell.setValue('c').getValue(), cell.getDataValidation().getCriteriaValues()[0].getA1Notation()];`;
  expect(run(code)).toEqual([true, 'c', 'D1:D2']);
});

test('rules answer what they were made of', () => {
  const { run } = fileIn('en_GB', 'Asia/Kolkata');
  const code = `const build = () => SpreadsheetApp.newDataValidation();
    const empty = build();
    const told = (rule) => [String(rule.getCriteriaType()), rule.getCriteriaValues(), rule.getAllowInvalid(), rule.getHelpText()];
    const cell = sheet.getRange('A1');
    const kept = (rule) => told(cell.setDataValidation(rule.build()).getDataValidation());
    const day = new Date('2026-03-24T18:30:00Z');
    return [
      [empty.getCriteriaType(), empty.getCriteriaValues(), empty.getAllowInvalid(), empty.getHelpText()],
      kept(build().requireValueInList([9, false, 'z'])),
      kept(build().requireNumberBetween(1, 2).setHelpText('Few').setAllowInvalid(false)),
      kept(build().requireDateAfter(day)),
      kept(build().withCriteria(SpreadsheetApp.DataValidationCriteria.TEXT_CONTAINS, ['x'])),
      told(cell.getDataValidation().copy().setAllowInvalid(false).build()),
      cell.setDataValidation(null).getDataValidation(),
      sheet.getRange('A1:B1').setDataValidations([[build().requireDate().build(), null]]).getDataValidations()[0].map((rule) => rule && told(rule)[0]),
    ];`;
  expect(run(code)).toEqual([
    [null, [], true, null],
    ['VALUE_IN_LIST', [['9', 'false', 'z'], true], true, null],
    ['NUMBER_BETWEEN', [1, 2], false, 'Few'],
    ['DATE_AFTER', ['2026-03-24T18:30:00.000Z'], true, null],
    ['TEXT_CONTAINS', ['x'], true, null],
    ['TEXT_CONTAINS', ['x'], false, null],
    null,
    ['DATE_IS_VALID_DATE', null],
  ]);
});

test('arguments of the wrong kind fit no version of a method', () => {
  const build = 'SpreadsheetApp.newDataValidation()';
  const { run } = americanFile();
  expect(() => run(`${build}.requireNumberBetween('1', 2)`)).toThrow(
    "The parameters (String,number) don't match the method signature for SpreadsheetApp.DataValidationBuilder.requireNumberBetween.",
  );
  expect(() => run(`${build}.requireDateAfter('2026-01-01')`)).toThrow('(String)');
  expect(() => run(`${build}.requireValueInRange('A1')`)).toThrow('(String)');
});

test('a rule on whole columns looks its list up once for a write of many cells', () => {
  const { host, run } = americanFile();
  run(`const items = Array.from({ length: 900 }, (_, i) => ['item ' + i]);
    sheet.getRange(1, 2, 900, 1).setValues(items);
    const rule = SpreadsheetApp.newDataValidation().requireValueInRange(sheet.getRange('B:B')).setAllowInvalid(false).build();
    sheet.getRange('A:A').setDataValidation(rule);`);
  const lookUps = jest.spyOn(host.file.sheets[0]!.grid, 'values');
  run("sheet.getRange('A1:A1000').setValue('item 5')");
  expect(lookUps.mock.calls.filter(([rect]) => rect.column === 1)).toHaveLength(1);
});

test('copied values keep to a rule that rejects; with their own rules they come in', () => {
  const { run } = americanFile();
  const copy = (how: string) => () =>
    run(`
      const rule = SpreadsheetApp.newDataValidation().requireNumberLessThan(5).setAllowInvalid(false).build();
      sheet.getRange('B1').setValue(9);
      sheet.getRange('A1').clear().setDataValidation(rule);
      sheet.getRange('B1').copyTo(sheet.getRange('A1')${how});
      return sheet.getRange('A1').getValue();`);
  expect(copy(', { contentsOnly: true }')).toThrow(violates);
  expect(copy('')()).toBe(9);
});
