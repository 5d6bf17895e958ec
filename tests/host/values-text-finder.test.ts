import { americanFile, fileIn, type Script } from './values-host';

const fill = `sheet.getRange('A1:B5').setValues([['sample', 'sámplé'], ['SampleA', 'sámplé'], ['=SAMPLE()', ''],
  ['=LEN("sample")', ''], ['', 'other']]);
  const finder = sheet.createTextFinder('sample');
  const found = (ranges) => ranges.map((range) => range.getA1Notation());\n`;

const find = (run: Script, options: string) => run(`${fill} return found(finder${options}.findAll());`);

describe('a search', () => {
  test.each([
    ['', ['A1', 'A2']],
    ['.matchCase(true)', ['A1']],
    ['.matchEntireCell(true)', ['A1']],
    ['.ignoreDiacritics(true)', ['A1', 'B1', 'A2', 'B2']],
    ['.matchFormulaText(true)', ['A1', 'A2', 'A3', 'A4']],
    ['.ignoreDiacritics(true).matchCase(true).matchEntireCell(true)', ['A1', 'B1', 'B2']],
  ])('sample%s', (options, expected) => {
    expect(find(americanFile().run, options)).toEqual(expected);
  });

  test('looks at what cells show, in the locale of the file', () => {
    const { run } = fileIn('de_DE', 'Europe/Berlin');
    const code = `sheet.getRange('A1:A2').setValues([['1.234,5'], [new Date('2026-03-24T23:00:00Z')]]);
      return ['1.234,50', '1234.5', '25.03.2026'].map((text) => sheet.createTextFinder(text).findAll().length);`;
    expect(run(code)).toEqual([1, 0, 1]);
  });

  test('goes on from the current match, forwards and backwards', () => {
    const { run } = americanFile();
    const code = `${fill}
      const steps = ['findNext', 'findNext', 'findNext', 'findPrevious'].map((step) => finder[step]()?.getA1Notation() ?? null);
      return [...steps, finder.getCurrentMatch().getA1Notation(),
        sheet.createTextFinder('sample').startFrom(sheet.getRange('A1')).findNext().getA1Notation()];`;
    expect(run(code)).toEqual(['A1', 'A2', null, 'A1', 'A1', 'A2']);
  });

  test('of the whole file goes through every tab', () => {
    const { run } = americanFile();
    const code = `sheet.getRange('B2').setValue('x');
      SpreadsheetApp.getActive().insertSheet('Other').getRange('A1').setValue('x');
      return SpreadsheetApp.getActive().createTextFinder('x').findAll().map((range) => range.getSheet().getName() + '!' + range.getA1Notation());`;
    expect(run(code)).toEqual(['Sheet1!B2', 'Other!A1']);
  });

  test('takes regular expressions, and refuses broken ones', () => {
    const { run } = americanFile();
    expect(find(run, '')).toEqual(['A1', 'A2']);
    expect(run("return sheet.createTextFinder('^s.+[a-z]$').useRegularExpression(true).findAll().length")).toBe(2);
    expect(() => run("sheet.createTextFinder('(').useRegularExpression(true).findAll()")).toThrow('(');
  });
});

describe('replacing', () => {
  test('counts every place, reads the result as typed, and leaves what formulas show', () => {
    const { run } = americanFile();
    const code = `const range = sheet.getRange('A1:D1').setValues([['a-a', 'x1', '="a"', 'b']]);
      const count = sheet.createTextFinder('a').replaceAllWith('7');
      const dollars = sheet.createTextFinder('x(.)').useRegularExpression(true).replaceAllWith('$1.50');
      return [count, dollars, range.getDisplayValues()[0], range.getFormulas()[0][2]];`;
    expect(run(code)).toEqual([2, 1, ['7-7', '1.5', 'a', 'b'], '="a"']);
  });

  test('changes the text of formulas where that is searched', () => {
    const { run } = americanFile();
    const code = `sheet.getRange('A1').setFormula('=LEN("abc")');
      const count = sheet.createTextFinder('abc').matchFormulaText(true).replaceAllWith('ab');
      return [count, sheet.getRange('A1').getFormula(), sheet.getRange('A1').getValue()];`;
    expect(run(code)).toEqual([1, '=LEN("ab")', 2]);
  });

  test('one at a time changes the current match only', () => {
    const { run } = americanFile();
    const code = `sheet.getRange('A1:A2').setValues([['cat'], ['cat']]);
      const finder = sheet.createTextFinder('cat');
      const none = finder.replaceWith('dog');
      finder.findNext();
      return [none, finder.replaceWith('dog'), sheet.getRange('A1:A2').getValues().flat()];`;
    expect(run(code)).toEqual([0, 1, ['dog', 'cat']]);
  });

  test('keeps the other letters where marks on letters are ignored', () => {
    const { run } = americanFile();
    const code = `sheet.getRange('A1').setValue('naïve café');
      sheet.createTextFinder('CAFE').ignoreDiacritics(true).replaceAllWith('bar');
      return sheet.getRange('A1').getValue();`;
    expect(run(code)).toBe('naïve bar');
  });
});
