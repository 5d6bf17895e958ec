// npm test: everything that shows that it works, in the order in which it is quickest to fail.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.mjs';
import { main as build } from './build.mjs';
import { soak } from './soak.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const bin = (name) => fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url));

const STEPS = [
  ['format and lint', bin('@biomejs/biome/bin/biome'), 'check', '.'],
  ['types', bin('typescript/bin/tsc'), '-b'],
  ['unit tests and journeys', bin('jest/bin/jest.js'), '--maxWorkers=2'],
  ['journeys in a browser', bin('jest/bin/jest.js'), '--config=jest.browser.config.mjs', '--runInBand'],
];

/** A zone and a locale that nothing in the tests is written for: what leans on the machine's shows. */
const env = { ...process.env, TZ: 'Pacific/Chatham', FORCE_COLOR: process.stdout.isTTY ? '1' : '0' };

export async function main() {
  const started = Date.now();
  const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`;
  console.log('— build');
  await build();
  // Better said now than after the other steps.
  await (await launchBrowser()).close();
  for (const [title, ...command] of STEPS) {
    const from = Date.now();
    console.log(`\n— ${title}`);
    const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit', env });
    if (status !== 0) {
      console.error(`\n“${title}” failed after ${seconds(from)}.`);
      return 1;
    }
    console.log(`  ${title}: ${seconds(from)}`);
  }
  console.log('\n— 500 runs of two users and people in the grid');
  // Gentle until all that cuts into the write window is put right: `npm run soak` plays the others too.
  if ((await soak(['--runs', '500', '--seed', '1', '--gentle'])) !== 0) return 1;
  console.log(`\nEverything passed in ${seconds(started)}.`);
  return 0;
}
