// npm start: builds, then opens the offline host with the add-on in it. The file stays on disk between runs.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildAddOn } from '../esbuild.config.mjs';
import { BESIDE, buildComponents } from './build-components.mjs';
import { buildHost } from './build-host.mjs';
import { fillDemo } from './demo/fill.mjs';
import { Mistake } from './mistake.mjs';

const at = (...path) => join(fileURLToPath(new URL('..', import.meta.url)), ...path);

const HELP = `npm start                   opens the file of last time, or the demo on a first run
npm start -- --demo         begins anew with the demo: 8,800 deals with their leads and activities
npm start -- --fresh        begins anew with an empty file
npm start -- --port 9000    takes another port (the next free one from there)
npm start -- --latency google   makes everything take as long as at Google, by the cost model
npm start -- --language de      is a user whose Google is in German; the CRM speaks English to all others`;

function readOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        demo: { type: 'boolean' },
        fresh: { type: 'boolean' },
        port: { type: 'string' },
        latency: { type: 'string', default: 'none' },
        language: { type: 'string', default: 'en' },
        help: { type: 'boolean' },
      },
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))
      throw new Error(`“${values.port}” is no port.`);
    if (!['none', 'google'].includes(values.latency))
      throw new Error(`“${values.latency}” is no latency: choose google or none.`);
    return { ...values, port };
  } catch (error) {
    throw new Mistake(`${error.message}\n\n${HELP}`);
  }
}

/** What the page opens with: the file of last time, an empty one, or the demo. */
export function beginningOf({ demo = false, fresh = false }, isFirst) {
  if (demo || (isFirst && !fresh)) return 'demo';
  return fresh ? 'empty' : 'kept';
}

/** Two hosts over one file would write over each other. Answers with the address of one that runs. */
async function openAlready(folder) {
  const note = join(folder, 'open.json');
  if (!existsSync(note)) return null;
  const { url } = JSON.parse(readFileSync(note, 'utf8'));
  const answers = await fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
  return answers ? url : null;
}

function noteOpen(folder, url) {
  const note = join(folder, 'open.json');
  mkdirSync(folder, { recursive: true });
  writeFileSync(note, JSON.stringify({ url }));
  process.on('exit', () => rmSync(note, { force: true }));
}

export async function main(args) {
  const options = readOptions(args);
  if (options.help) return void console.log(HELP);
  const folder = at('.sheety');
  const already = await openAlready(folder);
  if (already) return void console.log(`The file is open already, at ${already}. End that one first to open it anew.`);
  console.log('Building …');
  await Promise.all([buildAddOn(), buildHost(), buildComponents()]);
  const { startPage } = await import('../host/.build/page-server.mjs');

  const isFirst = !existsSync(join(folder, 'file.json'));
  const wanted = options.port ?? 8080;
  const beginning = beginningOf(options, isFirst);
  const page = await startPage({
    addOn: at('dist'),
    folder,
    title: 'Sheety CRM',
    beside: at(BESIDE),
    fresh: beginning !== 'kept',
    port: wanted,
    latency: options.latency,
    language: options.language,
  });
  noteOpen(folder, page.url);
  if (!page.url.endsWith(`:${wanted}/`)) console.log(`Port ${wanted} is taken, so the next free one is used.`);
  const withDemo = beginning === 'demo';
  if (withDemo) {
    page.host.file.apply({ kind: 'file', properties: { name: 'Sales 2026' } });
    page.host.open();
    fillDemo(page.host, { today: new Date().toISOString().slice(0, 10) }, (step) => console.log(`  ${step}`));
  }
  console.log(`
Sheety CRM is open at  ${page.url}

${withDemo ? 'It holds a demo of 8,800 deals. ' : ''}In the page, choose Extensions > Sheety CRM:
  Open CRM             the sidebar; click a row of Leads or Opportunities and it follows
  Reports > Pipeline   a tab with live figures and a chart
  Import leads or deals   any CSV file${beginning === 'empty' ? '\n  Set up CRM           first, in an empty file' : ''}

What the sidebar is built of is shown at ${page.url}components
The file is kept in .sheety; “npm start -- --fresh” begins with an empty one. Ctrl+C ends it.`);
}
