// npm run bench:engine: the figures of docs/decisions/0001-engine.md.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildHost } from './build-host.mjs';

export async function main() {
  await buildHost();
  const bench = fileURLToPath(new URL('../host/.build/engine-bench.mjs', import.meta.url));
  return spawnSync(process.execPath, [bench], { stdio: 'inherit' }).status ?? 1;
}
