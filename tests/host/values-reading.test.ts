import { displayOf } from '../../host/engine/display';
import { instantOfWall, wallOfInstant } from '../../host/engine/zone';
import { americanFile, fileIn } from './values-host';

const iso = (run: ReturnType<typeof fileIn>['run'], text: string) =>
  run<string>("return sheet.getRange('A1').setValue(args[0]).getValue().toISOString()", text);

describe('dates come out of cells in the zone of the file', () => {
  test.each([
    ['en_GB', 'Asia/Kolkata', '25/03/2026 10:00', '2026-03-25T04:30:00.000Z'],
    ['de_DE', 'Europe/Berlin', '25.03.2026 10:00', '2026-03-25T09:00:00.000Z'],
    ['de_DE', 'Europe/Berlin', '29.03.2026 02:30', '2026-03-29T01:30:00.000Z'],
    ['de_DE', 'Europe/Berlin', '25.10.2026 02:30', '2026-10-25T00:30:00.000Z'],
    ['en_AU', 'Australia/Lord_Howe', '4/10/2026 2:15', '2026-10-03T15:45:00.000Z'],
    ['en_US', 'America/New_York', '11/1/2026 1:30', '2026-11-01T05:30:00.000Z'],
    ['en_US', 'America/New_York', '9:38', '1899-12-30T14:38:00.000Z'],
    ['en_US', 'America/New_York', '7/4/1776', '1776-07-04T04:56:02.000Z'],
  ])('%s in %s: %s', (locale, zone, text, expected) => {
    expect(iso(fileIn(locale, zone).run, text)).toBe(expected);
  });

  test('a Date that a script writes comes back as it was, also before 1900 and where clocks change', () => {
    const { run } = fileIn('de_DE', 'Europe/Berlin');
    const times = ['1850-01-01T12:00:00.000Z', '1899-12-30T09:00:00.000Z', '2026-03-29T01:00:00.000Z'];
    const code = `const range = sheet.getRange(1, 1, args[0].length, 1).setValues(args[0].map((time) => [new Date(time)]));
      return [range.getValues().flat().map((date) => date.toISOString()), range.getDisplayValues().flat()];`;
    expect(run(code, times)).toEqual([times, ['01.01.1850 12:53:28', '30.12.1899 10:00:00', '29.03.2026 3:00:00']]);
  });

  test('a Date at midnight of the file shows its day alone, in the order of the locale', () => {
    const shown = "return sheet.getRange('A1').setValue(new Date(args[0])).getDisplayValue()";
    expect(fileIn('en_GB', 'Asia/Kolkata').run(shown, '2026-03-24T18:30:00Z')).toBe('25/03/2026');
    expect(fileIn('sv_SE', 'Europe/Stockholm').run(shown, '2026-03-24T23:00:00Z')).toBe('2026-03-25');
    expect(fileIn('en_US', 'America/New_York').run(shown, '2026-03-25T04:00:00Z')).toBe('3/25/2026');
  });
});

test('a wall clock that an autumn change repeats is its first hour, in east and west alike', () => {
  const hours = Array.from({ length: 24 * 365 }, (_, hour) => Date.UTC(2026, 0, 1, hour));
  const second = ['Europe/Berlin', 'America/New_York', 'Pacific/Chatham'].flatMap((zone) =>
    hours.filter((wall) => wallOfInstant(instantOfWall(wall, zone) - 3_600_000, zone) === wall),
  );
  expect(second).toEqual([]);
});

test('blanks, errors, truth values and percentages are read as what they are', () => {
  const { run } = americanFile();
  const code = `const range = sheet.getRange('A1:F1').setValues([['', '=1/0', 'TRUE', '12%', null, '=""']]);
    return [range.getValues()[0], range.getDisplayValues()[0], range.isBlank(), sheet.getRange('A1').isBlank()];`;
  expect(run(code)).toEqual([['', '#DIV/0!', true, 0.12, '', ''], ['', '#DIV/0!', 'TRUE', '12%', '', ''], false, true]);
});

describe('cells show', () => {
  test.each([
    [1 / 3, undefined, 'en_US', '0.3333333333'],
    [1 / 3, undefined, 'de_DE', '0,3333333333'],
    [491234567890, undefined, 'en_US', '491234567890'],
    [1234567890123456, undefined, 'en_US', '1.23457E+15'],
    [0.1 + 0.2, undefined, 'en_US', '0.3'],
    [-0, undefined, 'en_US', '0'],
    [-0.001, '0.00', 'en_US', '0.00'],
    [5, '0.###############', 'en_US', '5'],
    [1234567.891, '#,##0.00', 'en_IN', '12,34,567.89'],
    [-5, '[Red]#,##0.00;[Blue](#,##0.00)', 'en_US', '(5.00)'],
    [500, '[>100]"big";"small"', 'en_US', 'big'],
    [1.0625, '[h]:mm', 'en_US', '25:30'],
    [0.5, 'h:mm AM/PM', 'de_DE', '12:00 PM'],
    [46106, 'dddd, d. mmmm yyyy', 'de_DE', 'Mittwoch, 25. März 2026'],
    [46106, 'd mmm yyyy', 'fr_FR', '25 mars 2026'],
    [60, 'yyyy-mm-dd', 'en_US', '1900-02-28'],
    [-365.25, 'yyyy-mm-dd hh:mm', 'en_US', '1898-12-29 18:00'],
    [1000, '0.00E+00', 'de_DE', '1,00E+03'],
    ['abc', '0;-0;0;"<"@">"', 'en_US', '<abc>'],
  ])('%p in %s of %s as %s', (value, format, locale, shown) => {
    expect(displayOf(value, format, locale)).toBe(shown);
  });
});

test('formulas are read relative to their cells too, offsets of nought written out', () => {
  const { run } = americanFile();
  const code = `sheet.getRange('E1').setFormula('=A1+B1*$C$2');
    sheet.getRange('E2').setFormulaR1C1('=R[-1]C[0]+R1C1');
    return [sheet.getRange('E1').getFormulaR1C1(), sheet.getRange('E2').getFormula(), sheet.getRange('A1:B1').getFormulasR1C1()];`;
  expect(run(code)).toEqual(['=R[0]C[-4]+R[0]C[-3]*R2C3', '=E1+$A$1', [['', '']]]);
});

test('the edges of data are found as Ctrl and an arrow key find them', () => {
  const { run } = americanFile();
  const code = `sheet.getRange('B2:C4').setValues([[1, 2], [3, 4], [5, 6]]);
    const next = (cell, direction) => sheet.getRange(cell).getNextDataCell(SpreadsheetApp.Direction[direction]).getA1Notation();
    return [sheet.getRange('B3').getDataRegion().getA1Notation(),
      sheet.getRange('B3').getDataRegion(SpreadsheetApp.Dimension.ROWS).getA1Notation(),
      sheet.getRange('F9').getDataRegion().getA1Notation(),
      next('B2', 'DOWN'), next('B4', 'DOWN'), next('B1', 'DOWN'), next('C3', 'PREVIOUS'), next('A3', 'NEXT')];`;
  expect(run(code)).toEqual(['B2:C4', 'B2:B4', 'F9', 'B4', 'B1000', 'B2', 'B3', 'B3']);
});

test('merged cells read as nothing but their corner, and take nothing elsewhere', () => {
  const { run } = americanFile();
  const code = `const range = sheet.getRange('A1:B2').merge();
    range.setValues([[1, 2], [3, 4]]);
    sheet.getRange('B2').setValue('lost');
    return range.getValues();`;
  expect(run(code)).toEqual([
    [1, ''],
    ['', ''],
  ]);
});
