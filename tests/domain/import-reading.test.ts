import fc from 'fast-check';
import { calendarOf } from '../../src/domain/calendar';
import { opportunityFields } from '../../src/domain/fields';
import { dayFirstOf, readDay, readMoment } from '../../src/domain/import/moments';
import { decimalOf, readNumber, readPercent, scaleOf } from '../../src/domain/import/numbers';
import { readValue } from '../../src/domain/import/reading';
import { stagesFound } from '../../src/domain/import/stages';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';

const utc = calendarOf(() => 0);

describe('numbers', () => {
  test.each([
    ['1054', '.', 1054],
    ['$1,234.50', '.', 1234.5],
    ['€1.000,00', ',', 1000],
    ['1 000', ',', 1000],
    ['1 000 000,5', ',', 1000000.5],
    ['1’234.50', '.', 1234.5],
    ['12,34,567.5', '.', 1234567.5],
    ['1,23,456', '.', 123456],
    ['(1,000)', '.', -1000],
    ['$(1,000.00)', '.', -1000],
    ['-12.5', '.', -12.5],
    ['−12.5', '.', -12.5],
    ['-$5', '.', -5],
    ['$-5', '.', -5],
    ['US$ 5', '.', 5],
    ['USD 99', '.', 99],
    ['99 EUR', ',', 99],
    ['.5', '.', 0.5],
    ['1.500', 'either', null],
    ['1,500.25', 'either', 1500.25],
    ['1500', 'either', 1500],
    ['1.5E+06', '.', 1_500_000],
    ['-1,5e-2', ',', -0.015],
    ['1.5E+06', ',', null],
    ['5.', '.', 5],
    ['1,234.', '.', 1234],
    ['.', '.', null],
    ['E5', '.', null],
    ['a lot', '.', null],
    ['1.2.3', '.', null],
    ['12 apples', '.', null],
    ['12 USD 34', '.', null],
    ['50%', '.', null],
    ['', '.', null],
    ['2026-01-05', '.', null],
  ] as const)('%s with decimal sign %s is %s', (text, decimal, value) => {
    expect(readNumber(text, decimal)).toBe(value);
  });

  test.each([
    ['1000,5', '.'],
    ['1.5', ','],
    ['99.50', ','],
    ['03.04.2026', ','],
    ['1,2,3', '.'],
    ['1,2,3.4', '.'],
    [',,,1', '.'],
    ['0,125', '.'],
    ['1,234 567', '.'],
    ['1.234.56', ','],
    ['(-5)', '.'],
  ] as const)('%s with decimal sign %s is refused, not read wrongly by powers of ten', (text, decimal) => {
    expect(readNumber(text, decimal)).toBeNull();
  });

  test('whatever is written in one manner is read as that, or refused, in the other: never off by a power of ten', () => {
    const amount = fc.tuple(fc.integer({ min: 0, max: 10_000_000_000 }), fc.integer({ min: 0, max: 99 }));
    const manner = fc.constantFrom('en-US', 'de-DE', 'de-CH', 'fr-FR', 'en-IN', 'sv-SE');
    fc.assert(
      fc.property(amount, manner, fc.boolean(), ([whole, cents], locale, useGrouping) => {
        const value = whole + cents / 100;
        const text = new Intl.NumberFormat(locale, { useGrouping, minimumFractionDigits: 2 }).format(value);
        const own = /[.,](?=\d\d$)/.exec(text)![0] as '.' | ',';
        expect(readNumber(text, own)).toBeCloseTo(value, 2);
        expect(readNumber(text, own === '.' ? ',' : '.')).toBeNull();
      }),
    );
  });

  test.each([
    [['1,234.50', '12'], '.'],
    [['1.234,50'], ','],
    [['1,5', '2,25'], ','],
    [['1,234'], '.'],
    [['1.234'], '.'],
    [['1.234.567'], ','],
    [['0.125'], '.'],
    [['1,234.50', '1000,5'], 'either'],
    [[], '.'],
  ] as const)('a column with %j has the decimal sign %s', (texts, decimal) => {
    expect(decimalOf(texts, '.')).toBe(decimal);
  });
});

