import fc from 'fast-check';
import { editedText } from '../../host/engine/edited-text';
import { readTyped } from '../../host/engine/typed-text';
import { americanFile, fileIn } from './values-host';

/** What a string becomes in a cell of a file of a locale, as scripts read it, people see it, and its format. */
function written(locale: string, text: string, format = 'General'): unknown[] {
  const { host, run } = fileIn(locale, 'Asia/Kolkata');
  const answer = run<unknown[]>(
    `const cell = sheet.getRange('A1').setNumberFormat(args[1]).setValue(args[0]);
     const value = cell.getValue();
     const day = value instanceof Date ? Utilities.formatDate(value, 'Asia/Kolkata', 'yyyy-MM-dd HH:mm') : value;
     return [day, cell.getDisplayValue(), cell.getFormula()];`,
    text,
    format,
  );
  host.person.type('B1', text);
  if (format === 'General') expect(host.person.sees('B1')).toEqual([[answer[1]]]);
  return answer.at(-1) === '' ? answer.slice(0, 2) : answer;
}

describe('numbers are read as the locale writes them', () => {
  test.each([
    ['en_US', '1,234.5', 1234.5, '1,234.50'],
    ['en_GB', '£1,000', 1000, '£1,000'],
    ['en_IN', '12,34,567.5', 1234567.5, '12,34,567.50'],
    ['de_DE', '1.234,5', 1234.5, '1.234,50'],
    ['de_DE', '1.234,50 €', 1234.5, '1.234,50 €'],
    ['fr_FR', '1 234,5', 1234.5, '1\u202f234,50'],
    ['es_ES', '12.345,6', 12345.6, '12.345,60'],
    ['pt_BR', 'R$ 1.234,50', 1234.5, 'R$ 1.234,50'],
    ['ja_JP', '¥1,000', 1000, '¥1,000'],
    ['sv_SE', '100 kr', 100, '100 kr'],
    ['de_CH', "1'234.5", 1234.5, "1'234.50"],
    ['en_US', '($5)', -5, '-$5'],
    ['en_US', '-7.1%', -0.071, '-7.10%'],
    ['de_DE', '12,5%', 0.125, '12,50%'],
    ['en_US', '1e3', 1000, '1.00E+03'],
    ['en_US', '007', 7, '7'],
    ['en_US', '22 34', 2234, '2,234'],
    ['en_US', '12345678901234567', 12345678901234600, '1.23457E+16'],
    ['en_US', ' 5 ', 5, '5'],
  ])('%s: %s', (locale, text, value, shown) => {
    expect(written(locale, text)).toEqual([value, shown]);
  });

  test.each([
    ['en_US', '1,5'],
    ['de_DE', '1.50'],
    ['fr_FR', '3.5'],
    ['en_US', '555-123-4567'],
    ['en_US', '5 apples'],
    ['en_US', '-'],
    ['en_US', '@me'],
    ['en_US', '   =SUM(1,2)'],
    ['en_US', '1\n2'],
    ['en_US', ' two  words '],
  ])('%s: %s is only text', (locale, text) => {
    expect(written(locale, text)).toEqual([text, text]);
  });
});

describe('dates are read in the order of the locale', () => {
  test.each([
    ['en_US', '1/2/2026', '2026-01-02 00:00', '1/2/2026'],
    ['en_GB', '1/2/2026', '2026-02-01 00:00', '1/2/2026'],
    ['en_IN', '1/2/2026', '2026-02-01 00:00', '1/2/2026'],
    ['de_DE', '15.01.2026', '2026-01-15 00:00', '15.01.2026'],
    ['de_DE', '1.5', '2026-05-01 00:00', '1.5'],
    ['ja_JP', '2026年3月25日', '2026-03-25 00:00', '2026-3-25'],
    ['sv_SE', '25/12', '2026-12-25 00:00', '25/12'],
    ['hu_HU', '2026. 03. 25.', '2026-03-25 00:00', '2026. 03. 25'],
    ['en_US', '1-2', '2026-01-02 00:00', '1-2'],
    ['en_US', '1.2.3', '2003-01-02 00:00', '1.2.03'],
    ['en_US', '12/25/29', '2029-12-25 00:00', '12/25/29'],
    ['en_US', '12/25/30', '1930-12-25 00:00', '12/25/30'],
    ['en_US', '3/2026', '2026-03-01 00:00', '3/2026'],
    ['de_DE', '2026-03-25', '2026-03-25 00:00', '2026-03-25'],
    ['en_GB', '25 March 2026', '2026-03-25 00:00', '25 March 2026'],
    ['en_US', 'Mar 25, 2026 3:15 pm', '2026-03-25 15:15', 'Mar 25, 2026 3:15 PM'],
    ['de_DE', 'Mittwoch, 25. März 2026', '2026-03-25 00:00', '25. März 2026'],
    ['es_ES', '25 de marzo de 2026', '2026-03-25 00:00', '25 de marzo de 2026'],
    ['fr_FR', '3 févr. 2026', '2026-02-03 00:00', '3 févr. 2026'],
    ['fr_FR', '3 March 2026', '2026-03-03 00:00', '3 mars 2026'],
    ['en_US', '2026-03-25 09:38', '2026-03-25 09:38', '2026-03-25 09:38'],
  ])('%s: %s', (locale, text, day, shown) => {
    expect(written(locale, text)).toEqual([day, shown]);
  });

  test.each([
    ['en_US', '25/3/2026'],
    ['en_GB', '3/25/2026'],
    ['en_US', '2/30/2026'],
    ['en_US', '2026-03-25T09:38:00Z'],
    ['en_US', 'May'],
    ['en_US', '192.168.1.1'],
  ])('%s: %s is only text', (locale, text) => {
    expect(written(locale, text)).toEqual([text, text]);
  });

  test('a date without a year is of the year that it is where the file is', () => {
    const { host, run } = fileIn('en_GB', 'Asia/Kolkata');
    host.passTime(Date.parse('2026-12-31T20:00:00Z') - host.now());
    const year = `return Utilities.formatDate(sheet.getRange('A1').setValue('1 Feb').getValue(), 'Asia/Kolkata', 'yyyy');`;
    expect(run(year)).toBe('2027');
  });
});

