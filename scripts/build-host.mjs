// Builds the offline host: plain ES modules in host/.build that any Node script can import, and the page in
// host/.build/assets that its server hands out.
import { copyFile, mkdir } from 'node:fs/promises';
import { build } from 'esbuild';

const folder = 'host/.build';
const page = `${folder}/assets`;

// Univer's packages come twice, as ESM and CommonJS: mixing them breaks its dependency injection.
const asModules = { format: 'esm', conditions: ['import'] };

/** Also for what of our own runs on the host's sources. */
export const forNode = (entryPoints) =>
  build({
    ...asModules,
    entryPoints,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
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

const theHost = {
  conformance: 'host/conformance/main.ts',
  host: 'host/host.ts',
  panel: 'host/panel/script-of.ts',
  'page-server': 'host/page/server.ts',
  'formula-worker': 'host/engine/formula-worker.ts',
  'execution-worker': 'host/run/worker.ts',
  'engine-bench': 'host/engine/bench.ts',
};

const forBrowsers = {
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  minify: true,
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
};

const thePage = () =>
  build({
    ...forBrowsers,
    ...asModules,
    entryPoints: { page: 'host/page/browser/main.tsx' },
    outdir: page,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    mainFields: ['browser', 'module', 'main'],
    conditions: ['import', 'browser'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });

const itsStyles = () => build({ ...forBrowsers, entryPoints: { page: 'host/page/browser/page.css' }, outdir: page });

/** A classic script, because it stands inside the add-on's own pages. */
const itsShim = () =>
  build({
    ...forBrowsers,
    entryPoints: { 'run-shim': 'host/page/browser/panels/run-shim.ts' },
    outdir: page,
    format: 'iife',
  });

export async function buildHost() {
  await mkdir(page, { recursive: true });
  await Promise.all([
    forNode(theHost),
    thePage(),
    itsStyles(),
    itsShim(),
    copyFile('host/page/browser/index.html', `${page}/index.html`),
  ]);
}

if (import.meta.url === `file://${process.argv[1]}`) await buildHost();