describe('probabilities', () => {
  test.each([
    ['75', 'percents', 0.75],
    ['1', 'percents', 0.01],
    ['0.5', 'percents', 0.005],
    ['1', 'shares', 1],
    ['0.75', 'shares', 0.75],
    ['200%', 'shares', 2],
    ['1%', 'shares', 0.01],
    ['75 %', 'either', 0.75],
    ['75', 'either', 0.75],
    ['0', 'either', 0],
    ['1', 'either', null],
    ['0.5', 'either', null],
  ] as const)('%s in a column of %s is %s', (text, scale, share) => {
    expect(readPercent(text, '.', scale)).toBe(share);
  });

  test.each([
    [['75', '1'], 'percents'],
    [['0.75', '1', '0'], 'shares'],
    [['75', '0.75'], 'either'],
    [['0', '1', '50%'], 'shares'],
  ] as const)('a column with %j is of %s', (texts, scale) => {
    expect(scaleOf(texts, '.', 'shares')).toBe(scale);
  });
});

describe('days', () => {
  test.each([
    ['2026-03-04', false, '2026-03-04'],
    ['2026-03-04 10:15:00', false, '2026-03-04'],
    ['2026-03-04T23:30:00Z', false, '2026-03-04'],
    ['2026/3/4', false, '2026-03-04'],
    ['03/04/2026', false, '2026-03-04'],
    ['03/04/2026', true, '2026-04-03'],
    ['03/04/2026', 'either', null],
    ['04/04/2026', 'either', '2026-04-04'],
    ['25/04/2026', 'either', '2026-04-25'],
    ['15.01.2026', true, '2026-01-15'],
    ['7 Dec 2025', false, '2025-12-07'],
    ['15 Apr, 2021 00:03:00', false, '2021-04-15'],
    ['December 7, 2025', false, '2025-12-07'],
    ['Sept 7, 2025', false, '2025-09-07'],
    ['31/02/2026', true, null],
    ['2026-13-01', false, null],
    ['2026-03-04 25:99', false, null],
    ['2026-03-04 or so', false, null],
    ['Marble 4, 2026', false, null],
    ['soon', false, null],
  ] as const)('%s (day first: %s) is %s', (text, dayFirst, day) => {
    expect(readDay(text, dayFirst)).toBe(day);
  });

  test('one day above twelve tells the order for the whole column; one of each kind, that both occur', () => {
    expect(dayFirstOf(['03/04/2026', '25/04/2026'], false)).toBe(true);
    expect(dayFirstOf(['03/04/2026', '04/25/2026'], true)).toBe(false);
    expect(dayFirstOf(['03/04/2026'], true)).toBe(true);
    expect(dayFirstOf(['25/04/2026', '04/25/2026'], true)).toBe('either');
  });
});

describe('moments', () => {
  test.each([
    ['3/4/2026 1:30 PM', '2026-03-04T13:30:00Z'],
    ['3/4/2026, 1:30:05 p.m.', '2026-03-04T13:30:05Z'],
    ['3/4/2026 12:05 AM', '2026-03-04T00:05:00Z'],
    ['3/4/2026 12:05 PM', '2026-03-04T12:05:00Z'],
    ['2026-03-04 13:30', '2026-03-04T13:30:00Z'],
    ['2026-03-04', '2026-03-04T00:00:00Z'],
    ['2006-06-16T00:30:19.000Z', '2006-06-16T00:30:19Z'],
    ['2006-06-16 00:30:19 UTC', '2006-06-16T00:30:19Z'],
    ['2006-06-16T00:30:19+02:00', '2006-06-15T22:30:19Z'],
    ['2006-06-16 00:30:19 -0530', '2006-06-16T06:00:19Z'],
    ['2006-06-16 00:30 GMT+01:00', '2006-06-15T23:30:00Z'],
  ])('%s is %s', (text, moment) => {
    expect(readMoment(text, false, utc)).toBe(Date.parse(moment));
  });

  test.each(['2026-03-04 25:99', '2026-03-04 13:60', '3/4/2026 13:30 PM', '3/4/2026 0:30 AM', '2026-03-04 10:00 EST'])(
    '%s is refused: no clock shows it, or its zone is not known',
    (text) => {
      expect(readMoment(text, false, utc)).toBeNull();
    },
  );

  test('a time on the day on which clocks change is what the clocks showed', () => {
    // New York: 2026-03-08, from 02:00 EST to 03:00 EDT.
    const change = Date.parse('2026-03-08T07:00:00Z');
    const newYork = calendarOf((instant) => (instant < change ? -5 : -4) * 3_600_000);
    expect(readMoment('3/8/2026 10:00', false, newYork)).toBe(Date.parse('2026-03-08T14:00:00Z'));
    expect(readMoment('3/8/2026 1:59', false, newYork)).toBe(Date.parse('2026-03-08T06:59:00Z'));
    expect(readMoment('3/8/2026 2:30', false, newYork)).toBe(Date.parse('2026-03-08T07:30:00Z'));
    expect(readMoment('2026-03-08T10:00:00Z', false, newYork)).toBe(Date.parse('2026-03-08T10:00:00Z'));
  });
});

