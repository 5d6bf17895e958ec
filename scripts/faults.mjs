// npm run faults: the journeys with a fault or a person at each of their service calls, where npm test plays every other one.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { main as build } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));

export async function main(args) {
  await build();
  const env = { ...process.env, TZ: 'Pacific/Chatham', EVERY_CALL: '1' };
  const command = [jest, '--maxWorkers=2', 'tests/journeys', ...args];
  return spawnSync(process.execPath, command, { cwd: root, env, stdio: 'inherit' }).status ?? 1;
}
