import { refusal, run, scriptHost } from './script-host';

describe('the looks of cells', () => {
  test('are plain at first', () => {
    expect(
      run(
        scriptHost(),
        `const cell = sheet.getRange('A1');
         return [cell.getBackground(), cell.getFontColor(), cell.getFontFamily(), cell.getFontSize(),
           cell.getFontWeight(), cell.getFontStyle(), cell.getFontLine(), cell.getHorizontalAlignment(),
           cell.getVerticalAlignment(), cell.getWrap(), cell.getWrapStrategy().toString(), cell.getTextDirection(),
           cell.getTextRotation().getDegrees()];`,
      ),
    ).toEqual([
      '#ffffff',
      '#000000',
      'Arial',
      10,
      'normal',
      'normal',
      'none',
      'general',
      'bottom',
      true,
      'OVERFLOW',
      null,
      0,
    ]);
  });

  test('are set for a block at once or cell by cell, and taken back with null', () => {
    expect(
      run(
        scriptHost(),
        `const range = sheet.getRange('A1:B1');
         range.setFontWeights([['bold', 'normal']]).setFontLines([['underline', 'line-through']]).setFontSizes([[8, 12]])
           .setVerticalAlignments([['top', null]]).setWraps([[true, false]]).setTextRotation(45);
         range.setFontStyle('italic').setFontStyle(null);
         return [range.getFontWeights(), range.getFontLines(), range.getFontSizes(), range.getVerticalAlignments(),
           range.getWraps(), range.getFontStyle(), range.getTextRotations()[0][1].getDegrees()];`,
      ),
    ).toEqual([
      [['bold', 'normal']],
      [['underline', 'line-through']],
      [[8, 12]],
      [['top', 'bottom']],
      [[true, false]],
      'normal',
      45,
    ]);
  });

  test('have colours in six digits, whatever they were written as; what is no colour changes nothing', () => {
    expect(
      run(
        scriptHost(),
        `const cell = sheet.getRange('A1');
         const read = (color) => cell.setBackground(color).getBackground();
         return [read('red'), read('#ABC'), read('rgb(1, 2, 3)'), read('no colour'), read(null),
           cell.setBackgroundRGB(255, 0, 1).getBackground()];`,
      ),
    ).toEqual(['#ff0000', '#aabbcc', '#010203', '#010203', '#ffffff', '#ff0001']);
  });

  test('have colours as objects, of the theme too', () => {
    const host = scriptHost();
    expect(
      run(
        host,
        `const cell = sheet.getRange('A1');
         const accent = App.newColor().setThemeColor(App.ThemeColorType.ACCENT1).build();
         cell.setFontColorObject(accent).setBackgroundObject(App.newColor().setRgbColor('lime').build());
         const font = cell.getFontColorObject();
         const fill = cell.getBackgroundObject().asRgbColor();
         return [font.getColorType().toString(), font.asThemeColor().getThemeColorType().toString(), cell.getFontColor(),
           fill.asHexString(), fill.getGreen()];`,
      ),
    ).toEqual(['THEME', 'ACCENT1', '#4285f4', '#00ff00', 255]);
    expect(refusal(host, `sheet.getRange('A1').getFontColorObject().asRgbColor()`)).toBe(
      'Object is not of type RgbColor.',
    );
  });

  test('take a text style, which leaves alone what it does not name', () => {
    expect(
      run(
        scriptHost(),
        `const cell = sheet.getRange('A1').setFontSize(14).setFontWeight('bold');
         const style = App.newTextStyle().setItalic(true).setBold(false).setForegroundColor('navy').build();
         cell.setTextStyle(style);
         const now = cell.getTextStyle();
         return [style.getFontSize(), now.getFontSize(), now.isBold(), now.isItalic(), now.getForegroundColor()];`,
      ),
    ).toEqual([null, 14, false, true, '#000080']);
  });

  test('want an enumeration where Google has one', () => {
    expect(refusal(scriptHost(), `sheet.getRange('A1').setWrapStrategy('WRAP')`)).toBe(
      "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setWrapStrategy.",
    );
  });

  test('have borders around a block and between its cells; null leaves a side alone', () => {
    const host = scriptHost();
    run(
      host,
      `const range = sheet.getRange('A1:B2');
       range.setBorder(true, true, true, true, false, false, 'red', App.BorderStyle.DASHED);
       range.setBorder(false, null, null, null, true, null);`,
    );
    const { formats, sheets } = host.file;
    const at = (row: number, column: number) => formats.get(sheets[0]!.grid.format(row, column));
    expect(at(0, 0)).toEqual({ borderLeft: 'DASHED #ff0000', borderRight: 'SOLID #000000' });
    expect(at(1, 1)).toEqual({
      borderRight: 'DASHED #ff0000',
      borderBottom: 'DASHED #ff0000',
      borderLeft: 'SOLID #000000',
    });
  });

  test('go for several blocks at once', () => {
    expect(
      run(
        scriptHost(),
        `sheet.getRangeList(['A1', 'C3:D4']).setFontStyle('italic').setBackground('blue');
         return [sheet.getRange('D4').getFontStyle(), sheet.getRange('A1').getBackground()];`,
      ),
    ).toEqual(['italic', '#0000ff']);
  });
});