describe('times and durations', () => {
  test.each([
    ['en_US', '9:38', '1899-12-30 09:38', '9:38'],
    ['en_US', '3 pm', '1899-12-30 15:00', '3:00 PM'],
    ['es_ES', '3:15 p. m.', '1899-12-30 15:15', '3:15 p.\u202fm.'],
    ['en_US', '25:30:00', '1899-12-31 01:30', '25:30:00'],
  ])('%s: %s', (locale, text, day, shown) => {
    expect(written(locale, text)).toEqual([day, shown]);
  });
});

describe('the format of the cell', () => {
  test('a percentage cell takes 5 for 5%', () => {
    expect(written('en_US', '5', '0.0%')).toEqual([0.05, '5.0%']);
  });

  test('a format that somebody chose stays when a value brings one', () => {
    expect(written('en_US', '$5', '0.000')).toEqual([5, '5.000']);
    expect(written('en_US', '50%', '0.00')).toEqual([0.5, '0.50']);
  });

  test('a number in a cell that holds dates is a date', () => {
    expect(written('de_DE', '46106', 'dd.mm.yyyy')).toEqual(['2026-03-25 00:00', '25.03.2026']);
  });

  test('a text cell keeps what is typed, but a script’s formula is one', () => {
    expect(written('en_US', '0123', '@')).toEqual(['0123', '0123']);
    expect(written('en_US', '=1+1', '@')).toEqual([2, '2', '=1+1']);
  });

  test('an apostrophe makes text and goes', () => {
    expect(written('en_US', "'0123")).toEqual(['0123', '0123']);
    expect(written('en_US', "'=1+1")).toEqual(['=1+1', '=1+1']);
  });
});

test('a cell takes 50,000 characters, from people and from scripts', () => {
  const { host, run } = americanFile();
  const sentence = 'Your input contains more than the maximum of 50000 characters in a single cell.';
  run("sheet.getRange('A1').setValue('x'.repeat(50000))");
  expect(() => run("sheet.getRange('A1').setValue('x'.repeat(50001))")).toThrow(sentence);
  expect(() => run("sheet.appendRow(['x'.repeat(50001)])")).toThrow(sentence);
  expect(() => host.person.type('A1', 'x'.repeat(50_001))).toThrow(sentence);
});

test('many cells are read in no time', () => {
  const kinds = [
    'Acme',
    'a@example.com',
    '12,500',
    '25/3/2026',
    '£12.50',
    'A deal, number 7',
    '25 March 2026',
    '12:30',
  ];
  const into = { locale: 'en_GB', by: 'script', year: 2026 } as const;
  for (const text of kinds) readTyped(text, into);
  const started = performance.now();
  for (let i = 0; i < 20_000; i++) readTyped(kinds[i % kinds.length]!, into);
  expect(performance.now() - started).toBeLessThan(2000);
});

test('what stands in the editor of a cell makes the same cell in every locale', () => {
  const value = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string());
  const format = fc.constantFrom(undefined, '0%', '#,##0.00', 'dd.mm.yyyy', 'd/m/yyyy h:mm:ss', 'm-d', '[h]:mm:ss');
  const locale = fc.constantFrom('de_DE', 'en_IN', 'fr_FR', 'ja_JP', 'sv_SE', 'hu_HU', 'pt_BR', 'de_CH');
  fc.assert(
    fc.property(value, format, locale, (cell, numberFormat, name) => {
      fc.pre(cell !== '' && !Object.is(cell, -0));
      const text = editedText(cell, null, numberFormat, name);
      const into = { locale: name, format: numberFormat, by: 'person', year: 0 } as const;
      expect(readTyped(text, into).value).toEqual(cell);
    }),
    { numRuns: 3000 },
  );
});
