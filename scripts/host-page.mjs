// npm run host-page: people at the grid of the offline host's page, in a browser. Needed where the host or its page changes.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { main as build } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));

export async function main(args) {
  await build();
  const env = { ...process.env, TZ: 'Pacific/Chatham' };
  const where = ['--testMatch', '<rootDir>/tests/host-page/**/*.browser.ts', '--verbose'];
  const command = [jest, '--config=jest.browser.config.mjs', ...where, ...args];
  return spawnSync(process.execPath, command, { cwd: root, env, stdio: 'inherit' }).status ?? 1;
}