describe('what cannot be read is refused with a reason', () => {
  const { value, expectedClose, createdAt, probability } = opportunityFields;
  test.each([
    [value, '1000,5', { decimal: '.' }, '“1000,5” in Value does not fit numbers such as 1,234.50.'],
    [
      value,
      '1,500',
      { decimal: 'either' },
      '“1,500” in Value may be 1500 or 1.5: other rows use both decimal signs. Choose the one to go by.',
    ],
    [value, 'a lot', {}, '“a lot” in Value is no number.'],
    [value, '50%', {}, '“50%” in Value is no number.'],
    [
      probability,
      '1',
      {},
      '“1” in Probability may be 1 % or 100 %: other rows use both. Choose one, or write the percent sign.',
    ],
    [expectedClose, '25/04/2026', {}, '“25/04/2026” in Expected close does not fit dates such as 12/31/2026.'],
    [
      expectedClose,
      '03/04/2026',
      { dayFirst: 'either' },
      '“03/04/2026” in Expected close may be 2026-04-03 or 2026-03-04: other rows use both orders. Choose the one to go by.',
    ],
    [createdAt, '2026-03-04 25:99', {}, '“2026-03-04 25:99” in Created at is no date.'],
    [
      createdAt,
      '2026-03-04 10:00:00 EST',
      {},
      '“2026-03-04 10:00:00 EST” in Created at has a time zone that is not known. Write it as an offset, such as +02:00.',
    ],
  ] as const)('%j: %s', (field, text, reading, reason) => {
    expect(() => readValue(field, text, { decimal: '.', dayFirst: false, ...reading }, utc)).toThrow(reason);
  });
});

describe('stages of a file', () => {
  const proposals = (...names: [pipeline: string, stage: string][]) =>
    stagesFound(
      names.map(([pipeline, stage]) => ({ pipeline, stage })),
      DEFAULT_SETTINGS.stages,
    ).map(({ rows, proposal }) => ({
      rows,
      ...('to' in proposal
        ? { to: proposal.to.stage }
        : { add: proposal.add.name, kind: proposal.add.kind, probability: proposal.add.probability }),
    }));

  test('known ones are matched whatever their spelling, “Won” is the one way to win', () => {
    expect(proposals(['', 'closed-won'], ['', 'Won'], ['', 'Won'], ['', 'NEGOTIATION'], ['', ''])).toEqual([
      { rows: 1, to: 'Closed Won' },
      { rows: 2, to: 'Closed Won' },
      { rows: 1, to: 'Negotiation' },
      { rows: 1, to: 'Prospecting' },
    ]);
  });

  test('unknown ones are added as open without a probability; in a pipeline of their own, won and lost too', () => {
    expect(proposals(['', 'Engaging'], ['Renewals', 'Closed Won'], ['Renewals', 'Contract Sent'])).toEqual([
      { rows: 1, add: 'Engaging', kind: 'open', probability: null },
      { rows: 1, add: 'Closed Won', kind: 'won', probability: 1 },
      { rows: 1, add: 'Contract Sent', kind: 'open', probability: null },
    ]);
  });
});
