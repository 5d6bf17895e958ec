// npm run integrity: what people do to a file while the add-on works in it, and whether anything is lost by it. See
// tests/integrity.
import { build } from 'esbuild';
import { buildAddOn } from '../esbuild.config.mjs';
import { buildHost } from './build-host.mjs';

const bundle = 'host/.build/integrity.mjs';

export async function main(args) {
  await Promise.all([buildAddOn(), buildHost()]);
  await build({
    entryPoints: ['tests/integrity/main.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    conditions: ['import'],
    logLevel: 'warning',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  const { main: integrity } = await import(`../${bundle}`);
  return integrity(args);
}
