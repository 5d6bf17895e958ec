// Builds the offline host: plain ES modules in host/.build that any Node script can import.
import { build } from 'esbuild';

const folder = 'host/.build';

export async function buildHost() {
  await build({
    entryPoints: {
      host: 'host/host.ts',
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
    // The prelude runs from its source text in another realm, where a bundler's name helpers do not exist.
    keepNames: false,
    minify: false,
    logLevel: 'warning',
    // CommonJS dependencies inside an ES module still ask for Node's own modules by require.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
}

if (import.meta.url === `file://${process.argv[1]}`) await buildHost();
