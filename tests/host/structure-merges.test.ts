import { refusal, run, scriptHost } from './script-host';

const PARTLY = 'You must select all cells in a merged range to merge or unmerge them.';

describe('merged cells', () => {
  test('keep the value of their corner; what is written under them does not stay', () => {
    const host = scriptHost();
    run(host, `sheet.getRange('A1:B2').setValues([[1, 2], [3, 4]]).merge();`);
    run(host, `sheet.getRange('A1:B2').setValues([[5, 6], [7, 8]]);`);
    expect(run(host, `return sheet.getRange('A1:B2').getValues();`)).toEqual([
      [5, ''],
      ['', ''],
    ]);
  });

  test('are merged again only as a whole, and a wider merge takes them in', () => {
    const host = scriptHost();
    run(host, `sheet.getRange('B2:C3').merge();`);
    expect(refusal(host, `sheet.getRange('C3:D4').merge()`)).toBe(PARTLY);
    expect(refusal(host, `sheet.getRange('B2').breakApart()`)).toBe(PARTLY);
    run(host, `sheet.getRange('A1:D4').merge();`);
    expect(run(host, `return sheet.getRange('C3').getMergedRanges().map((range) => range.getA1Notation());`)).toEqual([
      'A1:D4',
    ]);
    run(host, `sheet.getRange('A1:D4').breakApart();`);
    expect(run(host, `return sheet.getRange('A1:D4').isPartOfMerge();`)).toBe(false);
  });

  test('can be made row by row and column by column', () => {
    const host = scriptHost();
    run(host, `sheet.getRange('A1:C2').mergeAcross(); sheet.getRange('E1:F3').mergeVertically();`);
    expect(
      run(host, `return sheet.getRange('A1:F3').getMergedRanges().map((range) => range.getA1Notation());`),
    ).toEqual(['A1:C1', 'A2:C2', 'E1:E3', 'F1:F3']);
  });

  test('do not reach over the edge of what is frozen, and nothing is frozen across them', () => {
    const host = scriptHost();
    run(host, `sheet.setFrozenRows(1);`);
    expect(refusal(host, `sheet.getRange('A1:A2').merge()`)).toBe("You can't merge frozen and non-frozen rows.");
    run(host, `sheet.getRange('B2:C2').merge();`);
    expect(refusal(host, `sheet.setFrozenColumns(2)`)).toBe(
      "Sorry, you can't freeze columns which contain only part of a merged cell. Try to break apart merged cells or freeze more columns to include the complete merged cells.",
    );
  });

  test('grow with rows put in between, shrink with rows taken out, and are gone as a single cell', () => {
    const host = scriptHost();
    run(host, `sheet.getRange('A2:A4').merge(); sheet.insertRowAfter(2);`);
    expect(run(host, `return sheet.getRange('A2').getMergedRanges()[0].getA1Notation();`)).toBe('A2:A5');
    run(host, `sheet.deleteRows(3, 3);`);
    expect(run(host, `return sheet.getRange('A1:A9').getMergedRanges().length;`)).toBe(0);
  });

  test('are not sorted and not cut by rows that move', () => {
    const host = scriptHost();
    run(host, `sheet.getRange('A2:A3').merge();`);
    expect(refusal(host, `sheet.getRange('A1:B5').sort(1)`)).toMatch(/can't sort a range with merged cells/);
    expect(refusal(host, `sheet.moveRows(sheet.getRange('A3'), 8)`)).toMatch(/only part of a merged cell/);
  });

  test('go along when their block is moved', () => {
    const host = scriptHost();
    run(
      host,
      `sheet.getRange('A1:B1').merge().setValue('Title'); sheet.getRange('A1:B2').moveTo(sheet.getRange('D4'));`,
    );
    expect(
      run(host, `return [sheet.getRange('D4').getValue(), sheet.getRange('D4').getMergedRanges()[0].getA1Notation()];`),
    ).toEqual(['Title', 'D4:E4']);
  });
});
