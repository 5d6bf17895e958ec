import { seeded } from '../../scripts/demo/data.mjs';
import { ACTIONS, type Action, type Bench } from './actions';
import type { Scene } from './budgets';
import { type Cost, costOf, medianOf, NotThereYet } from './measure';
import { openFile } from './open-file';
import { warmUp } from './opening';
import type { Size } from './sizes';

/** What became of an action in a file of some size. */
export type Result = {
  readonly size: string;
  readonly action: string;
} & (
  | {
      readonly outcome: 'measured';
      readonly cost: Cost;
      readonly scene: Scene;
      readonly firstAnswerBytes: number | null;
    }
  | { readonly outcome: 'not there yet' | 'failed'; readonly why: string }
);

/** Does every action, or those named, in a new file. `folder`: of the built add-on. */
export function benchSize(size: Size, folder: string, wanted = (_: Action) => true): Result[] {
  const { host, business } = openFile(size, folder);
  const bench: Bench = { host, business, random: seeded(5) };
  warmUp(bench);
  const results = ACTIONS.filter(wanted).map((action) => resultOf(bench, size, action));
  host.close();
  return results;
}

function resultOf(bench: Bench, size: Size, action: Action): Result {
  const about = { size: size.name, action: action.name };
  try {
    const { scene, act } = action.prepare(bench);
    bench.host.screen.sidebar = null;
    const cost = medianOf(Array.from({ length: action.times ?? 1 }, () => costOf(bench.host, act)));
    return { ...about, outcome: 'measured', cost, scene, firstAnswerBytes: firstAnswerBytes(bench) };
  } catch (error) {
    const { message } = error as Error;
    return { ...about, outcome: error instanceof NotThereYet ? 'not there yet' : 'failed', why: message };
  } finally {
    // The lists and timelines that a user goes on with.
    if (action.name === 'open cold') warmUp(bench);
  }
}

/** Of the answer inside the sidebar's page, where the action opened it. */
function firstAnswerBytes({ host }: Bench): number | null {
  const [, answer] =
    /<script type="application\/json" id="first">(.*?)<\/script>/s.exec(host.screen.sidebar?.html ?? '') ?? [];
  return answer === undefined ? null : Buffer.byteLength(answer);
}
