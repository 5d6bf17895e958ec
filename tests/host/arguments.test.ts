import { hasSignature } from '../../host/google/arguments';
import { supportedMethods } from '../../host/google/surface';
import { refusal, run, scriptHost } from './script-host';

const host = scriptHost();
const noMethod = (types: string, method: string) =>
  `The parameters (${types}) don't match the method signature for ${method}.`;

test('of every method it is known what it takes', () => {
  const unknown = [...supportedMethods()].flatMap(([name, methods]) =>
    [...methods.keys()].filter((method) => !hasSignature(name, method)).map((method) => `${name}.${method}`),
  );
  expect(unknown).toEqual([]);
});

describe('a wrong number of arguments fits no method', () => {
  test.each([
    ["sheet.getRange('A1').setValue()", '', 'SpreadsheetApp.Range.setValue'],
    ["sheet.getRange('A1').setValue(1, 2)", 'number,number', 'SpreadsheetApp.Range.setValue'],
    ['sheet.getRange(1, 1, 1, 1, 1)', 'number,number,number,number,number', 'SpreadsheetApp.Sheet.getRange'],
    ['file.getSheetByName()', '', 'SpreadsheetApp.Spreadsheet.getSheetByName'],
    ["sheet.getRange('A1').setBackground()", '', 'SpreadsheetApp.Range.setBackground'],
    ['file.setSpreadsheetLocale()', '', 'SpreadsheetApp.Spreadsheet.setSpreadsheetLocale'],
    ["file.getName('x')", 'String', 'SpreadsheetApp.Spreadsheet.getName'],
    ["PropertiesService.getScriptProperties().setProperty('k')", 'String', 'PropertiesService.Properties.setProperty'],
    ['LockService.getScriptLock().waitLock()', '', 'LockService.Lock.waitLock'],
    ["sheet.getRange('A1').setBorder(true)", 'Boolean', 'SpreadsheetApp.Range.setBorder'],
  ])('%s', (code, types, method) => {
    expect(refusal(host, code)).toBe(noMethod(types, method));
  });
  test('and leaves the cell as it was', () => {
    expect(
      run(host, "const a = sheet.getRange('A1').setValue(7); try { a.setValue() } catch {} return a.getValue()"),
    ).toBe(7);
  });
});

describe('a wrong kind of argument fits no method', () => {
  test.each([
    ['file.setActiveSheet(null)', 'null', 'SpreadsheetApp.Spreadsheet.setActiveSheet'],
    ['file.deleteSheet(null)', 'null', 'SpreadsheetApp.Spreadsheet.deleteSheet'],
    ["file.deleteSheet('Sheet1')", 'String', 'SpreadsheetApp.Spreadsheet.deleteSheet'],
    ["sheet.getRange('A1').copyTo(null)", 'null', 'SpreadsheetApp.Range.copyTo'],
    ["sheet.getRange('A1').copyTo(sheet)", 'SpreadsheetApp.Sheet', 'SpreadsheetApp.Range.copyTo'],
    ['sheet.getRangeList(null)', 'null', 'SpreadsheetApp.Sheet.getRangeList'],
    ['CacheService.getScriptCache().putAll(null)', 'null', 'CacheService.Cache.putAll'],
    ['sheet.deleteRow(null)', 'null', 'SpreadsheetApp.Sheet.deleteRow'],
    ["sheet.deleteRow('1')", 'String', 'SpreadsheetApp.Sheet.deleteRow'],
    ["sheet.getRange('A1').setNote({})", '(class)', 'SpreadsheetApp.Range.setNote'],
    ['file.addEditor(null)', 'null', 'SpreadsheetApp.Spreadsheet.addEditor'],
  ])('%s', (code, types, method) => {
    expect(refusal(host, code)).toBe(noMethod(types, method));
  });
  test('and what is thrown is an Exception that is an Error of the script', () => {
    expect(
      run(host, 'try { file.deleteSheet(null) } catch (error) { return [error.name, error instanceof Error] }'),
    ).toEqual(['Exception', true]);
  });
});

describe('a number in place of a text becomes one', () => {
  test.each([
    ["sheet.getRange('A1').setNote(5).getNote()", '5'],
    ["PropertiesService.getScriptProperties().setProperty('k', 5).getProperty('k')", '5'],
    ["(CacheService.getScriptCache().put('k', null), CacheService.getScriptCache().get('k'))", 'null'],
    ['sheet.setName(2026).getName()', '2026'],
  ])('%s', (code, text) => {
    expect(run(scriptHost(), `return ${code}`)).toBe(text);
  });
});

