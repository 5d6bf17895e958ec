import { americanFile, fileIn } from './values-host';

/** What formulas in column G show, beside dates in A, money in B, percentages in C, times in D and plain numbers in E. */
const shown = ({ run }: ReturnType<typeof fileIn>, formulas: readonly string[]): string[] =>
  run<string[]>(
    `sheet.clear().getRange('A1:E2').setValues([['1/5/2026', '$5.00', '25%', '9:30', 7], ['1/9/2026', '$10.00', '50%', '10:30', 8]]);
     args[0].forEach((formula, row) => sheet.getRange(row + 1, 7).setFormula(formula));
     return sheet.getRange(1, 7, args[0].length, 1).getDisplayValues().flat();`,
    formulas,
  );

describe('a formula without a format of its own takes over that of what it looks at', () => {
  test.each([
    ['=A1', '1/5/2026'],
    ['=A1+1', '1/6/2026'],
    ['=MAX(A1:A2)', '1/9/2026'],
    ['=IF(TRUE,A1,0)', '1/5/2026'],
    ['=IFERROR(A1,0)', '1/5/2026'],
    ['=EDATE(A1,1)', '2/5/2026'],
    ['=A2-A1', '4'],
    ['=A1-1', '1/4/2026'],
    ['=B1*2', '$10.00'],
    ['=SUM(B1:B2)', '$15.00'],
    ['=-B1', '-$5.00'],
    ['=B2/B1', '2'],
    ['=B2/4', '$2.50'],
    ['=B1*C1', '$1.25'],
    ['=C1*2', '50%'],
    ['=E1*2', '14'],
    ['=COUNT(A1:A2)', '2'],
    ['=YEAR(A1)', '2026'],
    ['=A1=A2', 'FALSE'],
    ['=DATE(2026,3,4)', '3/4/2026'],
    ['=TIME(9,30,0)', '9:30:00 AM'],
  ])('%s shows %s', (formula, expected) => {
    expect(shown(american, [formula])).toEqual([expected]);
  });

  const american = americanFile();

  test('through other formulas, whichever stands first', () => {
    expect(shown(american, ['=G2+1', '=G3', '=A1'])).toEqual(['1/6/2026', '1/5/2026', '1/5/2026']);
  });

  test('in every column that it spreads over', () => {
    shown(american, ['=FILTER(A1:B2,E1:E2>7)']);
    expect(american.run(`return sheet.getRange('G1:H1').getDisplayValues()[0];`)).toEqual(['1/9/2026', '$10.00']);
    shown(american, ['=ARRAYFORMULA(B1:B2*2)']);
    expect(american.run(`return sheet.getRange('G1:G2').getDisplayValues().flat();`)).toEqual(['$10.00', '$20.00']);
  });

  test('so that its value is a Date', () => {
    shown(american, ['=A1+1']);
    expect(american.run(`return sheet.getRange('G1').getValue();`)).toBe('2026-01-06T05:00:00.000Z');
  });

  test('and gives it back when the formula changes, goes, or when somebody chooses another', () => {
    shown(american, ['=A1', '=A1', '=A1', '=A1']);
    expect(
      american.run(`
        sheet.getRange('G1').setFormula('=1+1');
        sheet.getRange('G2').setValue(5);
        sheet.getRange('G3').setNumberFormat('0.0');
        sheet.getRange('G4').setBackground('red').clearContent();
        return sheet.getRange('G1:G4').getDisplayValues().flat();`),
    ).toEqual(['2', '5', '46027.0', '']);
    expect(
      american.run(`
        sheet.getRange('G3').setFormula('=1+1');
        sheet.getRange('G4').setValue(5);
        return sheet.getRange('G3:G4').getDisplayValues().flat();`),
    ).toEqual(['2.0', '5']);
  });

  test('and follows when what it looks at gets another format', () => {
    shown(american, ['=B1']);
    expect(
      american.run(`
        sheet.getRange('B1').setNumberFormat('0%');
        return sheet.getRange('G1').getDisplayValue();`),
    ).toBe('500%');
  });

  test('and has it again when what took its place is undone', () => {
    shown(american, ['=A1']);
    const { person } = american.host;
    person.type('G1', '5');
    person.undo();
    expect(person.sees('G1')).toEqual([['1/5/2026']]);
  });

  test('wherever the formula moves or is copied to', () => {
    shown(american, ['=A1']);
    expect(
      american.run(`
        sheet.insertRowBefore(1);
        sheet.getRange('G2').copyTo(sheet.getRange('G3'));
        const shown = sheet.getRange('G2:G3').getDisplayValues().flat();
        sheet.deleteRow(1);
        return shown;`),
    ).toEqual(['1/5/2026', '1/9/2026']);
  });

  test('but leaves none behind where only its value is copied, and no longer spreads', () => {
    shown(american, ['=FILTER(A1:A2,E1:E2>0)']);
    expect(
      american.run(`
        sheet.getRange('G2').getDisplayValue();
        sheet.getRange('E2').setValue(-1);
        sheet.getRange('G1').copyTo(sheet.getRange('H1'), { contentsOnly: true });
        return [sheet.getRange('G2').getNumberFormat(), sheet.getRange('H1').getDisplayValue()];`),
    ).toEqual(['0.###############', '46027']);
  });

  test('which can be read as its number format', () => {
    const file = americanFile();
    file.run(`sheet.getRange('B1:G1').setValues([['25%', '', '', '', '', '=B1']]);`);
    expect(file.run(`return sheet.getRange('G1').getNumberFormat();`)).toBe('0%');
  });

  test('a person who types a number over it sees the number', () => {
    shown(american, ['=A1']);
    american.host.person.type('G1', '5');
    expect(american.host.person.sees('G1')).toEqual([['5']]);
  });
});

