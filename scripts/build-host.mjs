// Builds the offline host: plain ES modules in host/.build that any Node script can import.
import { build } from 'esbuild';

const folder = 'host/.build';

export async function buildHost() {
  await build({
    entryPoints: {
      'formula-worker': 'host/engine/formula-worker.ts',
      'engine-bench': 'host/engine/bench.ts',
    },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Univer's packages come twice, as ESM and CommonJS: mixing them breaks its dependency injection.
    mainFields: ['module', 'main'],
    conditions: ['import'],
    sourcemap: true,
    logLevel: 'warning',
    // CommonJS dependencies inside an ES module still ask for Node's own modules by require.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
}

if (import.meta.url === `file://${process.argv[1]}`) await buildHost();
