// One process of `npm run soak`: plays the runs of some seeds and tells its parent how far it is.
import { BREAKAGES, type Breakage } from './breakages';
import { ACTIONS } from './plan';
import { play, shortest, type Wrong } from './replay';
import { newTally, type Tally } from './run-one';

export type Told = {
  readonly done: number;
  readonly tally: Tally;
  readonly wrong: readonly Wrong[];
  readonly megabytes: number;
};

const [from, runs, breakage, only = ''] = process.argv.slice(2);
const named = ACTIONS.filter((kind) => only.split(',').includes(kind));
if (only && named.length === 0) throw new Error(`--only takes some of these: ${[...new Set(ACTIONS)].join(', ')}.`);
const kinds = only ? named : ACTIONS;

/** How many runs are told together. */
const TOLD_TOGETHER = 20;

const tell = (told: Told): void => {
  process.send?.(told);
};

if (breakage) BREAKAGES[breakage as Breakage]();

const last = Number(from) + Number(runs);
for (let first = Number(from); first < last; first += TOLD_TOGETHER) {
  const seeds = Array.from({ length: Math.min(TOLD_TOGETHER, last - first) }, (_, n) => first + n);
  const tally = newTally();
  const wrong = seeds.flatMap((seed) => play(seed, tally, kinds) ?? []);
  tell({
    done: seeds.length,
    tally,
    wrong: wrong.map((one) => shortest(one, kinds)),
    megabytes: Math.round(process.memoryUsage().rss / 1e6),
  });
}
process.disconnect?.();
