import { situations } from './situations/all';
import { pending } from './situations/pending';
import type { TableName } from './tables';
import { type Result, tryEverywhere, tryOut } from './try';

/** Fewer failures of a table that takes no care, and the oracle sees too little. */
export const SEEN_AT_LEAST = 40;

/** `npm run integrity`. Answers with the exit code. */
export function main(args: readonly string[]): number {
  const option = (name: string) => (args.includes(name) ? (args[args.indexOf(name) + 1] ?? '') : '');
  const table: TableName = option('--table') === 'naive' ? 'naive' : 'sheety';
  const chosen = situations.filter(({ name }) => name.includes(option('--only')));
  const results = chosen.map((situation) => {
    const result = args.includes('--everywhere') ? tryEverywhere(situation, table) : tryOut(situation, table);
    console.log(lineOf(result));
    if (args.includes('--verbose')) console.log(`${result.cells()}\n`);
    return result;
  });
  const held = results.filter(({ problems, isNotOffered }) => problems.length === 0 && !isNotOffered);
  const waiting = pending.filter((name) => held.some((one) => one.name === name));
  if (table === 'sheety')
    for (const name of waiting) console.log(`“${name}” holds now: take it off the list of those that do not hold yet.`);
  console.log(`\n${held.length} of ${results.length}`);
  return table === 'naive' ? naiveCode(results, option('--only') !== '') : Number(held.length < results.length);
}

function lineOf({ name, problems, told, isNotOffered }: Result): string {
  if (isNotOffered && problems.length === 0) return `–     ${name}: not offered`;
  return problems.length === 0
    ? `ok    ${name}`
    : `FAIL  ${name}\n${[...told.map((one) => `        (${one})`), ...problems.map((one) => `        ${one}`)].join('\n')}`;
}

function naiveCode(results: readonly Result[], isPart: boolean): number {
  const failed = results.filter(({ problems }) => problems.length > 0);
  const blamed = failed.filter(({ isControl }) => isControl);
  console.log(`The naive table fails in ${failed.length}.`);
  for (const { name } of blamed) console.log(`It ought to manage “${name}”: nobody interferes there.`);
  if (!isPart && failed.length < SEEN_AT_LEAST)
    console.log(`The oracle is blind: it has to see at least ${SEEN_AT_LEAST} fail.`);
  return Number(blamed.length > 0 || (!isPart && failed.length < SEEN_AT_LEAST));
}
