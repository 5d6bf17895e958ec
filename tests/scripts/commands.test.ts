import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInstalled } from '../../scripts/install.cjs';

const root = join(__dirname, '../..');

/** Runs Node in the project and answers with what it said and its exit code. */
function node(...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return { said: (stdout + stderr).trim(), status };
}

/** Scripts are modules that Jest does not transform: each answers in a Node of its own. */
const answer = (script: string, expression: string) =>
  JSON.parse(
    node(
      '--input-type=module',
      '-e',
      `import * as it from './scripts/${script}'; console.log(JSON.stringify(${expression}))`,
    ).said,
  );

test.each([
  [{}, true, 'demo'],
  [{}, false, 'kept'],
  [{ fresh: true }, true, 'empty'],
  [{ fresh: true }, false, 'empty'],
  [{ demo: true }, false, 'demo'],
  [{ demo: true, fresh: true }, false, 'demo'],
])('npm start with %j (first run: %s) opens with: %s', (options, isFirst, beginning) => {
  expect(answer('start.mjs', `it.beginningOf(${JSON.stringify(options)}, ${isFirst})`)).toBe(beginning);
});

describe('the journey moves a deal', () => {
  const stages = ['Proposal:open', 'Negotiation:open', 'Closed Won:won'].map((text) => {
    const [stage, ends] = text.split(':');
    return { pipeline: 'Sales', stage, ends };
  });
  const dealsIn = (...names: string[]) => names.map((Stage) => ({ Title: Stage, Pipeline: 'Sales', Stage }));
  const toMove = (rows: object, of: object) =>
    answer('journey.mjs', `it.dealToMove(${JSON.stringify(rows)}, ${JSON.stringify(of)})`);

  test('that is open, to another open stage', () => {
    expect(toMove(dealsIn('Closed Won', 'Negotiation'), stages)).toMatchObject({
      index: 1,
      target: { stage: 'Proposal' },
    });
  });

  test('or none, where all are closed or there is nowhere to go', () => {
    expect(toMove(dealsIn('Closed Won'), stages)).toBeNull();
    expect(toMove(dealsIn('Proposal'), stages.slice(0, 1))).toBeNull();
  });
});

test('an old Node is told in one sentence which one is needed', () => {
  const pretend =
    "Object.defineProperty(process.versions, 'node', { value: '16.20.0' }); require('./scripts/run.cjs');";
  const { said, status } = node('-e', pretend);
  expect(said).toMatch(
    /^Sheety CRM needs Node\.js 20 or newer, and this is v[\d.]+\. Get it from https:\/\/nodejs\.org, then try again\.$/,
  );
  expect(status).toBe(1);
});

test.each([
  [['start', '--port', 'abc'], '“abc” is no port.'],
  [['start', '--wat'], "Unknown option '--wat'"],
  [['try'], 'Name a folder with CSV files: npm run try -- FOLDER'],
  [['try', 'no-such-folder'], 'There is no folder'],
  [['shots', '--theme', 'blue'], 'There is no theme “blue”.'],
])('npm run %j says what is wrong, without a stack', (args, sentence) => {
  const { said, status } = node('scripts/run.cjs', ...args);
  expect(said).toContain(sentence);
  expect(said).not.toMatch(/^\s+at /m);
  expect(status).toBe(1);
});

describe('packages are installed when what is there is not what the lock file names', () => {
  const folder = mkdtempSync(join(tmpdir(), 'install-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const lock = (path: string, packages: object) => writeFileSync(join(folder, path), JSON.stringify({ packages }));

  test.each([
    ['nothing is installed', null, false],
    ['everything is', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['a version differs', { 'node_modules/a': { version: '1.0.1' } }, false],
    ['a package is missing', {}, false],
  ])('%s', (_, installed, expected) => {
    lock('package-lock.json', {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      // For another platform: npm leaves it out.
      'node_modules/b': { version: '1.0.0', optional: true },
    });
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    if (installed) lock('node_modules/.package-lock.json', installed);
    expect(isInstalled(folder)).toBe(expected);
  });
});
