// Builds the add-on: src/entry to dist/Code.js, every page of sidebar/pages to one HTML file that needs nothing else.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile, optimize, Polyfills } from '@tailwindcss/node';
import { Scanner } from '@tailwindcss/oxide';
import { build } from 'esbuild';
import { problemsOfCode, problemsOfHtml, problemsOfManifest, problemsOfSize } from './scripts/build-checks.mjs';
import { declaredFunctions, delegatingFooter } from './scripts/entry-points.mjs';
import { Mistake } from './scripts/mistake.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const at = (...path) => join(root, ...path);
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const define = { SHEETY_VERSION: JSON.stringify(version) };

/** The name of the bundle inside Code.js; the top-level functions hand over to it. */
const BUNDLE = 'sheetyCrm';

export async function buildServer() {
  const options = {
    entryPoints: [at('src/entry/index.ts')],
    bundle: true,
    write: false,
    define,
    // Source: Apps Script guide "V8 runtime": private and static class fields do not parse there.
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  };
  const probe = await build({ ...options, format: 'esm', metafile: true, outfile: 'probe.js' });
  const exports = Object.values(probe.metafile.outputs)[0].exports;
  const { outputFiles } = await build({ ...options, format: 'iife', globalName: BUNDLE });
  return `${outputFiles[0].text}\n${delegatingFooter(exports, declaredFunctions(at('src/entry')), BUNDLE)}`;
}

/** The styles for the classes that a page's code names, no others. */
async function buildStyles(code) {
  const classes = new Scanner({}).scanFiles([{ content: code, extension: 'js' }]);
  const compiler = await compile(readFileSync(at('sidebar/styles.css'), 'utf8'), {
    base: at('sidebar'),
    onDependency: () => {},
    // Every browser that Sheets runs in knows @property.
    polyfills: Polyfills.None,
  });
  // Legal comments stay out, as they do of the scripts.
  return optimize(compiler.build(classes), { minify: true }).code.replace(/^\/\*!.*?\*\/\s*/, '');
}

/** Preact can set raw HTML from a prop that we never use. Without it nothing in the page can turn text into markup. */
const noRawHtml = {
  name: 'no-raw-html',
  setup({ onLoad }) {
    onLoad({ filter: /preact[\\/]dist[\\/]preact\.mjs$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const contents = source.replaceAll('.innerHTML', '.textContent');
      if (contents === source) throw new Error('Preact no longer sets innerHTML: this plugin can go.');
      return { contents, loader: 'js' };
    });
  },
};

/** The languages of the pages. English is the one whose texts the code names. */
const LANGUAGES = ['en', 'de'];

/** Puts the texts of another language in the place of the English ones, so that no page carries two. */
const inLanguage = (language) => ({
  name: 'in-language',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]texts[\\/]en\.ts$/ }, ({ path }) => ({
      contents: readFileSync(join(dirname(path), `${language}.ts`), 'utf8'),
      loader: 'ts',
    }));
  },
});

/** A page as one HTML file that needs nothing else. */
export async function buildPage(path, language = 'en') {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    // Papa Parse can also load files from the web. No page of ours can.
    define: { ...define, XMLHttpRequest: 'undefined' },
    format: 'iife',
    // Every browser that Sheets runs in.
    target: 'es2022',
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    // Google cuts // and /* out of template literals in inline scripts (issuetracker 156139610).
    supported: { 'template-literal': false },
    plugins: [noRawHtml, inLanguage(language)],
  });
  const script = outputFiles[0].text
    .trim()
    .replaceAll('<!--', '\\x3C!--')
    .replaceAll('</script', '<\\/script')
    .replaceAll('<?', '\\x3C?');
  return [
    '<!DOCTYPE html>',
    `<html lang="${language}">`,
    '<head><meta charset="utf-8"><base target="_top">',
    `<style>${await buildStyles(script)}</style></head>`,
    '<body><div id="app"></div>',
    `<script>${script}</script>`,
    '</body></html>\n',
  ].join('\n');
}

/** Every page in every language by the name of its file: `sidebar.html`, `sidebar.de.html`. */
export async function buildPages() {
  const pages = {};
  for (const file of readdirSync(at('sidebar/pages')).filter((name) => name.endsWith('.tsx'))) {
    for (const language of LANGUAGES) {
      const name = basename(file, '.tsx') + (language === 'en' ? '' : `.${language}`);
      pages[`${name}.html`] = await buildPage(at('sidebar/pages', file), language);
    }
  }
  return pages;
}

/** Builds everything into dist/ and throws with all problems at once. Returns the sizes in bytes. */
export async function buildAddOn() {
  const files = {
    'appsscript.json': readFileSync(at('appsscript.json'), 'utf8'),
    'Code.js': await buildServer(),
    ...(await buildPages()),
  };
  const problems = Object.entries(files).flatMap(([name, content]) => {
    if (name === 'appsscript.json') return problemsOfManifest(content);
    return [
      ...(name.endsWith('.html') ? problemsOfHtml : problemsOfCode)(name, content),
      ...problemsOfSize(name, content),
    ];
  });
  rmSync(at('dist'), { recursive: true, force: true });
  mkdirSync(at('dist'));
  for (const [name, content] of Object.entries(files)) writeFileSync(at('dist', name), content);
  if (problems.length > 0) throw new Mistake(`The build is not fit to push:\n  ${problems.join('\n  ')}`);
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, Buffer.byteLength(content)]));
}
