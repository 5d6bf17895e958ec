import { BREAKAGES, type Breakage } from './breakages';
import { planOf, play, shortest, type Wrong } from './replay';
import { newTally } from './run-one';

const RUNS = 500;

const said = ({ seed, story }: Wrong): string => `${story}\n\nTo see it again: npm run soak -- --replay ${seed}`;

test(`${RUNS} runs of two users and people in the grid lose nothing and harm nothing`, () => {
  const tally = newTally();
  for (let seed = 1; seed <= RUNS; seed++) {
    const wrong = play(seed, tally);
    if (wrong) throw new Error(said(shortest(wrong)));
  }
  const share = tally.inWindow / tally.acts;
  console.info(
    `seeds 1 to ${RUNS}: ${tally.actions} actions (${tally.saved} saved, ${tally.refused} refused, ${tally.failed} failed by Google), ` +
      `${tally.acts} acts of people, ${(share * 100).toFixed(0)} % of them in a write window`,
  );
  expect(share).toBeGreaterThanOrEqual(0.1);
  expect(tally.actions).toBeGreaterThanOrEqual(20 * RUNS);
}, 120_000);

test('a seed says everything about its run', () => {
  expect(planOf(7)).toEqual(planOf(7));
  expect(planOf(7)).not.toEqual(planOf(8));
});

describe('the property is broken, and seen to be, when', () => {
  test.each(Object.keys(BREAKAGES) as Breakage[])('%s', (breakage) => {
    const mend = BREAKAGES[breakage]();
    try {
      const seeds = Array.from({ length: 30 }, (_, seed) => seed);
      expect(seeds.some((seed) => play(seed) !== null)).toBe(true);
    } finally {
      mend();
    }
  });
});
