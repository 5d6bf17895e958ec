import { dayFirstOf, decimalOf, readDay, readNumber, readZonedTime } from '../../src/domain/import/reading';
import { stagesFound } from '../../src/domain/import/stages';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';

describe('numbers', () => {
  test.each([
    ['1054', '.', 1054],
    ['$1,234.50', '.', 1234.5],
    ['€1.000,00', ',', 1000],
    ['1 000', ',', 1000],
    ['1’234.50', '.', 1234.5],
    ['(1,000)', '.', -1000],
    ['-12.5', '.', -12.5],
    ['50%', '.', 0.5],
    ['USD 99', '.', 99],
    ['a lot', '.', null],
    ['1.2.3', '.', null],
    ['12 apples', '.', null],
    ['', '.', null],
    ['2026-01-05', '.', null],
  ] as const)('%s with decimal sign %s is %s', (text, decimal, value) => {
    expect(readNumber(text, decimal)).toBe(value);
  });

  test.each([
    [['1,234.50', '12'], '.'],
    [['1.234,50'], ','],
    [['1,5', '2,25'], ','],
    [['1,234'], '.'],
    [['1.234'], '.'],
    [['1.234.567'], ','],
    [['0.125'], '.'],
    [[], '.'],
  ] as const)('a file with %j has the decimal sign %s', (texts, decimal) => {
    expect(decimalOf(texts, '.')).toBe(decimal);
  });
});

describe('days', () => {
  test.each([
    ['2026-03-04', false, '2026-03-04'],
    ['2026-03-04 10:15:00', false, '2026-03-04'],
    ['2026/3/4', false, '2026-03-04'],
    ['03/04/2026', false, '2026-03-04'],
    ['03/04/2026', true, '2026-04-03'],
    ['15.01.2026', true, '2026-01-15'],
    ['7 Dec 2025', false, '2025-12-07'],
    ['15 Apr, 2021 00:03:00', false, '2021-04-15'],
    ['December 7, 2025', false, '2025-12-07'],
    ['31/02/2026', true, null],
    ['2026-13-01', false, null],
    ['soon', false, null],
  ] as const)('%s (day first: %s) is %s', (text, dayFirst, day) => {
    expect(readDay(text, dayFirst)).toBe(day);
  });

  test('one day above twelve tells the order for the whole file', () => {
    expect(dayFirstOf(['03/04/2026', '25/04/2026'], false)).toBe(true);
    expect(dayFirstOf(['03/04/2026', '04/25/2026'], true)).toBe(false);
    expect(dayFirstOf(['03/04/2026'], true)).toBe(true);
  });

  test('a moment that names its zone is that moment', () => {
    expect(readZonedTime('2006-06-16T00:30:19.000Z')).toBe(Date.parse('2006-06-16T00:30:19Z'));
    expect(readZonedTime('2006-06-16 00:30:19')).toBeNull();
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