describe('a place of another file is refused', () => {
  const OTHER = "const other = App.create('Other'), tab = other.getSheets()[0], there = tab.getRange('B2');";
  test.each([
    'file.deleteSheet(tab)',
    'file.setActiveSheet(tab)',
    'App.setActiveSheet(tab)',
    'App.setActiveRange(there)',
    'file.setActiveRange(there)',
    "file.setActiveRangeList(tab.getRangeList(['A1']))",
    "file.setNamedRange('n', there)",
    "file.insertSheet('n', { template: tab })",
    'sheet.hideRow(there)',
    'sheet.moveRows(there, 1)',
    'sheet.setConditionalFormatRules([App.newConditionalFormatRule().whenCellEmpty().setRanges([there]).build()])',
    'sheet.newChart().addRange(there)',
    "sheet.getRange('A1').copyTo(there)",
    "sheet.getRange('A1').moveTo(there)",
    "sheet.getRange('A1').copyValuesToRange(tab, 1, 1, 1, 1)",
    "sheet.getRange('A1').setDataValidation(App.newDataValidation().requireValueInRange(there).build())",
    'sheet.protect().setUnprotectedRanges([there])',
    "sheet.getRange('A1').protect().setRange(there)",
  ])('%s', (code) => {
    expect(refusal(scriptHost(), `${OTHER} ${code}`)).toBe(
      'Target range and source range must be on the same spreadsheet.',
    );
  });
  test('but a rule made anywhere may be set there', () => {
    expect(
      run(
        scriptHost(),
        `${OTHER}
        there.setDataValidation(App.newDataValidation().requireValueInRange(tab.getRange('D1:D3')).build());
        tab.getRange('C1').setDataValidation(App.newDataValidation().requireNumberBetween(1, 2).build());
        return [there.getDataValidation().getCriteriaValues()[0].getA1Notation(),
          tab.getRange('C1').getDataValidation().getCriteriaValues(), sheet.getRange('B2').getDataValidation()]`,
      ),
    ).toEqual(['D1:D3', [1, 2], null]);
  });
  test('and a tab may be copied there', () => {
    expect(run(scriptHost(), `${OTHER} return sheet.copyTo(other).getParent().getName()`)).toBe('Other');
  });
});

describe('setters', () => {
  test.each([
    ["file.setSpreadsheetTimeZone('Mars/X')", 'Invalid argument: Mars/X'],
    ["file.setSpreadsheetLocale('xx_YY')", 'Invalid argument: xx_YY'],
    ['sheet.setColumnWidth(1, -5)', 'Invalid argument: size'],
    ["sheet.setColumnWidth(1, 'wide')", noMethod('number,String', 'SpreadsheetApp.Sheet.setColumnWidth')],
    ["sheet.setFrozenRows('a')", noMethod('String', 'SpreadsheetApp.Sheet.setFrozenRows')],
    ["sheet.getRange('A1').setFontSize('abc')", noMethod('String', 'SpreadsheetApp.Range.setFontSize')],
    ["sheet.getRange('A1').setNumberFormat({})", noMethod('(class)', 'SpreadsheetApp.Range.setNumberFormat')],
    ["sheet.getRange('A1').setNumberFormat(null)", noMethod('null', 'SpreadsheetApp.Range.setNumberFormat')],
    ['sheet.getRange(null)', noMethod('null', 'SpreadsheetApp.Sheet.getRange')],
    ['file.getRange(null)', 'Argument cannot be null: a1Notation'],
  ])('refuse %s', (code, sentence) => {
    expect(refusal(scriptHost(), code)).toBe(sentence);
  });
  test('leave the cell as it was where a word says nothing', () => {
    expect(
      run(
        scriptHost(),
        `const a = sheet.getRange('A1').setHorizontalAlignment('center').setVerticalAlignment('top').setFontWeight('bold');
        a.setHorizontalAlignment('middle').setVerticalAlignment('center').setFontWeight('heavy');
        return [a.getHorizontalAlignment(), a.getVerticalAlignment(), a.getFontWeight()]`,
      ),
    ).toEqual(['center', 'top', 'bold']);
  });
  test('make a format of a number', () => {
    expect(run(scriptHost(), "return sheet.getRange('A1').setNumberFormat(5).getNumberFormat()")).toBe('5');
  });
});

test('values that are pasted alone obey the rule of their new place', () => {
  const code = `const rule = App.newDataValidation().requireNumberBetween(1, 2).setAllowInvalid(false).build();
    sheet.getRange('A1').setValue(7); sheet.getRange('B1').setDataValidation(rule).setValue(1);
    sheet.getRange('A1').copyTo(sheet.getRange('B1'), { contentsOnly: true })`;
  const own = scriptHost();
  expect(refusal(own, code)).toMatch(/^The data you entered in cell B1 violates the data validation rules/);
  expect(run(own, "return sheet.getRange('B1').getValue()")).toBe(1);
});

describe('a store of properties', () => {
  const FILL = "const store = PropertiesService.getScriptProperties(); const piece = 'x'.repeat(9000);";
  test('is full at its limit, and has room again for what takes the place of something', () => {
    const own = scriptHost();
    expect(refusal(own, `${FILL} for (let i = 0; i < 60; i++) store.setProperty(i, piece)`)).toMatch(
      /^You have exceeded the property storage quota/,
    );
    expect(run(own, `${FILL} return store.setProperty(5, piece).getProperty('5').length`)).toBe(9000);
  });
  test('takes thousands without slowing down', () => {
    const own = scriptHost();
    const started = performance.now();
    run(
      own,
      "const store = PropertiesService.getScriptProperties(); for (let i = 0; i < 5000; i++) store.setProperty(i, 'x')",
    );
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
