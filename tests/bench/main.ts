/**
 * What `npm run bench` runs. Each size is measured in a process of its own, which answers with its results as JSON: what one
 * file leaves in memory is no burden for the next.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ACTIONS } from './actions';
import { benchSize, type Result } from './bench';
import { missesIn } from './judge';
import { executionsOf, MOST_PER_HOUR, pollingText } from './polling';
import { callsOf, dataOf, tableOf } from './report';
import { describeSize, LARGE, SIZES, type Size } from './sizes';
import { benchTyping, KEY_MILLISECONDS, type Typing, typingLine } from './typing';

const MEMORY = '--max-old-space-size=3000';

/** The built add-on: from here and from where the bench is built to it is as far. */
const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

const HELP = `npm run bench                        every action in every size
npm run bench -- --only "open warm"  this action alone; may be given several times
npm run bench -- --size 100          100, 1000, 10000 or large; may be given several times
npm run bench -- --calls             with every service call, in order
npm run bench -- --json              for machines`;

/** Measured without a file. */
const TYPING = 'typing';

/** Said without a stack. */
class Mistake extends Error {}

function readOptions(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        calls: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: [] },
        size: { type: 'string', multiple: true, default: [] },
        measure: { type: 'boolean', default: false },
      },
    });
    return { ...values, ...optionsOf(values.only, values.size) };
  } catch (error) {
    throw new Mistake(`${(error as Error).message}\n\n${HELP}`);
  }
}

function optionsOf(only: readonly string[], sizes: readonly string[]) {
  const names = [...ACTIONS.map(({ name }) => name), TYPING];
  for (const name of only)
    if (!names.includes(name)) throw new Error(`There is no action “${name}”. There are: ${names.join(', ')}.`);
  const wanted = sizes.map((text) => {
    const size = SIZES.find(({ name }) => name === text.replace(/[,_]/g, ''));
    if (!size) throw new Error(`There is no size “${text}”. There are: ${SIZES.map(({ name }) => name).join(', ')}.`);
    return size;
  });
  return { only: only.length > 0 ? only : names, sizes: wanted.length > 0 ? wanted : SIZES };
}

/** Answers with the exit code. */
async function compare({ only, sizes, json, calls }: ReturnType<typeof readOptions>): Promise<number> {
  const started = Date.now();
  const say = (text: string) => {
    if (!json) console.log(text);
  };
  const results: Result[] = [];
  const typed: Typing[] = [];
  for (const size of sizes) {
    const from = Date.now();
    const own = measured(size, only);
    results.push(...own);
    say(`\n${describeSize(size)} (${seconds(from)})\n${tableOf(own)}`);
    if (only.includes(TYPING)) {
      const typing = benchTyping(size);
      typed.push(typing);
      say(typingLine(typing));
    }
    if (calls) for (const result of own) say(`\n${callsOf(result)}`);
  }
  const executions = await executionsOf();
  say(`\n${pollingText(executions)}`);
  const isTooMany = executions.perHour > MOST_PER_HOUR;
  const misses = [...missesIn(results), ...slowKeys(typed), ...(isTooMany ? [pollingText(executions)] : [])];
  if (json) console.log(JSON.stringify({ results: results.map(dataOf), typing: typed, executions, misses }));
  if (misses.length > 0) say(`\nMissed (${misses.length}):\n${misses.map((miss) => `  ${miss}`).join('\n')}`);
  say(`\n${misses.length === 0 ? 'Every budget holds' : 'Not every budget holds'} (${seconds(started)}).`);
  return misses.length === 0 ? 0 : 1;
}

/** Promised up to 10,000 leads with their deals: the large case is printed only. */
const slowKeys = (typed: readonly Typing[]): readonly string[] =>
  typed
    .filter(({ size, slowest }) => size !== LARGE.name && slowest > KEY_MILLISECONDS)
    .map(({ size, slowest }) => `${TYPING} at ${size}: ${slowest.toFixed(1)} ms a key of ${KEY_MILLISECONDS}`);

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

function measured(size: Size, only: readonly string[]): Result[] {
  const self = fileURLToPath(import.meta.url);
  const wanted = only.flatMap((name) => ['--only', name]);
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [MEMORY, self, '--measure', '--size', size.name, ...wanted],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  if (status !== 0) throw new Error(`The bench broke off at ${size.name}:\n${stderr}`);
  return JSON.parse(stdout) as Result[];
}

/** Formulas have a thread of their own, which would keep the process from ending. */
function endWith(results: readonly Result[]): void {
  process.stdout.write(JSON.stringify(results), () => process.exit(0));
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.measure) endWith(benchSize(options.sizes[0]!, DIST, ({ name }) => options.only.includes(name)));
  else process.exitCode = await compare(options);
} catch (error) {
  console.error(error instanceof Mistake ? error.message : error);
  process.exitCode = 1;
}
