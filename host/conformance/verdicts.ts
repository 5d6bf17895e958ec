import { askScript, type Packed } from './ask';
import { askClient } from './ask-client';
import { LIES } from './differences';
import { same } from './packed/same';
import { playScene } from './play-scene';
import { AREAS } from './questions/areas';
import type { Question } from './questions/question';

export type Verdict = {
  readonly question: Question;
  readonly answer: unknown;
  readonly hit: boolean;
  /** Listed among the known differences. */
  readonly listed: boolean;
};

const listed = new Set(LIES.flatMap(({ questions = [] }) => questions));

async function ask(packed: Packed, question: Question): Promise<unknown> {
  if ('code' in question) return askScript(packed, question);
  if ('steps' in question) return playScene(packed, question);
  return askClient(packed, question);
}

export async function verdictOn(packed: Packed, question: Question): Promise<Verdict> {
  const answer = await ask(packed, question);
  return { question, answer, hit: same(answer, question.expect), listed: listed.has(question.id) };
}

/** Asks the host everything in one area. */
export async function verdictsOn(packed: Packed, area: string): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const question of AREAS[area]!) verdicts.push(await verdictOn(packed, question));
  return verdicts;
}

/** A miss that nobody has owned up to. */
export const isUnlistedMiss = ({ question, hit, listed }: Verdict): boolean => !hit && !listed && !question.unsure;

/** One line that says what was asked, answered and expected. */
export const missText = ({ question, answer }: Verdict): string =>
  `${question.id}: ${question.asks}\n    the host says ${JSON.stringify(answer)}\n    Google says   ${JSON.stringify(question.expect)} (${question.source})`;
