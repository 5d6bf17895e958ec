import { BREAKAGES, type Breakage } from './breakages';
import { planOf, play } from './replay';

/** In runs that go well as long as nothing is broken: `npm test` plays them, and many more, outside of Jest. */
const isSeen = (seed: number): boolean => play(seed) !== null;

test('a seed says everything about its run', () => {
  expect(planOf(7)).toEqual(planOf(7));
  expect(planOf(7)).not.toEqual(planOf(8));
});

describe('within a few runs it is seen that', () => {
  test.each(Object.keys(BREAKAGES) as Breakage[])('%s', (breakage) => {
    const mend = BREAKAGES[breakage]();
    try {
      const seeds = Array.from({ length: 40 }, (_, seed) => seed + 1);
      expect(seeds.some((seed) => isSeen(seed))).toBe(true);
    } finally {
      mend();
    }
  });
});
