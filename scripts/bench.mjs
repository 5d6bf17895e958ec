// npm run bench: what every action of a user costs, beside its budget. See tests/bench/budgets.ts.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildAddOn } from '../esbuild.config.mjs';
import { buildHost, forNode } from './build-host.mjs';

export async function main(args) {
  await Promise.all([buildAddOn(), buildHost()]);
  await forNode({ bench: 'tests/bench/main.ts' });
  const bench = fileURLToPath(new URL('../host/.build/bench.mjs', import.meta.url));
  return spawnSync(process.execPath, [bench, ...args], { stdio: 'inherit' }).status ?? 1;
}
