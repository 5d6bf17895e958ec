import { withNames, withPlaces } from '../../src/domain/formula-columns';

const BEFORE = ['id', 'company', 'value', '+Deal size', '+Margin'];
const nameOf = (column: number) => BEFORE[column - 1];
const MARGIN = 5;

/** Two columns came in on the left, and people's own changed places. */
const AFTER = ['', '', 'id', 'company', 'value', '+Margin', '+Deal size'];
const placeIn = (names: readonly string[]) => (name: string) => names.indexOf(name) + 1 || undefined;
const moved = (formula: string) => withPlaces(withNames(formula, MARGIN, nameOf), 6, placeIn(AFTER));

test.each([
  ['a cell of its row', '=RC[-2]*0.2', '=RC[-1]*0.2'],
  ['a column that is on the other side now', '=RC[-1]*0.2', '=RC[1]*0.2'],
  ['a cell that does not move', '=RC[-3]&R1C1', '=RC[-2]&R1C3'],
  ['a block', '=SUM(R2C[-2]:R[-1]C[-2])', '=SUM(R2C[-1]:R[-1]C[-1])'],
  ['a whole column', '=SUM(C[-2]:C[-2])', '=SUM(C[-1]:C[-1])'],
  ['cells above, in its own column', '=R[-1]C+1', '=R[-1]C+1'],
  ['another tab, whose columns are its own', "=Rates!RC[-2]*'My C[1]'!R2C3", "=Rates!RC[-2]*'My C[1]'!R2C3"],
  ['a text that looks like one', '="RC[-2]"&"C1 ""RC[-2]"""', '="RC[-2]"&"C1 ""RC[-2]"""'],
  ['names of functions and ranges', '=ROUND(ARC[-2]+RC2D, C_1)', '=ROUND(ARC[-2]+RC2D, C_1)'],
  ['a column of a table', '=SUM(Deals[RC[-2]])', '=SUM(Deals[RC[-2]])'],
  ['a list in braces', '={1,2;RC[-2],4}', '={1,2;RC[-1],4}'],
])('a formula means the same where columns moved: %s', (_, formula, expected) => {
  expect(moved(formula)).toBe(expected);
  expect(withPlaces(withNames(formula, MARGIN, nameOf), MARGIN, placeIn(BEFORE))).toBe(formula);
});

test('a formula whose column is gone shows that it is, and one in notation of old stays as it is', () => {
  expect(withPlaces('=RC{value}*2+RC{%2BDeal%20size}', 1, placeIn(['+Deal size']))).toBe('=#REF!*2+RC');
  expect(withPlaces('=RC[-2]*2', 1, placeIn([]))).toBe('=RC[-2]*2');
});
