import { readFileSync } from 'node:fs';
import type { Packed } from './ask';
import { LIES } from './differences';
import { same } from './packed/same';
import { AREAS } from './questions/areas';
import { UNSUPPORTED } from './unsupported';
import { isUnlistedMiss, missText, type Verdict, verdictOn, verdictsOn } from './verdicts';

/** `npm run conformance`: asks the host everything. Answers with the exit code. */
export async function conformance(packed: Packed, args: readonly string[]): Promise<number> {
  if (args[0] === '--differences') return printDifferences();
  if (args[0] === '--compare') return compare(packed, args.slice(1));
  const verdicts = new Map<string, Verdict[]>();
  for (const area of Object.keys(AREAS)) verdicts.set(area, await verdictsOn(packed, area));
  const all = [...verdicts].map(([area, of]) => printArea(area, of));
  const misses = [...verdicts.values()].flat().filter(isUnlistedMiss);
  for (const miss of misses) console.log(`\n${missText(miss)}`);
  const [hits, asked] = all.reduce(([h, n], [hit, count]) => [h + hit, n + count], [0, 0]);
  console.log(`\n${hits} of ${asked}`);
  return misses.length > 0 ? 1 : 0;
}

/** Known differences and unsure answers stand apart: they are neither hits nor misses. */
function printArea(area: string, verdicts: readonly Verdict[]): readonly [hits: number, asked: number] {
  const counting = verdicts.filter(({ question, listed }) => !question.unsure && !listed);
  const hits = counting.filter(({ hit }) => hit).length;
  const known = verdicts.filter(({ question, listed }) => listed && !question.unsure).length;
  const unsure = verdicts.filter(({ question }) => question.unsure);
  const agreed = unsure.filter(({ hit }) => hit).length;
  const apart = [
    ...(known > 0 ? [`${known} known to differ`] : []),
    ...(unsure.length > 0 ? [`${unsure.length} unsure, ${agreed} of them as expected`] : []),
  ];
  console.log(`${area.padEnd(24)}${hits} of ${counting.length}${apart.length > 0 ? `  (${apart.join('; ')})` : ''}`);
  return [hits, counting.length];
}

function printDifferences(): number {
  console.log('Known differences\n');
  for (const { id, google, host, why, source } of LIES)
    console.log(`${id}\n  Google: ${google}\n  Host:   ${host}\n  Why:    ${why}\n  Source: ${source}\n`);
  console.log('Unsure: nobody has settled what Google does\n');
  for (const { id, asks, expect, unsure } of Object.values(AREAS).flat())
    if (unsure) console.log(`${id}\n  ${asks}\n  Taken for true: ${JSON.stringify(expect)}\n  ${unsure}\n`);
  console.log('Not supported\n');
  for (const { why, services = '', classes = '', methods = {} } of UNSUPPORTED) {
    const lines = Object.entries(methods).map(([name, list]) => `  ${name}: ${list.trim().replace(/\s+/g, ' ')}`);
    const whole = `${services} ${classes}`.trim().replace(/\s+/g, ' ');
    console.log([why, ...(whole ? [`  all of ${whole}`] : []), ...lines, ''].join('\n'));
  }
  return 0;
}

/** Puts the answers of a real account, as the packed script writes them, beside the host's. */
async function compare(packed: Packed, files: readonly string[]): Promise<number> {
  if (files.length === 0) {
    console.error('Which answers? npm run conformance -- --compare answers.json');
    return 1;
  }
  const answers: Record<string, unknown> = {};
  for (const file of files) Object.assign(answers, JSON.parse(readFileSync(file, 'utf8')));
  const questions = new Map(
    Object.values(AREAS)
      .flat()
      .map((question) => [question.id, question]),
  );
  let others = 0;
  for (const [id, google] of Object.entries(answers)) {
    const question = questions.get(id);
    const verdict = question && (await verdictOn(packed, question));
    if (verdict && same(verdict.answer, google)) continue;
    others++;
    const host = verdict ? JSON.stringify(verdict.answer) : 'was not asked';
    console.log(`${id}\n  Google: ${JSON.stringify(google)}\n  host:   ${host}`);
    if (question && !same(google, question.expect)) console.log(`  we expected ${JSON.stringify(question.expect)}`);
  }
  console.log(`${others} of ${Object.keys(answers).length} answers are other than the host’s.`);
  return others > 0 ? 1 : 0;
}