describe('conditional formats', () => {
  const rule = (range: string) =>
    `App.newConditionalFormatRule().whenTextContains('won').setBackground('green').setRanges([sheet.getRange('${range}')]).build()`;

  test('are given back as they were set, and setting them replaces all of the tab', () => {
    const host = scriptHost();
    run(host, `sheet.setConditionalFormatRules([${rule('A1:A9')}, ${rule('B1:B9')}]);`);
    run(host, `sheet.setConditionalFormatRules([${rule('C1:C9')}]);`);
    expect(
      run(
        host,
        `return sheet.getConditionalFormatRules().map((one) => [one.getRanges()[0].getA1Notation(),
           one.getBooleanCondition().getCriteriaType().toString(), one.getBooleanCondition().getCriteriaValues(),
           one.getBooleanCondition().getBackground(), one.getGradientCondition()]);`,
      ),
    ).toEqual([['C1:C9', 'TEXT_CONTAINS', ['won'], '#008000', null]]);
  });

  test('follow rows and columns', () => {
    const host = scriptHost();
    run(host, `sheet.setConditionalFormatRules([${rule('B2:B9')}]); sheet.insertRowBefore(1); sheet.deleteColumn(1);`);
    expect(run(host, `return sheet.getConditionalFormatRules()[0].getRanges()[0].getA1Notation();`)).toBe('A3:A10');
  });

  test('can be a scale of colours', () => {
    expect(
      run(
        scriptHost(),
        `sheet.setConditionalFormatRules([App.newConditionalFormatRule().setGradientMinpoint('white')
           .setGradientMaxpointWithValue('red', App.InterpolationType.NUMBER, '10')
           .setRanges([sheet.getRange('A1')]).build()]);
         const scale = sheet.getConditionalFormatRules()[0].getGradientCondition();
         return [scale.getMinColor(), scale.getMaxType().toString(), scale.getMaxValue(), scale.getMidType()];`,
      ),
    ).toEqual(['#ffffff', 'NUMBER', '10', null]);
  });

  test('need a range', () => {
    expect(refusal(scriptHost(), `App.newConditionalFormatRule().whenCellEmpty().build()`)).toMatch(
      /at least one range/,
    );
  });
});

describe('banding', () => {
  test('has the colours of its theme, follows rows and can be painted over and taken away', () => {
    const host = scriptHost();
    run(
      host,
      `sheet.getRange('A1:C9').applyRowBanding(App.BandingTheme.BLUE).setFirstRowColor('yellow');
       sheet.insertRowAfter(3);`,
    );
    const band = `const [band] = file.getBandings();`;
    expect(
      run(
        host,
        `${band} return [band.getRange().getA1Notation(), band.getHeaderRowColor(), band.getFirstRowColor(),
           band.getFooterRowColor(), band.getFirstColumnColor()];`,
      ),
    ).toEqual(['A1:C10', '#5b95f9', '#ffff00', null, null]);
    expect(run(host, `${band} band.remove(); return sheet.getBandings().length;`)).toBe(0);
  });

  test('does not lie over banding, nor over a table', () => {
    const sentence =
      'You cannot add alternating background colors to a range that already has alternating background colors.';
    const host = scriptHost();
    run(host, `sheet.getRange('A1:C9').applyRowBanding();`);
    expect(refusal(host, `sheet.getRange('C9:D10').applyColumnBanding()`)).toBe(sentence);
    host.person.makeTable('F1:G9');
    expect(refusal(host, `sheet.getRange('G9').applyRowBanding()`)).toBe(sentence);
  });
});
