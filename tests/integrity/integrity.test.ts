import { SEEN_AT_LEAST } from './main';
import { situations } from './situations/all';
import { tryOut } from './try';

describe('nothing is lost silently when', () => {
  test.each(situations.map((situation) => [situation.name, situation] as const))('%s', (_, situation) => {
    expect(tryOut(situation, 'sheety').problems).toEqual([]);
  });
});

test('a table that takes no care fails where people interfere, and only there', () => {
  const results = situations.map((situation) => tryOut(situation, 'naive'));
  const failed = results.filter(({ problems }) => problems.length > 0);
  expect(failed.length).toBeGreaterThanOrEqual(SEEN_AT_LEAST);
  expect(failed.filter(({ isControl }) => isControl).map(({ name }) => name)).toEqual([]);
});
