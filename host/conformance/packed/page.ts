/** The panel of the packed script: asks the questions about pages and hands in the answers. */
import { answersToPages } from '../questions/answers-to-pages';
import { googleScript } from '../questions/google-script';
import type { ClientGoogle } from '../questions/question';
import { same } from './same';

declare const google: ClientGoogle;
declare const document: { getElementById(id: string): { textContent: string } };
declare function setTimeout(act: () => void, milliseconds: number): void;

const questions = [...googleScript, ...answersToPages];
const answers: Record<string, unknown> = {};
const lines: string[] = [];

function next(): void {
  const question = questions[Object.keys(answers).length];
  if (!question) return;
  let answered = false;
  const done = (answer: unknown) => {
    if (answered) return;
    answered = true;
    answers[question.id] = answer ?? null;
    lines.push(`${same(answer ?? null, question.expect) ? 'same' : 'OTHER'} ${question.id}`);
    document.getElementById('answers').textContent = `${lines.join('\n')}\n\n${JSON.stringify(answers, null, 1)}`;
    next();
  };
  setTimeout(() => done('no answer within 30 s'), 30_000);
  question.client(google, done);
}

next();
