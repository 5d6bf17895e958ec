// npm test: everything that shows that it works, in the order in which it is quickest to fail.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.mjs';
import { main as build } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const bin = (name) => fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url));

const script = (name) => fileURLToPath(new URL(name, import.meta.url));

const jest = bin('jest/bin/jest.js');

const PEOPLE = ['--runs', '500', '--seed', '1'];

/** More at a time than cores are slower than one after the other: pages and formulas are worked out in threads that are waited for. */
const SIDE_BY_SIDE = 2;

const PARTS = 4;

const unitTests = Array.from({ length: PARTS }, (_, part) => [
  `unit tests and journeys, ${part + 1} of ${PARTS}`,
  jest,
  '--runInBand',
  `--shard=${part + 1}/${PARTS}`,
]);

/** Those of one line run side by side. */
const STEPS = [
  [
    ['format and lint', bin('@biomejs/biome/bin/biome'), 'check', '.'],
    ['types', bin('typescript/bin/tsc'), '-b'],
  ],
  [['journeys in a browser', jest, '--config=jest.browser.config.mjs', '--runInBand'], ...unitTests],
  [['500 runs of two users and people in the grid', script('run.cjs'), 'soak', ...PEOPLE]],
];

/** A zone and a locale that nothing in the tests is written for: what leans on the machine's shows. */
const env = {
  ...process.env,
  TZ: 'Pacific/Chatham',
  FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
  // Tests leave much behind at once: the collector has a seventh less to do where there is room for it.
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=64`.trim(),
};

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`;

/** What a step says is shown when it is over: two at a time would talk at once. */
function run([title, ...command]) {
  const from = Date.now();
  return new Promise((resolve) => {
    let said = '';
    // Each has a core to itself: helpers of its own would only take it from the other.
    const child = spawn(process.execPath, ['--single-threaded', ...command], { cwd: root, env });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        said += text;
      });
    child.on('close', (status) => {
      console.log(`\n— ${title}\n${said.trimEnd()}\n  ${title}: ${seconds(from)}`);
      if (status !== 0) console.error(`\n“${title}” failed.`);
      resolve(status === 0);
    });
  });
}

export async function main() {
  const started = Date.now();
  console.log('— build');
  await build();
  // Better said now than after the other steps.
  await (await launchBrowser()).close();
  for (const together of STEPS) {
    console.log(`\n… ${together.map(([title]) => title).join(' | ')}`);
    const waiting = [...together];
    let isFine = true;
    const goOn = async () => {
      for (let step = waiting.shift(); step; step = waiting.shift()) isFine = (await run(step)) && isFine;
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, goOn));
    if (!isFine) return 1;
  }
  console.log(`\nEverything passed in ${seconds(started)}.`);
  return 0;
}
