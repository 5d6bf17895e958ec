// npm run soak: thousands of runs of the property test in two processes, none of which grows. `--runs 20000 --seed 1`,
// `--replay SEED` tells the story of one run, `--break NAME` shows that a mistake is seen, `--only "change many,undo"` draws
// these actions alone. npm test plays 500 of them, outside of Jest, where each takes a third of the time.
import { fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { buildAddOn } from '../esbuild.config.mjs';
import { buildHost } from './build-host.mjs';
import { Mistake } from './mistake.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const worker = `${root}host/.build/soak-worker.mjs`;

const PROCESSES = 2;
/** A process ends after so many runs, and another takes over: what one run leaves behind does not pile up. */
const RUNS_A_PROCESS = 500;
const MEGABYTES_A_PROCESS = 320;
/** What people do in a write window is what matters most, and is drawn so often. */
const IN_WINDOW = 0.1;

/** So few cells may be written over of which nobody could know what stood there. */
const UNREAD = 0.001;

/** After so many runs that went wrong the rest would say little more: `--wrong 50` where it does. */
const ENOUGH_WRONG = 5;

const buildWorker = () =>
  build({
    entryPoints: [`${root}tests/property/soak-worker.ts`],
    outfile: worker,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    sourcemap: true,
    logLevel: 'warning',
    define: { __dirname: JSON.stringify(`${root}tests/property`) },
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });

function optionsOf(args) {
  const text = { type: 'string' };
  const options = {
    runs: text,
    seed: text,
    replay: text,
    break: text,
    only: text,
    wrong: text,
  };
  const { values } = parseArgs({ args, options });
  const number = (name, otherwise) => {
    const value = values[name] === undefined ? otherwise : Number(values[name]);
    if (!Number.isInteger(value) || value < 0) throw new Mistake(`--${name} takes a whole number.`);
    return value;
  };
  const how = {
    breakage: values.break ?? '',
    only: values.only ?? '',
    enough: number('wrong', ENOUGH_WRONG),
  };
  if (values.replay !== undefined) return { runs: 1, seed: number('replay'), ...how };
  return { runs: number('runs', 20_000), seed: number('seed', randomInt(1e9)), ...how };
}

/** Plays some runs in a process of their own. */
function playIn(from, runs, { breakage, only }, onTold) {
  return new Promise((resolve, reject) => {
    const child = fork(worker, [String(from), String(runs), breakage, only], {
      // Each has a core to itself: helpers of its own would only take it from the other.
      execArgv: [
        `--max-old-space-size=${MEGABYTES_A_PROCESS}`,
        '--max-semi-space-size=64',
        '--single-threaded',
        '--enable-source-maps',
      ],
      env: { ...process.env, TZ: 'Pacific/Chatham' },
    });
    child.on('message', (told) => {
      if (onTold(told)) child.kill();
    });
    child.on('exit', (code, signal) => {
      if (code === 0 || signal === 'SIGTERM') resolve();
      else reject(new Mistake(`The runs from seed ${from} on ended with ${signal ?? `code ${code}`}.`));
    });
  });
}

export async function main(args) {
  await Promise.all([buildAddOn(), buildHost()]);
  return soak(args);
}

/** The same on what is built already. Answers with the exit code. */
export async function soak(args) {
  const { runs, seed, ...how } = optionsOf(args);
  await buildWorker();
  const sum = { done: 0, wrong: [], megabytes: 0, tally: {} };
  const started = Date.now();
  const isEnough = () => sum.wrong.length >= how.enough;
  const add = ({ done, tally, wrong, megabytes }) => {
    sum.done += done;
    sum.wrong.push(...wrong);
    // At once: a run of an hour may be broken off.
    for (const one of wrong) console.log(`\nSeed ${one.seed}: ${one.story.split('\n', 1)[0]}`);
    sum.megabytes = Math.max(sum.megabytes, megabytes);
    for (const [name, count] of Object.entries(tally)) sum.tally[name] = (sum.tally[name] ?? 0) + count;
    show(sum, runs, started);
    return isEnough();
  };
  console.log(`Seeds ${seed} to ${seed + runs - 1}, at least 20 actions each.`);
  const perProcess = Math.min(RUNS_A_PROCESS, Math.ceil(runs / PROCESSES));
  let next = seed;
  const playOn = async () => {
    while (next < seed + runs && !isEnough()) {
      const from = next;
      next += perProcess;
      await playIn(from, Math.min(perProcess, seed + runs - from), how, add);
    }
  };
  await Promise.all(Array.from({ length: PROCESSES }, playOn));
  return report(sum, started, how);
}

const count = (number) => number.toLocaleString('en-US');

function show({ done, wrong, megabytes }, runs, started) {
  const share = done / runs;
  const seconds = (Date.now() - started) / 1000;
  const bar = '█'.repeat(Math.round(share * 30)).padEnd(30, '░');
  const left = Math.ceil((seconds / share - seconds) / 60);
  const line = `${bar} ${count(done)} of ${count(runs)}, ${wrong.length} wrong, about ${left} min left, ${megabytes} MB at most`;
  if (process.stdout.isTTY) process.stdout.write(`\r${line} `);
  else if (done % Math.max(20, Math.floor(runs / 400) * 20) === 0) console.log(line);
}

function report({ done, wrong, megabytes, tally }, started, { breakage, only }) {
  for (const { seed, story } of wrong) {
    const also = `${breakage ? ` --break "${breakage}"` : ''}${only ? ` --only "${only}"` : ''}`;
    console.log(`\n\n${story}\n\nTo see it again: npm run soak -- --replay ${seed}${also}`);
  }
  const { actions, saved, refused, failed, acts, inWindow, unread, unheard } = tally;
  const minutes = ((Date.now() - started) / 60_000).toFixed(1);
  console.log(
    `\n\n${count(done)} runs in ${minutes} minutes, ${wrong.length} went wrong. ${megabytes} MB per process at most.`,
  );
  console.log(
    `${count(actions)} actions: ${count(saved)} saved, ${count(refused)} refused, ${count(failed)} failed by Google. ` +
      `${count(acts)} acts of people, ${((inWindow / acts) * 100).toFixed(0)} % of them in a write window.`,
  );
  console.log(
    `${count(unread)} cells were written over of which nobody could know what stood there; people were told where ` +
      '(docs/decisions/0013-new-rows.md).',
  );
  console.log(`${count(unheard)} cells were put back as they were before a Ctrl+Z, of which Google tells nobody.`);
  const isBlind = !only && done >= 500 && inWindow < acts * IN_WINDOW;
  const isUntold = done >= 500 && unread + unheard > inWindow * UNREAD;
  if (isUntold)
    console.error(`More than ${UNREAD * 100} % of the acts in a write window: somebody may have stopped looking.`);
  if (isBlind) console.error(`Fewer than ${IN_WINDOW * 100} % in a write window: that says too little.`);
  return wrong.length > 0 || isBlind || isUntold ? 1 : 0;
}
