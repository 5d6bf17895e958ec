import type { Answer } from '../../src/contract/contract';
import type { Click } from './words';

/** An answer as the user is told it. */
export function sentenceOf(answer: Answer): string {
  if (!answer.ok) return `${answer.error.code}: ${answer.error.message}`;
  const { notice, conflicts } = (answer.value ?? {}) as { notice?: string; conflicts?: readonly unknown[] };
  return ['done', notice, conflicts?.length ? JSON.stringify(conflicts) : ''].filter(Boolean).join(' ');
}

type Conflict = { readonly field: string; readonly now: unknown };

const conflictsOf = (answer: Answer): readonly Conflict[] =>
  answer.ok
    ? ((answer.value as { conflicts?: readonly Conflict[] } | null)?.conflicts ?? [])
    : (answer.error.differences ?? []);

/** Whether an answer is the one that the situation asks for; what is not, each a sentence. */
export function checkAnswer(click: Click, answer: Answer): string[] {
  const text = JSON.stringify(answer);
  const unsaid = (click.says ?? []).filter((word) => !text.includes(word));
  return [
    ...(click.fault ? [] : endOf(click, answer)),
    ...conflictProblems(click, answer),
    ...unsaid.map((word) => `The answer does not say “${word}”: ${text.slice(0, 300)}`),
  ];
}

function endOf({ ends = [] }: Click, answer: Answer): string[] {
  const code = answer.ok ? 'done' : answer.error.code;
  if (code === 'BUG') return [`It broke: ${sentenceOf(answer)}`];
  const codes = [ends].flat();
  const isExpected = codes.length === 0 ? answer.ok : codes.includes('any') || codes.includes(code as never);
  return isExpected ? [] : [`It was ${sentenceOf(answer)}, not ${codes.join(' or ') || 'done'}.`];
}

function conflictProblems({ ends, conflicts = {}, fault }: Click, answer: Answer): string[] {
  const found = conflictsOf(answer);
  const problems = Object.entries(conflicts).flatMap(([field, now]) => {
    const told = found.find((one) => one.field === field);
    if (!told) return [`No conflict was told in ${field}.`];
    const [a, b] = [JSON.stringify(told.now), JSON.stringify(now)];
    return a === b ? [] : [`The conflict in ${field} tells of ${a}, not of ${b}.`];
  });
  const unasked = ends || fault ? [] : found.filter(({ field }) => !(field in conflicts));
  return [
    ...problems,
    ...unasked.map(({ field }) => `A conflict was told in ${field}, where nobody changed anything.`),
  ];
}
