import fc from 'fast-check';
import { ACTIONS, type ActionDraw, planOf as drawn, type Kind, type Plan, type Round } from './plan';
import { IN_WINDOW, newTally, runOne, type Tally } from './run-one';

/** A run that went wrong: its seed plays it again. */
export type Wrong = { readonly seed: number; readonly story: string };

/** The draws of a run, which follow from its seed (and the kinds of actions) alone. */
export const planOf = (seed: number, kinds: readonly Kind[] = ACTIONS): Plan =>
  fc.sample(drawn(kinds), { seed, numRuns: 1 })[0]!;

/** Plays the run of a seed; null where all went well. */
export function play(seed: number, tally: Tally = newTally(), kinds: readonly Kind[] = ACTIONS): Wrong | null {
  return told(planOf(seed, kinds), seed, tally);
}

function told(of: Plan, seed: number, tally: Tally): Wrong | null {
  try {
    runOne(of, seed, tally);
    return null;
  } catch (error) {
    return { seed, story: (error as Error).message };
  }
}

/** The story of a run that went wrong without all that it goes wrong without as well. */
export function shortest(wrong: Wrong, kinds: readonly Kind[] = ACTIONS): Wrong {
  let [best, left] = [wrong, planOf(wrong.seed, kinds)];
  for (let isShorter = true; isShorter; ) {
    isShorter = false;
    for (const shorter of shorterOf(left)) {
      const still = told(shorter, wrong.seed, newTally());
      if (!still || kindOf(still) !== kindOf(wrong)) continue;
      [best, left, isShorter] = [still, shorter, true];
      break;
    }
  }
  return best;
}

/** What went wrong, without its names, and whether in a write window: so that the short story is not another one. */
function kindOf({ story }: Wrong): string {
  const [harm = ''] = story.split('\n', 1);
  const action = story.slice(Math.max(story.lastIndexOf('\nann '), story.lastIndexOf('\nbob ')));
  const words = harm.replace(/"[^"]*"|\b[LOA]-\w{10}\b|\d+/g, '#').replace(/^(\w+, ).*?: /, '$1');
  return `${action.includes(IN_WINDOW)} ${words}`;
}

const without = <T>(items: readonly T[], index: number): T[] => items.filter((_, at) => at !== index);
const swapped = <T>(items: readonly T[], index: number, item: T): T[] => items.with(index, item);

/** The plan with one thing less, the biggest things first. */
function* shorterOf(of: Plan): Generator<Plan> {
  for (const n of of.keys()) yield without(of, n);
  for (const [n, round] of of.entries()) for (const less of shorterRounds(round)) yield swapped(of, n, less);
}

function* shorterRounds(round: Round): Generator<Round> {
  const { actions, before } = round;
  for (const n of actions.keys()) yield { ...round, actions: without(actions, n) };
  for (const n of before.keys()) yield { ...round, before: without(before, n) };
  for (const [n, action] of actions.entries())
    for (const less of shorterActions(action)) yield { ...round, actions: swapped(actions, n, less) };
}

function* shorterActions(action: ActionDraw): Generator<ActionDraw> {
  for (const n of action.cutIns.keys()) yield { ...action, cutIns: without(action.cutIns, n) };
  if (action.fault) yield { ...action, fault: null };
  if (action.isRepeated) yield { ...action, isRepeated: false };
}
