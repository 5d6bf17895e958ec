import { anchored, placedAt } from '../../src/domain/formula-places';

const BEFORE = ['id', 'company', 'value', '+Deal size', '+Margin'];
const nameOf = (column: number) => BEFORE[column - 1];
const MARGIN = 5;

/** Two columns came in on the left, and people's own changed places. */
const AFTER = ['', '', 'id', 'company', 'value', '+Margin', '+Deal size'];
const placeIn = (names: readonly string[]) => (name: string) => names.indexOf(name) + 1 || undefined;
const WAS = { row: 10, column: MARGIN };
const moved = (formula: string, row = WAS.row) =>
  placedAt(anchored(formula, WAS, nameOf), { row, column: 6 }, placeIn(AFTER));

test.each([
  ['a cell of its row', '=RC[-2]*0.2', '=RC[-1]*0.2'],
  ['a column that is on the other side now', '=RC[-1]*0.2', '=RC[1]*0.2'],
  ['a cell that does not move', '=RC[-3]&R1C1', '=RC[-2]&R1C3'],
  ['a block', '=SUM(R2C[-2]:R[-1]C[-2])', '=SUM(R2C[-1]:R[-1]C[-1])'],
  ['a whole column', '=SUM(C[-2]:C[-2])', '=SUM(C[-1]:C[-1])'],
  ['cells above, in its own column', '=R[-1]C+1', '=R[-1]C+1'],
  [
    'another tab, whose columns stay',
    "=Rates!R[0]C[-2]-'My C[1]'!R2C3-R[0]C[-2]",
    "=Rates!R[0]C[-3]-'My C[1]'!R2C3-R[0]C[-1]",
  ],
  [
    'a block of another tab',
    '=VLOOKUP(RC[-4],Leads!R[-8]C[-4]:R[90]C[1],2)',
    '=VLOOKUP(RC[-3],Leads!R[-8]C[-5]:R[90]C[0],2)',
  ],
  ['two ends with the name of another tab', '=SUM(Rates!R1C[-1]:Rates!R9C[-1])', '=SUM(Rates!R1C[-2]:Rates!R9C[-2])'],
  ['the heads of a table', '=T[[#HEADERS],[C1]]-R[0]C[-2]', '=T[[#HEADERS],[C1]]-R[0]C[-1]'],
  ['a text that looks like one', '="RC[-2]"&"C1 ""RC[-2]"""', '="RC[-2]"&"C1 ""RC[-2]"""'],
  ['names of functions and ranges', '=ROUND(ARC[-2]+RC2D, C_1)', '=ROUND(ARC[-2]+RC2D, C_1)'],
  ['a column of a table', '=SUM(Deals[RC[-2]])', '=SUM(Deals[RC[-2]])'],
  ['a list in braces', '={1,2;RC[-2],4}', '={1,2;RC[-1],4}'],
])('a formula means the same where columns moved: %s', (_, formula, expected) => {
  expect(moved(formula)).toBe(expected);
  expect(placedAt(anchored(formula, WAS, nameOf), WAS, placeIn(BEFORE))).toBe(formula);
});

test('a formula that goes to another row takes its own row along, and other rows stay where they are', () => {
  expect(moved('=RC[-2]-R[-1]C[-2]', 4)).toBe('=RC[-1]-R[5]C[-1]');
  expect(moved('=SUM(R2C[-2]:RC[-2])', 4)).toBe('=SUM(R2C[-1]:RC[-1])');
  expect(moved('=Leads!RC[-4]&Leads!R3C1', 4)).toBe('=Leads!R[6]C[-5]&Leads!R3C1');
  expect(moved('=SUM(R[-2]:R[-1])', 4)).toBe('=SUM(R[4]:R[5])');
});

test('a formula whose column is gone shows that it is, and one in notation of old stays as it is', () => {
  const at = { row: 1, column: 1 };
  expect(placedAt('=RC{value}*2+RC{%2BDeal%20size}', at, placeIn(['+Deal size']))).toBe('=#REF!*2+RC[0]');
  expect(placedAt('=SUM(RC{value}:RC{%2BDeal%20size})', at, placeIn(['+Deal size']))).toBe('=SUM(#REF!)');
  expect(placedAt('=RC[-2]*2', at, placeIn([]))).toBe('=RC[-2]*2');
});
