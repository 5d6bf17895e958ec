// npm run shots: a picture of every state of every view, in every theme and width, into shots/. See tests/shots.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { buildAddOn } from '../esbuild.config.mjs';
import { launchBrowser } from './browser.mjs';
import { buildComponents, COMPONENTS } from './build-components.mjs';
import { forNode } from './build-host.mjs';
import { Mistake } from './mistake.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export async function main(args) {
  await forNode({ shots: 'tests/shots/main.ts' });
  const { HELP, main: shots, readOptions } = await import('../host/.build/shots.mjs');
  if (args.includes('--help')) return void console.log(HELP);
  const options = readable(() => readOptions(args), HELP);
  if (!options.built) await buildAddOn();
  await buildComponents();
  const pages = ['sidebar', 'import', 'repair', 'about']
    .flatMap((name) => [name, `${name}.de`])
    .map((name) => [name, at(`dist/${name}.html`)]);
  const browser = await launchBrowser();
  try {
    return await shots(options, {
      browser,
      built: { ...Object.fromEntries(pages), components: at(COMPONENTS) },
      axe: readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
      folder: at('shots'),
    });
  } finally {
    await browser.close();
  }
}

function readable(read, help) {
  try {
    return read();
  } catch (error) {
    throw new Mistake(`${error.message}\n\n${help}`);
  }
}
