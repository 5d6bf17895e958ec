// Jest's transformer: TypeScript, JSX and ES modules to what Jest runs, by the same esbuild as the builds.
const { createHash } = require('node:crypto');
const { pathToFileURL } = require('node:url');
const esbuild = require('esbuild');

const options = (path) => ({
  loader: path.endsWith('x') ? 'tsx' : path.endsWith('.ts') ? 'ts' : 'js',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'inline',
  sourcefile: path,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  // Jest loads everything by require, also what is loaded late.
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': JSON.stringify(pathToFileURL(path).href) },
});

module.exports = {
  process: (source, path) => ({ code: esbuild.transformSync(source, options(path)).code }),
  getCacheKey: (source, path) =>
    createHash('sha1')
      .update(source)
      .update(JSON.stringify(options(path)))
      .update(esbuild.version)
      .digest('hex'),
};
