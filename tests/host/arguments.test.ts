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
