// npm run conformance:pack -- FOLDER: the questions of host/conformance as an Apps Script project for a real account.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';

const packed = fileURLToPath(new URL('../host/conformance/packed/', import.meta.url));

/** One file of the folder `packed` as a classic script. */
async function bundled(file, globalName, options = {}) {
  const { outputFiles } = await build({
    entryPoints: [join(packed, file)],
    bundle: true,
    write: false,
    format: 'iife',
    globalName,
    // What the script editor takes for certain.
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    ...options,
  });
  return outputFiles[0].text;
}

/** What the bundle exports, without any Google around: it must not call a service at its top level. */
function exportsOf(code, globalName) {
  const realm = createContext({ SCENE: '' });
  runInContext(code, realm);
  return runInContext(globalName, realm);
}

/** Top-level functions for everything that Google or a page may call: it sees no others. */
const functionsOf = (names, call) => names.map((name) => `function ${name}() { return ${call(name)}; }`);

function questionFunctions({ pageFunctions }) {
  return [
    ...functionsOf(['ask', 'askEverything', 'showPanel'], (name) => `questions.${name}.apply(null, arguments)`),
    ...functionsOf(pageFunctions, (name) => `questions.pageServer.${name}.apply(null, arguments)`),
  ].join('\n');
}

function sceneFunctions({ sceneFunctions: names }) {
  return [
    ...functionsOf(['takeNotes'], () => 'scenes.takeNotes()'),
    ...functionsOf(names, (name) => `scenes.inScene('${name}', arguments[0])`),
  ].join('\n');
}

const manifest = (timeZone) => ({
  timeZone,
  runtimeVersion: 'V8',
  exceptionLogging: 'STACKDRIVER',
  oauthScopes: ['spreadsheets.currentonly', 'script.container.ui', 'script.scriptapp', 'userinfo.email'].map(
    (scope) => `https://www.googleapis.com/auth/${scope}`,
  ),
});

/** The files of the project by name. */
export async function packConformance() {
  const [code, scenes, page, guide] = await Promise.all([
    bundled('code.ts', 'questions'),
    bundled('scenes.ts', 'scenes'),
    // HtmlService takes // inside a template literal for a comment.
    bundled('page.ts', 'page', { supported: { 'template-literal': false } }),
    bundled('how-to.ts', 'howTo'),
  ]);
  const questions = exportsOf(code, 'questions');
  const played = exportsOf(scenes, 'scenes');
  // Both files share one scope at Google.
  const clash = questions.pageFunctions.find((name) => played.sceneFunctions.includes(name));
  if (clash) throw new Error(`A scene and the questions about pages both have a function called ${clash}.`);
  const script = page.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--').replaceAll('<?', '<\\?');
  return {
    'Code.gs': `${code}\n${questionFunctions(questions)}\n`,
    'Scenes.gs': `var SCENE = '';\n${scenes}\n${sceneFunctions(played)}\n`,
    'panel.html': `<!DOCTYPE html>\n<html><body><pre id="answers">Asking …</pre><script>\n${script}</script></body></html>\n`,
    'appsscript.json': `${JSON.stringify(manifest(questions.SCRIPT_ZONE), null, 2)}\n`,
    'README.md': exportsOf(guide, 'howTo').HOW_TO,
  };
}

export async function main([folder = 'dist-conformance'] = []) {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(await packConformance())) await writeFile(join(folder, name), text);
  console.log(`The questions are in ${folder}. Its README.md says how to ask them.`);
  return 0;
}