describe('today and now', () => {
  const hostAt = (timeZone: string) => fileIn('en_US', timeZone);

  test('are those of the file’s zone on the host’s clock', () => {
    expect(shown(hostAt('Pacific/Kiritimati'), ['=TODAY()', '=NOW()', '=TODAY()+1', '="TODAY()"'])).toEqual([
      '11/22/2026',
      '11/22/2026 23:00:00',
      '11/23/2026',
      'TODAY()',
    ]);
    expect(shown(hostAt('Pacific/Pago_Pago'), ['=TODAY()', '= NOW( )'])).toEqual(['11/21/2026', '11/21/2026 22:00:00']);
  });

  test('move with the clock', () => {
    const file = hostAt('Etc/UTC');
    shown(file, ['=TODAY()', '=NOW()']);
    file.host.passTime(26 * 3_600_000);
    expect(file.run(`return sheet.getRange('G1:G2').getDisplayValues().flat();`)).toEqual([
      '11/23/2026',
      '11/23/2026 11:00:00',
    ]);
  });

  test('are written as the file’s locale writes them', () => {
    expect(shown(fileIn('de_DE', 'Etc/UTC'), ['=TODAY()', '=TIME(9,30,0)'])).toEqual(['22.11.2026', '9:30:00']);
  });
});

describe('formulas that cannot work say why', () => {
  test.each([
    ['=SUM(', '#ERROR!'],
    ['=1+', '#ERROR!'],
    ['=A1:', '#ERROR!'],
    ['==A1', '#ERROR!'],
    ['=Nope!A1', '#REF!'],
    ['=SUM(Nope!A:A)', '#REF!'],
    ["='No such tab'!A1+1", '#REF!'],
    ['=INDIRECT("Z9999")', '#REF!'],
    ['=INDIRECT("AA1:AB2")', '#REF!'],
    ['=INDIRECT("Nope!A1")', '#REF!'],
    ['=INDIRECT("E1")', '7'],
    ['=SUM(INDIRECT("E1:E2"))', '15'],
    ['=SUM(INDIRECT("E:E"))', '15'],
    ['=SUM(INDIRECT("Sheet1!E1:E"))', '15'],
    ['=A1001', '#REF!'],
    ['=SUM(AA1:AB2)', '#REF!'],
    ['=SUM(E1:E9999)', '15'],
    ['=A1 B1', '#ERROR!'],
    ['=nope()', '#NAME?'],
    ['=IFERROR(Nope!A1,"none")', 'none'],
    ['=IFERROR(1/0)', ''],
    ['=IFERROR(E1)', '7'],
    ['=IFNA(1/0)', '#DIV/0!'],
    ['=IFERROR(1/0)+1', '1'],
    ['=ISERROR(SUM()', '#ERROR!'],
  ])('%s is %s', (formula, expected) => {
    expect(shown(american, [formula])).toEqual([expected]);
  });

  const american = americanFile();

  test('and what looks at them fails the same way', () => {
    expect(shown(american, ['=1+', '=G1&"!"', '=IFERROR(G1,"caught")'])).toEqual(['#ERROR!', '#ERROR!', 'caught']);
  });

  test('until the tab they name is there', () => {
    shown(american, ['=Later!A1']);
    expect(
      american.run(`
        sheet.getParent().insertSheet('Later').getRange('A1').setValue('here');
        return sheet.getRange('G1').getDisplayValue();`),
    ).toBe('here');
  });
});
