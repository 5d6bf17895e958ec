/** What `npm run shots` runs: a picture of every state in every theme and width, and what is wrong with any of them. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { type Built, Camera } from './camera';
import { gallery, table } from './report';
import { type Fault, shoot, type Theme } from './shoot';
import { SIZES, type State } from './state';
import { STATES } from './states/all';

const THEMES: readonly Theme[] = ['light', 'dark'];

/** More would wait for each other: drawing and axe want a core each. */
const CAMERAS = 3;

export const HELP = `npm run shots                     every state in every theme and width, into shots/
npm run shots -- --only deal      states whose name begins so; may be given several times
npm run shots -- --theme dark     in this theme alone
npm run shots -- --width 300      in this width alone
npm run shots -- --built          takes dist/ as it stands`;

export function readOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      theme: { type: 'string' },
      width: { type: 'string' },
      built: { type: 'boolean', default: false },
    },
  });
  const themes = THEMES.filter((theme) => values.theme === undefined || theme === values.theme);
  if (themes.length === 0) throw new Error(`There is no theme “${values.theme}”. There are: ${THEMES.join(', ')}.`);
  const states = STATES.filter(
    ({ name }) => values.only.length === 0 || values.only.some((one) => name.startsWith(one)),
  );
  if (states.length === 0) throw new Error(`No state begins with “${values.only.join('”, “')}”.`);
  const jobs = states.flatMap((state) =>
    SIZES[state.page ?? 'sidebar'].widths
      .filter((width) => values.width === undefined || String(width) === values.width)
      .map((width) => ({ state, width })),
  );
  if (jobs.length === 0) throw new Error(`Nothing is shown in a width of “${values.width}”.`);
  return { themes, jobs, built: values.built, isAll: states.length === STATES.length };
}

type Tools = {
  readonly browser: Browser;
  readonly built: Built;
  /** The source of axe. */
  readonly axe: string;
  /** Where the pictures go. */
  readonly folder: string;
};

type Options = ReturnType<typeof readOptions>;

/** Answers with the exit code. */
export async function main({ themes, jobs, isAll }: Options, { browser, built, axe, folder }: Tools): Promise<number> {
  const started = Date.now();
  if (isAll) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const faults: Fault[] = [];
  const waiting: { state: State; width: number }[] = [...jobs];
  const work = async () => {
    const camera = await Camera.open(browser, built);
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      faults.push(...(await shoot(camera, job.state, job.width, { folder, themes, axe })));
      tell(jobs.length - waiting.length, jobs.length, job.state.name);
    }
    await camera.close();
  };
  await Promise.all(Array.from({ length: CAMERAS }, work));
  writeFileSync(`${folder}/index.html`, gallery(folder));
  if (faults.length > 0) console.log(table(faults));
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(
    `${jobs.length} states in ${themes.join(' and ')}, in ${seconds} s: shots/index.html shows them side by side.`,
  );
  return faults.length > 0 ? 1 : 0;
}

function tell(done: number, all: number, name: string): void {
  const line = `  ${done} of ${all}  ${name}`;
  if (process.stdout.isTTY) process.stdout.write(`\r${line.padEnd(60)}${done === all ? '\n' : ''}`);
  else if (done % 20 === 0 || done === all) console.log(line);
}
