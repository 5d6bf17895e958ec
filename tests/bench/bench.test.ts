import { join } from 'node:path';
import { ACTIONS } from './actions';
import { benchSize, type Result } from './bench';
import { figuresOf, isHeld, missesIn } from './judge';
import { SMALLEST } from './sizes';

const results = new Map<string, Result>();

beforeAll(() => {
  for (const result of benchSize(SMALLEST, join(__dirname, '../../dist'))) results.set(result.action, result);
});

test.each(ACTIONS.map(({ name }) => name))('“%s” keeps to its budget in a small file', (name) => {
  const result = results.get(name)!;
  expect(result).toMatchObject({ outcome: 'measured' });
  expect(figuresOf(result).filter((figure) => !isHeld(figure))).toEqual([]);
});

describe('a budget is missed', () => {
  const logged = () => results.get('log') as Extract<Result, { outcome: 'measured' }>;
  const cheap = { spreadsheetCalls: 12, otherCalls: 4, navigation: 40, cells: 90 };
  const log = (size: string, cost: object): Result => ({
    ...logged(),
    size,
    cost: { ...logged().cost, ...cheap, ...cost },
  });

  test('by one call more than it allows', () => {
    expect(missesIn([log('100', {})])).toEqual([]);
    expect(missesIn([log('100', { spreadsheetCalls: 13 })])).toEqual(['log at 100: sheet calls 13 of 12']);
  });

  test('by calls that are within it, but more in the large case', () => {
    expect(missesIn([log('100', {}), log('large', {})])).toEqual([]);
    expect(missesIn([log('100', { otherCalls: 3 }), log('large', {})])).toEqual([
      'log grows with rows: other calls 3 at 100, 4 at large',
    ]);
  });

  test('by an action that is not there or fails', () => {
    const why = 'Leads cannot be converted yet.';
    expect(missesIn([{ size: '100', action: 'convert', outcome: 'not there yet', why }])).toEqual([
      'convert at 100: not there yet (Leads cannot be converted yet.)',
    ]);
  });
});
