import { SEEN_AT_LEAST } from './main';
import { situations } from './situations/all';
import { pending } from './situations/pending';
import { tryOut } from './try';

describe('nothing is lost silently when', () => {
  const held = situations.filter(({ name }) => !pending.includes(name));
  test.each(held.map((situation) => [situation.name, situation] as const))('%s', (_, situation) => {
    expect(tryOut(situation, 'sheety').problems).toEqual([]);
  });
});

test('a table that takes no care manages what nobody interferes with, and fails in enough of the rest', () => {
  const [left, right] = [situations.filter(({ control }) => control), situations.filter(({ control }) => !control)];
  expect(left.flatMap((situation) => tryOut(situation, 'naive').problems)).toEqual([]);
  let failed = 0;
  for (const situation of right) {
    if (failed === SEEN_AT_LEAST) break;
    failed += Number(tryOut(situation, 'naive').problems.length > 0);
  }
  expect(failed).toBe(SEEN_AT_LEAST);
});
