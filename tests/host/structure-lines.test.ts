import { SpreadsheetFile } from '../../host/engine/file';
import { refusal, run, scriptHost } from './script-host';

const small = () => {
  const host = scriptHost();
  run(host, `sheet.deleteRows(6, sheet.getMaxRows() - 5); sheet.deleteColumns(5, sheet.getMaxColumns() - 4);`);
  return host;
};

describe('getRange', () => {
  test.each([
    [`getRange(0, 1)`, 'The starting row of the range is too small.'],
    [`getRange(1, 0)`, 'The starting column of the range is too small.'],
    [`getRange(1, 1, 0)`, 'The number of rows in the range must be at least 1.'],
    [`getRange(1, 1, 1, 0)`, 'The number of columns in the range must be at least 1.'],
    [`getRange(6, 1)`, 'The coordinates of the range are outside the dimensions of the sheet.'],
    [`getRange(1, 1, 1, 5)`, 'The coordinates of the range are outside the dimensions of the sheet.'],
    [`getRange(2)`, "The parameters (number) don't match the method signature for SpreadsheetApp.Sheet.getRange."],
    [
      `getRange('2', 3)`,
      "The parameters (String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    ],
    [`getRange('A9')`, 'Range not found'],
    [`getRange('Nowhere!A1')`, 'Range not found'],
    [`getRange('what is this')`, 'Range not found'],
    [`getRangeList(['A1', 'A99'])`, 'Range not found'],
  ])('%s is refused: %s', (call, sentence) => {
    expect(refusal(small(), `sheet.${call}`)).toBe(sentence);
  });

  test.each([
    ['B2', 'B2'],
    ['A2:B', 'A2:B5'],
    ['B:B', 'B:B'],
    ['2:3', '2:3'],
    ["'Sheet1'!C1", 'C1'],
    ['R2C3', 'C2'],
    ['R1C1:R2C2', 'A1:B2'],
    ['Amounts', 'D1:D5'],
  ])('reads %s as %s', (notation, address) => {
    const host = small();
    run(host, `file.setNamedRange('Amounts', sheet.getRange('D:D'));`);
    expect(run(host, `return sheet.getRange(${JSON.stringify(notation)}).getA1Notation();`)).toBe(address);
  });
});

describe('rows and columns', () => {
  test.each([
    ['deleteRow(6)', 'Those rows are out of bounds.'],
    ['deleteRows(5, 2)', 'Those rows are out of bounds.'],
    ['deleteColumns(4, 2)', 'Those columns are out of bounds.'],
    ['insertRowsAfter(6, 1)', 'Those rows are out of bounds.'],
    ['insertColumnBefore(0)', 'Those columns are out of bounds.'],
    ['insertRowsBefore(1, 0)', 'Those rows are out of bounds.'],
    [`moveRows(sheet.getRange('A1'), 9)`, 'Those rows are out of bounds.'],
    ['hideRows(5, 2)', 'Those rows are out of bounds.'],
    ['setColumnWidth(5, 10)', 'Those columns are out of bounds.'],
    ['deleteRows(1, 5)', "You can't delete all the rows on the sheet."],
    ['hideColumns(1, 4)', "You can't hide all the columns on the sheet."],
    ['setFrozenRows(5)', "You can't freeze all visible rows on the sheet."],
    ['setFrozenColumns(4)', "You can't freeze all visible columns on the sheet."],
  ])('%s is refused: %s', (call, sentence) => {
    expect(refusal(small(), `sheet.${call}`)).toBe(sentence);
  });

  test('cannot go when only frozen ones would stay', () => {
    const host = small();
    run(host, `sheet.setFrozenRows(2);`);
    expect(refusal(host, `sheet.deleteRows(3, 3)`)).toBe('Sorry, it is not possible to delete all non-frozen rows.');
  });

  test('cannot be frozen when all the others are hidden', () => {
    const host = small();
    run(host, `sheet.hideRows(3, 3);`);
    expect(refusal(host, `sheet.setFrozenRows(2)`)).toBe("You can't freeze all visible rows on the sheet.");
  });

  test('that are frozen stay frozen when one is put in above, and are fewer when one goes', () => {
    const host = small();
    run(host, `sheet.setFrozenRows(1);`);
    host.person.insertRows('Sheet1', 1);
    expect(run(host, `return sheet.getFrozenRows();`)).toBe(2);
    run(host, `sheet.insertRowAfter(2);`);
    expect(run(host, `return sheet.getFrozenRows();`)).toBe(2);
    run(host, `sheet.deleteRow(1);`);
    expect(run(host, `return sheet.getFrozenRows();`)).toBe(1);
  });

  test('are limited by the cells of the file and by the letters of columns', () => {
    const host = small();
    expect(refusal(host, `sheet.insertRowsAfter(5, 2500000)`)).toBe(
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    );
    expect(refusal(host, `sheet.insertColumnsAfter(4, 18275)`)).toMatch(/above the limit of 18278 columns/);
  });

  test('that were taken out leave a range without its cells', () => {
    const host = small();
    expect(refusal(host, `const last = sheet.getRange('A5'); sheet.deleteRow(5); last.getValue()`)).toBe(
      'The coordinates of the range are outside the dimensions of the sheet.',
    );
  });

  test('can be hidden and shown by number and by range', () => {
    const host = small();
    run(
      host,
      `sheet.hideRows(2, 2); sheet.unhideRow(sheet.getRange('A3')); sheet.hideColumn(sheet.getRange('B1:C1'));`,
    );
    expect(
      run(
        host,
        `return [[1, 2, 3].map((n) => sheet.isRowHiddenByUser(n)), [1, 2, 3].map((n) => sheet.isColumnHiddenByUser(n))];`,
      ),
    ).toEqual([
      [false, true, false],
      [false, true, true],
    ]);
  });

  test('are no lower than a line of text unless forced', () => {
    const host = small();
    run(host, `sheet.setRowHeight(1, 5); sheet.setRowHeightsForced(2, 1, 5);`);
    expect(run(host, `return [1, 2, 3].map((n) => sheet.getRowHeight(n));`)).toEqual([21, 5, 21]);
  });
});

describe('the last row', () => {
  test('counts formulas that show nothing and unticked checkboxes, not formats', () => {
    const host = scriptHost({ file: new SpreadsheetFile({ name: 'x', locale: 'en_US', timeZone: 'Etc/UTC' }) });
    run(host, `sheet.getRange('A9').setBackground('red'); sheet.getRange('C4').setValue(false);`);
    expect(
      run(host, `return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()];`),
    ).toEqual([4, 3, 'A1:C4']);
    run(host, `sheet.getRange('B6').setFormula('=""');`);
    expect(run(host, `return sheet.getLastRow();`)).toBe(6);
  });

  test('of an empty tab is 0, its data range is A1', () => {
    expect(run(scriptHost(), `return [sheet.getLastRow(), sheet.getDataRange().getA1Notation()];`)).toEqual([0, 'A1']);
  });
});
