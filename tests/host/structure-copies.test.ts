import { refusal, run, scriptHost } from './script-host';

/** A1:B2 with a number, a formula of it, a format and a rule. */
const filled = () => {
  const host = scriptHost();
  run(
    host,
    `sheet.getRange('A1:B2').setValues([[2, 'x'], ['=A1*10', 'y']]);
     sheet.getRange('A1').setBackground('red').setDataValidation(
       App.newDataValidation().requireNumberBetween(0, 9).build());`,
  );
  return host;
};
const at = (address: string) =>
  `[sheet.getRange('${address}').getValue(), sheet.getRange('${address}').getFormula(),
    sheet.getRange('${address}').getBackground(), sheet.getRange('${address}').getDataValidation() !== null]`;

describe('copying a block', () => {
  test('takes everything along, and formulas follow', () => {
    const host = filled();
    run(host, `sheet.getRange('A1:B2').copyTo(sheet.getRange('D5'));`);
    expect(run(host, `return [${at('D5')}, ${at('D6')}];`)).toEqual([
      [2, '', '#ff0000', true],
      [20, '=D5*10', '#ffffff', false],
    ]);
  });

  test('takes only the results, only the looks, only the formulas or only the rules when asked', () => {
    const host = filled();
    run(
      host,
      `const range = sheet.getRange('A1:A2');
       range.copyTo(sheet.getRange('D1'), { contentsOnly: true });
       range.copyTo(sheet.getRange('E1'), { formatOnly: true });
       range.copyTo(sheet.getRange('F1'), App.CopyPasteType.PASTE_FORMULA, false);
       range.copyTo(sheet.getRange('G1'), App.CopyPasteType.PASTE_DATA_VALIDATION, false);`,
    );
    expect(run(host, `return [${at('D1')}, ${at('D2')}, ${at('E1')}, ${at('F2')}, ${at('G1')}];`)).toEqual([
      [2, '', '#ffffff', false],
      [20, '', '#ffffff', false],
      ['', '', '#ff0000', false],
      [20, '=F1*10', '#ffffff', false],
      ['', '', '#ffffff', true],
    ]);
  });

  test('turns it when asked, and fills a target that is a multiple of it', () => {
    const host = scriptHost();
    run(
      host,
      `sheet.getRange('A1:B1').setValues([[1, 2]]);
       sheet.getRange('A1:B1').copyTo(sheet.getRange('A3'), App.CopyPasteType.PASTE_NORMAL, true);
       sheet.getRange('A1:B1').copyTo(sheet.getRange('D1:G2'));`,
    );
    expect(run(host, `return [sheet.getRange('A3:A4').getValues(), sheet.getRange('D1:G2').getValues()];`)).toEqual([
      [[1], [2]],
      [
        [1, 2, 1, 2],
        [1, 2, 1, 2],
      ],
    ]);
  });

  test('takes merges along, and undoes those it lands on', () => {
    const host = scriptHost();
    run(
      host,
      `sheet.getRange('A1:B1').merge(); sheet.getRange('D4:D5').merge();
       sheet.getRange('A1:B1').copyTo(sheet.getRange('D4'));`,
    );
    expect(
      run(host, `return sheet.getRange('D1:E9').getMergedRanges().map((range) => range.getA1Notation());`),
    ).toEqual(['D4:E4']);
  });

  test('does not make the tab larger', () => {
    expect(refusal(filled(), `sheet.getRange('A1:B2').copyTo(sheet.getRange('Z1'))`)).toBe(
      'The coordinates of the range are outside the dimensions of the sheet.',
    );
  });

  test('can name its target by first and last column and row', () => {
    const host = filled();
    run(
      host,
      `sheet.getRange('A1').copyFormatToRange(sheet, 3, 4, 1, 2);
       sheet.getRange('A2').copyValuesToRange(sheet.getSheetId(), 3, 3, 3, 3);`,
    );
    expect(run(host, `return [${at('D2')}, ${at('C3')}];`)).toEqual([
      ['', '', '#ff0000', false],
      [20, '', '#ffffff', false],
    ]);
  });
});

describe('moving cells', () => {
  test('takes names and the formulas that point to them along', () => {
    const host = filled();
    run(host, `file.setNamedRange('Rate', sheet.getRange('A1')); sheet.getRange('A1').moveTo(sheet.getRange('C9'));`);
    expect(
      run(
        host,
        `return [${at('C9')}, sheet.getRange('A2').getFormula(), file.getRangeByName('Rate').getA1Notation()];`,
      ),
    ).toEqual([[2, '', '#ff0000', true], '=C9*10', 'C9']);
  });

  test('out lets those below or to the right move up', () => {
    const host = scriptHost();
    run(host, `sheet.getRange('A1:B3').setValues([[1, 'a'], [2, 'b'], [3, 'c']]);`);
    run(
      host,
      `sheet.getRange('A1').deleteCells(App.Dimension.ROWS); sheet.getRange('A3').deleteCells(App.Dimension.COLUMNS);`,
    );
    expect(run(host, `return sheet.getRange('A1:B3').getValues();`)).toEqual([
      [2, 'a'],
      [3, 'b'],
      ['c', ''],
    ]);
  });

  test('in pushes what stands there down or to the right', () => {
    const host = scriptHost();
    run(host, `sheet.getRange('A1:B2').setValues([[1, 'a'], [2, 'b']]);`);
    run(
      host,
      `sheet.getRange('A1').insertCells(App.Dimension.ROWS); sheet.getRange('B1').insertCells(App.Dimension.COLUMNS);`,
    );
    expect(run(host, `return sheet.getRange('A1:C3').getValues();`)).toEqual([
      ['', '', 'a'],
      [1, 'b', ''],
      [2, '', ''],
    ]);
  });
});
